// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/line_reader.h"

#include "core/source/text/text_decoration.h"

#include <algorithm>
#include <array>

namespace tcpladder {

namespace {

// Most lines fit the first; the last bounds what a file without line ends can make us look at.
constexpr std::array<std::size_t, 3> windows{512, 8192, 65536};

std::string_view asText(Bytes bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

} // namespace

LineReader::LineReader(std::shared_ptr<const ByteSource> source, std::size_t windowSize)
    : m_bytes(std::move(source), windowSize)
{
}

void LineReader::seek(std::uint64_t offset, std::uint32_t number)
{
    m_position = offset;
    m_number = number;
    m_end = 0;
    m_nextAngle = 0;
}

std::string_view LineReader::textAt(std::uint64_t offset, std::size_t least)
{
    const std::string_view text = asText(m_bytes.restAtHand(offset));
    if (text.size() >= least) [[likely]]
        return text;
    return m_bytes.view(offset, least) ? asText(m_bytes.restAtHand(offset)) : std::string_view();
}

/// What is left of a line that a "<br>" divided.
std::optional<std::string_view> LineReader::viewRest()
{
    const auto bytes = m_bytes.view(m_position, m_end - m_position);
    if (!bytes) {
        m_error = bytes.error();
        return {};
    }
    return asText(*bytes);
}

/// The next line with its end where that is in the window, which it nearly always is; else empty.
std::string_view LineReader::lineAtHand()
{
    const std::string_view text = asText(m_bytes.restAtHand(m_position)).substr(0, windows.back());
    const std::size_t end = text.find('\n');
    return end == std::string_view::npos ? std::string_view() : text.substr(0, end + 1);
}

/// Whether a "<" may be within so many characters of the position. Few lines have one, so that it is looked for across
/// lines.
bool LineReader::mayHaveHtml(std::size_t length)
{
    if (m_nextAngle < m_position) {
        const std::string_view text = asText(m_bytes.restAtHand(m_position));
        m_nextAngle = m_position + std::min(text.find('<'), text.size());
    }
    return m_nextAngle < m_position + length;
}

/// The next line with its end, or less where the source ends.
std::optional<std::string_view> LineReader::viewLine()
{
    if (m_position < m_end)
        return viewRest();
    std::string_view text;
    for (const std::size_t window : windows) {
        const auto bytes = m_bytes.view(m_position, window);
        if (!bytes) {
            m_error = bytes.error();
            return {};
        }
        text = asText(*bytes);
        const std::size_t end = text.find('\n');
        if (end != std::string_view::npos)
            return text.substr(0, end + 1);
        if (text.size() < window)
            break;
    }
    return text;
}

/// Where the source ends for now; not where a line is cut for its length.
bool LineReader::mayBecomeLonger(std::string_view line) const
{
    return m_position >= m_end && m_bytes.mayGrow() && !line.ends_with('\n') && line.size() < windows.back();
}

std::optional<RawLine> LineReader::next()
{
    const std::string_view atHand = m_position >= m_end ? lineAtHand() : std::string_view();
    if (!atHand.empty() && !mayHaveHtml(atHand.size())) [[likely]] {
        const RawLine line{atHand.substr(0, atHand.size() - 1), m_position, m_number};
        m_end = m_position += atHand.size();
        ++m_number;
        m_isWaiting = false;
        return line;
    }
    const auto found = viewLine();
    m_isWaiting = found && mayBecomeLonger(*found);
    if (!found || found->empty() || m_isWaiting)
        return {};
    std::string_view text = *found;
    m_end = m_position + text.size();
    text = text.substr(0, findHtmlLineBreak(text));
    RawLine line{text, m_position, m_number};
    m_position += text.size();
    if (line.text.ends_with('\n')) {
        line.text.remove_suffix(1);
        ++m_number;
    }
    return line;
}

} // namespace tcpladder
