// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/facts_wording.h"

#include "core/base/translate.h"

#include <array>
#include <cstdio>

namespace tcpladder {

namespace {

template <class Enum>
std::string_view textOf(const auto& texts, Enum value)
{
    return texts.at(static_cast<std::size_t>(value));
}

std::string formatMilliseconds(Duration duration)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.3f", std::chrono::duration<double, std::milli>(duration).count());
    return text.data();
}

// By InitiatorEvidence. %1 the side that opened it.
constexpr auto initiatorTexts = std::to_array<std::string_view>({
    TCPLADDER_TR("core", "Who opened it is unknown: the handshake is not in the capture."),
    TCPLADDER_TR("core", "Opened by %1, which sent the SYN."),
    TCPLADDER_TR("core", "Opened by %1, to which the SYN,ACK went; the SYN is not in the capture."),
    TCPLADDER_TR("core", "Opened by both sides at once."),
});

Message initiatorFact(const Connection& connection, const ConnectionFacts& facts)
{
    Message message{textOf(initiatorTexts, facts.initiatorEvidence), {}};
    if (facts.initiator)
        message.arguments.push_back(formatEndpoint(connection.endpoint(*facts.initiator)));
    return message;
}

// By CapturePointEvidence; at one side (%1), and elsewhere.
constexpr auto atSideTexts = std::to_array<std::string_view>({
    TCPLADDER_TR("core", "Where it was captured is unknown."),
    TCPLADDER_TR("core", "Captured at %1: checksums from there are left to its network card."),
    TCPLADDER_TR("core",
        "Captured at %1 or before the first router from there: the time to live of its packets is as systems send it."),
    TCPLADDER_TR("core", "Captured at %1 or near: nearly all of the handshake's round trip lies on the other side."),
});

constexpr auto elsewhereTexts = std::to_array<std::string_view>({
    TCPLADDER_TR("core", "Where it was captured is unknown."),
    TCPLADDER_TR("core",
        "Captured on the host of both sides: checksums of both are left to a network card that they never meet."),
    TCPLADDER_TR("core", "Captured between the two sides: routers have lowered the time to live of both."),
    TCPLADDER_TR("core", "Captured between the two sides: each has its part in the handshake's round trip."),
});

Message capturePointFact(const Connection& connection, const CapturePointVerdict& verdict)
{
    const bool isAtA = verdict.point == CapturePoint::AtA;
    if (!isAtA && verdict.point != CapturePoint::AtB)
        return {textOf(elsewhereTexts, verdict.evidence), {}};
    return {textOf(atSideTexts, verdict.evidence), {formatEndpoint(connection.endpoint(isAtA ? Side::A : Side::B))}};
}

void addAnnouncement(const Connection& connection, const ConnectionFacts& facts, Side side, std::vector<Message>& to)
{
    const auto& segmentSize = facts.maximumSegmentSize[indexOf(side)];
    const auto& scale = facts.windowScale[indexOf(side)];
    const std::string name = formatEndpoint(connection.endpoint(side));
    if (segmentSize && scale)
        to.push_back({TCPLADDER_TR("core", "%1 announces MSS %2 and window scale %3."),
            {name, std::to_string(*segmentSize), std::to_string(*scale)}});
    else if (segmentSize)
        to.push_back(
            {TCPLADDER_TR("core", "%1 announces MSS %2 and no window scale."), {name, std::to_string(*segmentSize)}});
    else if (scale)
        to.push_back(
            {TCPLADDER_TR("core", "%1 announces no MSS and window scale %2."), {name, std::to_string(*scale)}});
}

void addCounts(const Connection& connection, const ConnectionFacts& facts, Side side, std::vector<Message>& to)
{
    const std::string name = formatEndpoint(connection.endpoint(side));
    const SideCounts& counts = connection.counts[indexOf(side)];
    to.push_back({TCPLADDER_TR("core", "%1 sent %2 bytes of data in %3 segments, of which %4 bytes again."),
        {name, std::to_string(counts.payloadBytes), std::to_string(counts.segments),
            std::to_string(facts.repeatedBytes[indexOf(side)])}});
    if (const std::uint64_t missing = facts.missingOctets[indexOf(side)]; missing > 0)
        to.push_back({TCPLADDER_TR("core", "%2 octets that %1 sent arrived but are not in the capture."),
            {name, std::to_string(missing)}});
}

// By CloseKind. %1 the side that began.
constexpr auto closeTexts = std::to_array<std::string_view>({
    TCPLADDER_TR("core", "Not closed in the capture."),
    TCPLADDER_TR("core", "Closed by %1 only."),
    TCPLADDER_TR("core", "Closed by %1 first, with four segments."),
    TCPLADDER_TR("core", "Closed by %1 first, with three segments: the second FIN brings the ACK of the first."),
    TCPLADDER_TR("core", "Closed by both sides at once."),
    TCPLADDER_TR("core", "Ended by a RST."),
    TCPLADDER_TR("core", "Refused by a RST."),
});

Message closeFact(const Connection& connection, const ConnectionFacts& facts)
{
    const Side first
        = facts.closedActively[indexOf(Side::B)] && !facts.closedActively[indexOf(Side::A)] ? Side::B : Side::A;
    return {textOf(closeTexts, facts.close), {formatEndpoint(connection.endpoint(first))}};
}

std::string_view completenessText(const ConnectionFacts& facts)
{
    if (facts.isWhole())
        return TCPLADDER_TR("core", "The capture has the whole connection.");
    if (!facts.hasHandshake)
        return facts.hasEnd ? TCPLADDER_TR("core", "The capture has the end of it, but not the handshake.")
                            : TCPLADDER_TR("core", "The capture has neither the handshake nor the end of it.");
    return facts.hasEnd ? TCPLADDER_TR("core", "The capture has its handshake and its end, but not all between.")
                        : TCPLADDER_TR("core", "The capture has the handshake, but not the end of it.");
}

} // namespace

std::vector<Message> describeFacts(const CaptureDocument& document, ConnectionId connection)
{
    const ConnectionEntry& entry = document.connection(connection);
    const ConnectionFacts& facts = entry.analysis.facts();
    std::vector<Message> messages{initiatorFact(entry.connection, facts)};
    if (facts.initialRoundTrip)
        messages.push_back({TCPLADDER_TR("core", "Initial round-trip time, from SYN to ACK: %1 ms."),
            {formatMilliseconds(*facts.initialRoundTrip)}});
    messages.push_back(capturePointFact(entry.connection, facts.capturePoint));
    for (const Side side : {Side::A, Side::B})
        addAnnouncement(entry.connection, facts, side, messages);
    for (const Side side : {Side::A, Side::B})
        addCounts(entry.connection, facts, side, messages);
    messages.push_back(closeFact(entry.connection, facts));
    messages.push_back({completenessText(facts), {}});
    return messages;
}

} // namespace tcpladder
