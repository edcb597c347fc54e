// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/states/states_reader.h"

#include "core/document/segment_number.h"
#include "core/report/state_wording.h"
#include "core/report/wording.h"
#include "core/state/figure_five.h"
#include "core/state/transition_table.h"
#include "ui/support/clause_text.h"
#include "ui/support/format_text.h"
#include "ui/support/translate_message.h"

#include <QCoreApplication>

#include <algorithm>

namespace tcpladder {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(states)
};

class StatesReader
{
public:
    StatesReader(const CaptureDocument& document, const StatesRequest& request)
        : m_document(document)
        , m_request(request)
        , m_entry(document.connection(request.connection))
    {
    }

    StatesContents read()
    {
        const std::vector<TimedTransition> course = courseWithTimers(m_entry.analysis, m_request.twoMsl);
        for (const Side side : {Side::A, Side::B})
            beginAt(side, course);
        m_contents.segment = m_request.segment;
        for (const TimedTransition& step : course) {
            m_contents.whole.push_back(stepOf(step.transition));
            if (isInForce(step))
                take(step.transition);
        }
        for (const Side side : {Side::A, Side::B})
            addClock(side);
        return std::move(m_contents);
    }

private:
    TcpState& current(Side side) { return m_contents.walk.current[indexOf(side)]; }

    void beginAt(Side side, const std::vector<TimedTransition>& course)
    {
        const auto first
            = std::ranges::find(course, side, [](const TimedTransition& step) { return step.transition.side; });
        current(side) = first != course.end() ? first->transition.from : m_entry.analysis.lastState(side);
        StateReason& reason = m_contents.reasons[indexOf(side)];
        reason.change = formatState(current(side));
        reason.text = translateMessage(describeState(current(side)));
    }

    bool isInForce(const TimedTransition& step) const
    {
        const SegmentId segment = step.transition.effectiveSegment();
        if (!segment.isValid())
            return step.time != unknownTime && step.time <= m_request.moment;
        if (m_request.hasOwnMoment)
            return m_document.segment(segment).time <= m_request.moment;
        return m_request.segment.isValid() && segment <= m_request.segment;
    }

    WalkStep stepOf(const Transition& transition) const
    {
        WalkStep step;
        step.side = transition.side;
        step.from = transition.from;
        step.to = transition.to;
        step.segment = transition.cause;
        if (transition.cause.isValid())
            step.mark = QString::number(segmentNumber(m_document, transition.cause));
        step.isOnFigure = isInFigureFive(transitionRow(transition.rule));
        return step;
    }

    void take(const Transition& transition)
    {
        m_contents.walk.steps.push_back(stepOf(transition));
        current(transition.side) = transition.to;
        const StateReason reason = reasonOf(transition, transitionRow(transition.rule));
        m_contents.reasons[indexOf(transition.side)] = reason;
        m_contents.explanations.push_back(joinSentences({reason.text, reason.clause}));
    }

    StateReason reasonOf(const Transition& transition, const TransitionRow& row) const
    {
        const TransitionMessage message = explainTransition(m_document, transition);
        StateReason reason;
        reason.change = formatState(transition.from) + QStringLiteral(" → ") + formatState(transition.to);
        reason.text = joinSentences({translateMessage(message.cause),
            message.proof.text.empty() ? QString() : translateMessage(message.proof)});
        reason.clause = clauseText(row.clause);
        reason.certainty = certaintyText(transition.certainty);
        reason.segment = transition.cause;
        return reason;
    }

    static QString certaintyText(Certainty certainty)
    {
        switch (certainty) {
        case Certainty::Observed: return Words::tr("observed");
        case Certainty::Proven: return Words::tr("proven");
        case Certainty::Expected: return Words::tr("expected");
        case Certainty::Computed: return Words::tr("computed");
        case Certainty::Assumed: return Words::tr("assumed");
        case Certainty::Count: break;
        }
        return {};
    }

    void addClock(Side side)
    {
        const std::optional<TimeWait> wait = m_entry.analysis.timeWait(side);
        if (!wait || current(side) != TcpState::TimeWait)
            return;
        const Timestamp end = wait->endsAt(m_request.twoMsl);
        const std::optional<Duration> untilEnd = timeBetween(m_request.moment, end);
        if (!untilEnd)
            return;
        // The segment that brought it here may be a little older than the ACK that starts the clock.
        const Duration left = std::clamp<Duration>(*untilEnd, Duration::zero(), m_request.twoMsl);
        TimeWaitClock clock;
        clock.side = side;
        clock.partLeft = static_cast<qreal>(left.count()) / static_cast<qreal>(m_request.twoMsl.count());
        clock.timeLeft = formatCountdown(left);
        clock.caption = Words::tr("ends %1").arg(formatClock(end));
        m_contents.clocks.push_back(clock);
    }

    const CaptureDocument& m_document;
    const StatesRequest& m_request;
    const ConnectionEntry& m_entry;
    StatesContents m_contents;
};

} // namespace

StatesContents readStates(const CaptureDocument& document, const StatesRequest& request)
{
    if (request.connection.value >= document.connectionCount())
        return {};
    return StatesReader(document, request).read();
}

} // namespace tcpladder
