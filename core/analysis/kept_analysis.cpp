// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/kept_analysis.h"

#include "core/analysis/collected_findings.h"
#include "core/state/state_history.h"

#include <algorithm>
#include <array>
#include <memory>
#include <new>

namespace tcpladder {

namespace {

ShortList<TimeWait, 2> staysOf(const ConnectionAnalysis& analysis)
{
    ShortList<TimeWait, 2> stays;
    for (const Side side : {Side::A, Side::B})
        if (const auto stay = analysis.timeWait(side))
            stays.add(*stay);
    return stays;
}

} // namespace

TransitionList KeptAnalysis::transitions() const
{
    if (const auto* const live = formAs<ConnectionAnalysis>())
        return TransitionList(live->transitions());
    if (const auto* const shaped = formAs<ShapedConnection>())
        return shaped->transitions();
    const auto* const ofShape = formAs<ShapedOutcome>();
    return ofShape ? ofShape->transitions() : TransitionList(courseOf(outcome()));
}

ConnectionFacts KeptAnalysis::facts() const
{
    if (const auto* const live = formAs<ConnectionAnalysis>())
        return live->facts();
    if (const auto* const shaped = formAs<ShapedConnection>())
        return shaped->facts();
    const auto* const ofShape = formAs<ShapedOutcome>();
    return ofShape ? ofShape->facts() : outcome().facts;
}

SegmentId KeptAnalysis::supersededBy() const
{
    if (const auto* const live = formAs<ConnectionAnalysis>())
        return live->supersededBy();
    const auto* const outcome = formAs<Outcome>();
    return outcome ? outcome->supersededBy : SegmentId();
}

TcpState KeptAnalysis::firstState(Side side) const
{
    if (const auto* const live = formAs<ConnectionAnalysis>())
        return live->firstState(side);
    if (const auto* const shaped = formAs<ShapedConnection>())
        return shaped->firstState(side);
    const auto* const ofShape = formAs<ShapedOutcome>();
    return ofShape ? ofShape->firstState(side) : stateAfter(courseOf(outcome()), side, outcome().first);
}

TcpState KeptAnalysis::lastState(Side side) const
{
    if (const auto* const live = formAs<ConnectionAnalysis>())
        return live->lastState(side);
    if (const auto* const shaped = formAs<ShapedConnection>())
        return shaped->lastState(side);
    const auto* const ofShape = formAs<ShapedOutcome>();
    return ofShape ? ofShape->lastState(side) : tcpladder::lastState(courseOf(outcome()), side);
}

std::optional<TimeWait> KeptAnalysis::timeWait(Side side) const
{
    if (const auto* const live = formAs<ConnectionAnalysis>())
        return live->timeWait(side);
    if (const auto* const shaped = formAs<ShapedConnection>())
        return shaped->timeWait(side);
    if (const auto* const ofShape = formAs<ShapedOutcome>())
        return ofShape->timeWait(side);
    const auto stays = staysOf(outcome());
    const auto found = std::ranges::find(stays, side, &TimeWait::side);
    return found == stays.end() ? std::nullopt : std::optional(*found);
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
    if (auto* const ofShape = formAs<ShapedOutcome>()) {
        m_form = &pool.take({});
        ofShape->discard(memory);
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
    if (auto* const ofShape = formAs<ShapedOutcome>())
        return ofShape->finish(findings);
    if (outcome().isFinished)
        return;
    outcome().isFinished = 1;
    for (const Finding& finding : endFindingsOf(outcome()))
        findings.add(finding);
}

bool KeptAnalysis::hasEndFindings() const
{
    const auto* const ofShape = formAs<ShapedOutcome>();
    return ofShape ? ofShape->hasEndFindings() : outcome().endFindings > 0;
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

void KeptAnalysis::release(AnalysisPool& pool, std::pmr::memory_resource& memory)
{
    if (isLive())
        return releaseLive(pool, memory);
    ShapedConnection& released = *shaped();
    m_form = &ShapedOutcome::keep(released, memory);
    released.noteCompleted();
    pool.giveBack(released);
}

void KeptAnalysis::releaseLive(AnalysisPool& pool, std::pmr::memory_resource& memory)
{
    ConnectionAnalysis& released = live();
    CollectedFindings end;
    released.finish(end);
    m_form = keep(released, end.all(), memory);
    pool.giveBack(released);
}

KeptAnalysis::Outcome* KeptAnalysis::keep(
    const ConnectionAnalysis& analysis, std::span<const Finding> endFindings, std::pmr::memory_resource& memory)
{
    static_assert(sizeof(Outcome) % alignof(Transition) == 0 && sizeof(Transition) % alignof(TimeWait) == 0
        && sizeof(TimeWait) % alignof(Finding) == 0);
    static_assert(std::is_trivially_copyable_v<Outcome> && std::is_trivially_copyable_v<TimeWait>
        && std::is_trivially_copyable_v<Finding>);
    const auto course = analysis.transitions();
    const ShortList<TimeWait, 2> stays = tcpladder::staysOf(analysis);
    const Outcome outcome{.facts = analysis.facts(),
        .first = analysis.firstSegment(),
        .supersededBy = analysis.supersededBy(),
        .transitions = static_cast<std::uint16_t>(course.size()),
        .stays = static_cast<std::uint8_t>(stays.all().size()),
        .endFindings = static_cast<std::uint8_t>(endFindings.size()),
        .origin = analysis.origin()};
    auto* at = static_cast<std::byte*>(memory.allocate(outcome.size(), alignof(Outcome)));
    auto* const kept = new (at) Outcome(outcome);
    at += sizeof(Outcome);
    std::ranges::uninitialized_copy(course, std::span(reinterpret_cast<Transition*>(at), course.size()));
    at += course.size_bytes();
    std::ranges::uninitialized_copy(stays.all(), std::span(reinterpret_cast<TimeWait*>(at), stays.all().size()));
    at += stays.all().size_bytes();
    std::ranges::uninitialized_copy(endFindings, std::span(reinterpret_cast<Finding*>(at), endFindings.size()));
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
        analysis.transitions().all(), analysis.timeWait(Side::A), analysis.timeWait(Side::B), twoMsl, endOfCapture);
}

} // namespace tcpladder
