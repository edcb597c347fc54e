// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/time_wait_watch.h"

#include <algorithm>

namespace tcpladder {

namespace {

const Transition* entryOf(Side side, std::span<const Transition> course)
{
    const auto found = std::ranges::find_if(
        course, [side](const Transition& step) { return step.side == side && step.to == TcpState::TimeWait; });
    return found == course.end() ? nullptr : &*found;
}

} // namespace

void TimeWaitWatch::take(const Segment& segment, SegmentId id, Side sender, const StateInference& states)
{
    const Transition* entry = entryOf(m_stay.side, states.transitions());
    if (!entry) {
        *this = TimeWaitWatch(m_stay.side);
        return;
    }
    const EndpointEvidence& evidence = states.evidence(m_stay.side);
    if (m_stay.startedBy != entry->cause || m_stay.lastAck != entry->proof) {
        begin(*entry, segment, id, evidence);
        return;
    }
    if (sender != m_stay.side && segment.has(TcpFlag::Fin) && id > m_stay.startedBy) {
        m_repeated = id;
        m_repeatedAt = segment.time;
    } else if (sender == m_stay.side && m_repeated.isValid() && !segment.has(TcpFlag::Rst)) {
        m_stay.restartedBy = m_repeated;
        m_stay.lastStart = segment.time;
        m_repeated = {};
    }
    const Reception& reset = evidence.resetReceived;
    const bool stopped = states.lastState(m_stay.side) == TcpState::Closed;
    m_stay.endedBy = !stopped ? SegmentId{} : evidence.reset.isValid() ? evidence.reset : reset.cause;
}

void TimeWaitWatch::begin(
    const Transition& entry, const Segment& segment, SegmentId id, const EndpointEvidence& evidence)
{
    m_stay.startedBy = entry.cause;
    m_stay.lastAck = entry.proof;
    const bool byFin = evidence.finReceived.cause == entry.cause;
    m_stay.start = entry.proof == id ? segment.time : byFin ? evidence.finReceived.time : evidence.finAcked.time;
    m_stay.lastStart = m_stay.start;
}

void TimeWaitWatch::end(SegmentId by)
{
    if (m_stay.startedBy.isValid() && !m_stay.endedBy.isValid())
        m_stay.endedBy = by;
}

std::optional<TimeWait> TimeWaitWatch::stay() const
{
    return m_stay.startedBy.isValid() ? std::optional(m_stay) : std::nullopt;
}

} // namespace tcpladder
