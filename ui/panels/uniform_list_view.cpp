// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/uniform_list_view.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace tcpladder {

UniformListView::UniformListView(QWidget* parent)
    : QListView(parent)
{
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

int UniformListView::rowHeight() const
{
    if (m_rowHeight == 0 && rowCount() > 0)
        m_rowHeight = sizeHintForIndex(indexOf(0)).height();
    return std::max(m_rowHeight, 1);
}

QRect UniformListView::visualRect(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    return {0, index.row() * rowHeight() - verticalOffset(), viewport()->width(), rowHeight()};
}

QModelIndex UniformListView::indexAt(const QPoint& point) const
{
    const int y = point.y() + verticalOffset();
    return y >= 0 && y / rowHeight() < rowCount() ? indexOf(y / rowHeight()) : QModelIndex();
}

void UniformListView::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    executeDelayedItemsLayout(); // rows may have come since
    const QRect rect = visualRect(index);
    const int room = viewport()->height();
    const int top = rect.top() + verticalOffset();
    const bool isAbove = rect.top() < 0 || rect.height() > room;
    if (hint == PositionAtTop || (hint == EnsureVisible && isAbove))
        verticalScrollBar()->setValue(top);
    else if (hint == PositionAtBottom || (hint == EnsureVisible && rect.bottom() >= room))
        verticalScrollBar()->setValue(top + rect.height() - room);
    else if (hint == PositionAtCenter)
        verticalScrollBar()->setValue(top + (rect.height() - room) / 2);
}

/// There is nothing to lay out. QListView's own way is left out, QAbstractItemView's is what it does besides.
void UniformListView::doItemsLayout()
{
    QAbstractItemView::doItemsLayout(); // NOLINT(bugprone-parent-virtual-call): as said
}

void UniformListView::updateGeometries()
{
    QAbstractItemView::updateGeometries(); // NOLINT(bugprone-parent-virtual-call): QListView would ask all rows
    const int room = viewport()->height();
    verticalScrollBar()->setSingleStep(rowHeight() / 2);
    verticalScrollBar()->setPageStep(room);
    verticalScrollBar()->setRange(0, std::max(0, rowCount() * rowHeight() - room));
}

/// QListView's own does nothing where it has laid out nothing.
void UniformListView::scrollContentsBy(int, int dy)
{
    viewport()->scroll(0, dy);
}

int UniformListView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

void UniformListView::paintEvent(QPaintEvent* event)
{
    if (rowCount() == 0)
        return;
    QPainter painter(viewport());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const QModelIndex hovered
        = viewport()->underMouse() ? indexAt(viewport()->mapFromGlobal(QCursor::pos())) : QModelIndex();
    const QStyle::State usual = option.state & ~QStyle::State_HasFocus;
    const int last = std::min((event->rect().bottom() + verticalOffset()) / rowHeight(), rowCount() - 1);
    for (int row = (event->rect().top() + verticalOffset()) / rowHeight(); row <= last; ++row) {
        const QModelIndex index = indexOf(row);
        option.rect = visualRect(index);
        option.state = usual;
        option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
        option.state.setFlag(QStyle::State_MouseOver, index == hovered);
        option.state.setFlag(QStyle::State_HasFocus, hasFocus() && index == currentIndex());
        itemDelegateForIndex(index)->paint(&painter, option, index);
    }
}

QModelIndex UniformListView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    if (rowCount() == 0)
        return {};
    const int current = currentIndex().isValid() ? currentIndex().row() : -1;
    const int page = std::max(1, viewport()->height() / rowHeight());
    const auto clamped = [this](int row) { return indexOf(std::clamp(row, 0, rowCount() - 1)); };
    switch (action) {
    case MoveUp:
    case MovePrevious:
    case MoveLeft: return clamped(current - 1);
    case MoveDown:
    case MoveNext:
    case MoveRight: return clamped(current + 1);
    case MovePageUp: return clamped(current - page);
    case MovePageDown: return clamped(current + page);
    case MoveHome: return clamped(0);
    case MoveEnd: return clamped(rowCount() - 1);
    }
    return {};
}

void UniformListView::setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags flags)
{
    const QModelIndex top = indexAt(rect.normalized().topLeft());
    const QModelIndex bottom = indexAt(rect.normalized().bottomLeft());
    if (top.isValid() && bottom.isValid())
        selectionModel()->select(QItemSelection(top, bottom), flags);
    else
        selectionModel()->select(QItemSelection(), flags);
}

QRegion UniformListView::visualRegionForSelection(const QItemSelection& selection) const
{
    QRegion region;
    for (const QItemSelectionRange& range : selection)
        region += visualRect(range.topLeft()) | visualRect(range.bottomRight());
    return region & viewport()->rect();
}

} // namespace tcpladder
