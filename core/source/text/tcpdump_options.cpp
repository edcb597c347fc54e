// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/tcpdump_options.h"

#include "core/decode/tcp_options.h"
#include "core/source/text/text_cursor.h"

#include <array>

namespace tcpladder {

namespace {

// A data offset of 15 leaves this much for options.
constexpr std::size_t longestOptions = 40;

/// Writes options to the end of a header.
class OptionWriter
{
public:
    OptionWriter(std::vector<std::byte>& to, SequenceNumber sackBase)
        : m_to(to)
        , m_sackBase(sackBase)
    {
    }

    void octet(std::uint8_t value) { m_to.push_back(static_cast<std::byte>(value)); }

    void number(std::uint32_t value, int width)
    {
        while (width-- > 0)
            octet(static_cast<std::uint8_t>(value >> (8 * width)));
    }

    void head(TcpOptionKind kind, std::size_t length)
    {
        octet(static_cast<std::uint8_t>(kind));
        octet(static_cast<std::uint8_t>(length));
    }

    /// Bytes of an option that the text does not print.
    void unknown(std::size_t count)
    {
        while (count-- > 0)
            octet(0);
    }

    /// "090909090000": an even number of digits.
    bool hex(std::string_view digits)
    {
        if (digits.size() % 2 != 0 || digits.size() > 2 * longestOptions)
            return false;
        for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
            const int high = hexDigitValue(digits[i]);
            const int low = hexDigitValue(digits[i + 1]);
            if (high < 0 || low < 0)
                return false;
            octet(static_cast<std::uint8_t>(high << 4 | low));
        }
        return true;
    }

    SequenceNumber sackBase() const { return m_sackBase; }

private:
    std::vector<std::byte>& m_to;
    SequenceNumber m_sackBase;
};

/// Writes one option whose name was taken; text is what stands behind the name.
using WriteOption = bool (*)(OptionWriter& writer, TextCursor& text);

bool writeMaximumSegmentSize(OptionWriter& writer, TextCursor& text)
{
    const auto size = text.number<std::uint16_t>();
    writer.head(TcpOptionKind::MaximumSegmentSize, 4);
    writer.number(size.value_or(0), 2);
    return size.has_value();
}

bool writeWindowScale(OptionWriter& writer, TextCursor& text)
{
    const auto shift = text.number<std::uint8_t>();
    writer.head(TcpOptionKind::WindowScale, 3);
    writer.octet(shift.value_or(0));
    return shift.has_value();
}

bool writeTimestamps(OptionWriter& writer, TextCursor& text)
{
    const auto value = text.number<std::uint32_t>();
    const bool separated = text.take(" ecr ") || text.take(' '); // the latter before tcpdump 4.0
    const auto echo = separated ? text.number<std::uint32_t>() : std::nullopt;
    writer.head(TcpOptionKind::Timestamps, 10);
    writer.number(value.value_or(0), 4);
    writer.number(echo.value_or(0), 4);
    return value && echo;
}

/// "1 {1449:2897}", "2 {1:2}{5:9}".
bool writeSack(OptionWriter& writer, TextCursor& text)
{
    const auto count = text.number<std::uint8_t>();
    if (!count || *count > TcpOptions::maximumSackBlocks)
        return false;
    writer.head(TcpOptionKind::Sack, 2u + 8u * *count);
    text.skipSpaces();
    for (std::uint8_t i = 0; i < *count; ++i) {
        const auto left = text.take('{') ? text.number<std::uint32_t>() : std::nullopt;
        const auto right = left && text.take(':') ? text.number<std::uint32_t>() : std::nullopt;
        if (!right || !text.take('}'))
            return false;
        writer.number((writer.sackBase() + *left).value, 4);
        writer.number((writer.sackBase() + *right).value, 4);
    }
    return true;
}

/// " cookiereq", " cookie 63cf1d2f".
bool writeFastOpen(OptionWriter& writer, TextCursor& text)
{
    text.skipSpaces();
    const bool isRequest = text.take("cookiereq");
    const std::string_view cookie = !isRequest && text.take("cookie ") ? text.rest() : std::string_view();
    writer.head(TcpOptionKind::FastOpen, 2 + cookie.size() / 2);
    return (isRequest || !cookie.empty()) && writer.hex(cookie);
}

/// The same in the form it had before RFC 7413: kind 254 with 0xf989 in front.
bool writeExperimentalFastOpen(OptionWriter& writer, TextCursor& text)
{
    text.skipSpaces();
    const bool isRequest = text.take("cookiereq");
    const std::string_view cookie = !isRequest && text.take("cookie ") ? text.rest() : std::string_view();
    writer.head(TcpOptionKind::Experiment2, 4 + cookie.size() / 2);
    writer.number(0xf989, 2);
    return (isRequest || !cookie.empty()) && writer.hex(cookie);
}

/// "12 dss ack 14413541604287230030": the length comes first, what follows is not read back.
bool writeMultipath(OptionWriter& writer, TextCursor& text)
{
    const auto length = text.number<std::uint8_t>();
    if (!length || *length < 2 || *length > longestOptions)
        return false;
    writer.head(TcpOptionKind::Multipath, *length);
    writer.unknown(*length - std::size_t{2});
    return true;
}

/// "161", "unknown-161 0x0102".
bool writeUnknown(OptionWriter& writer, TextCursor& text)
{
    const auto kind = text.number<std::uint8_t>();
    if (!kind)
        return false;
    const std::string_view value = text.take(" 0x") ? text.rest() : std::string_view();
    writer.head(static_cast<TcpOptionKind>(*kind), 2 + value.size() / 2);
    return writer.hex(value);
}

bool writeUserTimeout(OptionWriter& writer, TextCursor& text)
{
    text.take("0x");
    const auto timeout = text.number<std::uint16_t>(16);
    writer.head(TcpOptionKind::UserTimeout, 4);
    writer.number(timeout.value_or(0), 2);
    return timeout.has_value();
}

bool writeSackPermitted(OptionWriter& writer, TextCursor&)
{
    writer.head(TcpOptionKind::SackPermitted, 2);
    return true;
}

bool writeNoOperation(OptionWriter& writer, TextCursor&)
{
    writer.octet(static_cast<std::uint8_t>(TcpOptionKind::NoOperation));
    return true;
}

bool writeEndOfList(OptionWriter& writer, TextCursor&)
{
    writer.octet(static_cast<std::uint8_t>(TcpOptionKind::EndOfList));
    return true;
}

bool writeMd5Signature(OptionWriter& writer, TextCursor&)
{
    constexpr std::size_t digestLength = 16;
    writer.head(TcpOptionKind::Md5Signature, 2 + digestLength);
    writer.unknown(digestLength);
    return true;
}

struct NamedOption
{
    std::string_view name;
    WriteOption write;
};

// Longer names before those that they begin with.
constexpr auto namedOptions = std::to_array<NamedOption>({
    {"nop", writeNoOperation},
    {"TS val ", writeTimestamps},
    {"timestamp ", writeTimestamps},
    {"mss ", writeMaximumSegmentSize},
    {"sackOK", writeSackPermitted},
    {"wscale ", writeWindowScale},
    {"sack sack ", writeSack},
    {"sack ", writeSack},
    {"eol", writeEndOfList},
    {"mptcp ", writeMultipath},
    {"exp-tfo", writeExperimentalFastOpen},
    {"tfo", writeFastOpen},
    {"md5", writeMd5Signature},
    {"uto ", writeUserTimeout},
    {"unknown-", writeUnknown},
});

/// The next option: up to a comma that stands in no braces or brackets.
std::string_view takeOption(TextCursor& text)
{
    const std::string_view rest = text.rest();
    int depth = 0;
    std::size_t end = 0;
    for (; end < rest.size() && (depth > 0 || rest[end] != ','); ++end)
        depth += rest[end] == '{' || rest[end] == '[' ? 1 : rest[end] == '}' || rest[end] == ']' ? -1 : 0;
    const std::string_view option = rest.substr(0, end);
    text.skip(end + 1);
    return option;
}

bool writeOption(OptionWriter& writer, std::string_view option)
{
    TextCursor cursor(option);
    cursor.skipSpaces();
    for (const NamedOption& named : namedOptions) {
        if (cursor.take(named.name))
            return named.write(writer, cursor);
    }
    return false;
}

} // namespace

bool appendTextOptions(std::string_view text, SequenceNumber sackBase, std::vector<std::byte>& to)
{
    const std::size_t start = to.size();
    OptionWriter writer(to, sackBase);
    bool understood = true;
    for (TextCursor cursor(text); understood && !cursor.atEnd();)
        understood = writeOption(writer, takeOption(cursor));
    if (to.size() - start > longestOptions) {
        to.resize(start + longestOptions);
        return false;
    }
    while ((to.size() - start) % 4 != 0)
        to.push_back(std::byte{0});
    return understood;
}

} // namespace tcpladder
