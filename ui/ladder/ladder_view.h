// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ladder/ladder_reader.h"
#include "ui/ladder/ladder_sheet.h"

#include <QAbstractScrollArea>

namespace tcpladder {

class Bookmarks;
class CaptureSession;
class Selection;
class Theme;

/// The ladder of the selected connection. Reads and lays out what is seen each time it paints, so that five million
/// segments scroll as seven do. Scrolls in parts of rows, since a scroll bar's int could not count the pixels.
///
/// Keys: up and down step through the segments, Home and End go to the first and the last, Page Up and Page Down go by
/// what is seen, right unfolds a run of data, + and - zoom, 0 goes back. The wheel zooms with Ctrl, and with Ctrl and
/// Shift stretches the time.
class LadderView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    static constexpr qreal smallestZoom = 0.6;
    static constexpr qreal largestZoom = 3;
    static constexpr double largestTimeZoom = 1000;

    LadderView(const CaptureSession& session, Selection& selection, const Theme& theme, QWidget* parent = nullptr);

    /// Which rows have one, shown from now on; outlive the view.
    void setBookmarks(const Bookmarks& bookmarks);

    qreal zoom() const { return m_zoom; }
    const LadderLook& look() const { return m_look; }
    SequenceStyle sequenceStyle() const { return m_look.sequenceStyle; }
    RowSpacing rowSpacing() const { return m_look.spacing; }

    /// What is seen of the connection's segments, whole runs of them where they are folded.
    LadderRange shownSegments();

    /// Zooms so that the whole connection is seen: as large as that goes, folded where the type would be too small
    /// otherwise. False where the connection is longer than that all the same.
    bool fitConnection();

    QSize sizeHint() const override;

public slots:
    void setLabelFields(tcpladder::LabelFields fields);
    void setLook(const tcpladder::LadderLook& look);
    void setSequenceStyle(tcpladder::SequenceStyle style);
    void setZoom(qreal zoom);
    void setRowSpacing(tcpladder::RowSpacing spacing);
    void setFoldsRuns(bool folds);
    void stretchTime();
    void compressTime();
    void zoomIn();
    void zoomOut();
    void resetZoom();
    /// As large as it can be without scrolling sideways.
    void fitWidth();
    /// Where the selected segment is one of a folded run, shows the run one by one.
    void unfoldSelected();

    /// That its texts are drawn in, at their present size.
    std::vector<QFont> fonts() const;

signals:
    void zoomChanged();
    void lookChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    qreal effectiveZoom() const;
    bool fitsAt(qreal zoom, Qt::Orientations directions);
    bool fitTime();
    LadderRequest request() const;
    const LadderContents& frame();
    void setTimeZoom(double zoom);
    void keepInSight(std::optional<std::size_t> row);
    bool wasInSight(std::size_t row, QSize view);
    LadderGeometry geometry();
    LadderGeometry geometryFor(qreal zoom, QSize view);
    LadderWindow window();
    QPointF toContent(QPoint viewPosition);
    void invalidate();
    void updateScrollBars();
    void showWholeRow(std::size_t row);
    void showSelection();
    void stepBy(std::ptrdiff_t rows);
    void selectRow(std::size_t row);
    void clickRow(std::size_t row, std::optional<FieldChoice> field);
    std::optional<FieldChoice> fieldAt(QPointF place, std::optional<std::size_t> row) const;
    void unfold(std::size_t row);
    bool pickMoment(QPointF content);
    QString toolTipAt(QPoint viewPosition);
    void updateAccessibleText();

    const CaptureSession& m_session;
    Selection& m_selection;
    const Theme& m_theme;
    const Bookmarks* m_bookmarks = nullptr;
    LadderReader m_reader;
    LadderContents m_frame; ///< without segments; read anew when something changed
    bool m_isFrameCurrent = false;
    std::vector<LadderFieldPlace> m_fieldPlaces; ///< as last painted
    qreal m_zoom = 1;
    LadderLook m_look;
    QPoint m_wheelRest; ///< of fine wheels and touchpads, in angle units
};

} // namespace tcpladder
