// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/connection_analysis.h"
#include "core/analysis/transition_list.h"

#include <memory_resource>

namespace tcpladder {

/// What is kept of a ConnectionAnalysis of which nothing more is expected.
///
/// One piece of memory of just the size: behind this come the course, the stays in TIME_WAIT, and what the end of the
/// capture shows.
class AnalysisOutcome
{
public:
    /// Lives in the memory, as long as that or until discard(). The analysis is finished by it.
    static AnalysisOutcome& keep(ConnectionAnalysis& analysis, std::pmr::memory_resource& memory);
    void discard(std::pmr::memory_resource& memory);

    /// Asks for what those who show it look at.
    void prefetch() const;

    // As KeptAnalysis has them.
    TransitionList transitions() const { return TransitionList(course()); }
    TcpState firstState(Side side) const;
    TcpState lastState(Side side) const;
    std::optional<TimeWait> timeWait(Side side) const;
    const ConnectionFacts& facts() const { return m_facts; }
    SegmentId supersededBy() const { return m_supersededBy; }
    ConnectionAnalysis::Origin origin() const { return m_origin; }
    bool hasEndFindings() const { return m_endFindings > 0; }
    void finish(FindingSink& findings);

private:
    AnalysisOutcome(
        const ConnectionAnalysis& analysis, std::span<const TimeWait> stays, std::span<const Finding> endFindings);

    std::size_t size() const;
    std::span<const Transition> course() const;
    std::span<const TimeWait> stays() const;
    std::span<const Finding> endFindings() const;

    ConnectionFacts m_facts;
    SegmentId m_first;
    SegmentId m_supersededBy;
    std::uint16_t m_transitions;
    std::uint8_t m_stays : 2;
    std::uint8_t m_endFindings : 4;
    std::uint8_t m_isFinished : 1 = 0;
    ConnectionAnalysis::Origin m_origin;
};

} // namespace tcpladder
