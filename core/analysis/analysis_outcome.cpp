// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analysis_outcome.h"

#include "core/analysis/collected_findings.h"
#include "core/base/prefetch.h"
#include "core/state/state_history.h"

#include <algorithm>
#include <memory>
#include <new>

namespace tcpladder {

static_assert(sizeof(AnalysisOutcome) % alignof(Transition) == 0 && sizeof(Transition) % alignof(TimeWait) == 0
    && sizeof(TimeWait) % alignof(Finding) == 0);
static_assert(std::is_trivially_copyable_v<TimeWait> && std::is_trivially_copyable_v<Finding>
    && std::is_trivially_destructible_v<AnalysisOutcome>);

namespace {

ShortList<TimeWait, 2> staysOf(const ConnectionAnalysis& analysis)
{
    ShortList<TimeWait, 2> stays;
    for (const Side side : {Side::A, Side::B})
        if (const auto stay = analysis.timeWait(side))
            stays.add(*stay);
    return stays;
}

std::size_t sizeFor(std::size_t transitions, std::size_t stays, std::size_t endFindings)
{
    return sizeof(AnalysisOutcome) + transitions * sizeof(Transition) + stays * sizeof(TimeWait)
        + endFindings * sizeof(Finding);
}

} // namespace

AnalysisOutcome::AnalysisOutcome(
    const ConnectionAnalysis& analysis, std::span<const TimeWait> stays, std::span<const Finding> endFindings)
    : m_facts(analysis.facts())
    , m_first(analysis.firstSegment())
    , m_supersededBy(analysis.supersededBy())
    , m_transitions(static_cast<std::uint16_t>(analysis.transitions().size()))
    , m_stays(static_cast<std::uint8_t>(stays.size()))
    , m_endFindings(static_cast<std::uint8_t>(endFindings.size()))
    , m_origin(analysis.origin())
{
}

AnalysisOutcome& AnalysisOutcome::keep(ConnectionAnalysis& analysis, std::pmr::memory_resource& memory)
{
    CollectedFindings end;
    analysis.finish(end);
    const auto course = analysis.transitions();
    const ShortList<TimeWait, 2> stays = staysOf(analysis);
    void* const at
        = memory.allocate(sizeFor(course.size(), stays.all().size(), end.all().size()), alignof(AnalysisOutcome));
    auto* const kept = new (at) AnalysisOutcome(analysis, stays.all(), end.all());
    auto* behind = reinterpret_cast<std::byte*>(kept + 1);
    const auto put = [&behind]<class Value>(std::span<const Value> values) {
        std::ranges::uninitialized_copy(values, std::span(reinterpret_cast<Value*>(behind), values.size()));
        behind += values.size_bytes();
    };
    put(course);
    put(stays.all());
    put(end.all());
    return *kept;
}

void AnalysisOutcome::discard(std::pmr::memory_resource& memory)
{
    memory.deallocate(this, size(), alignof(AnalysisOutcome));
}

std::size_t AnalysisOutcome::size() const
{
    return sizeFor(m_transitions, m_stays, m_endFindings);
}

void AnalysisOutcome::prefetch() const
{
    constexpr std::size_t usualTransitions = 10;
    prefetchBytes(this, sizeFor(usualTransitions, 0, 0));
}

std::span<const Transition> AnalysisOutcome::course() const
{
    return {reinterpret_cast<const Transition*>(this + 1), m_transitions};
}

std::span<const TimeWait> AnalysisOutcome::stays() const
{
    return {reinterpret_cast<const TimeWait*>(course().data() + m_transitions), m_stays};
}

std::span<const Finding> AnalysisOutcome::endFindings() const
{
    return {reinterpret_cast<const Finding*>(stays().data() + m_stays), m_endFindings};
}

TcpState AnalysisOutcome::firstState(Side side) const
{
    return stateAfter(course(), side, m_first);
}

TcpState AnalysisOutcome::lastState(Side side) const
{
    return tcpladder::lastState(course(), side);
}

std::optional<TimeWait> AnalysisOutcome::timeWait(Side side) const
{
    const auto stays = this->stays();
    const auto found = std::ranges::find(stays, side, &TimeWait::side);
    return found == stays.end() ? std::nullopt : std::optional(*found);
}

void AnalysisOutcome::finish(FindingSink& findings)
{
    if (m_isFinished)
        return;
    m_isFinished = 1;
    for (const Finding& finding : endFindings())
        findings.add(finding);
}

} // namespace tcpladder
