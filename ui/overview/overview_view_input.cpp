// SPDX-License-Identifier: GPL-3.0-or-later
// What the user does with keys and mouse.
#include "ui/overview/overview_reader.h"
#include "ui/overview/overview_view.h"
#include "ui/session/capture_session.h"
#include "ui/session/navigator.h"
#include "ui/session/selection.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QToolTip>

#include <cmath>

namespace tcpladder {

void OverviewView::keyPressEvent(QKeyEvent* event)
{
    const bool isMoving = event->modifiers() & Qt::ShiftModifier;
    const auto page = static_cast<std::ptrdiff_t>(verticalScrollBar()->pageStep() / geometry().rowHeight);
    const auto all = static_cast<std::ptrdiff_t>(m_rows.rows().size());
    const auto column = static_cast<std::ptrdiff_t>(m_chosenColumn.value_or(0));
    switch (event->key()) {
    case Qt::Key_Up: return stepBy(-1);
    case Qt::Key_Down: return stepBy(1);
    case Qt::Key_PageUp: return stepBy(-page);
    case Qt::Key_PageDown: return stepBy(page);
    case Qt::Key_Home: return stepBy(-all);
    case Qt::Key_End: return stepBy(all);
    case Qt::Key_Left: return isMoving ? moveChosen(-1) : chooseColumn(m_chosenColumn ? column - 1 : 0);
    case Qt::Key_Right: return isMoving ? moveChosen(1) : chooseColumn(m_chosenColumn ? column + 1 : 0);
    case Qt::Key_Delete:
        if (m_chosenColumn)
            hideHost(*m_chosenColumn);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_selectedRow)
            openRow(*m_selectedRow);
        return;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void OverviewView::stepBy(std::ptrdiff_t rows)
{
    const auto count = static_cast<std::ptrdiff_t>(m_rows.rows().size());
    if (count == 0)
        return;
    const std::ptrdiff_t target = m_selectedRow ? static_cast<std::ptrdiff_t>(*m_selectedRow) + rows : 0;
    selectRow(static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(target, 0, count - 1)));
}

void OverviewView::selectRow(std::size_t row)
{
    if (const CaptureDocument* document = m_session.document())
        selectSegment(m_selection, *document, m_rows.rows()[row].first);
}

/// A run is unfolded, a segment's ladder shown.
void OverviewView::openRow(std::size_t row)
{
    selectRow(row);
    if (m_rows.rows()[row].isFold())
        unfold(row);
    else
        emit ladderWanted();
}

void OverviewView::unfold(std::size_t row)
{
    m_rows.unfold(m_rows.rows()[row]);
    m_wantsSelection = true;
    readAnew();
}

void OverviewView::chooseColumn(std::ptrdiff_t column)
{
    const auto count = static_cast<std::ptrdiff_t>(m_hosts.shown().size());
    if (count == 0)
        return;
    m_chosenColumn = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(column, 0, count - 1));
    const OverviewGeometry where = geometry();
    const QRectF head = where.headRect(*m_chosenColumn);
    const OverviewWindow seen = window();
    if (head.left() < seen.left + where.timeRight)
        horizontalScrollBar()->setValue(static_cast<int>(std::floor(head.left() - where.timeRight)));
    else if (head.right() > seen.left + seen.width)
        horizontalScrollBar()->setValue(static_cast<int>(std::ceil(head.right() - seen.width)));
    setAccessibleDescription(QString::fromStdString(formatAddress(m_rows.hosts()[m_hosts.shown()[*m_chosenColumn]])));
    viewport()->update();
}

void OverviewView::moveChosen(std::ptrdiff_t by)
{
    if (!m_chosenColumn)
        return chooseColumn(0);
    const std::ptrdiff_t target = static_cast<std::ptrdiff_t>(*m_chosenColumn) + by;
    if (target < 0 || target >= static_cast<std::ptrdiff_t>(m_hosts.shown().size()))
        return;
    moveHost(*m_chosenColumn, static_cast<std::size_t>(target));
    chooseColumn(target);
}

std::optional<std::size_t> OverviewView::headAt(QPointF position)
{
    const OverviewGeometry where = geometry();
    if (m_hosts.shown().empty() || position.y() > where.headerHeight)
        return std::nullopt;
    const QPointF content = position + QPointF(window().left, 0);
    const std::size_t column = where.columnAt(content.x());
    return where.headRect(column).contains(content) ? std::optional(column) : std::nullopt;
}

/// Between which two heads: before which one.
std::size_t OverviewView::gapAt(QPointF position)
{
    const OverviewGeometry where = geometry();
    const qreal column = std::round((position.x() + window().left - where.firstLane) / where.laneSpacing + 0.5);
    return static_cast<std::size_t>(std::clamp<qreal>(column, 0, static_cast<qreal>(m_hosts.shown().size())));
}

void OverviewView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_rows.rows().empty())
        return QAbstractScrollArea::mousePressEvent(event);
    const OverviewGeometry where = geometry();
    if (event->position().y() < where.headerHeight) {
        m_draggedColumn = headAt(event->position());
        if (m_draggedColumn)
            chooseColumn(static_cast<std::ptrdiff_t>(*m_draggedColumn));
        return;
    }
    const qreal y = event->position().y() - where.headerHeight + window().top;
    if (y > where.height())
        return;
    const std::size_t row = where.rowAt(y);
    selectRow(row);
    if (m_rows.rows()[row].isFold())
        unfold(row);
}

void OverviewView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_draggedColumn && event->buttons() & Qt::LeftButton) {
        const qreal moved = event->position().x() + window().left - geometry().laneX(*m_draggedColumn);
        if (!m_dropColumn && std::abs(moved) < QApplication::startDragDistance())
            return;
        m_dropColumn = gapAt(event->position());
        viewport()->setCursor(Qt::ClosedHandCursor);
        viewport()->update();
        return;
    }
    viewport()->setCursor(headAt(event->position()) ? Qt::OpenHandCursor : Qt::ArrowCursor);
}

void OverviewView::mouseReleaseEvent(QMouseEvent*)
{
    const auto from = std::exchange(m_draggedColumn, std::nullopt);
    const auto gap = std::exchange(m_dropColumn, std::nullopt);
    viewport()->setCursor(Qt::ArrowCursor);
    viewport()->update();
    if (!from || !gap)
        return;
    // The head leaves its place before it gets the new one.
    const std::size_t to = *gap > *from ? *gap - 1 : *gap;
    moveHost(*from, to);
    chooseColumn(static_cast<std::ptrdiff_t>(to));
}

void OverviewView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (m_selectedRow && event->position().y() > geometry().headerHeight && !m_rows.rows()[*m_selectedRow].isFold())
        emit ladderWanted();
}

void OverviewView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const auto column = isByKey ? m_chosenColumn : headAt(event->pos());
    if (!column)
        return event->ignore();
    const QPoint below
        = geometry().headRect(*column).bottomLeft().toPoint() - QPoint(horizontalScrollBar()->value(), 0);
    showHostMenu(*column, isByKey ? viewport()->mapToGlobal(below) : event->globalPos());
}

void OverviewView::showHostMenu(std::size_t column, QPoint globalPosition)
{
    chooseColumn(static_cast<std::ptrdiff_t>(column));
    const std::size_t count = m_hosts.shown().size();
    QMenu menu(this);
    menu.addAction(tr("&Hide This Host"), this, [this, column] { hideHost(column); })->setEnabled(count > 1);
    menu.addAction(tr("Show &All Hosts"), this, &OverviewView::showAllHosts)->setEnabled(m_hosts.hiddenCount() > 0);
    menu.addSeparator();
    menu.addAction(tr("Move &Left"), this, [this] { moveChosen(-1); })->setEnabled(column > 0);
    menu.addAction(tr("Move &Right"), this, [this] { moveChosen(1); })->setEnabled(column + 1 < count);
    menu.exec(globalPosition);
}

bool OverviewView::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), toolTipAt(help->pos()), viewport());
    return true;
}

QString OverviewView::toolTipAt(QPoint position)
{
    const CaptureDocument* document = m_session.document();
    if (!document || m_rows.rows().empty())
        return {};
    if (const auto column = headAt(position))
        return QString::fromStdString(formatAddress(m_rows.hosts()[m_hosts.shown()[*column]])) + QStringLiteral("\n")
            + tr("Drag to move it; the right button hides it.");
    const OverviewGeometry where = geometry();
    const qreal y = position.y() - where.headerHeight + window().top;
    if (y < window().top || y > where.height())
        return {};
    const std::size_t row = where.rowAt(y);
    const QString sentence = overviewSentence(*document, m_rows, row);
    return m_rows.rows()[row].isFold() ? sentence + QStringLiteral("\n") + tr("Click to see these segments one by one.")
                                       : sentence;
}

} // namespace tcpladder
