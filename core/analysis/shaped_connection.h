// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/connection_shape.h"
#include "core/base/prefetch.h"
#include "core/base/short_list.h"

namespace tcpladder {

/// A young connection that went as another one went before: what is inferred about it is known from there, with its
/// own segments, times and numbers put in.
///
/// Its segments are kept until it ends, or until one of them does what no connection of the shape did before: then
/// they are analysed one after another.
class alignas(64) ShapedConnection
{
public:
    explicit ShapedConnection(ConnectionShape& beginning)
        : m_shape(&beginning)
    {
    }

    /// Whether it goes on as usual and as others did before. Else nothing changes. shapes: that the beginning is of.
    bool take(const Segment& segment, SegmentId id, Side sender, ConnectionShapes& shapes)
    {
        return ShapedSegment::hasRoomFor(segment) ? takeInPlace(segment, id, sender, shapes) : abandon();
    }
    bool take(const PlainSegment& segment, SegmentId id, Side sender, ConnectionShapes& shapes)
    {
        return takeInPlace(segment, id, sender, shapes);
    }

    const ConnectionShape& shape() const { return *m_shape; }
    std::span<const ShapedSegment> segments() const { return m_segments.all(); }
    /// One that the latest segment brings, of the shape's.
    Finding findingOf(const Finding& ofShape) const { return tcpladder::findingOf(ofShape, segments()); }

    /// It is released with what comes of its shape.
    void noteCompleted() { ConnectionShapes::noteCompleted(*m_shape); }

    // As ConnectionAnalysis has them.
    TransitionList transitions() const { return transitionsOf(*m_shape, idsOf(segments()).all()); }
    TcpState firstState(Side side) const { return m_shape->firstState(side); }
    TcpState lastState(Side side) const { return m_shape->lastState(side); }
    std::optional<TimeWait> timeWait(Side side) const;
    ConnectionFacts facts() const { return factsOf(*m_shape, ownFactsOf(*m_shape, segments())); }
    void finish(FindingSink& findings) const
    {
        for (const Finding& ofShape : m_shape->endFindings)
            findings.add(findingOf(ofShape));
    }

    void prefetchMore() const { m_segments.prefetchNext(); }

private:
    template <class AnySegment>
    bool takeInPlace(const AnySegment& segment, SegmentId id, Side sender, ConnectionShapes& shapes)
    {
        if (m_segments.isFull())
            return abandon();
        m_segments.add(segment, id, sender);
        const bool isTaken = goOn(shapes);
        if (!isTaken)
            m_segments.removeLast();
        return isTaken;
    }
    bool goOn(ConnectionShapes& shapes);
    bool abandon();

    ConnectionShape* m_shape; ///< one of those that it is taken with
    UsualExchange m_exchange;
    ShortList<ShapedSegment, ConnectionShape::mostSegments> m_segments;
};

} // namespace tcpladder
