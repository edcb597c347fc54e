// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/shaped_connection.h"
#include "core/finding/finding_sink.h"

#include <memory_resource>

namespace tcpladder {

/// What is kept of a ShapedConnection that has ended: its shape, and what the shape does not say. A line of the cache
/// or two, where all that came of it would take five.
///
/// One piece of memory of just the size: behind this come when its stays in TIME_WAIT began, what the end of the
/// capture shows, and the ids of its segments.
class ShapedOutcome
{
public:
    /// Lives in the memory, as long as that or until discard(); the shape outlives it.
    static ShapedOutcome& keep(const ShapedConnection& connection, std::pmr::memory_resource& memory);
    void discard(std::pmr::memory_resource& memory);

    // As KeptAnalysis has them.
    TransitionList transitions() const;
    TcpState firstState(Side side) const { return m_shape.firstState(side); }
    TcpState lastState(Side side) const { return m_shape.lastState(side); }
    std::optional<TimeWait> timeWait(Side side) const;
    ConnectionFacts facts() const { return factsOf(m_shape, m_own); }
    bool hasEndFindings() const { return !m_shape.endFindings.empty(); }
    void finish(FindingSink& findings);

private:
    ShapedOutcome(const ConnectionShape& shape, std::span<const ShapedSegment> segments)
        : m_shape(shape)
        , m_own(ownFactsOf(shape, segments))
        , m_segments(static_cast<std::uint8_t>(segments.size()))
    {
    }

    static std::size_t sizeFor(const ConnectionShape& shape, std::size_t segments);
    std::span<const Timestamp> starts() const;
    std::span<const Finding> endFindings() const;
    std::span<const SegmentId> ids() const;

    const ConnectionShape& m_shape;
    OwnFacts m_own;
    std::uint8_t m_segments;
    bool m_isFinished = false;
};

} // namespace tcpladder
