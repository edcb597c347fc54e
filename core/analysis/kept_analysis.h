// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis_outcome.h"
#include "core/analysis/analysis_pool.h"
#include "core/analysis/shaped_outcome.h"
#include "core/base/prefetch.h"

#include <memory_resource>
#include <variant>

namespace tcpladder {

/// What a connection's analysis came to, and the analysis itself for as long as it is wanted.
///
/// An analysis takes 1.9 kB, most of which only the next segment would need. A connection that goes as another one went
/// needs none as long as it does. Once both ends are closed there seldom is a next segment, nor where nobody answered
/// or said anything for long: the outcome alone is kept then, with what the end of the capture will show. Should a
/// segment come after all, the analysis is made anew from the packets.
class KeptAnalysis
{
public:
    /// Either is of a pool that outlives it.
    explicit KeptAnalysis(ConnectionAnalysis& live)
        : m_form(&live)
    {
    }
    explicit KeptAnalysis(ShapedConnection& shaped)
        : m_form(&shaped)
    {
    }

    TransitionList transitions() const;
    TcpState firstState(Side side) const;
    TcpState lastState(Side side) const;
    std::optional<TimeWait> timeWait(Side side) const;
    ConnectionFacts facts() const;
    /// None of one that is shaped().
    SegmentId supersededBy() const;

    bool isLive() const { return std::holds_alternative<ConnectionAnalysis*>(m_form); }
    /// Only where it isLive().
    ConnectionAnalysis& live() { return **std::get_if<ConnectionAnalysis*>(&m_form); }
    const ConnectionAnalysis& live() const { return **std::get_if<ConnectionAnalysis*>(&m_form); }

    /// Null where it is not.
    ShapedConnection* shaped() const { return formAs<ShapedConnection>(); }
    /// What it was when it was shaped(), whole; its findings are reported once more.
    ConnectionAnalysis& analyseShaped(AnalysisPool& pool, FindingSink& findings);

    /// Both ends are closed, or nobody answered: release() may follow.
    bool mayBeReleased() const;
    /// What the end of the capture shows of it is the same whenever it comes: release() may follow.
    bool mayBePutAway() const;
    /// The outcome alone is left.
    bool isReleased() const { return !isLive() && !shaped(); }
    /// Only SYNs of one side, which nobody answered; where nothing was released.
    bool isUnanswered() const;

    /// Asks for what those who show it look at.
    void prefetchOutcome() const
    {
        if (const auto* const outcome = formAs<AnalysisOutcome>())
            outcome->prefetch();
        else if (const auto* const ofShape = formAs<ShapedOutcome>())
            prefetchWhole(*ofShape);
    }

    /// Asks for all that release() looks at.
    void prefetchRelease() const
    {
        if (const auto* const live = formAs<ConnectionAnalysis>())
            prefetchWhole(*live);
        else
            prefetch();
    }

    /// Asks for what the next segment looks at first: two lines of the cache, whatever it is.
    void prefetch() const
    {
        constexpr std::size_t twoLines = 128;
        prefetchBytes(form(), twoLines);
    }
    /// As the analysis has it.
    void prefetchMore() const
    {
        if (const auto* const live = formAs<ConnectionAnalysis>())
            live->prefetchMore();
        else if (const auto* const shaped = formAs<ShapedConnection>())
            shaped->prefetchMore();
    }

    /// Begins anew, behind the same connection, of one that was released or is live; pool and memory as for release().
    void restart(AnalysisPool& pool, std::pmr::memory_resource& memory);

    /// The capture ended, as for ConnectionAnalysis; nothing may follow where it is shaped().
    void finish(FindingSink& findings, Timestamp end);

    /// Where it was released: finish() has something to report.
    bool hasEndFindings() const;

    /// Keeps the outcome alone, in memory that outlives this, and gives what it was to its pool; only of one that
    /// mayBeReleased() or mayBePutAway().
    void release(AnalysisPool& pool, std::pmr::memory_resource& memory);

private:
    /// What the form answers, whichever it is.
    template <class Answer, class Question>
    Answer ask(const Question& question) const
    {
        return std::visit([&question](const auto* form) { return Answer(question(*form)); }, m_form);
    }

    const void* form() const
    {
        return std::visit([](const auto* form) -> const void* { return form; }, m_form);
    }

    template <class Form>
    Form* formAs() const
    {
        Form* const* const form = std::get_if<Form*>(&m_form);
        return form ? *form : nullptr;
    }

    std::variant<ConnectionAnalysis*, ShapedConnection*, ShapedOutcome*, AnalysisOutcome*> m_form;
};

/// The course with the end of TIME_WAIT as 2MSL has it.
std::vector<TimedTransition> courseWithTimers(
    const KeptAnalysis& analysis, TwoMsl twoMsl, Timestamp endOfCapture = unknownTime);

} // namespace tcpladder
