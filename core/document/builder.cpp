// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/builder.h"

#include <algorithm>
#include <utility>

namespace tcpladder {

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
    constexpr std::size_t forSlot = 16;
    constexpr std::size_t forConnection = 12;
    constexpr std::size_t forAnalysis = 8;
    constexpr std::size_t forMore = 4;
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
    if (const ConnectionEntry* const entry = connectionAt(forMore))
        entry->analysis.prefetchMore();
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

void DocumentBuilder::takeSegment(const Segment& segment, std::uint32_t pairHash)
{
    const Place found = place(segment, pairHash);
    assign(segment, SegmentId(m_document.m_segments.emplace(segment, found.connection, found.sender)), found);
    if (m_document.m_connections[found.connection.value].isEnding)
        releaseEnded();
}

void DocumentBuilder::takeDecoded(const DecodedPacket& decoded)
{
    m_hasText |= decoded.agreesWithText;
    takeSegment(decoded.segment, decoded.pairHash);
    if (decoded.agreesWithText)
        decideConflicts(decoded.segment, SegmentId(m_document.m_segments.size() - 1));
}

DocumentBuilder::Place DocumentBuilder::find(const Segment& segment, std::uint32_t pairHash) const
{
    Side sender = Side::A;
    const ConnectionId connection = m_table.find(pairHash, [&](ConnectionId id) {
        const std::optional<Side> side = senderOf(segment, pairOf(id));
        sender = side.value_or(Side::A);
        return side.has_value();
    });
    return {connection, sender};
}

DocumentBuilder::Place DocumentBuilder::place(const Segment& segment, std::uint32_t pairHash)
{
    const Place latest = find(segment, pairHash);
    IncarnationJudgement judgement{IncarnationVerdict::New, {}};
    if (latest.connection.isValid()) [[likely]] {
        judgement = liveAnalysis(latest.connection).judge(segment, latest.sender);
        if (judgement.verdict == IncarnationVerdict::Same) [[likely]]
            return latest;
    }
    const ConnectionId opened = openFor(segment, latest.connection, judgement);
    m_table.assign(pairHash, opened, [&](ConnectionId id) { return senderOf(segment, pairOf(id)).has_value(); });
    return {opened, senderOf(segment, pairOf(opened)).value_or(Side::A)};
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

void DocumentBuilder::assign(const Segment& segment, SegmentId id, Place place)
{
    ConnectionEntry& entry = m_document.m_connections[place.connection.value];
    entry.connection.segments.append(m_document.m_memory, id);
    SideCounts& counts = entry.connection.counts[indexOf(place.sender)];
    ++counts.segments;
    counts.payloadBytes += segment.payloadLength;
    m_current = place.connection;
    entry.analysis.live().take(segment, id, place.sender, *this);
    if (segment.hasMalformedHeader) [[unlikely]] {
        Finding finding = captureFinding(FindingKind::MalformedPacket, segment.packet);
        finding.segment = id;
        add(finding);
    }
    if (entry.analysis.facts().hasEnd)
        noteEnd(place.connection);
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
