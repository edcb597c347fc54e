// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/tcpdump_segment.h"

#include "core/source/text/text_cursor.h"

namespace tcpladder {

namespace {

constexpr std::string_view cutMark = "[|";

/// One letter of "[SEW.]". Nothing for a letter that tcpdump does not print.
std::optional<TcpFlag> flagOfLetter(char letter)
{
    switch (letter) {
    case 'F': return TcpFlag::Fin;
    case 'S': return TcpFlag::Syn;
    case 'R': return TcpFlag::Rst;
    case 'P': return TcpFlag::Psh;
    case '.': return TcpFlag::Ack;
    case 'U': return TcpFlag::Urg;
    case 'E': return TcpFlag::Ece;
    case 'W': return TcpFlag::Cwr;
    case 'e': return TcpFlag::Ae;
    default: return {};
    }
}

std::optional<TcpFlags> parseFlagLetters(std::string_view letters)
{
    TcpFlags flags;
    if (letters == "none")
        return flags;
    for (const char letter : letters) {
        const auto flag = flagOfLetter(letter);
        if (!flag)
            return {};
        flags = flags.with(*flag);
    }
    return letters.empty() ? std::nullopt : std::optional(flags);
}

template <class Number>
bool read(TextCursor& cursor, std::optional<Number>& field)
{
    field = cursor.number<Number>();
    return field.has_value();
}

/// "1:79": tcpdump prints the end only where there is payload.
bool readSequence(TextCursor& cursor, TcpdumpSegment& segment)
{
    if (!read(cursor, segment.sequence))
        return false;
    if (cursor.peek() != ':')
        return true;
    cursor.skip(1);
    const auto end = cursor.number<std::uint32_t>();
    if (end && segment.sequence)
        segment.payloadLength = *end - *segment.sequence;
    return end.has_value();
}

/// "0x6bed (correct)", "0x5858 (incorrect -> 0xe30a)".
bool readChecksum(TextCursor& cursor, TcpdumpSegment& segment)
{
    cursor.take("0x");
    segment.checksum = cursor.number<std::uint16_t>(16);
    if (!segment.checksum)
        return false;
    segment.checksumIsGood = cursor.take(" (correct)");
    if (cursor.take(" (")) {
        segment.checksumIsWrong = cursor.rest().starts_with("incorrect");
        return cursor.upTo(")").has_value();
    }
    return true;
}

/// "[mss 1460,mptcp 12 capable v1 flags [H] {0x29a6}]": brackets may stand in brackets.
bool readOptions(TextCursor& cursor, TcpdumpSegment& segment)
{
    const std::string_view text = cursor.rest();
    int depth = 1;
    std::size_t end = 0;
    for (; end < text.size() && depth > 0; ++end) {
        const char c = text[end];
        if (c == '[' && text.substr(end).starts_with(cutMark))
            break;
        if (c == '[' || c == ']')
            depth += c == '[' ? 1 : -1;
    }
    segment.options = text.substr(0, depth == 0 ? end - 1 : end);
    segment.cut = depth != 0 && end < text.size();
    cursor.skip(end);
    return true;
}

/// "[ack 2028584922 != 0 while ACK flag not set]", "[urg 5 while URG flag not set]".
bool readStrayField(TextCursor& cursor, TcpdumpSegment& segment)
{
    if (cursor.take("ack "))
        read(cursor, segment.acknowledgment);
    else if (cursor.take("urg "))
        read(cursor, segment.urgentPointer);
    return cursor.upTo("]").has_value();
}

bool readLength(TextCursor& cursor, TcpdumpSegment& segment)
{
    segment.endsWithLength = read(cursor, segment.payloadLength);
    return segment.endsWithLength;
}

/// One field behind a comma.
bool readField(TextCursor& cursor, TcpdumpSegment& segment)
{
    if (cursor.take("ack "))
        return read(cursor, segment.acknowledgment);
    if (cursor.take("win "))
        return read(cursor, segment.window);
    if (cursor.take("length "))
        return readLength(cursor, segment);
    if (cursor.take("options ["))
        return readOptions(cursor, segment);
    if (cursor.take("seq "))
        return readSequence(cursor, segment);
    if (cursor.take("cksum "))
        return readChecksum(cursor, segment);
    if (cursor.take("urg "))
        return read(cursor, segment.urgentPointer);
    if (cursor.take('['))
        return readStrayField(cursor, segment);
    return false;
}

} // namespace

std::optional<TcpdumpSegment> parseNewSegment(std::string_view text)
{
    TextCursor cursor(text);
    if (!cursor.take("Flags ["))
        return {};
    TcpdumpSegment segment;
    const auto letters = cursor.upTo("]");
    segment.flags = letters ? parseFlagLetters(*letters) : std::nullopt;
    if (!segment.flags)
        return {};
    while (!segment.endsWithLength && !segment.cut) {
        cursor.skipSpaces();
        if (cursor.rest().starts_with(cutMark)) {
            segment.cut = true;
        } else if (!cursor.take(',')) {
            // A line that was wrapped ends here; anything else is not tcpdump's.
            return cursor.atEnd() ? std::optional(segment) : std::nullopt;
        } else {
            cursor.skipSpaces();
            if (!cursor.atEnd() && !readField(cursor, segment))
                return {};
        }
    }
    return segment;
}

std::optional<TcpdumpSegment> parseQuietSegment(std::string_view text)
{
    TextCursor cursor(text);
    TcpdumpSegment segment;
    if (!cursor.take("tcp ") || !readLength(cursor, segment))
        return {};
    if (!cursor.atEnd() && !isSpace(cursor.peek()))
        return {};
    return segment;
}

std::optional<TcpdumpSegment> parseTcpdumpSegment(std::string_view text)
{
    if (text.starts_with("Flags ["))
        return parseNewSegment(text);
    if (text.starts_with("tcp "))
        return parseQuietSegment(text);
    return parseOldSegment(text);
}

} // namespace tcpladder
