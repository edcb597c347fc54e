// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/header/header_view.h"

#include "ui/header/explanation_text.h"
#include "ui/header/header_painter.h"
#include "ui/header/shown_segment.h"
#include "ui/support/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace tcpladder {

HeaderView::HeaderView(const ShownSegment& shown, Selection& selection, const Theme& theme, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_shown(shown)
    , m_selection(selection)
    , m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("TCP header of the segment"));
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&shown, &ShownSegment::changed, this, &HeaderView::takeSegment);
    connect(&selection, &Selection::fieldChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&theme, &Theme::changed, this, &HeaderView::layOut);
    takeSegment();
}

QSize HeaderView::sizeHint() const
{
    return {500, 220};
}

void HeaderView::takeSegment()
{
    m_boxes = headerBoxes(m_shown);
    layOut();
}

void HeaderView::layOut()
{
    m_layout = layoutHeader(m_boxes, QSizeF(viewport()->size()), m_theme);
    verticalScrollBar()->setRange(0, std::max(0, qFloor(m_layout.height) - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(qRound(m_layout.rowHeight));
    viewport()->update();
}

void HeaderView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_theme.color(ColorRole::Panel));
    if (m_boxes.empty())
        return;
    painter.translate(0, -verticalScrollBar()->value());
    paintHeader(painter, m_boxes, m_layout, m_selection.field(), m_theme);
}

void HeaderView::resizeEvent(QResizeEvent*)
{
    layOut();
}

void HeaderView::scrollContentsBy(int, int)
{
    viewport()->update();
}

std::optional<std::size_t> HeaderView::boxAt(QPoint position) const
{
    return m_layout.boxAt(QPointF(position) + QPointF(0, verticalScrollBar()->value()));
}

void HeaderView::mouseMoveEvent(QMouseEvent* event)
{
    const std::optional<std::size_t> box = boxAt(event->pos());
    m_selection.hoverField(box ? std::optional(m_boxes[*box].choice) : std::nullopt);
}

void HeaderView::mousePressEvent(QMouseEvent* event)
{
    const std::optional<std::size_t> box = boxAt(event->pos());
    if (event->button() == Qt::LeftButton)
        m_selection.chooseField(box ? std::optional(m_boxes[*box].choice) : std::nullopt);
}

std::optional<std::size_t> HeaderView::chosenBox() const
{
    const auto found = std::ranges::find_if(
        m_boxes, [&](const HeaderBox& box) { return std::optional(box.choice) == m_selection.chosenField(); });
    if (found == m_boxes.end())
        return {};
    return static_cast<std::size_t>(found - m_boxes.begin());
}

/// The box next in reading order, or, up and down, the one that lies above or below the chosen one's middle.
void HeaderView::chooseNeighbour(int key)
{
    if (m_boxes.empty())
        return;
    const std::optional<std::size_t> chosen = chosenBox();
    std::size_t next = chosen.value_or(0);
    if (chosen && (key == Qt::Key_Up || key == Qt::Key_Down)) {
        const auto slice = std::ranges::find_if(m_layout.slices,
            [&](const HeaderSlice& candidate) { return candidate.box == *chosen && candidate.hasText; });
        const qreal step = key == Qt::Key_Up ? -m_layout.rowHeight : m_layout.rowHeight;
        next = m_layout.boxAt(slice->rect.center() + QPointF(0, step)).value_or(*chosen);
    } else if (chosen) {
        const FieldChoice current = m_boxes[*chosen].choice;
        const int step = key == Qt::Key_Left ? -1 : 1;
        // The parts of an option are one field.
        for (auto at = static_cast<std::ptrdiff_t>(*chosen) + step;
            at >= 0 && at < static_cast<std::ptrdiff_t>(m_boxes.size()); at += step) {
            next = static_cast<std::size_t>(at);
            if (m_boxes[next].choice != current)
                break;
        }
    }
    m_selection.chooseField(m_boxes[next].choice);
}

void HeaderView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down: chooseNeighbour(event->key()); return;
    case Qt::Key_Escape: m_selection.chooseField({}); return;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

bool HeaderView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave) {
        m_selection.hoverField({});
    } else if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const std::optional<std::size_t> box = boxAt(help->pos());
        QToolTip::showText(help->globalPos(), box ? toolTipOf(m_boxes[*box]) : QString(), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

QString HeaderView::toolTipOf(const HeaderBox& box) const
{
    if (!box.part)
        return fieldToolTip(m_shown, box.choice);
    return optionToolTip(m_shown, box.choice, *box.part);
}

} // namespace tcpladder
