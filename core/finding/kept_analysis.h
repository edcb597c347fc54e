// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/prefetch.h"
#include "core/finding/analysis_pool.h"

#include <memory_resource>

namespace tcpladder {

/// What a connection's analysis came to, and the analysis itself for as long as it is wanted.
///
/// An analysis takes 1.7 kB, most of which only the next segment would need. Once both ends are closed there seldom is
/// one, nor where nobody answered for long: the outcome alone is kept then, with what the end of the capture will show.
/// Should a segment come after all, the analysis is made anew from the packets.
class KeptAnalysis
{
public:
    /// live: of a pool that outlives it.
    explicit KeptAnalysis(ConnectionAnalysis& live)
        : m_live(&live)
    {
    }

    std::span<const Transition> transitions() const;
    TcpState firstState(Side side) const;
    TcpState lastState(Side side) const;
    std::optional<TimeWait> timeWait(Side side) const;
    const ConnectionFacts& facts() const { return m_live ? m_live->facts() : m_outcome->facts; }
    SegmentId supersededBy() const { return m_live ? m_live->supersededBy() : m_outcome->supersededBy; }

    bool isLive() const { return m_live != nullptr; }
    /// Only where it isLive().
    ConnectionAnalysis& live() { return *m_live; }
    const ConnectionAnalysis& live() const { return *m_live; }

    /// Asks for what those who show it look at.
    void prefetchOutcome() const
    {
        constexpr std::size_t usualTransitions = 10;
        if (m_live)
            m_live->prefetch();
        else
            prefetchBytes(m_outcome, sizeof(Outcome) + usualTransitions * sizeof(Transition));
    }

    /// Asks for all that release() looks at.
    void prefetchRelease() const
    {
        if (m_live)
            prefetchWhole(*m_live);
    }

    /// As the analysis has them.
    void prefetch() const
    {
        if (m_live)
            m_live->prefetch();
    }
    void prefetchMore() const
    {
        if (m_live)
            m_live->prefetchMore();
    }

    /// Begins anew, behind the same connection; pool and memory as for release().
    void restart(AnalysisPool& pool, std::pmr::memory_resource& memory);

    /// The capture ended, as for ConnectionAnalysis.
    void finish(FindingSink& findings, Timestamp end);

    /// Where it is not live: finish() has something to report.
    bool hasEndFindings() const { return m_outcome->endFindings > 0; }

    /// Keeps the outcome alone, in memory that outlives this, and gives the analysis back to its pool; only of one that
    /// isAtRest() or isUnanswered().
    void release(AnalysisPool& pool, std::pmr::memory_resource& memory);

private:
    /// One piece of memory of just the size: behind this come the course, the stays in TIME_WAIT, and what the end of
    /// the capture shows.
    struct Outcome
    {
        ConnectionFacts facts;
        SegmentId first;
        SegmentId supersededBy;
        std::uint16_t transitions = 0;
        std::uint8_t stays : 2 = 0;
        std::uint8_t endFindings : 4 = 0;
        std::uint8_t isFinished : 1 = 0;
        ConnectionAnalysis::Origin origin;

        std::size_t size() const
        {
            return sizeof(Outcome) + transitions * sizeof(Transition) + stays * sizeof(TimeWait)
                + endFindings * sizeof(Finding);
        }
    };

    std::span<const Transition> keptCourse() const;
    std::span<const TimeWait> keptStays() const;
    std::span<const Finding> keptEndFindings() const;

    ConnectionAnalysis* m_live;   ///< null once it was released
    Outcome* m_outcome = nullptr; ///< where it is not live
};

/// The course with the end of TIME_WAIT as 2MSL has it.
std::vector<TimedTransition> courseWithTimers(
    const KeptAnalysis& analysis, TwoMsl twoMsl, Timestamp endOfCapture = unknownTime);

} // namespace tcpladder
