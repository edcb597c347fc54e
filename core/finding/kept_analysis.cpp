// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finding/kept_analysis.h"

#include "core/state/state_history.h"

#include <algorithm>
#include <array>
#include <new>

namespace tcpladder {

std::span<const Transition> KeptAnalysis::transitions() const
{
    return m_live ? m_live->transitions() : m_outcome.course();
}

TcpState KeptAnalysis::firstState(Side side) const
{
    return m_live ? m_live->firstState(side) : statesAfter(m_outcome.course(), m_outcome->first)[indexOf(side)];
}

TcpState KeptAnalysis::lastState(Side side) const
{
    if (m_live)
        return m_live->lastState(side);
    const auto course = m_outcome.course();
    const auto last = std::find_if(
        course.rbegin(), course.rend(), [side](const Transition& change) { return change.side == side; });
    return last == course.rend() ? TcpState::Unknown : last->to;
}

std::optional<TimeWait> KeptAnalysis::timeWait(Side side) const
{
    if (m_live)
        return m_live->timeWait(side);
    const auto stays = m_outcome.stays();
    const auto found = std::ranges::find(stays, side, &TimeWait::side);
    return found == stays.end() ? std::nullopt : std::optional(*found);
}

void KeptAnalysis::restart()
{
    m_live = std::make_unique<ConnectionAnalysis>(m_live ? m_live->origin() : m_outcome->origin);
    m_outcome.memory.reset();
}

std::unique_ptr<ConnectionAnalysis> KeptAnalysis::release()
{
    static_assert(sizeof(Outcome) % alignof(Transition) == 0 && sizeof(Transition) % alignof(TimeWait) == 0);
    static_assert(std::is_trivially_copyable_v<Outcome> && std::is_trivially_copyable_v<TimeWait>);
    const auto course = m_live->transitions();
    std::array<TimeWait, 2> stays;
    std::uint8_t stayCount = 0;
    for (const Side side : {Side::A, Side::B}) {
        if (const auto stay = m_live->timeWait(side))
            stays[stayCount++] = *stay;
    }
    const std::size_t size = sizeof(Outcome) + course.size_bytes() + stayCount * sizeof(TimeWait);
    m_outcome.memory = std::make_unique_for_overwrite<std::byte[]>(size);
    std::byte* at = m_outcome.memory.get();
    new (at) Outcome{.facts = m_live->facts(),
        .first = m_live->firstSegment(),
        .supersededBy = m_live->supersededBy(),
        .transitions = static_cast<std::uint16_t>(course.size()),
        .stays = stayCount,
        .origin = m_live->origin()};
    at += sizeof(Outcome);
    std::ranges::uninitialized_copy(course, std::span(reinterpret_cast<Transition*>(at), course.size()));
    at += course.size_bytes();
    std::uninitialized_copy_n(stays.begin(), stayCount, reinterpret_cast<TimeWait*>(at));
    return std::move(m_live);
}

std::span<const Transition> KeptAnalysis::OutcomeMemory::course() const
{
    const std::byte* const at = memory.get() + sizeof(Outcome);
    return {reinterpret_cast<const Transition*>(at), (*this)->transitions};
}

std::span<const TimeWait> KeptAnalysis::OutcomeMemory::stays() const
{
    const std::byte* const at = memory.get() + sizeof(Outcome) + course().size_bytes();
    return {reinterpret_cast<const TimeWait*>(at), (*this)->stays};
}

std::vector<TimedTransition> courseWithTimers(const KeptAnalysis& analysis, TwoMsl twoMsl, Timestamp endOfCapture)
{
    return courseWithTimers(
        analysis.transitions(), analysis.timeWait(Side::A), analysis.timeWait(Side::B), twoMsl, endOfCapture);
}

} // namespace tcpladder
