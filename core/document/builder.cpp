// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/builder.h"

#include <algorithm>
#include <utility>

namespace tcpladder {

Side DocumentBuilder::sideOf(const Connection& connection, const Segment& segment)
{
    const Endpoint& a = connection.endpoint(Side::A);
    return segment.sourcePort == a.port && segment.source == a.address ? Side::A : Side::B;
}

DocumentBuilder::DocumentBuilder(CaptureDocument& document, OpenedCapture& capture)
    : m_document(document)
    , m_capture(capture)
{
    m_document.m_summary.bytesTotal = capture.size;
}

void DocumentBuilder::run(const std::stop_token& stop)
{
    using enum DecodeAhead::Reading;
    DecodeAhead ahead(*m_capture.reader, m_capture.takesLongToRead ? Ahead : InTurn);
    while (m_document.m_summary.state == LoadState::Loading) {
        const DecodedBatch* const batch = ahead.next(stop);
        m_document.m_lock.lockForBatch();
        if (batch)
            take(*batch);
        else
            finish(LoadState::Cancelled);
        m_document.m_lock.unlockBatch();
    }
}

void DocumentBuilder::take(const DecodedBatch& batch)
{
    for (const CaptureInterface& interface : batch.interfaces)
        m_document.m_interfaces.append(interface);
    for (std::size_t i = 0; i < batch.packets.size(); ++i) {
        prefetch(batch.packets, i);
        takePacket(batch.packets[i]);
    }
    keepPagesAhead();
    if (batch.damage)
        takeDamage(*batch.damage);
    m_document.m_summary.bytesRead = batch.position;
    ++m_document.m_summary.revision;
    if (batch.isLast)
        finish(LoadState::Complete);
}

/// With thousands of connections at once hardly anything of the next segment's lies in the cache: its slot of the table
/// leads to its connection, and that to its analysis. Each is asked for some packets before it is wanted.
void DocumentBuilder::prefetch(std::span<const DecodedPacket> packets, std::size_t at) const
{
    constexpr std::size_t forSlot = 12;
    constexpr std::size_t forConnection = 8;
    constexpr std::size_t forAnalysis = 4;
    const auto connectionAt = [&](std::size_t ahead) -> const ConnectionEntry* {
        const ConnectionId id
            = at + ahead < packets.size() ? m_table.guess(packets[at + ahead].pairHash) : ConnectionId{};
        return id.isValid() ? &m_document.m_connections[id.value] : nullptr;
    };
    if (at + forSlot < packets.size())
        m_table.prefetch(packets[at + forSlot].pairHash);
    if (const ConnectionEntry* const entry = connectionAt(forConnection)) {
        __builtin_prefetch(entry);
        __builtin_prefetch(&entry->analysis);
    }
    if (const ConnectionEntry* const entry = connectionAt(forAnalysis)) {
        entry->analysis.prefetch();
        __builtin_prefetch(entry->connection.segments.data() + entry->connection.segments.size());
    }
}

void DocumentBuilder::keepPagesAhead()
{
    const auto keepAhead = [this](PagesAhead::Filler& filler, const auto& store, std::size_t size) {
        m_pages.keepAhead(filler, store.rest(), store.size() * size);
    };
    keepAhead(m_segmentPages, m_document.m_segments, sizeof(SegmentRecord));
    keepAhead(m_connectionPages, m_document.m_connections, sizeof(ConnectionEntry));
    keepAhead(m_findingPages, m_document.m_findings, sizeof(StoredFinding));
    keepAhead(m_outcomePages, m_document.m_memory, 1);
}

void DocumentBuilder::finish(LoadState state)
{
    m_fragments.giveUpAll();
    noteIncompleteDatagrams();
    // Of hundreds of thousands this takes a tenth of a second: views that wait are let in meanwhile.
    constexpr std::size_t connectionsAtOnce = 1024;
    for (std::size_t i = 0; i < m_document.m_connections.size(); ++i) {
        if (i % connectionsAtOnce == connectionsAtOnce - 1) {
            m_document.m_lock.unlockBatch();
            m_document.m_lock.lockForBatch();
        }
        m_current = ConnectionId(i);
        m_document.m_connections[i].analysis.finish(*this, m_document.m_summary.lastTime);
    }
    m_document.m_summary.state = state;
    ++m_document.m_summary.revision; // the end has findings of its own
}

void DocumentBuilder::takePacket(const DecodedPacket& decoded)
{
    const Segment& segment = decoded.segment;
    noteTime(segment.packet, segment.time);
    if (decoded.kept)
        takeKept(*decoded.kept, decoded.problem, segment);
    else if (decoded.problem == DecodeProblem::None)
        takeDecoded(decoded);
    else
        noteProblem(decoded.problem, segment.packet, segment.interface);
}

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
            takeSegment(segment, hashOf(segment));
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
    const ConnectionId connection = m_table.find(pair, hashOf(pair), pairOf());
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
    const Connection& entry = m_document.m_connections[connection.value].connection;
    const Endpoint source{error.source, error.sourcePort};
    const Side sender = entry.endpoint(Side::A) == source ? Side::A : Side::B;
    const std::size_t count = entry.segments.size();
    for (std::size_t i = count; error.sequence && i > 0 && count - i < furthestBack; --i) {
        const SegmentRecord& record = m_document.m_segments[entry.segments[i - 1].value];
        if (record.side() == sender && record.sequence == *error.sequence)
            return entry.segments[i - 1];
    }
    return {};
}

void DocumentBuilder::takeSegment(const Segment& segment, std::uint32_t pairHash)
{
    const ConnectionId connection = place(segment, pairHash);
    const Side sender = sideOf(m_document.m_connections[connection.value].connection, segment);
    assign(segment, SegmentId(m_document.m_segments.emplace(segment, connection, sender)), connection);
    releaseEnded();
}

/// A segment of a text, with a line that says what the bytes say, or something else.
void DocumentBuilder::takeWitnessed(Segment segment, const Packet& packet)
{
    m_hasText = true;
    const WitnessVerdict verdict
        = packet.witness->hasBytes ? judgeWitness(*packet.witness, segment, packet.bytes) : WitnessVerdict{};
    applyVerdict(verdict, segment);
    takeSegment(segment, hashOf(segment));
    const SegmentId id(m_document.m_segments.size() - 1);
    const SegmentRecord& record = m_document.m_segments[id.value];
    m_current = record.connection;
    m_textConflicts.note(*packet.witness, verdict, segment, id, record.connection, record.side(), *this);
    decideConflicts(segment, id);
}

void DocumentBuilder::takeDecoded(const DecodedPacket& decoded)
{
    m_hasText |= decoded.agreesWithText;
    takeSegment(decoded.segment, decoded.pairHash);
    if (decoded.agreesWithText)
        decideConflicts(decoded.segment, SegmentId(m_document.m_segments.size() - 1));
}

/// A segment of a text may tell what was on the wire where line and bytes of another one differ.
void DocumentBuilder::decideConflicts(const Segment& segment, SegmentId id)
{
    const SegmentRecord& record = m_document.m_segments[id.value];
    while (const auto decision = m_textConflicts.observe(segment, id, record.connection, record.side())) {
        SegmentRecord& decided = m_document.m_segments[decision->segment.value];
        decided.offsetAndFlags = static_cast<std::uint16_t>((decided.offsetAndFlags & 0xf000) | decision->flags.bits);
        replay(record.connection);
    }
}

ConnectionId DocumentBuilder::place(const Segment& segment, std::uint32_t pairHash)
{
    const EndpointPair pair = endpointsOf(segment);
    ConnectionId connection = m_table.find(pair, pairHash, pairOf());
    if (connection.isValid()) [[likely]] {
        const ConnectionEntry& entry = m_document.m_connections[connection.value];
        const IncarnationJudgement judgement
            = liveAnalysis(connection).judge(segment, sideOf(entry.connection, segment));
        if (judgement.verdict == IncarnationVerdict::Same) [[likely]]
            return connection;
        connection = judgement.verdict == IncarnationVerdict::NewSinceEarlier
            ? moveToNewConnection(connection, judgement.from)
            : openSuccessor(connection, pair, SegmentId(m_document.m_segments.size()));
    } else {
        connection = openConnection(pair, {}, {});
    }
    m_table.assign(pair, pairHash, connection, pairOf());
    return connection;
}

void DocumentBuilder::assign(const Segment& segment, SegmentId id, ConnectionId connection)
{
    ConnectionEntry& entry = m_document.m_connections[connection.value];
    const Side sender = m_document.m_segments[id.value].side();
    entry.connection.segments.append(m_document.m_memory, id);
    SideCounts& counts = entry.connection.counts[indexOf(sender)];
    ++counts.segments;
    counts.payloadBytes += segment.payloadLength;
    m_current = connection;
    entry.analysis.live().take(segment, id, sender, *this);
    if (segment.hasMalformedHeader) {
        Finding finding = captureFinding(FindingKind::MalformedPacket, segment.packet);
        finding.segment = id;
        add(finding);
    }
    if (entry.analysis.facts().hasEnd)
        noteEnd(connection);
}

FindingId DocumentBuilder::add(const Finding& finding)
{
    StoredFinding stored{finding, false};
    stored.finding.connection = m_current;
    if (stored.finding.segment.isValid())
        stored.finding.packet = m_document.m_segments[stored.finding.segment.value].packet;
    const FindingId id(m_document.m_findings.append(stored));
    if (m_current.isValid()) {
        auto& findings = m_document.m_connections[m_current.value].findings;
        if (findings.empty())
            findings.reserve(m_document.m_memory, usualFindings);
        findings.append(m_document.m_memory, id);
    }
    return id;
}

void DocumentBuilder::withdraw(FindingId id)
{
    m_document.m_findings[id.value].withdrawn = true;
    if (m_current.isValid())
        m_document.m_connections[m_current.value].findings.remove(id);
}

} // namespace tcpladder
