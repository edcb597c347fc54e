// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/ladder_text.h"

#include "core/document/finding_index.h"
#include "core/document/sequence_origins.h"
#include "core/report/ladder_form.h"
#include "core/report/wording.h"
#include "core/state/course_with_timers.h"
#include "core/state/state_history.h"

#include <algorithm>
#include <cstdio>

namespace tcpladder {

namespace {

constexpr std::size_t segmentsAtOnce = 500; ///< that are read before the loader may go on

std::unique_ptr<LadderForm> makeForm(LadderTextFormat format)
{
    switch (format) {
    case LadderTextFormat::Mermaid: return makeMermaidForm();
    case LadderTextFormat::PlantUml: return makePlantUmlForm();
    case LadderTextFormat::Plain: break;
    }
    return makePlainForm();
}

std::string seconds(Duration duration)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.6f", std::chrono::duration<double>(duration).count());
    return text;
}

class LadderTextWriter
{
public:
    LadderTextWriter(const CaptureDocument& document, ConnectionId connection, const LadderTextOptions& options)
        : m_document(document)
        , m_connection(connection)
        , m_options(options)
        , m_form(makeForm(options.format))
    {
        const CaptureDocument::Reading reading(document);
        const ConnectionEntry& entry = document.connection(connection);
        m_findings.update(document, entry.findings);
        m_origins.update(document, entry.connection);
        m_segments = entry.connection.segments.size();
        m_origin = document.segment(entry.connection.segments.front()).time;
        m_course = courseWithTimers(entry.analysis, options.twoMsl, document.summary().lastTime);
    }

    void write(const TextSink& sink)
    {
        const std::size_t end = std::min(m_options.end, m_segments);
        sink(heading());
        for (std::size_t first = std::min(m_options.first, end); first < end; first += segmentsAtOnce)
            sink(segments(first, std::min(first + segmentsAtOnce, end)));
        if (end == m_segments)
            sink(timers());
        sink(m_form->end());
    }

private:
    std::string heading()
    {
        const CaptureDocument::Reading reading(m_document);
        const ConnectionEntry& entry = m_document.connection(m_connection);
        const auto& [a, b] = entry.connection.endpoints;
        std::string text = m_form->begin({.title = "Connection " + std::to_string(m_connection.value + 1),
            .endpoints = {formatEndpoint(a), formatEndpoint(b)}});
        for (const Side side : {Side::A, Side::B})
            text += m_form->write(stateBefore(entry, side));
        return text;
    }

    /// What the endpoint is in before the first segment that is written.
    LadderTextState stateBefore(const ConnectionEntry& entry, Side side)
    {
        LadderTextState state{.side = side, .state = TcpState::Unknown, .time = {}};
        if (m_options.first > 0 && m_options.first < m_segments) {
            const SegmentId before = entry.connection.segments[m_options.first - 1];
            while (m_step < m_course.size() && isUpTo(m_course[m_step].transition, before))
                ++m_step;
            const TransitionList transitions = entry.analysis.transitions();
            if (const Transition* last = lastTransition(transitions.all(), side, before)) {
                state.state = last->to;
                state.certainty = last->certainty;
            }
            return state;
        }
        const auto first = std::ranges::find_if(
            m_course, [side](const TimedTransition& step) { return step.transition.side == side; });
        if (first == m_course.end())
            return state;
        state.state = first->transition.from;
        if (!isAssumedFromTheStart(first->transition, entry.connection))
            return state;
        state.state = first->transition.to;
        state.certainty = Certainty::Assumed;
        m_course.erase(first);
        return state;
    }

    /// Where the capture began in the middle, the first assumption holds from the top.
    static bool isAssumedFromTheStart(const Transition& transition, const Connection& connection)
    {
        return transition.from == TcpState::Unknown && transition.certainty == Certainty::Assumed
            && transition.effectiveSegment() == connection.segments.front();
    }

    static bool isUpTo(const Transition& transition, SegmentId segment)
    {
        return transition.effectiveSegment().isValid() && transition.effectiveSegment() <= segment;
    }

    std::string segments(std::size_t first, std::size_t end)
    {
        const CaptureDocument::Reading reading(m_document);
        const Connection& connection = m_document.connection(m_connection).connection;
        std::string text;
        for (std::size_t i = first; i < end; ++i) {
            text += m_form->write(describe(connection.segments[i], i + 1));
            for (; m_step < m_course.size() && isUpTo(m_course[m_step].transition, connection.segments[i]); ++m_step)
                text += state(m_course[m_step], {});
        }
        return text;
    }

    std::string timers()
    {
        std::string text;
        for (; m_step < m_course.size(); ++m_step)
            text += state(m_course[m_step], elapsed(m_course[m_step].time));
        return text;
    }

    std::string state(const TimedTransition& step, const std::string& time)
    {
        const Transition& transition = step.transition;
        return m_form->write(LadderTextState{
            .side = transition.side, .state = transition.to, .time = time, .certainty = transition.certainty});
    }

    LadderTextSegment describe(SegmentId id, std::size_t number) const
    {
        const SegmentRecord record = m_document.segment(id);
        LadderTextSegment segment{.number = std::to_string(number),
            .time = elapsed(record.time),
            .sender = record.sender,
            .what = numbers(record),
            .fate = record.has(TcpFlag::Rst) ? SegmentFate::Reset : SegmentFate::Ordinary,
            .remarks = {}};
        for (const auto& [at, finding] : m_findings.at(id)) {
            const Finding& found = m_document.finding(finding);
            if (const SegmentFate fate = fateBy(found.kind); fate != SegmentFate::Ordinary)
                segment.fate = fate;
            segment.remarks.push_back(toEnglish(explainFinding(m_document, found)));
        }
        for (const auto& [of, finding] : m_findings.relatedTo(id)) {
            if (impliesLoss(m_document.finding(finding).kind))
                segment.fate = SegmentFate::Lost;
        }
        if (std::string comment = m_document.comment(record.packet); !comment.empty())
            segment.remarks.push_back(std::move(comment));
        return segment;
    }

    std::string numbers(const SegmentRecord& record) const
    {
        const TcpFieldSet known = record.known;
        std::string text = formatFlags(record.flags());
        if (known.has(TcpField::Sequence))
            text += " seq " + number(record.sequence, m_origins.sequenceOrigin(record));
        if (known.has(TcpField::Acknowledgment) && record.has(TcpFlag::Ack))
            text += " ack " + number(record.acknowledgment, m_origins.acknowledgmentOrigin(record));
        if (record.payloadLength > 0)
            text += " len " + std::to_string(record.payloadLength);
        return text;
    }

    std::string number(SequenceNumber value, SequenceNumber origin) const
    {
        return m_options.hasRelativeNumbers ? std::to_string(relativeNumber(value, origin))
                                            : std::to_string(value.value);
    }

    std::string elapsed(Timestamp time) const
    {
        const auto since = timeBetween(m_origin, time);
        return since ? seconds(*since) : "-";
    }

    const CaptureDocument& m_document;
    ConnectionId m_connection;
    LadderTextOptions m_options;
    std::unique_ptr<LadderForm> m_form;
    FindingIndex m_findings;
    SequenceOrigins m_origins;
    std::size_t m_segments = 0;
    Timestamp m_origin = unknownTime;
    std::vector<TimedTransition> m_course;
    std::size_t m_step = 0; ///< of the course: the first that is not written yet
};

} // namespace

void writeLadderText(
    const CaptureDocument& document, ConnectionId connection, const LadderTextOptions& options, const TextSink& sink)
{
    LadderTextWriter(document, connection, options).write(sink);
}

} // namespace tcpladder
