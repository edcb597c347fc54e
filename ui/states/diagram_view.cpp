// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/states/diagram_view.h"

#include "core/report/state_wording.h"
#include "core/state/transition_table.h"
#include "ui/support/clause_text.h"
#include "ui/support/format_text.h"
#include "ui/support/theme.h"
#include "ui/support/translate_message.h"

#include <QCoreApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

namespace tcpladder {

namespace {

constexpr qreal reach = 5; // how far beside a way a click still means it
constexpr int margin = 6;
constexpr qreal smallestZoomWithChooser = 0.62;

} // namespace

DiagramView::DiagramView(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("State diagram"));
    connect(&theme, &Theme::changed, this, &DiagramView::layOut);
    connect(&m_motion, &TokenMotion::moved, this, qOverload<>(&QWidget::update));
}

void DiagramView::setContents(const StatesContents& contents)
{
    const bool isSameWalk = contents.walk == m_contents.walk;
    const bool isSamePicture = isSameWalk && contents.clocks == m_contents.clocks;
    m_contents = contents;
    if (isSamePicture)
        return;
    QStringList description{
        tr("A is in %1, B is in %2").arg(formatState(contents.walk.current[0]), formatState(contents.walk.current[1]))};
    for (const TimeWaitClock& clock : contents.clocks)
        description << tr("TIME_WAIT of %1: %2 left").arg(formatSide(clock.side), clock.timeLeft);
    setAccessibleDescription(description.join(QLatin1Char('\n')));
    m_scene.clocks = contents.clocks;
    if (!isSameWalk) {
        const DiagramScene before = m_scene;
        layOutWalk();
        m_motion.begin(before, m_scene, animationTime());
    }
    update();
}

/// None when the desktop is set to show none: the style then says 0.
int DiagramView::animationTime() const
{
    constexpr int longEnoughToFollow = 2;
    return isVisible() ? longEnoughToFollow * style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this)
                       : 0;
}

void DiagramView::setDurationChooser(QWidget* chooser)
{
    m_chooser = chooser;
    m_chooser->setParent(this);
    m_chooser->show();
    placeChooser();
}

QSize DiagramView::sizeHint() const
{
    return {448, 490};
}

QSize DiagramView::minimumSizeHint() const
{
    return {300, 250};
}

void DiagramView::layOut()
{
    m_scene.figure = layoutDiagram(QRectF(rect().adjusted(margin, margin, -margin, -margin)), m_theme);
    layOutWalk();
    placeChooser();
    update();
}

void DiagramView::layOutWalk()
{
    m_scene.walk = m_contents.walk;
    m_scene.walked = layoutWalk(m_scene.walk, m_scene.figure);
    m_scene.hoveredWay.reset();
    m_motion.stop();
}

void DiagramView::placeChooser()
{
    if (!m_chooser)
        return;
    QRect place(QPoint(), m_chooser->sizeHint());
    place.moveCenter(m_scene.figure.choice.center().toPoint());
    place.moveRight(std::min(place.right(), width() - margin));
    m_chooser->setGeometry(place);
    const bool hasRoom = place.left() > m_scene.figure.clockCentre.x() + m_scene.figure.clockRadius + margin;
    m_chooser->setVisible(hasRoom && m_scene.figure.zoom >= smallestZoomWithChooser); // the tool bar has it as well
}

void DiagramView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Panel));
    if (m_motion.isMoving()) {
        DiagramScene scene = m_scene;
        m_motion.place(scene);
        paintDiagram(painter, scene, m_theme);
    } else {
        paintDiagram(painter, m_scene, m_theme);
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.color(ColorRole::SelectionEdge), 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5));
    }
}

Picture DiagramView::picture() const
{
    DiagramScene scene = m_scene;
    scene.hoveredWay.reset();
    const auto theme = std::make_shared<Theme>(Theme::Scheme::Light);
    return {accessibleDescription(), QSizeF(size()), [theme, scene, area = rect()](QPainter& painter) {
                painter.fillRect(area, theme->color(ColorRole::Panel));
                paintDiagram(painter, scene, *theme);
            }};
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
    return wayWithWordsAt(point);
}

/// The words beside an edge are the edge's.
std::optional<std::size_t> DiagramView::wayWithWordsAt(QPointF point) const
{
    const auto isAt = [&](const DiagramLabel& words) { return words.rect.contains(point); };
    const auto words = std::ranges::find_if(m_scene.figure.labels, isAt);
    if (words == m_scene.figure.labels.end())
        return {};
    const FigureEdge& edge = figureEdges()[words->figureEdge];
    const auto isOfEdge
        = [&](const WalkedEdge& way) { return way.isOnFigure && way.from == edge.from.node && way.to == edge.to.node; };
    const auto way = std::ranges::find_if(m_scene.walked.edges, isOfEdge);
    if (way == m_scene.walked.edges.end())
        return {};
    return static_cast<std::size_t>(way - m_scene.walked.edges.begin());
}

std::optional<std::size_t> DiagramView::figureEdgeAt(QPointF point) const
{
    QPainterPathStroker stroker;
    stroker.setWidth(2 * reach);
    for (const DiagramEdge& edge : m_scene.figure.edges) {
        QPainterPath path;
        path.addPolygon(edge.line);
        if (stroker.createStroke(path).contains(point))
            return edge.figureEdge;
    }
    const auto label = std::ranges::find_if(
        m_scene.figure.labels, [&](const DiagramLabel& words) { return words.rect.contains(point); });
    return label == m_scene.figure.labels.end() ? std::nullopt : std::optional(label->figureEdge);
}

const DiagramNode* DiagramView::nodeAt(QPointF point) const
{
    const auto found = std::ranges::find_if(m_scene.figure.nodes, [&](const DiagramNode& node) {
        return (node.id != NodeId::Unknown || m_scene.walked.showsUnknown) && node.rect.contains(point);
    });
    return found == m_scene.figure.nodes.end() ? nullptr : &*found;
}

/// The first behind the selected segment, else the first of all: asking again goes from one to the next, and around.
template <class Predicate>
SegmentId DiagramView::nextSegment(const Predicate& fits) const
{
    SegmentId first;
    SegmentId next;
    for (const WalkStep& step : m_contents.whole) {
        if (!step.segment.isValid() || !fits(step))
            continue;
        if (!first.isValid() || step.segment < first)
            first = step.segment;
        const bool isBehind = m_contents.segment.isValid() && step.segment > m_contents.segment;
        if (isBehind && (!next.isValid() || step.segment < next))
            next = step.segment;
    }
    return next.isValid() ? next : first;
}

SegmentId DiagramView::segmentOfWay(std::size_t way) const
{
    const WalkedEdge& edge = m_scene.walked.edges[way];
    const WalkStep& walked = m_scene.walk.steps[edge.steps.back()];
    return nextSegment([&](const WalkStep& step) {
        return step.side == walked.side && step.from == walked.from && step.to == walked.to;
    });
}

/// That brought an endpoint to the node. Both nodes of CLOSED are one state, which only the lower one is entered in.
SegmentId DiagramView::segmentOfNode(NodeId node) const
{
    return nextSegment([&](const WalkStep& step) { return nodeOf(step.to, true) == node; });
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
    else
        QToolTip::showText(event->globalPosition().toPoint(), toolTipAt(event->position()), this);
}

void DiagramView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left: emit stepRequested(false); return;
    case Qt::Key_Right: emit stepRequested(true); return;
    case Qt::Key_Up: moveHover(false); return;
    case Qt::Key_Down: moveHover(true); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_scene.hoveredWay && segmentOfWay(*m_scene.hoveredWay).isValid())
            emit segmentPicked(segmentOfWay(*m_scene.hoveredWay));
        return;
    default: QWidget::keyPressEvent(event);
    }
}

/// Around all ways, in the order in which they were walked; says what the way is.
void DiagramView::moveHover(bool isForward)
{
    const std::size_t count = m_scene.walked.edges.size();
    if (count == 0)
        return;
    const std::size_t from = m_scene.hoveredWay.value_or(isForward ? count - 1 : 0);
    const std::size_t next = (from + (isForward ? 1 : count - 1)) % count;
    hover(next);
    const WalkedEdge& way = m_scene.walked.edges[next];
    QToolTip::showText(mapToGlobal(way.path.pointAtPercent(0.5).toPoint()), wayToolTip(way), this);
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
    if (way)
        return wayToolTip(m_scene.walked.edges[*way]);
    const std::optional<std::size_t> edge = figureEdgeAt(point);
    return edge ? figureEdgeToolTip(*edge) : QString();
}

/// What would lead along it, in the figure's words and in the RFC's place.
QString DiagramView::figureEdgeToolTip(std::size_t figureEdge) const
{
    const FigureEdge& edge = figureEdges()[figureEdge];
    const auto word = [](const char* text) {
        return QCoreApplication::translate("diagram", text).replace(u'\n', u' ').toHtmlEscaped();
    };
    QString how = word(edge.event);
    if (*edge.action != '\0')
        how = tr("%1, then %2").arg(how, word(edge.action));
    const auto row = std::ranges::find_if(transitionTable(), [&](const TransitionRow& candidate) {
        return candidate.from == edge.fromState() && candidate.to == edge.toState();
    });
    QStringList lines{how};
    if (row != transitionTable().end())
        lines << clauseText(row->clause).toHtmlEscaped();
    lines << tr("Neither endpoint went this way so far.").toHtmlEscaped();
    return QStringLiteral("<qt><b>%1 → %2</b><br/>%3</qt>")
        .arg(formatState(edge.fromState()), formatState(edge.toState()), lines.join(QStringLiteral("<br/>")));
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
