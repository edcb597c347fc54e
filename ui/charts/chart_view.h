// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_lookup.h"
#include "ui/charts/chart_scene.h"

#include <QGraphicsView>

namespace tcpladder {

/// One chart of one direction: asks the series for what its range shows, and turns mouse and keys into ranges and
/// segments.
class ChartView : public QGraphicsView
{
    Q_OBJECT

public:
    ChartView(Side sender, const Theme& theme, QWidget* parent = nullptr);

    /// Null while there is nothing to show. The series outlives the view's use of it.
    void setSeries(const ConnectionSeries* series);
    void setKind(ChartKind kind);
    void setHidden(const SeriesRoles& hidden);
    /// What is selected; none where the segment is of no connection.
    void setSelected(SegmentId segment, std::optional<Duration> moment);

    Side sender() const { return m_sender; }
    ChartKind kind() const { return m_kind; }
    const ChartRange& range() const { return m_range; }
    const ChartScene& chart() const { return *m_scene; }
    ChartScene& chart() { return *m_scene; }
    const ChartCross& cross() const { return m_cross; }

    /// Shows what is there now; a range that showed all of it goes on doing so.
    void refresh();
    /// The same if there are more points than there were; else false. Of the options that are read last, most charts
    /// show nothing.
    bool grow();
    void setTimeRange(const ValueRange& time);
    void fit();
    void zoom(double factor);

signals:
    /// By the user: other charts of the connection follow.
    void timeRangeChanged(const ValueRange& time);
    void fitted();
    void segmentPicked(SegmentId segment);
    void momentPicked(Duration time);
    /// The mouse rests on a point.
    void toolTipWanted(const NearestPoint& point, const QPoint& globalPlace);

protected:
    bool event(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    ChartRequest request() const;
    void show(const ChartRange& range);
    void zoomAround(QPointF pixel, double factor, bool onlyTime);
    void panBy(double timePart, double valuePart);
    void pick(QPointF pixel);
    void showCross();
    std::optional<NearestPoint> pointAt(QPointF pixel) const;
    QString emptyMessage() const;

    Side m_sender;
    const Theme& m_theme;
    ChartScene* m_scene;
    const ConnectionSeries* m_series = nullptr;
    ChartKind m_kind = ChartKind::Sequence;
    SeriesRoles m_hidden;
    std::optional<ChartExtent> m_extent;
    ChartRange m_range;
    ChartSize m_size; ///< that is shown
    bool m_isFitted = true;
    SegmentId m_segment;
    std::optional<Duration> m_moment;
    ChartCross m_cross;
    std::optional<QPointF> m_pressed; ///< where the mouse button went down
    ChartRange m_pressedRange;
    bool m_isDragging = false;
};

} // namespace tcpladder
