// SPDX-License-Identifier: GPL-3.0-or-later
// Packets of which more is wanted than their segment: fragments, ICMP errors, packets of texts and those with a
// comment.
#include "core/document/builder.h"

#include <utility>

namespace tcpladder {

void DocumentBuilder::takeKept(const KeptPacket& kept, DecodeProblem problem, const Segment& segment)
{
    if (!kept.comment.empty())
        m_document.m_comments->add(kept.packet.number, kept.comment);
    if (!kept.witness) {
        takeWhole(kept.packet, problem, segment);
        return;
    }
    Segment decoded;
    const DecodeProblem found = decodeSegment(kept.packet, linkTypeOf(kept.packet.interface), decoded);
    takeWhole(kept.packet, found, decoded);
}

void DocumentBuilder::takeWhole(const Packet& packet, DecodeProblem problem, const Segment& segment)
{
    switch (problem) {
    case DecodeProblem::None:
        if (packet.witness)
            takeWitnessed(segment, packet);
        else
            takeSegment(segment, hashOf(segment), find(segment, hashOf(segment)));
        break;
    case DecodeProblem::Fragment: takeFragment(packet); break;
    case DecodeProblem::IcmpError: takeIcmpError(packet); break;
    default: noteProblem(problem, packet.number, packet.interface); break;
    }
}

LinkType DocumentBuilder::linkTypeOf(InterfaceId interface) const
{
    return m_document.m_interfaces[interface.value].linkType;
}

void DocumentBuilder::takeFragment(const Packet& packet)
{
    auto assembled
        = m_fragments.add(packet, walkToTcp(linkTypeOf(packet.interface), packet.bytes, packet.originalLength));
    noteIncompleteDatagrams();
    if (!assembled)
        return;
    const auto offset = m_document.m_store->add(std::move(assembled->recipe));
    if (!offset)
        return;
    Packet whole = packet; // the segment stands where its last fragment does
    whole.interface = assembled->interface;
    whole.offset = *offset;
    whole.bytes = assembled->bytes;
    whole.originalLength = static_cast<std::uint32_t>(assembled->bytes.size());
    const auto segment = decodeSegment(whole, linkTypeOf(whole.interface));
    // May be a fragment again, of a packet that a tunnel carries.
    takeWhole(whole, segment ? DecodeProblem::None : segment.error(), segment.value_or(Segment{}));
}

void DocumentBuilder::takeIcmpError(const Packet& packet)
{
    const auto error = decodeIcmpError(linkTypeOf(packet.interface), packet.bytes);
    if (!error)
        return;
    const EndpointPair pair{
        Endpoint{error->source, error->sourcePort}, Endpoint{error->destination, error->destinationPort}};
    const ConnectionId connection = m_table.find(
        hashOf(pair), [&](ConnectionId id) { return isSamePair(entryOf(id).connection.endpoints, pair); });
    if (!connection.isValid())
        return;
    Finding finding = captureFinding(FindingKind::IcmpError, packet.number);
    finding.variant = static_cast<std::uint8_t>(error->meaning);
    finding.segment = findQuoted(connection, *error);
    finding.values = {packet.number.value, std::uint64_t{error->type} * 1000 + error->code, error->mtu};
    m_current = connection;
    add(finding);
}

SegmentId DocumentBuilder::findQuoted(ConnectionId connection, const IcmpError& error) const
{
    // An error comes within a round trip: far back there is nothing to find.
    constexpr std::size_t furthestBack = 4096;
    const Connection& entry = entryOf(connection).connection;
    const Endpoint source{error.source, error.sourcePort};
    const Side sender = entry.endpoint(Side::A) == source ? Side::A : Side::B;
    const std::size_t count = entry.segments.size();
    for (std::size_t i = count; error.sequence && i > 0 && count - i < furthestBack; --i) {
        const SegmentRecord record = m_document.m_segments[entry.segments[i - 1]];
        if (record.sender == sender && record.sequence == *error.sequence)
            return entry.segments[i - 1];
    }
    return {};
}

/// A segment of a text, with a line that says what the bytes say, or something else.
void DocumentBuilder::takeWitnessed(Segment segment, const Packet& packet)
{
    const WitnessVerdict verdict
        = packet.witness->hasBytes ? judgeWitness(*packet.witness, segment, packet.bytes) : WitnessVerdict{};
    applyVerdict(verdict, segment);
    takeSegment(segment, hashOf(segment), find(segment, hashOf(segment)), Evidence::BytesAndLine);
    const SegmentId id(m_document.m_segments.size() - 1);
    const SegmentRecord record = m_document.m_segments[id];
    m_current = record.connection;
    m_textConflicts.note(*packet.witness, verdict, segment, id, record.connection, record.sender, *this);
    decideConflicts(segment, id);
}

/// A segment of a text may tell what was on the wire where line and bytes of another one differ.
void DocumentBuilder::decideConflicts(const Segment& segment, SegmentId id)
{
    if (!m_textConflicts.areOpen()) [[likely]]
        return;
    const SegmentRecord record = m_document.m_segments[id];
    while (const auto decision = m_textConflicts.observe(segment, id, record.connection, record.sender)) {
        m_document.m_segments.setFlags(decision->segment, decision->flags);
        replay(record.connection);
    }
}

} // namespace tcpladder
