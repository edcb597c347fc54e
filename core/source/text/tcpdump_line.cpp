// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/tcpdump_line.h"

#include "core/source/text/tcpdump_ip_header.h"
#include "core/source/text/text_cursor.h"
#include "core/source/text/tshark_line.h"

#include <algorithm>
#include <array>

namespace tcpladder {

namespace {

constexpr std::string_view arrow = " > ";

// tcpdump prints six or nine digits; a time of day without them is some log's, unless an IP packet follows.
constexpr std::uint8_t fewestFractionDigits = 6;

/// What stands around one " > ".
struct Pair
{
    std::size_t begin = 0; ///< of the source's name in the line
    std::string_view source;
    std::string_view destination; ///< without its colon
    std::string_view behind;      ///< behind ": "
    bool hasColon = false;
};

Pair pairAt(std::string_view text, std::size_t at)
{
    Pair pair;
    pair.begin = at;
    while (pair.begin > 0 && !isSpace(text[pair.begin - 1]))
        --pair.begin;
    pair.source = text.substr(pair.begin, at - pair.begin);
    TextCursor cursor(text.substr(at + arrow.size()));
    std::string_view destination = cursor.rest().substr(0, findSpace(cursor.rest()));
    cursor.skip(destination.size());
    cursor.skipSpaces();
    pair.hasColon = destination.ends_with(':') && destination.size() > 1;
    if (pair.hasColon)
        destination.remove_suffix(1);
    pair.destination = destination;
    pair.behind = cursor.rest();
    return pair;
}

TextEndpoint splitEndpoint(std::string_view text)
{
    const std::size_t point = text.rfind('.');
    if (point == std::string_view::npos)
        return {text, {}};
    return {text.substr(0, point), text.substr(point + 1)};
}

bool isWhole(const TextEndpoint& endpoint)
{
    return !endpoint.host.empty() && !endpoint.port.empty();
}

/// Whether "IP6" or "ethertype IPv6" is the last protocol named in front of the addresses.
bool namesIpv6(std::string_view front)
{
    const std::size_t six = std::max(front.rfind("IP6") + 1, front.rfind("IPv6") + 1);
    const std::size_t four = std::max(front.rfind("IP ") + 1, front.rfind("IPv4") + 1);
    return six > four;
}

/// Whether a text that could not be read was meant to be a segment. " win " alone is a word of prose as well.
bool looksLikeSegment(std::string_view text, const TcpdumpLine& line)
{
    return text.starts_with("Flags [") || text.starts_with("Flags[")
        || ((line.hasTime() || line.namesProtocol) && text.find(" win ") != std::string_view::npos);
}

/// Protocol names, interfaces and link headers that lines without a time begin with.
bool startsLikePacket(std::string_view body)
{
    constexpr std::array words{"IP ", "IP6 ", "ARP, ", "PPPoE ", "IP, ", "IP6, ", "MPLS "};
    for (const std::string_view word : words) {
        if (body.starts_with(word))
            return true;
    }
    TextCursor cursor(body); // "eth0  Out IP ...", "?     In  IP6 ..."
    const std::size_t end = body.find(' ');
    if (end == std::string_view::npos)
        return false;
    cursor.skip(end);
    cursor.skipSpaces();
    constexpr std::array directions{"In ", "Out ", "B ", "M ", "P "};
    for (const std::string_view direction : directions) {
        if (cursor.take(direction)) {
            cursor.skipSpaces();
            return cursor.rest().starts_with("IP") || cursor.rest().starts_with("ifindex ");
        }
    }
    if (cursor.take("(oui ")) { // the maker of the card, behind its address: -e without -n
        cursor.skip(cursor.rest().find(')') + 1);
        cursor.skipSpaces();
    }
    return cursor.rest().starts_with("> ") && body.find(", ethertype ") != std::string_view::npos;
}

/// Looks at the pairs "a > b" from the left: MAC addresses, then tunnels, then the innermost addresses.
bool findSegment(std::string_view body, TcpdumpLine& line)
{
    bool hasAddresses = false;
    bool isUnreadable = false;
    for (std::size_t at = body.find(arrow); at != std::string_view::npos; at = body.find(arrow, at + 1)) {
        const Pair pair = pairAt(body, at);
        if (!pair.hasColon)
            continue;
        hasAddresses = true;
        line.source = splitEndpoint(pair.source);
        line.destination = splitEndpoint(pair.destination);
        if (pair.behind.starts_with("ICMP")) {
            line.kind = TcpdumpLineKind::Quotation;
            return true;
        }
        const auto segment = parseTcpdumpSegment(pair.behind);
        if (segment && isWhole(line.source) && isWhole(line.destination)) {
            const std::string_view front = body.substr(0, pair.begin);
            line.kind = TcpdumpLineKind::Segment;
            line.segment = *segment;
            line.isIpv6 = namesIpv6(front);
            line.ip = findTextIpHeader(front);
            line.namesProtocol = !front.empty();
            return true;
        }
        isUnreadable = isUnreadable || looksLikeSegment(pair.behind, line);
    }
    if (hasAddresses)
        line.kind = isUnreadable ? TcpdumpLineKind::Unreadable : TcpdumpLineKind::OtherPacket;
    return hasAddresses;
}

/// What tcpdump prints for a time that the C library can't tell, as behind 2038.
bool skipUntoldTime(TextCursor& cursor)
{
    const bool isThere = cursor.take("[Error converting time]");
    if (isThere)
        cursor.skipSpaces();
    return isThere;
}

/// "    1  16:40:55.856435 ...". Prose has numbers as well, so one counts only in front of what a packet begins with.
void takeNumberAndTime(TextCursor& cursor, TcpdumpLine& line)
{
    if (const auto time = takeTextTime(cursor)) {
        line.time = *time;
        return;
    }
    line.timeIsUntold = skipUntoldTime(cursor);
    TextCursor ahead = cursor;
    if (ahead.countDigits() == 0)
        return;
    ahead.skip(ahead.countDigits());
    if (ahead.skipSpaces() == 0)
        return;
    const bool isUntold = skipUntoldTime(ahead);
    if (const auto time = takeTextTime(ahead))
        line.time = *time;
    else if (!startsLikePacket(ahead.rest()))
        return;
    line.timeIsUntold = line.timeIsUntold || isUntold;
    line.isNumbered = true;
    cursor = ahead;
}

/// What tcpdump itself prints in front of a time.
bool isNumberOrNothing(std::string_view text)
{
    return text.find_first_not_of(" \t0123456789") == std::string_view::npos;
}

/// Length of what a program that keeps a log has put in front of tcpdump's own time: "Nov 25 06:10:00 gate tcpdump[7]:
/// ", or a time of its own. tcpdump's is the one right before the protocol.
std::size_t logPrefixLength(std::string_view text)
{
    constexpr std::size_t longestPrefix = 200;
    const auto timeBegins = [&](std::size_t begin, std::size_t end) {
        TextCursor time(text.substr(begin, end - begin));
        const auto found = takeTextTime(time);
        return found && time.atEnd() && found->fractionDigits > 0;
    };
    const auto wordBefore = [&](std::size_t end) { return end == 0 ? 0 : text.find_last_of(" \t", end - 1) + 1; };
    for (const std::string_view protocol : {" IP ", " IP6 "}) {
        const std::size_t end = text.substr(0, longestPrefix).find(protocol);
        std::size_t begin = end == std::string_view::npos ? 0 : wordBefore(end);
        if (begin == 0 || !timeBegins(begin, end))
            continue;
        if (const std::size_t date = wordBefore(begin - 1); timeBegins(date, end)) // "2026-11-25 06:10:00.123456"
            begin = date;
        return isNumberOrNothing(text.substr(0, begin)) ? 0 : begin;
    }
    return 0;
}

bool isHeader(std::string_view body)
{
    return body.ends_with(')') && findTextIpHeader(body).has_value();
}

bool hasWord(std::string_view text, std::string_view word)
{
    return text.find(word) != std::string_view::npos;
}

/// A line without any readable pair of addresses.
void classifyRest(std::string_view body, TcpdumpLine& line)
{
    const bool startsPacket = startsLikePacket(body);
    const bool exactTime
        = line.hasTime() && line.time.form != TextTimeForm::Elapsed && line.time.fractionDigits >= fewestFractionDigits;
    if (!startsPacket && !exactTime)
        return;
    if (hasWord(body, "Flags [") && hasWord(body, "win "))
        line.kind = TcpdumpLineKind::Unreadable;
    else if (exactTime || body.starts_with("ARP, "))
        line.kind = TcpdumpLineKind::OtherPacket;
}

/// "14:58:04.199325 IP", as tcpdump itself prints it: most lines begin so.
bool takePlainTime(TextCursor& cursor, TcpdumpLine& line)
{
    TextCursor ahead = cursor;
    const auto time = takeTextTime(ahead);
    if (!time || !(ahead.rest().starts_with(" IP ") || ahead.rest().starts_with(" IP6 ")))
        return false;
    line.time = *time;
    cursor = ahead;
    return true;
}

} // namespace

TcpdumpLine parseTcpdumpLine(std::string_view printed)
{
    TcpdumpLine line;
    TextCursor cursor(printed);
    if (!takePlainTime(cursor, line)) {
        cursor = TextCursor(printed.substr(logPrefixLength(printed)));
        cursor.skipSpaces();
        takeNumberAndTime(cursor, line);
    }
    if (line.hasTime() && !cursor.atEnd() && cursor.skipSpaces() == 0)
        return {};
    const std::string_view body = cursor.rest();
    line.namesProtocol = startsLikePacket(body);
    if (isHeader(body)) {
        line.kind = TcpdumpLineKind::Header;
        line.ip = findTextIpHeader(body);
        line.isIpv6 = namesIpv6(body);
    } else if (!findSegment(body, line)) {
        if (!line.hasTime() || !parseTsharkBody(body, line))
            classifyRest(body, line);
    } else if (line.kind == TcpdumpLineKind::OtherPacket && !line.namesProtocol && !line.hasTime()) {
        line.kind = TcpdumpLineKind::Prose;
    }
    return line;
}

} // namespace tcpladder
