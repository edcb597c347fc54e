// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_view.h"
#include "ui/export/picture_writer.h"

#include <QElapsedTimer>
#include <QWidget>

class QComboBox;
class QTabBar;
class QToolButton;

namespace tcpladder {

class CaptureSession;
class ChartLegend;
class Selection;
class SeriesLoader;

/// The charts of the selected connection: one kind at a time, of one direction or of both below each other.
class ChartPanel : public QWidget
{
    Q_OBJECT

public:
    ChartPanel(const CaptureSession& session, Selection& selection, const Theme& theme, QWidget* parent = nullptr);

    void setKind(ChartKind kind);
    ChartKind kind() const { return m_kind; }
    /// The direction that A or B sends in; none for both.
    void setDirection(std::optional<Side> sender);

    ChartView& view(Side sender) const { return *m_views[indexOf(sender)]; }
    ChartLegend& legend() const { return *m_legend; }

    /// What is shown; nothing where that is nothing.
    std::optional<Picture> picture() const;
    /// "connection-2-round-trip", for files.
    QString pictureName() const;

    /// What the button at the right opens.
    void setExportMenu(QMenu& menu);

signals:
    /// "time–sequence · 1,000,000 segments"
    void detailChanged(const QString& detail);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void createControls();
    void createViews();
    void connectView(ChartView& view);
    void connectSession();

    void reload();
    void chooseDirection();
    void grow();
    void showSeries();
    void showLegend();
    void limitLegend();
    void showDirections();
    void showSelected();
    void showDetail();
    void showToolTip(const NearestPoint& point, const QPoint& place);
    void selectMoment(Duration time);
    std::map<SeriesRole, QString> legendNotes() const;
    bool isShown(Side sender) const;
    QString directionName(Side sender) const;

    const CaptureSession& m_session;
    Selection& m_selection;
    const Theme& m_theme;
    SeriesLoader* m_loader;
    QTabBar* m_kinds = nullptr;
    QComboBox* m_directions = nullptr;
    QToolButton* m_export = nullptr;
    ChartLegend* m_legend = nullptr;
    std::array<ChartView*, 2> m_views{};
    ChartKind m_kind = ChartKind::Sequence;
    bool m_isDirectionChosen = false; ///< by the user
    bool m_isLoaded = false;          ///< the selected connection
    QElapsedTimer m_sinceGrowth;      ///< since it was shown last
    qint64 m_growthTime = 0;          ///< milliseconds that showing it took
};

} // namespace tcpladder
