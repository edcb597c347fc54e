// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding/connection_analysis.h"

#include <memory>

namespace tcpladder {

/// What a connection's analysis came to, and the analysis itself for as long as it is wanted.
///
/// An analysis takes 1.5 kB, most of which only the next segment would need. Once both ends are closed there seldom is
/// one, so that the outcome alone is kept then; should one come after all, the analysis is made anew from the packets.
class KeptAnalysis
{
public:
    KeptAnalysis()
        : KeptAnalysis(std::make_unique<ConnectionAnalysis>())
    {
    }
    explicit KeptAnalysis(std::unique_ptr<ConnectionAnalysis> analysis)
        : m_live(std::move(analysis))
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

    /// Asks for what the next ordinary segment looks at, so that it has come by the time that it is wanted.
    void prefetch() const
    {
        if (m_live)
            m_live->prefetch();
    }

    /// Begins anew, behind the same connection.
    void restart();

    /// Keeps the outcome alone, and gives the analysis away; only of one that isAtRest().
    std::unique_ptr<ConnectionAnalysis> release();

private:
    /// One piece of memory of just the size: behind this come the course, and then the stays in TIME_WAIT.
    struct Outcome
    {
        ConnectionFacts facts;
        SegmentId first;
        SegmentId supersededBy;
        std::uint16_t transitions = 0;
        std::uint8_t stays = 0;
        ConnectionAnalysis::Origin origin;
    };
    struct OutcomeMemory
    {
        std::unique_ptr<std::byte[]> memory;

        explicit operator bool() const { return memory != nullptr; }
        const Outcome* operator->() const { return reinterpret_cast<const Outcome*>(memory.get()); }
        std::span<const Transition> course() const;
        std::span<const TimeWait> stays() const;
    };

    std::unique_ptr<ConnectionAnalysis> m_live;
    OutcomeMemory m_outcome; ///< where it is not live
};

/// The course with the end of TIME_WAIT as 2MSL has it.
std::vector<TimedTransition> courseWithTimers(
    const KeptAnalysis& analysis, TwoMsl twoMsl, Timestamp endOfCapture = unknownTime);

} // namespace tcpladder
