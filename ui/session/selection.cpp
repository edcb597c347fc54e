// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/selection.h"

namespace tcpladder {

void Selection::selectConnection(ConnectionId connection)
{
    if (connection != m_segment.connection)
        setSegment({.connection = connection, .segment = {}, .time = unknownTime});
}

void Selection::selectSegment(const SegmentChoice& choice)
{
    setSegment(choice);
}

void Selection::clear()
{
    const bool hadField = field().has_value();
    m_hoveredField.reset();
    m_chosenField.reset();
    setSegment({});
    if (hadField)
        emit fieldChanged();
}

void Selection::setSegment(const SegmentChoice& choice)
{
    const SegmentChoice before = m_segment;
    const Timestamp momentBefore = moment();
    m_segment = choice;
    m_moment.reset();
    if (before.connection != choice.connection)
        emit connectionChanged();
    if (before.segment != choice.segment)
        emit segmentChanged();
    if (momentBefore != moment() || before.segment != choice.segment)
        emit momentChanged();
}

void Selection::selectMoment(Timestamp moment)
{
    if (m_moment == moment)
        return;
    m_moment = moment;
    emit momentChanged();
}

void Selection::hoverField(std::optional<FieldChoice> choice)
{
    const auto before = field();
    m_hoveredField = choice;
    if (before != field())
        emit fieldChanged();
}

void Selection::chooseField(std::optional<FieldChoice> choice)
{
    const auto before = field();
    const auto chosenBefore = m_chosenField;
    m_chosenField = choice;
    if (before != field() || chosenBefore != m_chosenField)
        emit fieldChanged();
}

void Selection::setTwoMsl(Duration duration)
{
    if (m_twoMsl == duration)
        return;
    m_twoMsl = duration;
    emit twoMslChanged();
}

} // namespace tcpladder
