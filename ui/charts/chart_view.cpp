// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_view.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace tcpladder {

namespace {

constexpr double reach = 12; ///< pixels beside a point that still mean it
constexpr double zoomStep = 0.8;
constexpr double wheelNotch = 120; ///< as Qt counts them, eighths of a degree
constexpr double panStep = 0.1;
constexpr double shortestTime = 1e-6; ///< seconds

double shortestValue(ChartKind kind)
{
    return kind == ChartKind::RoundTrip ? 1e-7 : 4;
}

} // namespace

ChartView::ChartView(Side sender, const Theme& theme, QWidget* parent)
    : QGraphicsView(parent)
    , m_sender(sender)
    , m_theme(theme)
    , m_scene(new ChartScene(theme, this))
{
    setScene(m_scene);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setMouseTracking(true);
    setMinimumSize(220, 110);
    connect(&theme, &Theme::changed, this, [this] {
        m_scene->refreshColors();
        viewport()->update();
    });
}

void ChartView::setSeries(const ConnectionSeries* series)
{
    m_series = series;
    m_isFitted = true;
    refresh();
}

void ChartView::setKind(ChartKind kind)
{
    if (kind == m_kind)
        return;
    const ValueRange time = m_range.time;
    const bool wasFitted = m_isFitted;
    m_kind = kind;
    m_isFitted = true;
    refresh();
    if (!wasFitted)
        setTimeRange(time);
}

void ChartView::setHidden(const SeriesRoles& hidden)
{
    m_hidden = hidden;
    refresh();
}

void ChartView::setSelected(SegmentId segment, std::optional<Duration> moment)
{
    m_segment = segment;
    m_moment = moment;
    showCross();
}

ChartRequest ChartView::request() const
{
    const int columns = static_cast<int>(std::ceil(m_scene->plotArea().width()));
    return {m_kind, m_sender, m_range.time, std::max(1, columns), m_hidden};
}

bool ChartView::grow()
{
    if (!m_series || chartSize(*m_series, m_kind, m_sender) == m_size)
        return false;
    refresh();
    return true;
}

void ChartView::refresh()
{
    m_size = m_series ? chartSize(*m_series, m_kind, m_sender) : ChartSize();
    m_extent = m_series ? chartExtent(*m_series, request()) : std::nullopt;
    m_scene->setMessage(m_extent ? QString() : emptyMessage());
    if (!m_extent)
        m_scene->setContents({}, m_kind, ChartRange());
    else
        show(m_isFitted ? m_extent->fitted : m_range);
}

QString ChartView::emptyMessage() const
{
    if (!m_series)
        return {};
    if (m_series->origin.load() == unknownTime && !m_series->of(m_sender).sentAs(SentKind::Data).empty())
        return tr("The capture has no times.");
    return m_kind == ChartKind::RoundTrip ? tr("No round trip can be measured in this direction.")
                                          : tr("Nothing was sent in this direction.");
}

void ChartView::show(const ChartRange& range)
{
    if (!m_extent)
        return;
    m_range.time = boundedTo(range.time, m_extent->all.time, shortestTime);
    m_range.value = boundedTo(range.value, m_extent->all.value, shortestValue(m_kind));
    const ChartContents contents = readChart(*m_series, request());
    if (m_kind == ChartKind::Throughput) { // a rate depends on how long it is averaged: it always fits what is shown
        double highest = 0;
        for (const ChartLine& line : contents.lines) {
            for (const QPointF& point : line.points)
                highest = std::max(highest, point.y());
        }
        m_range.value = {0, std::max(4.0, highest * 1.06)};
    }
    m_scene->setContents(contents, m_kind, m_range);
    showCross();
}

void ChartView::showCross()
{
    if (!m_series)
        return;
    m_cross = {};
    if (m_moment) {
        m_cross.time = toSeconds(*m_moment);
        m_cross.value = valueAt(*m_series, request(), m_segment, *m_moment);
    }
    m_scene->setCross(m_cross);
}

void ChartView::setTimeRange(const ValueRange& time)
{
    if (!m_extent || time == m_range.time)
        return;
    m_isFitted = false;
    show({time, m_range.value});
}

void ChartView::fit()
{
    m_isFitted = true;
    refresh();
}

void ChartView::zoom(double factor)
{
    zoomAround(m_scene->plotArea().center(), factor, false);
}

void ChartView::zoomAround(QPointF pixel, double factor, bool onlyTime)
{
    if (!m_extent)
        return;
    const QPointF point = m_scene->fromScene(pixel);
    m_isFitted = false;
    show(
        {zoomed(m_range.time, point.x(), factor), onlyTime ? m_range.value : zoomed(m_range.value, point.y(), factor)});
    emit timeRangeChanged(m_range.time);
}

void ChartView::panBy(double timePart, double valuePart)
{
    if (!m_extent)
        return;
    m_isFitted = false;
    show({moved(m_range.time, timePart * m_range.time.length()),
        moved(m_range.value, valuePart * m_range.value.length())});
    emit timeRangeChanged(m_range.time);
}

std::optional<NearestPoint> ChartView::pointAt(QPointF pixel) const
{
    return nearestPoint(m_scene->contents(), pixel, [this](QPointF point) { return m_scene->toScene(point); }, reach);
}

void ChartView::pick(QPointF pixel)
{
    if (!m_extent || !m_scene->plotArea().contains(pixel))
        return;
    const auto point = pointAt(pixel);
    if (point && point->segment.isValid())
        emit segmentPicked(point->segment);
    else
        emit momentPicked(fromSeconds(std::max(0.0, m_scene->fromScene(pixel).x())));
}

/// The window has shortcuts of its own for some of the keys.
bool ChartView::event(QEvent* event)
{
    static const std::set<int> ownKeys{
        Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_Plus, Qt::Key_Equal, Qt::Key_Minus, Qt::Key_0};
    if (event->type() != QEvent::ShortcutOverride)
        return QGraphicsView::event(event);
    const auto* key = static_cast<QKeyEvent*>(event);
    event->setAccepted((key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier
        && ownKeys.contains(key->key()));
    return true;
}

bool ChartView::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QGraphicsView::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const auto point = pointAt(help->pos()))
        emit toolTipWanted(*point, help->globalPos());
    else
        QToolTip::hideText();
    return true;
}

void ChartView::resizeEvent(QResizeEvent*)
{
    m_scene->setSize(viewport()->size());
    if (m_extent)
        show(m_range);
}

void ChartView::drawForeground(QPainter* painter, const QRectF&)
{
    if (!hasFocus())
        return;
    painter->setPen(QPen(m_theme.color(ColorRole::SelectionEdge), 1, Qt::DotLine));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(QRectF(viewport()->rect()).adjusted(1.5, 1.5, -1.5, -1.5));
}

void ChartView::wheelEvent(QWheelEvent* event)
{
    // With Shift held some platforms turn the wheel by ninety degrees.
    const int turned = event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    zoomAround(
        event->position(), std::pow(zoomStep, turned / wheelNotch), event->modifiers().testFlag(Qt::ShiftModifier));
    event->accept();
}

void ChartView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = event->position();
    m_pressedRange = m_range;
    m_isDragging = false;
}

void ChartView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_pressed) {
        const bool leads = m_extent && pointAt(event->position()).has_value();
        viewport()->setCursor(leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
        return;
    }
    const QPointF by = event->position() - *m_pressed;
    if (!m_isDragging && by.manhattanLength() < QApplication::startDragDistance())
        return;
    m_isDragging = true;
    viewport()->setCursor(Qt::ClosedHandCursor);
    m_range = m_pressedRange;
    panBy(-by.x() / m_scene->plotArea().width(), by.y() / m_scene->plotArea().height());
}

void ChartView::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_pressed && !m_isDragging)
        pick(event->position());
    m_pressed.reset();
    m_isDragging = false;
    viewport()->setCursor(Qt::ArrowCursor);
}

void ChartView::mouseDoubleClickEvent(QMouseEvent*)
{
    fit();
    emit fitted();
}

void ChartView::keyPressEvent(QKeyEvent* event)
{
    const bool onlyTime = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Left: panBy(-panStep, 0); break;
    case Qt::Key_Right: panBy(panStep, 0); break;
    case Qt::Key_Up: panBy(0, panStep); break;
    case Qt::Key_Down: panBy(0, -panStep); break;
    case Qt::Key_Plus: // with Shift on many keyboards, so it can't mean one axis here
    case Qt::Key_Equal: zoomAround(m_scene->plotArea().center(), zoomStep, false); break;
    case Qt::Key_Minus: zoomAround(m_scene->plotArea().center(), 1 / zoomStep, onlyTime); break;
    case Qt::Key_0:
        fit();
        emit fitted();
        break;
    default: QGraphicsView::keyPressEvent(event);
    }
}

void ChartView::focusInEvent(QFocusEvent* event)
{
    QGraphicsView::focusInEvent(event);
    viewport()->update();
}

void ChartView::focusOutEvent(QFocusEvent* event)
{
    QGraphicsView::focusOutEvent(event);
    viewport()->update();
}

} // namespace tcpladder
