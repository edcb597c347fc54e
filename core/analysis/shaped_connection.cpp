// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/shaped_connection.h"

#include <algorithm>
#include <iterator>

namespace tcpladder {

bool ShapedConnection::take(const Segment& segment, SegmentId id, Side sender, ConnectionShapes& shapes)
{
    const auto step = m_segments.isFull() ? std::nullopt : m_exchange.stepOf(segment, sender);
    if (!step) {
        ConnectionShapes::noteAbandoned(*m_shape);
        return false;
    }
    m_segments.add(segment, id, sender);
    ConnectionShape* const next = shapes.after(*m_shape, *step, segments());
    if (!next) {
        m_segments.removeLast();
        if (shapes.areFull())
            ConnectionShapes::noteAbandoned(*m_shape);
        return false;
    }
    m_shape = next;
    m_known.reset();
    m_exchange.note(segment, sender);
    return true;
}

const ShapedConnection::Known& ShapedConnection::known() const
{
    if (!m_known) {
        m_known = std::make_unique<Known>();
        m_known->facts = factsOf(*m_shape, segments());
        std::ranges::transform(m_shape->course, std::back_inserter(m_known->course),
            [this](const Transition& ofShape) { return transitionOf(ofShape, segments()); });
    }
    return *m_known;
}

} // namespace tcpladder
