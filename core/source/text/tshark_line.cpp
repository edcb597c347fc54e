// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/tshark_line.h"

#include "core/source/text/text_cursor.h"

#include <array>
#include <bit>

namespace tcpladder {

namespace {

std::string_view takeToken(TextCursor& cursor)
{
    const std::string_view token = cursor.rest().substr(0, cursor.rest().find_first_of(" \t"));
    cursor.skip(token.size());
    return token;
}

/// Which arrow depends on the version and on what the terminal can show.
bool takeArrow(TextCursor& cursor)
{
    return cursor.take("\xe2\x86\x92") || cursor.take("->") || cursor.take('>');
}

bool takeSpacedArrow(TextCursor& cursor)
{
    TextCursor ahead = cursor;
    ahead.skipSpaces();
    if (!takeArrow(ahead))
        return false;
    ahead.skipSpaces();
    cursor = ahead;
    return true;
}

struct FlagWord
{
    std::string_view word;
    TcpFlag flag;
};

constexpr auto flagWords = std::to_array<FlagWord>({
    {"SYN", TcpFlag::Syn},
    {"ACK", TcpFlag::Ack},
    {"FIN", TcpFlag::Fin},
    {"RST", TcpFlag::Rst},
    {"PSH", TcpFlag::Psh},
    {"URG", TcpFlag::Urg},
    {"ECE", TcpFlag::Ece},
    {"ECN", TcpFlag::Ece},
    {"CWR", TcpFlag::Cwr},
    {"AE", TcpFlag::Ae},
    {"NS", TcpFlag::Ae},
});

/// "[SYN, ACK]".
std::optional<TcpFlags> takeFlags(TextCursor& cursor)
{
    TcpFlags flags;
    if (!cursor.take('['))
        return {};
    if (cursor.take("<None>]"))
        return flags;
    do {
        cursor.skipSpaces();
        const auto* found = flagWords.end();
        for (const auto* each = flagWords.begin(); each != flagWords.end() && found == flagWords.end(); ++each) {
            if (cursor.take(each->word))
                found = each;
        }
        if (found == flagWords.end())
            return {};
        flags = flags.with(found->flag);
    } while (cursor.take(','));
    return cursor.take(']') ? std::optional(flags) : std::nullopt;
}

/// "Seq=1": the number behind a name that stands as a word of its own.
template <class Number>
std::optional<Number> numberOf(std::string_view text, std::string_view name)
{
    std::size_t at = text.find(name);
    while (at != std::string_view::npos && at > 0 && !isSpace(text[at - 1]))
        at = text.find(name, at + 1);
    if (at == std::string_view::npos)
        return {};
    TextCursor cursor(text.substr(at + name.size()));
    return cursor.number<Number>();
}

/// "[TCP Retransmission] " in front of the ports.
void skipRemarks(TextCursor& cursor)
{
    cursor.skipSpaces();
    while (cursor.peek() == '[' && cursor.upTo("]"))
        cursor.skipSpaces();
}

std::string_view takePort(TextCursor& cursor)
{
    const std::size_t digits = cursor.countDigits();
    const std::string_view port = cursor.rest().substr(0, digits);
    cursor.skip(digits);
    return port;
}

bool parseSegment(TextCursor& cursor, TcpdumpLine& line)
{
    cursor.skipSpaces();
    cursor.skip(cursor.countDigits()); // length of the packet
    skipRemarks(cursor);
    line.source.port = takePort(cursor);
    if (line.source.port.empty() || !takeSpacedArrow(cursor))
        return false;
    line.destination.port = takePort(cursor);
    cursor.skipSpaces();
    TcpdumpSegment& segment = line.segment;
    segment.flags = takeFlags(cursor);
    const std::string_view values = cursor.rest();
    segment.sequence = numberOf<std::uint32_t>(values, "Seq=");
    segment.payloadLength = numberOf<std::uint32_t>(values, "Len=");
    if (line.destination.port.empty() || !segment.flags || !segment.sequence || !segment.payloadLength)
        return false;
    segment.acknowledgment = numberOf<std::uint32_t>(values, "Ack=");
    if (segment.flags->has(TcpFlag::Syn))
        segment.window = numberOf<std::uint16_t>(values, "Win=");
    segment.urgentPointer = numberOf<std::uint16_t>(values, "Urg=");
    segment.options = values;
    segment.isTshark = true;
    segment.endsWithLength = true;
    return true;
}

} // namespace

bool parseTsharkBody(std::string_view body, TcpdumpLine& line)
{
    TextCursor cursor(body);
    const std::string_view source = takeToken(cursor);
    const bool hasArrow = takeSpacedArrow(cursor);
    if (!hasArrow && cursor.skipSpaces() < 2) // Wireshark's columns stand apart
        return false;
    const std::string_view destination = takeToken(cursor);
    cursor.skipSpaces();
    const std::string_view protocol = takeToken(cursor);
    TcpdumpLine parsed = line;
    parsed.source.host = source;
    parsed.destination.host = destination;
    parsed.isIpv6 = source.find(':') != std::string_view::npos;
    if (protocol == "TCP" && parseSegment(cursor, parsed)) {
        parsed.kind = TcpdumpLineKind::Segment;
        parsed.namesProtocol = true;
        line = parsed;
        return true;
    }
    if (!hasArrow || !line.isNumbered || !line.hasTime() || destination.ends_with(':'))
        return false;
    line.kind = TcpdumpLineKind::OtherPacket;
    return true;
}

std::string tsharkOptionsAsTcpdump(std::string_view text)
{
    std::string options;
    const auto add = [&options](const std::string& option) { options += (options.empty() ? "" : ",") + option; };
    if (const auto size = numberOf<std::uint16_t>(text, "MSS="))
        add("mss " + std::to_string(*size));
    if (text.find(" SACK_PERM") != std::string_view::npos)
        add("sackOK");
    if (const auto value = numberOf<std::uint32_t>(text, "TSval="))
        add("TS val " + std::to_string(*value) + " ecr "
            + std::to_string(numberOf<std::uint32_t>(text, "TSecr=").value_or(0)));
    if (const auto factor = numberOf<std::uint32_t>(text, "WS="); factor && *factor > 0)
        add("wscale " + std::to_string(std::bit_width(*factor) - 1));
    const auto left = numberOf<std::uint32_t>(text, "SLE=");
    const auto right = numberOf<std::uint32_t>(text, "SRE=");
    if (left && right)
        add("sack 1 {" + std::to_string(*left) + ":" + std::to_string(*right) + "}");
    return options;
}

} // namespace tcpladder
