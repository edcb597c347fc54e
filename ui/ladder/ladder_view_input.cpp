// SPDX-License-Identifier: GPL-3.0-or-later
// What the user does with keys and mouse.
#include "ui/ladder/ladder_scroll.h"
#include "ui/ladder/ladder_view.h"
#include "ui/ladder/segment_tool_tip.h"
#include "ui/session/capture_session.h"
#include "ui/session/navigator.h"
#include "ui/session/selection.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>

#include <cmath>

namespace tcpladder {

namespace {

constexpr int wheelNotch = 120; ///< Qt's unit: eighths of a degree of one notch
constexpr double timeZoomStep = 1.5;

} // namespace

void LadderView::keyPressEvent(QKeyEvent* event)
{
    const auto page = std::max<std::ptrdiff_t>(1, verticalScrollBar()->pageStep() / stepsPerRow);
    const auto all = static_cast<std::ptrdiff_t>(frame().segmentRows);
    switch (event->key()) {
    case Qt::Key_Up: return stepBy(-1);
    case Qt::Key_Down: return stepBy(1);
    case Qt::Key_PageUp: return stepBy(-page);
    case Qt::Key_PageDown: return stepBy(page);
    case Qt::Key_Home: return stepBy(-all);
    case Qt::Key_End: return stepBy(all);
    case Qt::Key_Right: return unfoldSelected();
    case Qt::Key_Plus:
    case Qt::Key_Equal: return zoomIn();
    case Qt::Key_Minus: return zoomOut();
    case Qt::Key_0: return resetZoom();
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void LadderView::mousePressEvent(QMouseEvent* event)
{
    const QPointF content = toContent(event->position().toPoint());
    const bool isMain = event->button() == Qt::LeftButton;
    const bool hasMenu = event->button() == Qt::RightButton;
    if (!(isMain || hasMenu) || frame().segmentRows == 0 || content.y() < -geometry().topMargin)
        return QAbstractScrollArea::mousePressEvent(event);
    if (isMain && pickMoment(content))
        return;
    const std::size_t row = rowAt(geometry(), content, frame().rowCount());
    if (row >= frame().segmentRows)
        return;
    if (isMain)
        clickRow(row, fieldAt(event->position(), row));
    else
        selectRow(row); // the menu is about its segment
}

void LadderView::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        pickMoment(toContent(event->position().toPoint()));
    else
        m_selection.hoverField(fieldAt(event->position(), frame().selectedRow));
}

/// What stands there in the label of that row.
std::optional<FieldChoice> LadderView::fieldAt(QPointF place, std::optional<std::size_t> row) const
{
    const QPointF inContents = place + QPointF(horizontalScrollBar()->value(), 0);
    for (const LadderFieldPlace& candidate : m_fieldPlaces) {
        if (candidate.row == row && candidate.rect.contains(inContents))
            return candidate.field;
    }
    return {};
}

void LadderView::wheelEvent(QWheelEvent* event)
{
    if (!(event->modifiers() & Qt::ControlModifier))
        return QAbstractScrollArea::wheelEvent(event);
    m_wheelRest += event->angleDelta();
    const int notches = m_wheelRest.y() / wheelNotch;
    m_wheelRest.ry() -= notches * wheelNotch;
    if (event->modifiers() & Qt::ShiftModifier)
        setTimeZoom(m_look.timeZoom * std::pow(timeZoomStep, notches));
    else
        setZoom(m_zoom * std::pow(1.15, notches));
}

bool LadderView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave)
        m_selection.hoverField({});
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), toolTipAt(help->pos()), viewport());
    return true;
}

void LadderView::stepBy(std::ptrdiff_t rows)
{
    const auto count = static_cast<std::ptrdiff_t>(frame().segmentRows);
    if (count == 0)
        return;
    const auto current = frame().selectedRow;
    const std::ptrdiff_t target = current ? static_cast<std::ptrdiff_t>(*current) + rows : (rows > 0 ? 0 : count - 1);
    selectRow(static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(target, 0, count - 1)));
}

void LadderView::selectRow(std::size_t row)
{
    if (const CaptureDocument* document = m_session.document())
        selectSegmentAt(m_selection, *document, m_selection.connection(), m_reader.rows().segmentAt(row));
}

void LadderView::clickRow(std::size_t row, std::optional<FieldChoice> field)
{
    if (m_reader.rows().foldAt(row))
        unfold(row);
    selectRow(row);
    m_selection.chooseField(field);
}

void LadderView::unfold(std::size_t row)
{
    m_reader.unfold(m_reader.rows().segmentAt(row));
    m_isFrameCurrent = false;
    keepInSight(row);
}

void LadderView::unfoldSelected()
{
    const auto row = frame().selectedRow;
    if (!row || !m_reader.rows().foldAt(*row))
        return;
    unfold(*row);
    keepInSight(frame().selectedRow);
}

bool LadderView::pickMoment(QPointF content)
{
    const LadderGeometry where = geometry();
    for (const LadderTimedStretch& stretch : frame().stretches) {
        const bool isInLane = std::abs(content.x() - laneCentre(where, stretch.side)) <= where.laneWidth;
        const bool isBetween
            = content.y() > positionY(where, stretch.top) && content.y() < positionY(where, stretch.bottom);
        if (!isInLane || !isBetween)
            continue;
        m_selection.selectMoment(timeAt(where, stretch, content.y()));
        return true;
    }
    return false;
}

QString LadderView::toolTipAt(QPoint viewPosition)
{
    const QPointF content = toContent(viewPosition);
    const CaptureDocument* document = m_session.document();
    if (!document || frame().segmentRows == 0 || viewPosition.y() < geometry().headerHeight)
        return {};
    const std::size_t row = rowAt(geometry(), content, frame().rowCount());
    if (row >= frame().segmentRows)
        return {};
    if (m_reader.rows().foldAt(row))
        return tr("Click to see these segments one by one.");
    return segmentToolTip(*document, m_selection.connection(), m_reader.rows().segmentAt(row));
}

void LadderView::updateAccessibleText()
{
    const CaptureDocument* document = m_session.document();
    const auto row = frame().selectedRow;
    setAccessibleDescription(document && row
            ? segmentSentence(*document, m_selection.connection(), m_reader.rows().segmentAt(*row))
            : QString());
}

} // namespace tcpladder
