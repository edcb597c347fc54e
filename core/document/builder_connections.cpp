// SPDX-License-Identifier: GPL-3.0-or-later
// Where connections begin and end: incarnations of a pair, and analyses that are released and made anew.
#include "core/base/prefetch.h"
#include "core/document/builder.h"

#include <algorithm>
#include <utility>

namespace tcpladder {

namespace {

// Connections that were seen to end lately, and may still get a segment that was on its way.
constexpr std::size_t mostEnded = 128;
// Connections that have begun lately, most of which the answer will come to; and those of which it didn't.
constexpr std::size_t mostBegun = 2048;
constexpr std::size_t mostUnanswered = 2048;

// Of the other connections so many are analysed whatever they do. Where more are open, those that were quiet for long
// are put away: for as many segments as all open ones would get in a round, and some more. To make one anew takes ten
// times as long as its segments took, so that it is done once, and only for a short one.
constexpr std::size_t mostOpen = 4096;
constexpr std::size_t quietSegments = 16384;
constexpr std::size_t mostToReplay = 24;

// Those whose turn comes next were not looked at for long: of what comes so much later their memory is asked for.
constexpr std::size_t entriesAhead = 8;
constexpr std::size_t analysesAhead = 4;

/// Nothing has come from the other side.
bool isOneSided(const ConnectionEntry& entry)
{
    return entry.connection.counts[indexOf(Side::B)].segments == 0;
}

bool isOpen(const ConnectionEntry& entry)
{
    return !entry.isEnding && !entry.analysis.isReleased();
}

} // namespace

ConnectionId DocumentBuilder::openConnection(
    const EndpointPair& endpoints, ConnectionId previous, ConnectionAnalysis::Origin origin)
{
    const ConnectionId id(m_document.m_connections.emplace(m_document.m_analyses.take(origin)));
    beginConnection(id, endpoints, previous);
    return id;
}

void DocumentBuilder::beginConnection(ConnectionId id, const EndpointPair& endpoints, ConnectionId previous)
{
    m_endsQuietly.push_back(false);
    Connection& connection = entryOf(id).connection;
    connection.endpoints = endpoints;
    connection.previous = previous;
    connection.segments.reserve(m_document.m_memory, usualSegments);
    noteBegin(id);
    m_document.m_connections.prefetchNext();
}

ConnectionId DocumentBuilder::openSuccessor(ConnectionId old, const EndpointPair& endpoints, SegmentId first)
{
    m_current = old;
    ConnectionAnalysis& previous = liveAnalysis(placeIn(old, Side::A));
    previous.supersede(first, *this);
    entryOf(old).isSuperseded = 1;
    noteEnd(old);
    const bool followsTimeWait
        = previous.lastState(Side::A) == TcpState::TimeWait || previous.lastState(Side::B) == TcpState::TimeWait;
    return openConnection(endpoints, old, {.reusesPorts = true, .followsTimeWait = followsTimeWait});
}

void DocumentBuilder::noteEnd(ConnectionId connection)
{
    ConnectionEntry& entry = entryOf(connection);
    if (!entry.isEnding)
        m_ended.push_back(connection);
    entry.isEnding = 1;
}

void DocumentBuilder::releaseEnded()
{
    while (m_ended.size() > mostEnded) {
        prefetchLine(&entryOf(m_ended[entriesAhead]).analysis);
        entryOf(m_ended[analysesAhead]).analysis.prefetchRelease();
        const ConnectionId ended = m_ended.front();
        m_ended.pop_front();
        entryOf(ended).isEnding = 0;
        release(ended);
    }
}

void DocumentBuilder::noteBegin(ConnectionId connection)
{
    const auto popFront = [](std::deque<ConnectionId>& ids) {
        const ConnectionId first = ids.front();
        ids.pop_front();
        return first;
    };
    m_begun.push_back(connection);
    if (m_begun.size() <= mostBegun)
        return;
    prefetchWhole(entryOf(m_begun[entriesAhead]));
    if (const ConnectionEntry& entry = entryOf(m_begun[analysesAhead]); isOneSided(entry))
        entry.analysis.prefetchMore();
    if (const ConnectionId begun = popFront(m_begun); isUnanswered(begun))
        m_unanswered.push_back(begun);
    else if (isOpen(entryOf(begun)))
        m_open.push_back(begun);
    if (m_unanswered.size() > mostUnanswered) {
        if (const ConnectionId oldest = popFront(m_unanswered); isUnanswered(oldest))
            release(oldest);
        else if (isOpen(entryOf(oldest)))
            m_open.push_back(oldest);
    }
    putQuietAway();
}

/// Two for each that begins, so that none waits for long. Those that ended meanwhile are left out.
void DocumentBuilder::putQuietAway()
{
    for (int i = 0; i < 2 && m_open.size() > mostOpen; ++i) {
        prefetchLine(&entryOf(m_open[entriesAhead]));
        prefetchLine(&entryOf(m_open[entriesAhead]).analysis);
        const ConnectionId oldest = m_open.front();
        m_open.pop_front();
        if (isOpen(entryOf(oldest)) && !putAwayIfQuiet(oldest))
            m_open.push_back(oldest);
    }
}

bool DocumentBuilder::putAwayIfQuiet(ConnectionId connection)
{
    const ConnectionEntry& entry = entryOf(connection);
    const auto& segments = entry.connection.segments;
    if (segments.empty())
        return false;
    const std::size_t since = m_document.m_segments.size() - segments.back().value;
    const bool isQuiet = since > quietSegments + m_open.size();
    const bool isShort = segments.size() <= mostToReplay && entry.replayedSegments == 0;
    if (!isQuiet || !isShort || entry.hasWitness || !entry.analysis.mayBePutAway())
        return false;
    keepOutcome(connection);
    return true;
}

bool DocumentBuilder::isUnanswered(ConnectionId connection) const
{
    const ConnectionEntry& entry = entryOf(connection);
    return isOneSided(entry) && entry.analysis.isUnanswered();
}

/// One that was released before has to become twice as long first, so that making it anew never costs more than its
/// segments did.
void DocumentBuilder::release(ConnectionId connection)
{
    const ConnectionEntry& entry = entryOf(connection);
    const KeptAnalysis& analysis = entry.analysis;
    if (entry.hasWitness || !analysis.mayBeReleased())
        return;
    const auto& segments = entry.connection.segments;
    if (!analysis.supersededBy().isValid() && segments.size() < 2 * std::size_t{entry.replayedSegments})
        return;
    keepOutcome(connection);
}

void DocumentBuilder::keepOutcome(ConnectionId connection)
{
    ConnectionEntry& entry = entryOf(connection);
    auto& segments = entry.connection.segments;
    entry.analysis.release(m_document.m_analyses, m_document.m_memory);
    m_endsQuietly[connection.value] = !entry.analysis.hasEndFindings();
    if (segments.size() > usualSegments)
        segments.shrinkToSize(m_document.m_memory);
}

ConnectionId DocumentBuilder::moveToNewConnection(ConnectionId old, SegmentId first)
{
    auto& segments = entryOf(old).connection.segments;
    const auto* const begin = std::ranges::find(segments, first);
    const std::vector<SegmentId> moved(begin, segments.end());
    segments.cutAt(segments.size() - moved.size());
    const std::vector<Finding> errors = icmpErrorsOf(old);
    replay(old);

    ConnectionId opened;
    for (const SegmentId id : moved) {
        const auto segment = m_document.decode(m_document.m_segments[id]);
        if (!segment)
            continue; // the source was taken away under us; the segment stays listed in neither connection
        if (!opened.isValid()) {
            opened = openSuccessor(old, endpointsOf(*segment), first);
            entryOf(opened).hasWitness = entryOf(old).hasWitness;
        }
        const Side sender = senderOf(*segment, pairOf(opened)).value_or(Side::A);
        m_document.m_segments.moveTo(id, opened, sender);
        assign(*segment, id, placeIn(opened, sender));
    }
    if (opened.isValid()) {
        m_current = opened;
        m_textConflicts.restore(moved, *this);
        for (const Finding& error : errors)
            if (error.segment.isValid() && error.segment >= first)
                add(error);
    }
    return opened.isValid() ? opened : old;
}

void DocumentBuilder::replay(ConnectionId connection)
{
    ConnectionEntry& entry = entryOf(connection);
    m_current = connection;
    const std::vector<Finding> errors = icmpErrorsOf(connection);
    for (const FindingId finding : entry.findings)
        m_document.m_findings[finding.value].withdrawn = true;
    entry.findings.clear(m_document.m_memory);
    const SegmentId next = entry.analysis.supersededBy();
    m_endsQuietly[connection.value] = false;
    entry.analysis.restart(m_document.m_analyses, m_document.m_memory);
    entry.connection.counts = {};
    auto segments = std::exchange(entry.connection.segments, {});
    for (const SegmentId id : segments) {
        const SegmentRecord record = m_document.m_segments[id];
        if (const auto segment = m_document.decode(record))
            assign(*segment, id, placeIn(connection, record.sender));
    }
    segments.clear(m_document.m_memory);
    m_current = connection;
    if (next.isValid())
        entry.analysis.live().supersede(next, *this);
    const auto& kept = entry.connection.segments;
    entry.replayedSegments = static_cast<std::uint32_t>(kept.size()) & 0x1fff'ffff;
    m_textConflicts.restore(kept, *this);
    for (const Finding& error : errors)
        if (!error.segment.isValid() || (!kept.empty() && error.segment <= kept.back()))
            add(error);
}

std::vector<Finding> DocumentBuilder::icmpErrorsOf(ConnectionId connection) const
{
    std::vector<Finding> errors;
    for (const FindingId id : entryOf(connection).findings)
        if (m_document.m_findings[id.value].finding.kind == FindingKind::IcmpError)
            errors.push_back(m_document.m_findings[id.value].finding);
    return errors;
}

} // namespace tcpladder
