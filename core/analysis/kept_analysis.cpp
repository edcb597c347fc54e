// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/kept_analysis.h"

namespace tcpladder {

TransitionList KeptAnalysis::transitions() const
{
    return ask<TransitionList>([](const auto& form) { return form.transitions(); });
}

ConnectionFacts KeptAnalysis::facts() const
{
    return ask<ConnectionFacts>([](const auto& form) { return form.facts(); });
}

TcpState KeptAnalysis::firstState(Side side) const
{
    return ask<TcpState>([side](const auto& form) { return form.firstState(side); });
}

TcpState KeptAnalysis::lastState(Side side) const
{
    return ask<TcpState>([side](const auto& form) { return form.lastState(side); });
}

std::optional<TimeWait> KeptAnalysis::timeWait(Side side) const
{
    return ask<std::optional<TimeWait>>([side](const auto& form) { return form.timeWait(side); });
}

SegmentId KeptAnalysis::supersededBy() const
{
    if (const auto* const live = formAs<ConnectionAnalysis>())
        return live->supersededBy();
    const auto* const outcome = formAs<AnalysisOutcome>();
    return outcome ? outcome->supersededBy() : SegmentId();
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
    if (auto* const outcome = formAs<AnalysisOutcome>()) {
        m_form = &pool.take(outcome->origin());
        outcome->discard(memory);
    } else if (auto* const ofShape = formAs<ShapedOutcome>()) {
        m_form = &pool.take({});
        ofShape->discard(memory);
    }
}

void KeptAnalysis::finish(FindingSink& findings, Timestamp end)
{
    if (isLive())
        live().finish(findings, end);
    else if (const auto* const shaped = formAs<ShapedConnection>())
        shaped->finish(findings);
    else if (auto* const ofShape = formAs<ShapedOutcome>())
        ofShape->finish(findings);
    else if (auto* const outcome = formAs<AnalysisOutcome>())
        outcome->finish(findings);
}

bool KeptAnalysis::hasEndFindings() const
{
    if (const auto* const ofShape = formAs<ShapedOutcome>())
        return ofShape->hasEndFindings();
    const auto* const outcome = formAs<AnalysisOutcome>();
    return outcome && outcome->hasEndFindings();
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
    if (auto* const live = formAs<ConnectionAnalysis>()) {
        m_form = &AnalysisOutcome::keep(*live, memory);
        pool.giveBack(*live);
    } else if (auto* const shaped = formAs<ShapedConnection>()) {
        m_form = &ShapedOutcome::keep(*shaped, memory);
        shaped->noteCompleted();
        pool.giveBack(*shaped);
    }
}

std::vector<TimedTransition> courseWithTimers(const KeptAnalysis& analysis, TwoMsl twoMsl, Timestamp endOfCapture)
{
    return courseWithTimers(
        analysis.transitions().all(), analysis.timeWait(Side::A), analysis.timeWait(Side::B), twoMsl, endOfCapture);
}

} // namespace tcpladder
