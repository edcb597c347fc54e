// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/tcpdump_hex.h"

#include "core/source/text/text_cursor.h"

#include <algorithm>

namespace tcpladder {

namespace {

constexpr std::size_t usualBytes = 16;
constexpr std::size_t mostOffsetDigits = 8;
constexpr std::size_t fewestOffsetDigits = 3;

// A line without offset is taken for hex only with so many digits on it, since "dead beef" is prose.
constexpr std::size_t fewestBareDigits = 16;

constexpr std::array<std::int8_t, 256> makeDigitTable()
{
    std::array<std::int8_t, 256> table{};
    for (int c = 0; c < 256; ++c)
        table[static_cast<std::size_t>(c)] = static_cast<std::int8_t>(hexDigitValue(static_cast<char>(c)));
    return table;
}

constexpr auto digitTable = makeDigitTable();

int digit(char c)
{
    return digitTable[static_cast<unsigned char>(c)];
}

/// Two digits as a byte, or a negative number.
int byteAt(const char* text)
{
    return digit(text[0]) * 16 | digit(text[1]);
}

std::size_t countHexDigits(std::string_view text)
{
    const auto end = std::ranges::find_if(text, [](char c) { return digit(c) < 0; });
    return static_cast<std::size_t>(end - text.begin());
}

/// "0x0010:  ", "0010  ", "00000010: "; nothing, and the place unchanged, where the line has no offset.
std::optional<std::uint32_t> takeOffset(TextCursor& cursor)
{
    TextCursor ahead = cursor;
    const bool prefixed = ahead.take("0x");
    const std::size_t digits = countHexDigits(ahead.rest());
    if (digits == 0 || digits > mostOffsetDigits || (!prefixed && digits < fewestOffsetDigits))
        return {};
    const auto offset = ahead.number<std::uint32_t>(16);
    const bool colon = ahead.take(':');
    const bool tab = ahead.peek() == '\t';
    const std::size_t gap = ahead.skipSpaces();
    if (!offset || (!colon && !tab && gap < 2) || (gap == 0 && !ahead.atEnd()))
        return {};
    cursor = ahead;
    return offset;
}

/// Walks over the groups of digits behind the offset.
class GroupReader
{
public:
    GroupReader(std::string_view text, std::optional<std::size_t> wanted)
        : m_cursor(text)
        , m_limit(std::min(wanted.value_or(usualBytes), HexLine::maximumBytes))
        , m_ignoresGaps(wanted.has_value())
    {
    }

    HexLine read()
    {
        while (m_line.count < m_limit && step()) { }
        m_cursor.skipSpaces();
        m_line.textLength = m_cursor.rest().size();
        return m_line;
    }

private:
    /// One group of digits, one gap or one sign; false where the bytes end.
    bool step()
    {
        if (m_cursor.atEnd())
            return false;
        const char c = m_cursor.peek();
        if (isSpace(c))
            return takeGap();
        if (digit(c) >= 0)
            return takeGroup();
        return takeSign(c);
    }

    bool takeGap()
    {
        const std::size_t gap = m_cursor.skipSpaces();
        return m_ignoresGaps || gap < 2 || m_line.count == 0 || isHalfWay(gap);
    }

    /// Tools that print single bytes put a wider gap behind the eighth.
    bool isHalfWay(std::size_t gap) const { return gap == 2 && m_line.count == 8 && m_groupDigits == 2; }

    bool takeGroup()
    {
        const std::size_t digits = countHexDigits(m_cursor.rest());
        const std::string_view behind = m_cursor.rest().substr(digits);
        const bool isWord = !behind.empty() && (isLetter(behind.front()) || behind.front() == '.');
        if (digits % 2 != 0 || isWord)
            return false;
        const std::size_t count = std::min(digits / 2, m_limit - m_line.count);
        for (std::size_t i = 0; i < count; ++i)
            m_line.bytes[m_line.count++] = static_cast<std::byte>(byteAt(m_cursor.rest().data() + 2 * i));
        m_cursor.skip(2 * count);
        m_groupDigits = digits;
        return true;
    }

    /// Brackets and the like, and every character that is not ASCII: tcpdump prints none of these among characters'
    /// dots.
    bool takeSign(char c)
    {
        constexpr std::string_view signs = "{}[]()*_`'\"^~|<>,";
        if (static_cast<unsigned char>(c) < 0x80 && signs.find(c) == std::string_view::npos)
            return false;
        m_cursor.skip(1);
        return true;
    }

    TextCursor m_cursor;
    std::size_t m_limit;
    bool m_ignoresGaps;
    std::size_t m_groupDigits = 0;
    HexLine m_line;
};

bool isBareHex(std::string_view text)
{
    std::size_t digits = 0;
    for (const char c : text) {
        if (digit(c) >= 0)
            ++digits;
        else if (!isSpace(c))
            return false;
    }
    return digits >= fewestBareDigits && digits % 2 == 0;
}

} // namespace

std::optional<HexLine> parseUntouchedHexLine(std::string_view line)
{
    constexpr std::size_t prefixLength = 10; // "\t0x0010:  "
    constexpr std::size_t groupCount = 8;
    if (line.size() < prefixLength + 2 || !line.starts_with("\t0x") || line.substr(7, 3) != ":  ")
        return {};
    const int high = byteAt(line.data() + 3);
    const int low = byteAt(line.data() + 5);
    if (high < 0 || low < 0)
        return {};
    HexLine hex;
    hex.offset = static_cast<std::uint32_t>(high << 8 | low);
    std::size_t at = prefixLength;
    for (std::size_t group = 0; group < groupCount && at + 2 <= line.size(); ++group) {
        const int first = byteAt(line.data() + at);
        const int second = at + 4 <= line.size() ? byteAt(line.data() + at + 2) : -1;
        if (first < 0)
            return {};
        hex.bytes[hex.count++] = static_cast<std::byte>(first);
        at += 2;
        if (second >= 0) {
            hex.bytes[hex.count++] = static_cast<std::byte>(second);
            at += 2;
        }
        const bool more = at + 1 < line.size() && line[at] == ' ' && line[at + 1] != ' ';
        if (!more || second < 0)
            break;
        ++at;
    }
    hex.textLength = line.size() - at;
    if (hex.textLength > 0 && (hex.textLength < 2 || line[at] != ' ' || line[at + 1] != ' '))
        return {};
    return hex;
}

std::optional<HexLine> parseHexLine(std::string_view text, std::optional<std::size_t> wanted)
{
    TextCursor cursor(text);
    cursor.skipSpaces();
    const auto offset = takeOffset(cursor);
    if (!offset && !isBareHex(cursor.rest()))
        return {};
    const std::size_t limit = offset ? usualBytes : HexLine::maximumBytes;
    HexLine line = GroupReader(cursor.rest(), wanted ? wanted : offset ? std::nullopt : std::optional(limit)).read();
    line.offset = offset;
    if (line.count == 0 || (wanted && line.count != *wanted))
        return {};
    return line;
}

} // namespace tcpladder
