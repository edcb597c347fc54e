// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finding/kept_analysis.h"

#include "core/state/state_history.h"

#include <algorithm>
#include <array>
#include <new>
#include <utility>
#include <vector>

namespace tcpladder {

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

void KeptAnalysis::restart(AnalysisPool& pool, std::pmr::memory_resource& memory)
{
    if (m_live) {
        *m_live = ConnectionAnalysis(m_live->origin());
        return;
    }
    m_live = &pool.take(m_outcome->origin);
    memory.deallocate(m_outcome, m_outcome->size(), alignof(Outcome));
    m_outcome = nullptr;
}

void KeptAnalysis::finish(FindingSink& findings, Timestamp end)
{
    if (m_live)
        return m_live->finish(findings, end);
    if (m_outcome->isFinished)
        return;
    m_outcome->isFinished = 1;
    for (const Finding& finding : keptEndFindings())
        findings.add(finding);
}

namespace {

class CollectedFindings final : public FindingSink
{
public:
    FindingId add(const Finding& finding) override
    {
        m_findings.push_back(finding);
        return {};
    }
    void withdraw(FindingId) override { }

    std::span<const Finding> all() const { return m_findings; }

private:
    std::vector<Finding> m_findings;
};

} // namespace

void KeptAnalysis::release(AnalysisPool& pool, std::pmr::memory_resource& memory)
{
    static_assert(sizeof(Outcome) % alignof(Transition) == 0 && sizeof(Transition) % alignof(TimeWait) == 0
        && sizeof(TimeWait) % alignof(Finding) == 0);
    static_assert(std::is_trivially_copyable_v<Outcome> && std::is_trivially_copyable_v<TimeWait>
        && std::is_trivially_copyable_v<Finding>);
    CollectedFindings end;
    m_live->finish(end);
    const auto course = m_live->transitions();
    std::array<TimeWait, 2> stays;
    std::uint8_t stayCount = 0;
    for (const Side side : {Side::A, Side::B}) {
        if (const auto stay = m_live->timeWait(side))
            stays[stayCount++] = *stay;
    }
    const Outcome outcome{.facts = m_live->facts(),
        .first = m_live->firstSegment(),
        .supersededBy = m_live->supersededBy(),
        .transitions = static_cast<std::uint16_t>(course.size()),
        .stays = stayCount,
        .endFindings = static_cast<std::uint8_t>(end.all().size()),
        .origin = m_live->origin()};
    auto* at = static_cast<std::byte*>(memory.allocate(outcome.size(), alignof(Outcome)));
    m_outcome = new (at) Outcome(outcome);
    at += sizeof(Outcome);
    std::ranges::uninitialized_copy(course, std::span(reinterpret_cast<Transition*>(at), course.size()));
    at += course.size_bytes();
    std::uninitialized_copy_n(stays.begin(), stayCount, reinterpret_cast<TimeWait*>(at));
    at += stayCount * sizeof(TimeWait);
    std::ranges::uninitialized_copy(end.all(), std::span(reinterpret_cast<Finding*>(at), end.all().size()));
    pool.giveBack(*std::exchange(m_live, nullptr));
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

std::span<const Finding> KeptAnalysis::keptEndFindings() const
{
    const auto* const behindStays = keptStays().data() + m_outcome->stays;
    return {reinterpret_cast<const Finding*>(behindStays), m_outcome->endFindings};
}

std::vector<TimedTransition> courseWithTimers(const KeptAnalysis& analysis, TwoMsl twoMsl, Timestamp endOfCapture)
{
    return courseWithTimers(
        analysis.transitions(), analysis.timeWait(Side::A), analysis.timeWait(Side::B), twoMsl, endOfCapture);
}

} // namespace tcpladder
