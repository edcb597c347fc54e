// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/connection_analysis.h"
#include "core/analysis/shaped_segment.h"
#include "core/analysis/transition_list.h"
#include "core/analysis/usual_exchange.h"
#include "core/state/state_history.h"

#include <deque>
#include <vector>

namespace tcpladder {

/// What is inferred about every connection that went through the same UsualSteps. Where something has the id of a
/// segment, it is here the segment's place in the connection, from 0 on.
struct ConnectionShape
{
    static constexpr std::size_t mostSegments = 12;
    static constexpr std::size_t mostTransitions = TransitionList::mostMade;

    // What the next segment looks at stands first.
    ConnectionShape* before = nullptr;
    std::vector<Finding> findings; ///< that the last segment brings
    // Of the connections that had this shape at any time:
    std::uint32_t completed = 0; ///< that were released with one that came of it
    std::uint32_t abandoned = 0; ///< that had to be analysed in the end
    bool isLearnt = false;
    bool isAtRest = false;
    bool isUnanswered = false;
    bool hasEnd = false;                                    ///< as the facts have it
    SegmentId endOfRoundTrip;                               ///< of the initial one; none where it is not known
    std::array<ConnectionShape*, UsualStep::count> after{}; ///< by code of a step

    std::vector<Transition> course;
    std::vector<TimeWait> stays;      ///< without times
    std::vector<Finding> endFindings; ///< what the end of the capture shows
    ConnectionFacts facts;            ///< without what the segments say themselves

    TcpState firstState(Side side) const { return stateAfter(course, side, SegmentId(std::size_t{0})); }
    TcpState lastState(Side side) const { return tcpladder::lastState(course, side); }

    /// Few that come so far are ever done with: it isn't worth the while.
    bool isVain() const
    {
        constexpr std::uint32_t enough = 64;
        return completed + abandoned >= enough && completed < abandoned;
    }
};

/// What a connection's shape does not say of its facts.
struct OwnFacts
{
    // As ConnectionFacts has them.
    std::array<std::optional<std::uint16_t>, 2> maximumSegmentSize;
    std::array<std::optional<std::uint8_t>, 2> windowScale;
    CapturePointVerdict capturePoint;
    std::optional<Duration> initialRoundTrip;
};

/// The ids of a connection's segments.
using ShapedIds = ShortList<SegmentId, ConnectionShape::mostSegments>;
ShapedIds idsOf(std::span<const ShapedSegment> segments);

// With the segments of a connection of the shape put in, or of them the ids alone.

TransitionList transitionsOf(const ConnectionShape& shape, std::span<const SegmentId> ids);
/// start: startOf() the same.
TimeWait stayOf(TimeWait ofShape, Timestamp start, std::span<const SegmentId> ids);
Timestamp startOf(const TimeWait& ofShape, std::span<const ShapedSegment> segments);
Finding findingOf(Finding ofShape, std::span<const ShapedSegment> segments);
OwnFacts ownFactsOf(const ConnectionShape& shape, std::span<const ShapedSegment> segments);
ConnectionFacts factsOf(const ConnectionShape& shape, const OwnFacts& own);

/// The shapes that connections of a document have had so far, as a tree.
///
/// Most short connections go one of a few ways: a handshake and the end, a refused SYN, one question and one answer. To
/// infer the same again and again is what costs most where there are many of them. So one that goes a way which others
/// went is analysed, and what comes out is kept for all others that will go it.
class ConnectionShapes
{
public:
    ConnectionShapes() = default;
    ConnectionShapes(const ConnectionShapes&) = delete; // they point to each other
    ConnectionShapes& operator=(const ConnectionShapes&) = delete;

    /// Of a connection without segments.
    ConnectionShape& beginning() { return m_shapes.front(); }

    /// Behind one more step; null where no connection went so before, or where more than the steps decides what it is.
    /// segments: of this connection, with the one that makes the step.
    ConnectionShape* after(ConnectionShape& shape, UsualStep step, std::span<const ShapedSegment> segments)
    {
        ConnectionShape* const next = shape.after[step.code];
        if (!next || !next->isLearnt)
            return learn(shape, step, segments);
        return next->isVain() ? nullptr : next;
    }

    /// How it went on with a connection of which this was the last shape.
    static void noteCompleted(ConnectionShape& shape);
    static void noteAbandoned(ConnectionShape& shape);

    /// Nothing new is learnt any more.
    bool areFull() const { return m_shapes.size() == mostShapes; }

    std::size_t size() const { return m_shapes.size(); }

private:
    static constexpr std::size_t mostShapes = 1024;

    ConnectionShape* learn(ConnectionShape& shape, UsualStep step, std::span<const ShapedSegment> segments);

    std::deque<ConnectionShape> m_shapes{1};
    // What stands for shapes that are not learnt: seen once, twice and so on, and those whose connections are not
    // alike.
    std::array<ConnectionShape, 3> m_seen;
    ConnectionShape m_unlike;
};

} // namespace tcpladder
