// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_contents.h"

#include <QGraphicsScene>

#include <array>

QT_BEGIN_NAMESPACE
class QChart;
class QLineSeries;
class QValueAxis;
QT_END_NAMESPACE

namespace tcpladder {

class FrameItem;
class GridItem;
class MarksItem;

/// What is selected, in every chart.
struct ChartCross
{
    std::optional<double> time;  ///< of the moment
    std::optional<double> value; ///< of the segment, where it has one in this chart

    bool operator==(const ChartCross&) const = default;
};

/// A chart as it is drawn, on the screen and in files alike. Qt Charts draws the lines and the grid; bars, marks, and
/// texts in the program's own words are items beside them, since it has none.
class ChartScene : public QGraphicsScene
{
    Q_OBJECT

public:
    explicit ChartScene(const Theme& theme, QObject* parent = nullptr);
    ~ChartScene() override;

    void setSize(QSizeF size);
    void setContents(const ChartContents& contents, ChartKind kind, const ChartRange& range);
    void setCross(const ChartCross& cross);
    /// Above the plot at its left, "A → B".
    void setTitle(const QString& title, Side sender);
    /// In the middle, instead of the chart.
    void setMessage(const QString& message);
    /// Colours anew.
    void refreshColors();

    const ChartContents& contents() const { return m_contents; }
    const ChartRange& range() const { return m_range; }
    QRectF plotArea() const { return m_plotArea; }
    QList<QLineF> gridLines() const;
    QPointF toScene(QPointF point) const;
    QPointF fromScene(QPointF point) const;

private:
    void createLines();
    void styleLines();
    void showAxes();
    void showLines();

    const Theme& m_theme;
    QChart* m_chart;
    QValueAxis* m_timeAxis;
    QValueAxis* m_valueAxis;
    std::array<QLineSeries*, static_cast<std::size_t>(SeriesRole::Count)> m_lines{};
    GridItem* m_grid;
    MarksItem* m_marks;
    FrameItem* m_frame;
    ChartContents m_contents;
    ChartKind m_kind = ChartKind::Sequence;
    ChartRange m_range;
    QRectF m_plotArea;
};

} // namespace tcpladder
