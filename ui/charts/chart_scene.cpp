// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_scene.h"

#include "ui/charts/frame_item.h"
#include "ui/charts/grid_item.h"
#include "ui/charts/marks_item.h"

#include <QChart>
#include <QLegend>
#include <QLineSeries>
#include <QValueAxis>

#include <utility>

namespace tcpladder {

namespace {

constexpr qreal marksZ = 10; // above the lines of Qt Charts
constexpr qreal frameZ = 20;
constexpr qreal gridZ = -1; // below them
constexpr QMarginsF margins(64, 22, 14, 24);
constexpr qreal timeTitle = 16; ///< below the ticks, where there is height enough
constexpr qreal lowHeight = 220;
constexpr qreal smallestPlot = 20;
constexpr int pixelsOfTimeTick = 90;
constexpr int pixelsOfValueTick = 34;

QValueAxis* addAxis(QChart& chart, Qt::Alignment side)
{
    auto* axis = new QValueAxis(&chart);
    axis->setLabelsVisible(false);
    axis->setGridLineVisible(false); // GridItem's
    axis->setLinePen(Qt::NoPen);
    chart.addAxis(axis, side);
    return axis;
}

} // namespace

ChartScene::ChartScene(const Theme& theme, QObject* parent)
    : QGraphicsScene(parent)
    , m_theme(theme)
    , m_chart(new QChart)
    , m_timeAxis(addAxis(*m_chart, Qt::AlignBottom))
    , m_valueAxis(addAxis(*m_chart, Qt::AlignLeft))
    , m_grid(new GridItem(*this, theme))
    , m_marks(new MarksItem(*this, theme))
    , m_frame(new FrameItem(*this, theme))
{
    setItemIndexMethod(NoIndex);
    m_chart->legend()->hide();
    m_chart->setBackgroundVisible(false);
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->setMargins(QMargins());
    addItem(m_chart);
    m_grid->setZValue(gridZ);
    m_marks->setZValue(marksZ);
    m_frame->setZValue(frameZ);
    addItem(m_grid);
    addItem(m_marks);
    addItem(m_frame);
    createLines();
    refreshColors();
}

ChartScene::~ChartScene() = default;

void ChartScene::createLines()
{
    for (const SeriesRole role : {SeriesRole::WindowEdge, SeriesRole::Ack, SeriesRole::Window, SeriesRole::InFlight,
             SeriesRole::Throughput, SeriesRole::Goodput}) {
        auto* line = new QLineSeries(m_chart);
        m_lines[std::to_underlying(role)] = line;
        m_chart->addSeries(line);
        line->attachAxis(m_timeAxis);
        line->attachAxis(m_valueAxis);
    }
}

void ChartScene::refreshColors()
{
    setBackgroundBrush(m_theme.color(ColorRole::Panel));
    styleLines();
    m_grid->update();
    m_marks->update();
    m_frame->update();
}

void ChartScene::styleLines()
{
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (!m_lines[i])
            continue;
        const SeriesStyle style = seriesStyle(static_cast<SeriesRole>(i), m_theme);
        QPen pen(style.color, style.width, style.line);
        pen.setCapStyle(Qt::FlatCap);
        m_lines[i]->setPen(pen);
    }
}

void ChartScene::setSize(QSizeF size)
{
    setSceneRect(QRectF(QPointF(), size));
    const qreal title = size.height() < lowHeight ? 0 : timeTitle;
    const QRectF inner = sceneRect().marginsRemoved(margins + QMarginsF(0, 0, 0, title));
    m_plotArea = QRectF(inner.topLeft(), inner.size().expandedTo(QSizeF(smallestPlot, smallestPlot)));
    m_chart->setGeometry(sceneRect());
    m_chart->setPlotArea(m_plotArea);
    m_grid->setArea(m_plotArea);
    m_marks->setArea(m_plotArea);
    m_frame->setAreas(sceneRect(), m_plotArea, title > 0);
    showAxes();
}

void ChartScene::setContents(const ChartContents& contents, ChartKind kind, const ChartRange& range)
{
    m_contents = contents;
    m_kind = kind;
    m_range = range;
    showAxes();
    showLines();
    m_marks->update();
    m_frame->update();
}

void ChartScene::showAxes()
{
    const int timeTicks = static_cast<int>(m_plotArea.width()) / pixelsOfTimeTick;
    const int valueTicks = static_cast<int>(m_plotArea.height()) / pixelsOfValueTick;
    const AxisTicks time = makeTicks(m_range.time, AxisUnit::Time, std::max(2, timeTicks));
    const AxisTicks value = makeTicks(m_range.value, valueUnit(m_kind), std::max(2, valueTicks));
    m_timeAxis->setRange(m_range.time.from, m_range.time.to);
    m_valueAxis->setRange(m_range.value.from, m_range.value.to);
    m_grid->setTicks(time, value);
    m_frame->setTicks(time, value, valueTitle(m_kind));
}

void ChartScene::showLines()
{
    std::array<bool, static_cast<std::size_t>(SeriesRole::Count)> isDrawn{};
    for (const ChartLine& line : m_contents.lines) {
        const auto index = std::to_underlying(line.role);
        isDrawn[index] = true;
        m_lines[index]->replace(line.points);
    }
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (m_lines[i])
            m_lines[i]->setVisible(isDrawn[i]);
    }
}

void ChartScene::setCross(const ChartCross& cross)
{
    m_frame->setCross(cross);
}

void ChartScene::setTitle(const QString& title, Side sender)
{
    m_frame->setTitle(title, sender);
}

void ChartScene::setMessage(const QString& message)
{
    m_frame->setMessage(message);
}

QList<QLineF> ChartScene::gridLines() const
{
    return m_grid->lines();
}

QPointF ChartScene::toScene(QPointF point) const
{
    return {m_plotArea.left() + m_range.time.partOf(point.x()) * m_plotArea.width(),
        m_plotArea.bottom() - m_range.value.partOf(point.y()) * m_plotArea.height()};
}

QPointF ChartScene::fromScene(QPointF point) const
{
    return {m_range.time.at((point.x() - m_plotArea.left()) / m_plotArea.width()),
        m_range.value.at((m_plotArea.bottom() - point.y()) / m_plotArea.height())};
}

} // namespace tcpladder
