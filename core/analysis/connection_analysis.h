// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/steady_exchange.h"
#include "core/base/prefetch.h"
#include "core/finding/analysis_step.h"
#include "core/state/course_with_timers.h"
#include "core/state/incarnation.h"
#include "core/state/state_inference.h"
#include "core/state/time_wait_watch.h"

#include <span>

namespace tcpladder {

/// All that is inferred about one connection: states, facts, findings. Fed segment by segment, so that a live capture
/// and a file are one path; it knows no clock but the segments'.
class ConnectionAnalysis
{
public:
    /// What came before it on the same addresses and ports.
    struct Origin
    {
        bool reusesPorts = false;
        bool followsTimeWait = false;
    };

    ConnectionAnalysis() = default;
    explicit ConnectionAnalysis(Origin origin)
        : m_origin(origin)
    {
    }

    /// Whether the segment, on the same pair of endpoints, belongs to this connection. Ask before take(), which is to
    /// get only segments that do. Where a new connection begins, tell this one with supersede().
    IncarnationJudgement judge(const Segment& segment, Side sender)
    {
        return m_steady.isActive() && !segment.has(TcpFlag::Syn) ? IncarnationJudgement{}
                                                                 : judgeUnsteady(segment, sender);
    }

    /// Segments come in capture order with growing ids.
    void take(const Segment& segment, SegmentId id, Side sender, FindingSink& findings);

    /// The same, if there is nothing to judge, to infer or to report of the segment; else nothing changes.
    /// AnySegment: Segment or PlainSegment.
    template <class AnySegment>
    bool takeSteady(const AnySegment& segment, SegmentId id, Side sender)
    {
        return m_steady.isActive() && m_steady.take(segment, id, sender);
    }

    /// Asks for what the next segment looks at where it is not an ordinary one in the middle of the connection; what it
    /// looks at first, which tells, has come.
    void prefetchMore() const
    {
        if (m_steady.isActive())
            return;
        prefetchLine(&m_last);
        prefetchLine(&m_memory);
        for (const Side side : {Side::A, Side::B}) {
            prefetchLine(&m_tracks[indexOf(side)]);
            prefetchLine(&m_tracks[indexOf(side)].twins);
            prefetchLine(&m_states.evidence(side));
        }
    }

    /// A new connection on the same pair began with this segment.
    void supersede(SegmentId firstOfNext, FindingSink& findings);
    /// None while this is the pair's last connection.
    SegmentId supersededBy() const { return m_supersededBy; }

    Origin origin() const { return m_origin; }

    /// Both ends are closed, and finish() has nothing to report.
    bool isAtRest() const;

    /// finish() reports the same whenever the capture ends.
    bool isQuiet() const;

    /// Only SYNs of one side, as of a scan: finish() reports the same whenever the capture ends.
    bool isUnanswered() const;

    /// The capture ended; more segments may follow only in a capture that grew after all. end: of its last packet.
    void finish(FindingSink& findings, Timestamp end = unknownTime);

    /// The corrected course of both sides in the order in which the changes took effect, without the end of TIME_WAIT,
    /// which depends on 2MSL: courseWithTimers() has it.
    std::span<const Transition> transitions() const { return m_states.transitions(); }

    SegmentId firstSegment() const { return m_states.firstSegment(); }

    /// Right after the connection's first segment.
    TcpState firstState(Side side) const;
    TcpState lastState(Side side) const;

    std::optional<TimeWait> timeWait(Side side) const;
    const ConnectionFacts& facts() const { return m_facts; }

private:
    /// A SYN that does not fit this connection, in it until somebody accepts it.
    struct StrangeSyn
    {
        SegmentId id;
        SequenceNumber sequence;
        Side sender = Side::A;
    };

    IncarnationJudgement judgeUnsteady(const Segment& segment, Side sender);
    bool goesOnFromStrangeSyn(const Segment& segment, Side sender) const;
    bool isOldDuplicate(const Segment& segment, Side sender) const;
    bool isFromNext(const Segment& segment, Side sender) const;
    bool isLateSyn(const Segment& segment, Side sender) const;
    bool refusesStrangeSyn(const Segment& segment, Side sender) const;
    IncarnationJudgement judgeSyn(const Segment& segment, Side sender) const;
    IncarnationJudgement judgeSynAck(const Segment& segment, Side sender) const;
    IncarnationJudgement judgeOrdinary(const Segment& segment, Side sender) const;
    void noteStrangeAnswer(const Segment& segment, SegmentId id, Side sender);
    void noteStrangeSyn(const Segment& segment, SegmentId id, Side sender);

    bool isSteadyNow() const;
    void beginSteadyExchange();
    void endSteadyExchange();
    void takeAny(const Segment& segment, SegmentId id, Side sender, FindingSink& findings);
    void resume(FindingSink& findings);
    void noteFacts(const Segment& segment, SegmentId id, Side sender);
    bool isReceiverAskedFor(const Segment& segment, SegmentId id) const;
    void applyRules(const AnalysisStep& step);
    void applyStreamRules(const AnalysisStep& step);
    void applyIncarnationRules(const AnalysisStep& step);
    void watchTimeWait(const AnalysisStep& step);

    SteadyExchange m_steady; ///< first, see KeptAnalysis::prefetch(); while it is active, the next four lag behind
    std::array<StreamTrack, 2> m_tracks;
    StateInference m_states;
    SegmentId m_last;
    Side m_lastSender = Side::A;
    bool m_isInTimeWait = false; ///< one side is, or was
    bool m_isFinished = false;
    Origin m_origin;
    std::uint32_t m_factsRevision = 0; ///< of the states that m_facts was made from
    ConnectionFacts m_facts;
    FindingMemory m_memory;
    Timestamp m_synTime = unknownTime;
    std::array<TimeWaitWatch, 2> m_timeWait{TimeWaitWatch(Side::A), TimeWaitWatch(Side::B)};
    CapturePointWatch m_capturePoint;
    std::vector<FindingId> m_endFindings; ///< what the end of the capture shows
    SegmentId m_supersededBy;
    StrangeSyn m_strangeSyn;
    StrangeSyn m_strangeAnswer; ///< a SYN,ACK with another number than its sender's, until somebody acknowledges it
    std::array<std::optional<SequenceNumber>, 2> m_synAcknowledged; ///< what the peer's first SYN,ACK acknowledged
    std::array<SegmentId, 2> m_restart;                             ///< the last restart of TIME_WAIT that was reported
};

} // namespace tcpladder
