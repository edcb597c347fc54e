// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/shaped_connection.h"

#include <algorithm>

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
    m_exchange.note(segment);
    return true;
}

bool ShapedConnection::abandon()
{
    ConnectionShapes::noteAbandoned(*m_shape);
    return false;
}

std::optional<TimeWait> ShapedConnection::timeWait(Side side) const
{
    const auto stay = std::ranges::find(m_shape->stays, side, &TimeWait::side);
    if (stay == m_shape->stays.end())
        return std::nullopt;
    return stayOf(*stay, startOf(*stay, segments()), idsOf(segments()).all());
}

} // namespace tcpladder
