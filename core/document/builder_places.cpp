// SPDX-License-Identifier: GPL-3.0-or-later
// Which connection a segment belongs to.
#include "core/document/builder.h"

namespace tcpladder {

template <class SenderIn>
DocumentBuilder::Place DocumentBuilder::find(std::uint32_t pairHash, const SenderIn& senderIn) const
{
    Place place;
    place.connection = m_table.find(pairHash, [&](ConnectionId id) {
        place.entry = &entryOf(id);
        const std::optional<Side> side = senderIn(place.entry->connection.endpoints);
        place.sender = side.value_or(Side::A);
        return side.has_value();
    });
    if (!place.connection.isValid())
        place.entry = nullptr; // of another pair with the same hash
    return place;
}

/// The table was asked some packets before: what it gave is right unless a new incarnation has begun since then.
template <class SenderIn>
DocumentBuilder::Place DocumentBuilder::find(
    std::uint32_t pairHash, const Place& expected, const SenderIn& senderIn) const
{
    if (expected.entry && !expected.entry->isSuperseded) [[likely]]
        if (const auto sender = senderIn(expected.entry->connection.endpoints)) [[likely]]
            return {expected.connection, *sender, expected.entry};
    return find(pairHash, senderIn);
}

DocumentBuilder::Place DocumentBuilder::find(const Segment& segment, std::uint32_t pairHash) const
{
    return find(pairHash, [&](const EndpointPair& pair) { return senderOf(segment, pair); });
}

DocumentBuilder::Place DocumentBuilder::find(
    const Segment& segment, std::uint32_t pairHash, const Place& expected) const
{
    return find(pairHash, expected, [&](const EndpointPair& pair) { return senderOf(segment, pair); });
}

DocumentBuilder::Place DocumentBuilder::find(
    const PlainSegment& segment, const PlainOrigin& origin, const Place& expected) const
{
    return find(segment.pairHash, expected, [&](const EndpointPair& pair) { return senderOf(segment, origin, pair); });
}

DocumentBuilder::Place DocumentBuilder::place(const Segment& segment, std::uint32_t pairHash, const Place& latest)
{
    IncarnationJudgement judgement{IncarnationVerdict::New, {}};
    if (latest.entry) [[likely]] {
        judgement = liveAnalysis(latest).judge(segment, latest.sender);
        if (judgement.verdict == IncarnationVerdict::Same) [[likely]]
            return latest;
    }
    const ConnectionId opened = openFor(segment, latest.connection, judgement);
    m_table.assign(pairHash, opened, [&](ConnectionId id) { return senderOf(segment, pairOf(id)).has_value(); });
    return placeIn(opened, senderOf(segment, pairOf(opened)).value_or(Side::A));
}

ConnectionId DocumentBuilder::openFor(
    const Segment& segment, ConnectionId latest, const IncarnationJudgement& judgement)
{
    if (!latest.isValid())
        return openConnection(endpointsOf(segment), {}, {});
    return judgement.verdict == IncarnationVerdict::NewSinceEarlier
        ? moveToNewConnection(latest, judgement.from)
        : openSuccessor(latest, endpointsOf(segment), SegmentId(m_document.m_segments.size()));
}

} // namespace tcpladder
