// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a decoded segment, by the shortest way that it can go.
#include "core/document/builder.h"

namespace tcpladder {

void DocumentBuilder::noteTime(PacketNumber packet, Timestamp time)
{
    CaptureSummary& summary = m_document.m_summary;
    ++summary.packets;
    if (time >= summary.lastTime && summary.lastTime != unknownTime) [[likely]]
        summary.lastTime = time;
    else
        noteUnusualTime(packet, time);
}

/// The short way of the many segments in the middle of a connection, about which there is nothing to say. False, and
/// nothing has changed, where the segment is any other.
template <class ToTake>
[[gnu::always_inline]] inline bool DocumentBuilder::takeSteadily(const ToTake& one, const Place& latest)
{
    if (!latest.entry || !latest.entry->analysis.isLive())
        return false;
    ConnectionEntry& entry = *latest.entry;
    const SegmentId id(m_document.m_segments.size());
    if (!entry.analysis.live().takeSteady(one.segment, id, latest.sender))
        return false;
    one.appendTo(m_document.m_segments, latest.connection, latest.sender);
    noteInConnection(one.payloadLength(), id, entry.connection, latest.sender);
    m_current = latest.connection;
    return true;
}

/// What nearly every packet is: one function, since to enter all those that it calls costs as much as they do.
[[gnu::flatten]] void DocumentBuilder::takePlain(
    const DecodedPackets& packets, std::size_t position, const Place& expected)
{
    const PlainToTake plain{packets.lines[position].segment, packets.origin, position};
    noteTime(plain.packet(), plain.segment.time);
    const Place latest = find(plain.segment, plain.origin, expected);
    if (!takeSteadily(plain, latest))
        takeUnsteady(plain, latest);
    if (plain.segment.agreesWithText && m_textConflicts.areOpen()) [[unlikely]]
        decideConflicts(plain);
}

[[gnu::noinline]] void DocumentBuilder::takeUnsteady(const PlainToTake& plain, const Place& latest)
{
    const bool isShaped = latest.entry && latest.entry->analysis.shaped();
    if (isShaped && goOnShaped(plain, latest))
        return;
    const Segment segment = plain.whole();
    if (latest.entry || !openShaped(segment, plain.segment.pairHash))
        takeSegment(segment, plain.segment.pairHash, latest);
}

[[gnu::noinline]] void DocumentBuilder::decideConflicts(const PlainToTake& plain)
{
    decideConflicts(plain.whole(), SegmentId(m_document.m_segments.size() - 1));
}

void DocumentBuilder::takeSegment(
    const Segment& segment, std::uint32_t pairHash, const Place& latest, Evidence evidence)
{
    const Place found = place(segment, pairHash, latest);
    if (evidence == Evidence::BytesAndLine)
        found.entry->hasWitness = 1;
    assign(segment, m_document.m_segments.append(segment, found.connection, found.sender), found);
    if (found.entry->isEnding)
        releaseEnded();
}

void DocumentBuilder::takeDecoded(const DecodedPacket& decoded, std::uint32_t pairHash, const Place& expected)
{
    const Place latest = find(decoded.segment, pairHash, expected);
    if (!takeSteady(decoded.segment, latest) && !takeShaped(decoded.segment, pairHash, latest))
        takeSegment(decoded.segment, pairHash, latest);
    if (decoded.agreesWithText)
        decideConflicts(decoded.segment, SegmentId(m_document.m_segments.size() - 1));
}

[[gnu::flatten]] bool DocumentBuilder::takeSteady(const Segment& segment, const Place& latest)
{
    return takeSteadily(WholeToTake{segment}, latest);
}

void DocumentBuilder::noteInConnection(std::uint32_t payloadLength, SegmentId id, Connection& connection, Side sender)
{
    connection.segments.append(m_document.m_memory, id);
    SideCounts& counts = connection.counts[indexOf(sender)];
    ++counts.segments;
    counts.payloadBytes += payloadLength;
}

void DocumentBuilder::assign(const Segment& segment, SegmentId id, const Place& place)
{
    ConnectionEntry& entry = *place.entry;
    noteInConnection(segment.payloadLength, id, entry.connection, place.sender);
    m_current = place.connection;
    m_taken = id;
    m_takenPacket = segment.packet;
    entry.analysis.live().take(segment, id, place.sender, *this);
    if (segment.hasMalformedHeader) [[unlikely]] {
        Finding finding = captureFinding(FindingKind::MalformedPacket, segment.packet);
        finding.segment = id;
        add(finding);
    }
    if (entry.analysis.live().facts().hasEnd)
        noteEnd(place.connection);
}

} // namespace tcpladder
