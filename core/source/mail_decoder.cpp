// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/mail_decoder.h"

#include "core/source/text/text_cursor.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace tcpladder {

namespace {

constexpr std::string_view encodingField = "content-transfer-encoding:";
constexpr std::string_view typeField = "content-type:";

// Longer lines are no fields and no boundaries (RFC 5322 2.1.1, RFC 2046 5.1.1).
constexpr std::size_t longestLine = 1000;

// A mail has a few; more are made to keep us busy.
constexpr std::size_t mostBoundaries = 16;

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char c) { return lowered(c); });
    return result;
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    return begin == std::string_view::npos ? std::string_view()
                                           : text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

/// The value of a base64 digit, or a negative number.
int base64Value(char c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

/// boundary="xyz" or boundary=xyz of a Content-Type, as written.
std::string_view boundaryIn(std::string_view line)
{
    constexpr std::string_view name = "boundary=";
    const std::size_t at = lowered(line).find(name);
    if (at == std::string::npos)
        return {};
    const std::string_view value = line.substr(at + name.size());
    if (value.starts_with('"'))
        return value.substr(1, value.find('"', 1) - 1);
    return trimmed(value.substr(0, value.find(';')));
}

/// Takes a byte at a time, since input ends anywhere, and hands on what it can at once, since a mail may end anywhere.
class MailDecoder final : public Decompressor
{
public:
    Result<Progress> unpack(Bytes input, std::span<std::byte> output) override
    {
        constexpr std::size_t mostAtOnce = 4; // bytes that one byte of input may bring
        Progress progress;
        while (progress.consumed < input.size() && progress.produced + mostAtOnce <= output.size()) {
            m_output = output.subspan(progress.produced);
            m_produced = 0;
            take(static_cast<char>(input[progress.consumed++]));
            progress.produced += m_produced;
        }
        progress.isAtEnd = progress.consumed == input.size();
        return progress;
    }

private:
    enum class Encoding : std::uint8_t { Plain, QuotedPrintable, Base64 };

    void take(char c)
    {
        if (m_line.size() < longestLine)
            m_line += c;
        const bool isBoundary = m_line.starts_with("--");
        if (m_encoding == Encoding::Base64 && !m_isHeader && m_line == "-")
            put('\n'); // what was decoded may end without one
        if (m_isHeader || m_encoding == Encoding::Plain || (m_encoding == Encoding::Base64 && m_line.starts_with('-')))
            put(c);
        else if (m_encoding == Encoding::Base64)
            takeBase64(c);
        else
            takeQuoted(c);
        if (c != '\n')
            return;
        if (m_isHeader)
            takeHeaderLine();
        else if (isBoundary)
            takeBoundary();
        m_line.clear();
    }

    void takeHeaderLine()
    {
        const std::string line = lowered(m_line);
        if (trimmed(line).empty()) {
            m_isHeader = false;
            if (!m_isText && m_encoding == Encoding::Base64) // a picture, say
                m_encoding = Encoding::Plain;
        } else if (line.starts_with(encodingField)) {
            const std::string_view value = trimmed(std::string_view(line).substr(encodingField.size()));
            m_encoding = value == "base64"    ? Encoding::Base64
                : value == "quoted-printable" ? Encoding::QuotedPrintable
                                              : Encoding::Plain;
        } else if (line.starts_with(typeField)) {
            m_isText = trimmed(std::string_view(line).substr(typeField.size())).starts_with("text/");
        }
        const std::string_view boundary = boundaryIn(m_line);
        if (!boundary.empty() && m_boundaries.size() < mostBoundaries)
            m_boundaries.emplace_back(boundary);
    }

    void takeBoundary()
    {
        const std::string_view name = std::string_view(m_line).substr(2);
        if (std::ranges::any_of(
                m_boundaries, [&](const std::string& boundary) { return name.starts_with(boundary); })) {
            m_isHeader = true;
            m_encoding = Encoding::Plain;
            m_isText = true;
            m_bits = 0;
            m_bitCount = 0;
        }
    }

    void takeBase64(char c)
    {
        const int value = base64Value(c);
        if (value < 0) {
            if (c == '=')
                m_bitCount = 0;
            return;
        }
        m_bits = m_bits << 6U | static_cast<unsigned>(value);
        m_bitCount += 6;
        if (m_bitCount >= 8) {
            m_bitCount -= 8;
            put(static_cast<char>(m_bits >> m_bitCount & 0xff));
        }
    }

    /// "=3D" is a character, and "=" at the end of a line joins it with the next.
    void takeQuoted(char c)
    {
        m_pending += c;
        const std::string_view text = m_pending;
        const bool isBegun = text == "=" || text == "=\r" || (text.size() == 2 && hexDigitValue(text[1]) >= 0);
        if (text.front() == '=' && isBegun)
            return;
        if (text.size() == 3 && text.front() == '=' && hexDigitValue(text[2]) >= 0 && text[1] != '\r')
            put(static_cast<char>(hexDigitValue(text[1]) << 4 | hexDigitValue(text[2])));
        else if (text != "=\n" && text != "=\r\n")
            std::ranges::for_each(text, [this](char each) { put(each); });
        m_pending.clear();
    }

    void put(char c) { m_output[m_produced++] = static_cast<std::byte>(c); }

    std::string m_line; ///< as it stands in the mail, up to here
    std::vector<std::string> m_boundaries;
    bool m_isHeader = true;
    bool m_isText = true; ///< what the header says of its part
    Encoding m_encoding = Encoding::Plain;
    std::string m_pending; ///< "=" and what may belong to it
    unsigned m_bits = 0;   ///< of base64 digits that make no byte yet
    unsigned m_bitCount = 0;
    std::span<std::byte> m_output;
    std::size_t m_produced = 0;
};

} // namespace

bool beginsLikeMail(Bytes head)
{
    const std::string_view text(reinterpret_cast<const char*>(head.data()), head.size());
    const auto* const end = std::ranges::find_if_not(text, [](char c) { return isLetter(c) || c == '-'; });
    return text.starts_with("From ") || (end != text.begin() && std::string_view(end, text.end()).starts_with(": "));
}

std::unique_ptr<Decompressor> makeMailDecoderFor(Bytes head)
{
    if (!beginsLikeMail(head))
        return nullptr;
    const std::string text = '\n' + lowered({reinterpret_cast<const char*>(head.data()), head.size()});
    const auto has = [&](std::string_view field, std::string_view value) {
        const std::size_t at = text.find('\n' + std::string(field));
        return at != std::string::npos
            && trimmed(std::string_view(text).substr(at + 1 + field.size())).starts_with(value);
    };
    const bool mayBeEncoded
        = has(encodingField, "quoted-printable") || has(encodingField, "base64") || has(typeField, "multipart/");
    return mayBeEncoded ? std::make_unique<MailDecoder>() : nullptr;
}

} // namespace tcpladder
