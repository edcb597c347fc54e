// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/shaped_connection.h"

#include <algorithm>
#include <iterator>

namespace tcpladder {

/// Whether it does with the segment that was added.
bool ShapedConnection::goOn(ConnectionShapes& shapes)
{
    const ShapedSegment& segment = segments().back();
    const auto step = m_exchange.stepOf(segment);
    if (!step)
        return abandon();
    ConnectionShape* const next = shapes.after(*m_shape, *step, segments());
    if (!next)
        return shapes.areFull() && abandon();
    m_shape = next;
    m_known.reset();
    m_exchange.note(segment);
    return true;
}

bool ShapedConnection::abandon()
{
    ConnectionShapes::noteAbandoned(*m_shape);
    return false;
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
