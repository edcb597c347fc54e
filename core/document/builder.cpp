// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/builder.h"

#include "core/base/prefetch.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace tcpladder {

DocumentBuilder::DocumentBuilder(CaptureDocument& document, OpenedCapture& capture, Clock clock)
    : m_document(document)
    , m_capture(capture)
    , m_pages(std::move(clock))
{
    m_document.m_summary.bytesTotal = capture.size;
}

void DocumentBuilder::run(const std::stop_token& stop)
{
    DecodeAhead ahead(*m_capture.reader, wayToRead());
    while (m_document.m_summary.state == LoadState::Loading) {
        const DecodedBatch* const batch = ahead.next(stop);
        m_document.m_lock.lockForBatch();
        if (batch)
            take(*batch);
        else
            finish(LoadState::Cancelled);
        m_document.m_lock.unlockBatch();
        prepareGrowth();
    }
}

/// A list of millions is copied when it has to grow, and so is the table. The memory for that is provided meanwhile;
/// the copying itself takes but a tenth of the time.
void DocumentBuilder::prepareGrowth()
{
    constexpr std::size_t large = std::size_t{1} << 18;
    m_pages.provide(m_table.prepareGrowth());
    if (!m_current.isValid())
        return;
    const auto& segments = entryOf(m_current).connection.segments;
    if (segments.size() > large && segments.size() > segments.room() / 4 * 3)
        m_pages.provide(m_document.m_memory.prepare(segments.bytesOfNextRoom()));
}

/// However far the two processors are from each other: packets are asked for before they are wanted. A small capture
/// is read before another thread has begun.
DecodeAhead::Reading DocumentBuilder::wayToRead() const
{
    using enum DecodeAhead::Reading;
    constexpr std::uint64_t large = std::uint64_t{16} << 20;
    const bool isLarge = m_capture.size >= large && std::thread::hardware_concurrency() > 1;
    return m_capture.takesLongToRead || isLarge ? Ahead : InTurn;
}

void DocumentBuilder::take(const DecodedBatch& batch)
{
    for (const CaptureInterface& interface : batch.interfaces)
        m_document.m_interfaces.append(interface);
    takePackets(batch);
    keepPagesAhead();
    if (batch.damage)
        takeDamage(*batch.damage);
    m_document.m_summary.bytesRead = batch.position;
    ++m_document.m_summary.revision;
    if (batch.isLast)
        finish(LoadState::Complete);
}

/// With thousands of connections at once hardly anything of the next segment's lies in the cache: its slot of the table
/// leads to its connection, and that to its analysis. So each packet goes down a line of stages, a few packets long
/// each, of which all but the last ask for what the next one wants to look at.
void DocumentBuilder::takePackets(const DecodedBatch& batch)
{
    const DecodedPackets& packets = batch.packets;
    const std::span<const PacketLine> lines = packets.lines;
    constexpr std::size_t toHash = 8; // before the line
    constexpr std::size_t toConnection = 4;
    constexpr std::size_t toAnalysis = 8;
    constexpr std::size_t toMore = 12;
    constexpr std::size_t toTake = 16;
    std::array<Place, toTake> expected; // of the packets in the line
    const std::size_t count = batch.packetCount;
    for (const PacketLine& line : lines.first(std::min(toHash, count)))
        prefetchLine(&line);
    const auto step = [&](std::size_t i, auto isLineFull) {
        // Before the first packet, differences are larger than any count.
        const auto isThere = [&](std::size_t at) { return isLineFull || at < count; };
        if (isThere(i + toHash))
            prefetchLine(&lines[i + toHash]);
        if (isThere(i))
            prefetchSlot(packets, lines[i]);
        if (const std::size_t at = i - toConnection; isThere(at))
            expected[at % toTake] = prefetchConnection(lines[at].pairHash());
        if (const std::size_t at = i - toAnalysis; isThere(at) && expected[at % toTake].entry)
            prefetchAnalysis(*expected[at % toTake].entry);
        if (const std::size_t at = i - toMore; isThere(at) && expected[at % toTake].entry)
            expected[at % toTake].entry->analysis.prefetchMore();
        if (const std::size_t at = i - toTake; isThere(at))
            takePacket(batch, lines[at], at, expected[at % toTake]);
    };
    for (std::size_t i = 0; i < count + toTake; ++i) {
        if (i >= toTake && i + toHash < count) [[likely]]
            step(i, std::true_type());
        else
            step(i, std::false_type());
    }
}

void DocumentBuilder::prefetchSlot(const DecodedPackets& packets, const PacketLine& line) const
{
    m_table.prefetch(line.pairHash());
    if (!line.isPlain())
        prefetchWhole(packets.others[line.placeAmongOthers()]);
}

/// The one that the pair is most likely of, and its entry. Its sender is yet to be found.
DocumentBuilder::Place DocumentBuilder::prefetchConnection(std::uint32_t pairHash) const
{
    const ConnectionId id = m_table.guess(pairHash);
    if (!id.isValid())
        return {};
    ConnectionEntry& entry = entryOf(id);
    prefetchLine(&entry);
    prefetchLine(&entry.analysis);
    return {.connection = id, .entry = &entry};
}

void DocumentBuilder::prefetchAnalysis(const ConnectionEntry& entry)
{
    entry.analysis.prefetch();
    prefetchLine(entry.connection.segments.data() + entry.connection.segments.size());
}

void DocumentBuilder::keepPagesAhead()
{
    const auto keepAhead = [this](PagesAhead::Filler& filler, const auto& store, std::size_t size) {
        m_pages.keepAhead(filler, store.rest(), store.size() * size);
    };
    keepAhead(m_connectionPages, m_document.m_connections, sizeof(ConnectionEntry));
    keepAhead(m_findingPages, m_document.m_findings, sizeof(StoredFinding));
    const SegmentStore& segments = m_document.m_segments;
    m_pages.keepAhead(m_segmentPages, segments.rest(), segments.bytes());
    const LargePageResource& memory = m_document.m_memory;
    m_pages.keepAhead(m_outcomePages, memory.rest(), memory.size() - memory.rest().size());
}

void DocumentBuilder::finish(LoadState state)
{
    m_fragments.giveUpAll();
    noteIncompleteDatagrams();
    std::vector<ConnectionId> toTell;
    for (std::size_t i = 0; i < m_endsQuietly.size(); ++i)
        if (!m_endsQuietly[i])
            toTell.emplace_back(i);
    // Of hundreds of thousands this takes a while: views that wait are let in meanwhile.
    constexpr std::size_t connectionsAtOnce = 1024;
    for (std::size_t i = 0; i < toTell.size(); ++i) {
        if (i % connectionsAtOnce == connectionsAtOnce - 1) {
            m_document.m_lock.unlockBatch();
            m_document.m_lock.lockForBatch();
        }
        prefetchToFinish(std::span(toTell).subspan(i));
        m_current = toTell[i];
        entryOf(m_current).analysis.finish(*this, m_document.m_summary.lastTime);
    }
    m_document.m_summary.state = state;
    ++m_document.m_summary.revision; // the end has findings of its own
}

/// Nothing of those that have ended long ago lies in the cache.
void DocumentBuilder::prefetchToFinish(std::span<const ConnectionId> next) const
{
    constexpr std::size_t toSegment = 4;
    constexpr std::size_t toOutcome = 8;
    constexpr std::size_t toEntry = 12;
    if (toEntry >= next.size())
        return;
    prefetchWhole(entryOf(next[toEntry]));
    const ConnectionEntry& soon = entryOf(next[toOutcome]);
    soon.analysis.prefetchOutcome();
    prefetchLine(soon.connection.segments.data());
    if (const auto& segments = entryOf(next[toSegment]).connection.segments; !segments.empty())
        m_document.prefetchSegment(segments.back());
}

void DocumentBuilder::takePacket(
    const DecodedBatch& batch, const PacketLine& line, std::size_t position, const Place& expected)
{
    if (line.isPlain()) [[likely]]
        takePlain(batch.packets, position, expected);
    else
        takeOther(batch, line, expected);
}

void DocumentBuilder::takeOther(const DecodedBatch& batch, const PacketLine& line, const Place& expected)
{
    const DecodedPacket& decoded = batch.packets.others[line.placeAmongOthers()];
    const Segment& segment = decoded.segment;
    noteTime(segment.packet, segment.time);
    if (decoded.kept != DecodedPacket::notKept)
        takeKept(batch.kept[decoded.kept], decoded.problem, segment);
    else if (decoded.problem == DecodeProblem::None)
        takeDecoded(decoded, line.pairHash(), expected);
    else
        noteProblem(decoded.problem, segment.packet, segment.interface);
}

FindingId DocumentBuilder::add(const Finding& finding)
{
    StoredFinding stored{finding, false};
    stored.finding.connection = m_current;
    if (const SegmentId segment = finding.segment; segment.isValid()) // mostly the one at hand
        stored.finding.packet = segment == m_taken ? m_takenPacket : m_document.m_segments.packetOf(segment);
    const FindingId id(m_document.m_findings.append(stored));
    if (m_current.isValid()) {
        auto& findings = entryOf(m_current).findings;
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
        entryOf(m_current).findings.remove(id);
}

} // namespace tcpladder
