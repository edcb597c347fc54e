// SPDX-License-Identifier: GPL-3.0-or-later
// The many segments in the middle of a connection, about which there is nothing to say.
//
// The rules ask of every segment whether it is anything special. Nearly all go on just where their sender stopped, with
// an acknowledgment of something that was sent and not acknowledged before, in a connection where nothing is open: no
// hole, no probe, no FIN. One look here says that no rule would answer, so that only the numbers have to be moved. What
// is the least bit different goes the whole way; so the results are those of the rules alone.
#include "core/finding/acknowledgment_rules.h"
#include "core/finding/connection_analysis.h"

#include <algorithm>

namespace tcpladder {

namespace {

constexpr std::uint8_t congestionExperienced = 3; // RFC 3168 section 5

bool isSteady(const StreamTrack& track)
{
    return track.isStarted && track.hasAcknowledged && track.isWindowKnown && !track.twins.hasSeenTwin()
        && std::ranges::all_of(track.holes, &StreamHole::isBeforeCapture);
}

} // namespace

/// Nothing but the numbers of the next ordinary segment will change anything.
bool ConnectionAnalysis::isSteadyNow() const
{
    const auto isNone = [](SegmentId id) { return !id.isValid(); };
    return m_states.isSteady() && std::ranges::all_of(m_tracks, isSteady) && m_capturePoint.isDecided()
        && !m_isInTimeWait && !m_strangeSyn.id.isValid() && !m_strangeAnswer.id.isValid() && !m_isFinished
        && std::ranges::all_of(m_memory.misfitReset, isNone) && m_factsRevision == m_states.revision();
}

bool ConnectionAnalysis::isOrdinary(const Segment& segment, Side sender) const
{
    const auto& limit = m_facts.maximumSegmentSize[indexOf(peerOf(sender))];
    const bool isOversized = limit && segment.payloadLength > *limit && !m_memory.oversized[indexOf(sender)];
    const bool isUnfinished
        = segment.checksumStatus == ChecksumStatus::Partial && !m_memory.checksumPartial[indexOf(sender)];
    const bool isMarked = (segment.trafficClass & congestionExperienced) == congestionExperienced;
    return m_states.isOrdinary(segment, sender) && goesOn(segment, sender) && !isOversized && !isUnfinished && !isMarked
        && !segment.hasMalformedHeader && !segment.options.malformed
        && !m_tracks[indexOf(sender)].twins.twinOf(segment).isValid();
}

/// Whether it begins where its sender stopped, says something new that can be, and leaves room in the window.
bool ConnectionAnalysis::goesOn(const Segment& segment, Side sender) const
{
    const StreamTrack& own = m_tracks[indexOf(sender)];
    const StreamTrack& peer = m_tracks[indexOf(peerOf(sender))];
    const StreamPosition acknowledged = positionNear(peer.next, segment.acknowledgment);
    const bool hasData = segment.payloadLength > 0;
    if (segment.sequence.value != static_cast<std::uint32_t>(own.next) || segment.options.sackBlockCount > 0)
        return false;
    if (acknowledged > peer.next || acknowledged < own.acknowledged || (acknowledged == own.acknowledged && !hasData))
        return false;
    if (segment.window == 0 || peer.window == 0)
        return false;
    return !hasData
        || (!m_memory.windowFull[indexOf(sender)].isValid()
            && !windowUse(m_facts, peerOf(sender), peer, own.next + segment.payloadLength).isFull);
}

void ConnectionAnalysis::takeOrdinary(const Segment& segment, SegmentId id, Side sender)
{
    StreamTrack& own = m_tracks[indexOf(sender)];
    StreamTrack& peer = m_tracks[indexOf(peerOf(sender))];
    own.twins.note(segment, id, false);
    m_states.takeOrdinary(segment, sender);
    own.next += segment.payloadLength;
    const StreamPosition acknowledged = positionNear(peer.next, segment.acknowledgment);
    if (acknowledged > own.acknowledged)
        own.duplicateAcks = 0;
    own.acknowledged = acknowledged;
    own.window = segment.window;
    own.isWindowOfSyn = false;
    own.isProbed = own.isKeptAlive = false;
    own.noteLast(segment, id);
    peer.vainRepeats = 0;
    m_memory.windowFull[indexOf(peerOf(sender))] = {};
    m_last = id;
    m_lastSender = sender;
}

} // namespace tcpladder
