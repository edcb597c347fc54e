// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/kept_analysis.h"

#include "core/analysis/collected_findings.h"
#include "core/state/state_history.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <new>
#include <vector>

namespace tcpladder {

std::span<const Transition> KeptAnalysis::transitions() const
{
    if (const auto* const live = formAs<ConnectionAnalysis>())
        return live->transitions();
    const auto* const shaped = formAs<ShapedConnection>();
    return shaped ? shaped->transitions() : courseOf(outcome());
}

const ConnectionFacts& KeptAnalysis::facts() const
{
    if (const auto* const live = formAs<ConnectionAnalysis>())
        return live->facts();
    const auto* const shaped = formAs<ShapedConnection>();
    return shaped ? shaped->facts() : outcome().facts;
}

SegmentId KeptAnalysis::supersededBy() const
{
    if (const auto* const live = formAs<ConnectionAnalysis>())
        return live->supersededBy();
    return shaped() ? SegmentId() : outcome().supersededBy;
}

TcpState KeptAnalysis::firstState(Side side) const
{
    if (const auto* const live = formAs<ConnectionAnalysis>())
        return live->firstState(side);
    const auto* const shaped = formAs<ShapedConnection>();
    const SegmentId first = shaped ? shaped->firstSegment() : outcome().first;
    return stateAfter(transitions(), side, first);
}

TcpState KeptAnalysis::lastState(Side side) const
{
    if (const auto* const live = formAs<ConnectionAnalysis>())
        return live->lastState(side);
    const auto course = transitions();
    const auto last = std::find_if(
        course.rbegin(), course.rend(), [side](const Transition& change) { return change.side == side; });
    return last == course.rend() ? TcpState::Unknown : last->to;
}

std::optional<TimeWait> KeptAnalysis::timeWait(Side side) const
{
    if (const auto* const live = formAs<ConnectionAnalysis>())
        return live->timeWait(side);
    const auto* const shaped = formAs<ShapedConnection>();
    const auto stays = shaped ? std::span<const TimeWait>(shaped->shape().stays) : staysOf(outcome());
    const auto found = std::ranges::find(stays, side, &TimeWait::side);
    if (found == stays.end())
        return std::nullopt;
    return shaped ? stayOf(*found, shaped->segments()) : *found;
}

ConnectionAnalysis& KeptAnalysis::analyseShaped(AnalysisPool& pool, FindingSink& findings)
{
    ShapedConnection& shaped = *this->shaped();
    ConnectionAnalysis& live = pool.take({});
    for (const ShapedSegment& one : shaped.segments())
        live.take(one.whole(), one.id, one.sender, findings);
    pool.giveBack(shaped);
    m_form = &live;
    return live;
}

void KeptAnalysis::restart(AnalysisPool& pool, std::pmr::memory_resource& memory)
{
    if (isLive()) {
        live() = ConnectionAnalysis(live().origin());
        return;
    }
    Outcome& released = outcome();
    m_form = &pool.take(released.origin);
    memory.deallocate(&released, released.size(), alignof(Outcome));
}

void KeptAnalysis::finish(FindingSink& findings, Timestamp end)
{
    if (isLive())
        return live().finish(findings, end);
    if (const auto* const shaped = formAs<ShapedConnection>()) {
        for (const Finding& ofShape : shaped->shape().endFindings)
            findings.add(shaped->findingOf(ofShape));
        return;
    }
    if (outcome().isFinished)
        return;
    outcome().isFinished = 1;
    for (const Finding& finding : endFindingsOf(outcome()))
        findings.add(finding);
}

bool KeptAnalysis::isUnanswered() const
{
    if (const auto* const live = formAs<ConnectionAnalysis>())
        return live->isUnanswered();
    const auto* const shaped = formAs<ShapedConnection>();
    return shaped && shaped->shape().isUnanswered;
}

bool KeptAnalysis::mayBeReleased() const
{
    if (const auto* const live = formAs<ConnectionAnalysis>())
        return live->isAtRest() || live->isUnanswered();
    const auto* const shaped = formAs<ShapedConnection>();
    return shaped && (shaped->shape().isAtRest || shaped->shape().isUnanswered);
}

bool KeptAnalysis::mayBePutAway() const
{
    if (const auto* const live = formAs<ConnectionAnalysis>())
        return live->isQuiet();
    return shaped() != nullptr;
}

/// What is kept, before it is put into one piece of memory.
struct KeptAnalysis::Parts
{
    const ConnectionFacts& facts;
    SegmentId first;
    SegmentId supersededBy;
    std::span<const Transition> course;
    std::span<const TimeWait> stays;
    std::span<const Finding> endFindings;
    ConnectionAnalysis::Origin origin;
};

void KeptAnalysis::release(AnalysisPool& pool, std::pmr::memory_resource& memory)
{
    if (isLive())
        releaseLive(pool, memory);
    else
        releaseShaped(pool, memory);
}

void KeptAnalysis::releaseLive(AnalysisPool& pool, std::pmr::memory_resource& memory)
{
    ConnectionAnalysis& released = live();
    CollectedFindings end;
    released.finish(end);
    ShortList<TimeWait, 2> stays;
    for (const Side side : {Side::A, Side::B})
        if (const auto stay = released.timeWait(side))
            stays.add(*stay);
    m_form = keep({released.facts(), released.firstSegment(), released.supersededBy(), released.transitions(),
                      stays.all(), end.all(), released.origin()},
        memory);
    pool.giveBack(released);
}

void KeptAnalysis::releaseShaped(AnalysisPool& pool, std::pmr::memory_resource& memory)
{
    ShapedConnection& released = *shaped();
    const ConnectionShape& shape = released.shape();
    const auto segments = released.segments();
    ShortList<Transition, ConnectionShape::mostTransitions> course;
    for (const Transition& ofShape : shape.course)
        course.add(transitionOf(ofShape, segments));
    ShortList<TimeWait, 2> stays;
    for (const TimeWait& ofShape : shape.stays)
        stays.add(stayOf(ofShape, segments));
    std::vector<Finding> end;
    std::ranges::transform(shape.endFindings, std::back_inserter(end),
        [segments](const Finding& ofShape) { return findingOf(ofShape, segments); });
    m_form = keep({factsOf(shape, segments), released.firstSegment(), {}, course.all(), stays.all(), end, {}}, memory);
    released.noteCompleted();
    pool.giveBack(released);
}

KeptAnalysis::Outcome* KeptAnalysis::keep(const Parts& parts, std::pmr::memory_resource& memory)
{
    static_assert(sizeof(Outcome) % alignof(Transition) == 0 && sizeof(Transition) % alignof(TimeWait) == 0
        && sizeof(TimeWait) % alignof(Finding) == 0);
    static_assert(std::is_trivially_copyable_v<Outcome> && std::is_trivially_copyable_v<TimeWait>
        && std::is_trivially_copyable_v<Finding>);
    const Outcome outcome{.facts = parts.facts,
        .first = parts.first,
        .supersededBy = parts.supersededBy,
        .transitions = static_cast<std::uint16_t>(parts.course.size()),
        .stays = static_cast<std::uint8_t>(parts.stays.size()),
        .endFindings = static_cast<std::uint8_t>(parts.endFindings.size()),
        .origin = parts.origin};
    auto* at = static_cast<std::byte*>(memory.allocate(outcome.size(), alignof(Outcome)));
    auto* const kept = new (at) Outcome(outcome);
    at += sizeof(Outcome);
    std::ranges::uninitialized_copy(parts.course, std::span(reinterpret_cast<Transition*>(at), parts.course.size()));
    at += parts.course.size_bytes();
    std::ranges::uninitialized_copy(parts.stays, std::span(reinterpret_cast<TimeWait*>(at), parts.stays.size()));
    at += parts.stays.size_bytes();
    std::ranges::uninitialized_copy(
        parts.endFindings, std::span(reinterpret_cast<Finding*>(at), parts.endFindings.size()));
    return kept;
}

std::span<const Transition> KeptAnalysis::courseOf(const Outcome& outcome)
{
    return {reinterpret_cast<const Transition*>(&outcome + 1), outcome.transitions};
}

std::span<const TimeWait> KeptAnalysis::staysOf(const Outcome& outcome)
{
    const auto* const behindCourse = courseOf(outcome).data() + outcome.transitions;
    return {reinterpret_cast<const TimeWait*>(behindCourse), outcome.stays};
}

std::span<const Finding> KeptAnalysis::endFindingsOf(const Outcome& outcome)
{
    const auto* const behindStays = staysOf(outcome).data() + outcome.stays;
    return {reinterpret_cast<const Finding*>(behindStays), outcome.endFindings};
}

std::vector<TimedTransition> courseWithTimers(const KeptAnalysis& analysis, TwoMsl twoMsl, Timestamp endOfCapture)
{
    return courseWithTimers(
        analysis.transitions(), analysis.timeWait(Side::A), analysis.timeWait(Side::B), twoMsl, endOfCapture);
}

} // namespace tcpladder
