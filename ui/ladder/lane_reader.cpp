// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/lane_reader.h"

#include "core/document/capture_document.h"
#include "ui/ladder/ladder_reader.h"
#include "ui/support/connection_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace tcpladder {

namespace {

using namespace std::chrono_literals;

constexpr Duration worthAFold = 1s; ///< a silence at the end that is shorter needs no row of its own

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ladder)
};

class LaneReader
{
public:
    LaneReader(
        const CaptureDocument& document, const LadderRequest& request, const LadderRows& rows, LadderContents& contents)
        : m_document(document)
        , m_request(request)
        , m_rows(rows)
        , m_entry(document.connection(request.connection))
        , m_contents(contents)
        , m_lastTime(document.segment(m_entry.connection.segments.back()).time)
    {
    }

    void read()
    {
        const auto course = courseWithTimers(m_entry.analysis, m_request.twoMsl);
        for (const Side side : {Side::A, Side::B})
            addFirstState(course, side);
        for (const TimedTransition& step : course)
            addChange(step);
        if (m_contents.trailing.empty())
            addEndOfCapture();
        for (const Side side : {Side::A, Side::B})
            describeTimeWait(side);
    }

private:
    LadderLane& lane(Side side) { return m_contents.lanes[indexOf(side)]; }

    /// What held before the first change. Where the capture began in the middle, the first assumption holds from the
    /// top.
    void addFirstState(const std::vector<TimedTransition>& course, Side side)
    {
        const auto isOfSide = [side](const TimedTransition& step) { return step.transition.side == side; };
        const auto first = std::ranges::find_if(course, isOfSide);
        LadderStateChange change;
        change.certainty = Certainty::Assumed;
        if (first != course.end()) {
            change.state = first->transition.from;
            if (change.state != TcpState::Unknown)
                change.certainty = Certainty::Observed;
        }
        lane(side).changes.push_back(change);
    }

    void addChange(const TimedTransition& step)
    {
        const Transition& transition = step.transition;
        auto& changes = lane(transition.side).changes;
        LadderStateChange change{positionOf(step), transition.to, transition.certainty, {}, {}};
        const bool isFirst = changes.size() == 1 && transition.from == TcpState::Unknown;
        if (isFirst && transition.certainty == Certainty::Assumed && change.position.row == 0) {
            change.position = changes.front().position;
            change.lines.push_back(Words::tr("assumed"));
            changes.front() = change;
            return;
        }
        change.position = std::max(change.position, changes.back().position);
        if (transition.certainty == Certainty::Expected)
            change.lines.push_back(Words::tr("expected"));
        else if (transition.certainty == Certainty::Assumed)
            change.lines.push_back(Words::tr("assumed"));
        changes.push_back(change);
    }

    /// An endpoint's own segment changes its state when it leaves, the peer's when it arrives.
    LadderPosition positionOf(const TimedTransition& step)
    {
        const Transition& transition = step.transition;
        if (!transition.cause.isValid())
            return positionOfTimer(step);
        if (transition.after.isValid())
            return {rowOf(transition.after), RowPlace::BelowTail};
        const bool isOwn = m_document.segment(transition.cause).sender == transition.side;
        return {rowOf(transition.cause), isOwn ? RowPlace::Tail : RowPlace::Head};
    }

    LadderPosition positionOfTimer(const TimedTransition& step)
    {
        const auto& segments = m_entry.connection.segments;
        if (step.time < m_lastTime) {
            const auto isBefore = [this](SegmentId id, Timestamp time) { return m_document.segment(id).time < time; };
            const auto next = std::lower_bound(segments.begin(), segments.end(), step.time, isBefore);
            const auto row = static_cast<std::size_t>(std::max<std::ptrdiff_t>(next - segments.begin() - 1, 0));
            return {m_rows.rowOf(row), RowPlace::BelowTail};
        }
        addQuietRow(step.time);
        m_contents.trailing.push_back({LadderTrailingRow::Kind::Event, timerText(step.transition),
            Words::tr("2MSL timer, not on the wire"), step.time});
        return {m_contents.rowCount() - 1, RowPlace::Tail};
    }

    void addQuietRow(Timestamp until)
    {
        const bool isFirst = m_contents.trailing.empty();
        if (isFirst && until - m_lastTime >= worthAFold)
            m_contents.trailing.push_back(
                {LadderTrailingRow::Kind::Quiet, quietText(until - m_lastTime), {}, unknownTime});
    }

    QString timerText(const Transition& transition) const
    {
        const bool bothWait = m_entry.analysis.timeWait(Side::A) && m_entry.analysis.timeWait(Side::B);
        const QString text = Words::tr("TIME_WAIT ends: CLOSED");
        return bothWait ? formatSide(transition.side) + QStringLiteral(": ") + text : text;
    }

    void addEndOfCapture()
    {
        const CaptureSummary& summary = m_document.summary();
        if (summary.state == LoadState::Loading || m_lastTime == unknownTime)
            return;
        addQuietRow(summary.lastTime);
        m_contents.trailing.push_back(
            {LadderTrailingRow::Kind::End, Words::tr("end of the capture"), {}, summary.lastTime});
    }

    void describeTimeWait(Side side)
    {
        const auto wait = m_entry.analysis.timeWait(side);
        auto& changes = lane(side).changes;
        const auto entered = std::ranges::find(changes, TcpState::TimeWait, &LadderStateChange::state);
        if (!wait || entered == changes.end())
            return;
        entered->lines.push_back(twoMslText(m_request.twoMsl));
        if (wait->isEndedEarly()) {
            entered->lines.push_back(Words::tr("cut short by segment %1").arg(positionOf(wait->endedBy) + 1));
            return;
        }
        const Timestamp end = wait->endsAt(m_request.twoMsl);
        if (end == unknownTime)
            return;
        entered->lines.push_back(Words::tr("ends %1").arg(formatClock(end)));
        // From the segment that takes it there, though the clock starts only with the acknowledgment behind that.
        const Timestamp entry = m_document.segment(wait->startedBy).time;
        const std::optional<Duration> untilEnd = timeBetween(m_request.moment, end);
        if (m_request.moment >= entry && untilEnd && *untilEnd > Duration::zero()) {
            const Duration left = std::min(m_request.twoMsl, *untilEnd);
            entered->countdown = Words::tr("%1 left").arg(formatCountdown(left));
        }
        const auto closed = entered + 1;
        if (closed != changes.end() && closed->position.row >= m_contents.segmentRows)
            m_contents.stretches.push_back(
                {side, {m_contents.segmentRows - 1, RowPlace::Head}, closed->position, m_lastTime, end});
    }

    std::size_t rowOf(SegmentId segment) const { return m_rows.rowOf(positionOf(segment)); }

    std::size_t positionOf(SegmentId segment) const
    {
        const auto& segments = m_entry.connection.segments;
        return static_cast<std::size_t>(std::ranges::lower_bound(segments, segment) - segments.begin());
    }

    const CaptureDocument& m_document;
    const LadderRequest& m_request;
    const LadderRows& m_rows;
    const ConnectionEntry& m_entry;
    LadderContents& m_contents;
    Timestamp m_lastTime;
};

void addWrittenAddresses(const std::array<std::string, 2>& written, LadderContents& contents)
{
    for (const Side side : {Side::A, Side::B}) {
        QString& role = contents.lanes[indexOf(side)].role;
        QStringList parts{Words::tr("written as %1").arg(QString::fromStdString(written[indexOf(side)]))};
        if (!role.isEmpty())
            parts << role;
        role = parts.join(QStringLiteral(" · "));
    }
}

} // namespace

void readLanes(const CaptureDocument& document, const LadderRequest& request, const LadderRows& rows,
    const std::optional<std::array<std::string, 2>>& written, LadderContents& contents)
{
    const ConnectionEntry& entry = document.connection(request.connection);
    contents.title = connectionTitle(request.connection);
    contents.subtitle = connectionSubtitle(document, entry);
    for (const Side side : {Side::A, Side::B}) {
        contents.lanes[indexOf(side)].endpoint = toText(entry.connection.endpoint(side));
        contents.lanes[indexOf(side)].role = roleText(entry.analysis.facts(), side);
    }
    if (written)
        addWrittenAddresses(*written, contents);
    LaneReader(document, request, rows, contents).read();
}

} // namespace tcpladder
