// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finding/kept_analysis.h"

#include "core/state/state_history.h"

#include <algorithm>
#include <array>
#include <new>

namespace tcpladder {

void ReturnAnalysis::operator()(ConnectionAnalysis* analysis) const
{
    std::pmr::polymorphic_allocator<>(memory).delete_object(analysis);
}

OwnedAnalysis makeAnalysis(std::pmr::memory_resource& memory, const ConnectionAnalysis& analysis)
{
    return {std::pmr::polymorphic_allocator<>(&memory).new_object<ConnectionAnalysis>(analysis), {&memory}};
}

std::span<const Transition> KeptAnalysis::transitions() const
{
    return m_live ? m_live->transitions() : keptCourse();
}

TcpState KeptAnalysis::firstState(Side side) const
{
    return m_live ? m_live->firstState(side) : statesAfter(keptCourse(), m_outcome->first)[indexOf(side)];
}

TcpState KeptAnalysis::lastState(Side side) const
{
    if (m_live)
        return m_live->lastState(side);
    const auto course = keptCourse();
    const auto last = std::find_if(
        course.rbegin(), course.rend(), [side](const Transition& change) { return change.side == side; });
    return last == course.rend() ? TcpState::Unknown : last->to;
}

std::optional<TimeWait> KeptAnalysis::timeWait(Side side) const
{
    if (m_live)
        return m_live->timeWait(side);
    const auto stays = keptStays();
    const auto found = std::ranges::find(stays, side, &TimeWait::side);
    return found == stays.end() ? std::nullopt : std::optional(*found);
}

void KeptAnalysis::restart(std::pmr::memory_resource& memory)
{
    m_live = makeAnalysis(memory, ConnectionAnalysis(m_live ? m_live->origin() : m_outcome->origin));
    if (m_outcome)
        memory.deallocate(m_outcome, sizeOf(m_outcome->transitions, m_outcome->stays), alignof(Outcome));
    m_outcome = nullptr;
}

OwnedAnalysis KeptAnalysis::release(std::pmr::memory_resource& memory)
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
    auto* at = static_cast<std::byte*>(memory.allocate(sizeOf(course.size(), stayCount), alignof(Outcome)));
    m_outcome = new (at) Outcome{.facts = m_live->facts(),
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

std::span<const Transition> KeptAnalysis::keptCourse() const
{
    return {reinterpret_cast<const Transition*>(m_outcome + 1), m_outcome->transitions};
}

std::span<const TimeWait> KeptAnalysis::keptStays() const
{
    const auto* const behindCourse = keptCourse().data() + m_outcome->transitions;
    return {reinterpret_cast<const TimeWait*>(behindCourse), m_outcome->stays};
}

std::vector<TimedTransition> courseWithTimers(const KeptAnalysis& analysis, TwoMsl twoMsl, Timestamp endOfCapture)
{
    return courseWithTimers(
        analysis.transitions(), analysis.timeWait(Side::A), analysis.timeWait(Side::B), twoMsl, endOfCapture);
}

} // namespace tcpladder
