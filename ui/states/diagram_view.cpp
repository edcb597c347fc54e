// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/states/diagram_view.h"

#include "core/report/state_wording.h"
#include "ui/support/format_text.h"
#include "ui/support/theme.h"
#include "ui/support/translate_message.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace tcpladder {

namespace {

constexpr qreal reach = 5; // how far beside a way a click still means it
constexpr int margin = 6;

} // namespace

DiagramView::DiagramView(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("State diagram"));
    connect(&theme, &Theme::changed, this, &DiagramView::layOut);
}

void DiagramView::setContents(const StatesContents& contents)
{
    if (contents == m_contents)
        return;
    m_contents = contents;
    setAccessibleDescription(
        tr("A is in %1, B is in %2").arg(formatState(contents.walk.current[0]), formatState(contents.walk.current[1])));
    layOut();
}

void DiagramView::setDurationChooser(QWidget* chooser)
{
    m_chooser = chooser;
    m_chooser->setParent(this);
    m_chooser->show();
    layOut();
}

QSize DiagramView::sizeHint() const
{
    return {448, 490};
}

QSize DiagramView::minimumSizeHint() const
{
    return {300, 300};
}

void DiagramView::layOut()
{
    m_scene.figure = layoutDiagram(QRectF(rect().adjusted(margin, margin, -margin, -margin)), m_theme);
    m_scene.walk = m_contents.walk;
    m_scene.walked = layoutWalk(m_scene.walk, m_scene.figure);
    m_scene.clocks = m_contents.clocks;
    m_scene.hoveredWay.reset();
    if (m_chooser) {
        QRect place(QPoint(), m_chooser->sizeHint());
        place.moveCenter(m_scene.figure.choice.center().toPoint());
        m_chooser->setGeometry(place);
    }
    update();
}

void DiagramView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Panel));
    paintDiagram(painter, m_scene, m_theme);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.color(ColorRole::SelectionEdge), 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5));
    }
}

void DiagramView::resizeEvent(QResizeEvent*)
{
    layOut();
}

std::optional<std::size_t> DiagramView::wayAt(QPointF point) const
{
    QPainterPathStroker stroker;
    stroker.setWidth(2 * reach);
    for (std::size_t i = m_scene.walked.edges.size(); i-- > 0;) {
        const WalkedEdge& way = m_scene.walked.edges[i];
        if (way.badge.contains(point) || stroker.createStroke(way.path).contains(point))
            return i;
    }
    return {};
}

const DiagramNode* DiagramView::nodeAt(QPointF point) const
{
    const auto found = std::ranges::find_if(m_scene.figure.nodes, [&](const DiagramNode& node) {
        return (node.id != NodeId::Unknown || m_scene.walked.showsUnknown) && node.rect.contains(point);
    });
    return found == m_scene.figure.nodes.end() ? nullptr : &*found;
}

SegmentId DiagramView::segmentOfWay(std::size_t way) const
{
    return m_scene.walk.steps[m_scene.walked.edges[way].steps.back()].segment;
}

/// The segment that brought an endpoint to the node last.
SegmentId DiagramView::segmentOfNode(NodeId node) const
{
    SegmentId segment;
    std::size_t latest = 0;
    for (std::size_t i = 0; i < m_scene.walked.edges.size(); ++i) {
        const WalkedEdge& way = m_scene.walked.edges[i];
        if (way.to == node && way.steps.back() >= latest && segmentOfWay(i).isValid()) {
            latest = way.steps.back();
            segment = segmentOfWay(i);
        }
    }
    return segment;
}

void DiagramView::hover(std::optional<std::size_t> way)
{
    if (way == m_scene.hoveredWay)
        return;
    m_scene.hoveredWay = way;
    update();
}

void DiagramView::mouseMoveEvent(QMouseEvent* event)
{
    const std::optional<std::size_t> way = wayAt(event->position());
    const DiagramNode* node = nodeAt(event->position());
    hover(way);
    const bool leads = node ? segmentOfNode(node->id).isValid() : way && segmentOfWay(*way).isValid();
    setCursor(leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void DiagramView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const DiagramNode* node = nodeAt(event->position());
    const std::optional<std::size_t> way = wayAt(event->position());
    const SegmentId segment = node ? segmentOfNode(node->id) : way ? segmentOfWay(*way) : SegmentId();
    if (segment.isValid())
        emit segmentPicked(segment);
}

void DiagramView::keyPressEvent(QKeyEvent* event)
{
    const bool isBack = event->key() == Qt::Key_Left || event->key() == Qt::Key_Up;
    const bool isForth = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down;
    if (isBack || isForth)
        emit stepRequested(isForth);
    else
        QWidget::keyPressEvent(event);
}

void DiagramView::leaveEvent(QEvent*)
{
    hover({});
}

bool DiagramView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), toolTipAt(help->pos()), this);
    return true;
}

QString DiagramView::toolTipAt(QPointF point) const
{
    if (const DiagramNode* node = nodeAt(point)) {
        return QStringLiteral("<qt><b>%1</b><br/>%2</qt>")
            .arg(formatState(node->state), translateMessage(describeState(node->state)).toHtmlEscaped());
    }
    const std::optional<std::size_t> way = wayAt(point);
    return way ? wayToolTip(m_scene.walked.edges[*way]) : QString();
}

QString DiagramView::wayToolTip(const WalkedEdge& way) const
{
    QStringList lines;
    for (const std::size_t step : way.steps)
        lines << m_contents.explanations[step].toHtmlEscaped();
    if (!way.isOnFigure)
        lines << tr("Figure 5 does not show this change.");
    return QStringLiteral("<qt><b>%1</b><br/>%2</qt>").arg(formatSide(way.side), lines.join(QStringLiteral("<br/>")));
}

} // namespace tcpladder
