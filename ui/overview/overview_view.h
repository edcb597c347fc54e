// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/picture_writer.h"
#include "ui/overview/overview_layout.h"
#include "ui/overview/overview_rows.h"
#include "ui/support/row_spacing.h"

#include <QAbstractScrollArea>
#include <QTimer>

namespace tcpladder {

class CaptureSession;
class Selection;

/// All connections at once: a lifeline for each host, an arrow for each segment, long runs in one row. Reads what is
/// seen each time it paints.
///
/// Keys: up, down, Page Up, Page Down, Home and End go through the rows; Return unfolds a run, else shows the segment's
/// ladder. Left and right choose a host, with Shift they move it, Delete hides it, and the menu key shows its menu.
class OverviewView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    OverviewView(const CaptureSession& session, Selection& selection, const Theme& theme, QWidget* parent = nullptr);

    const HostArrangement& hosts() const { return m_hosts; }
    void setHosts(const HostArrangement& hosts);
    /// As in the ladder.
    void setSpacing(RowSpacing spacing, double timeZoom);
    void setFoldsRuns(bool folds);
    void setZoom(qreal zoom);

    /// All of them: reads what has not been read yet.
    const OverviewRows& rows();
    /// Of a large capture they are read in parts.
    bool isReading() const { return m_step != Step::Done; }
    /// For how long a part may keep the window from anything else.
    void setPartLasts(std::chrono::milliseconds lasts) { m_partLasts = lasts; }

    void hideHost(std::size_t column);
    void showAllHosts();
    void moveHost(std::size_t from, std::size_t to);

signals:
    void hostsChanged();
    /// The selected segment's ladder is wanted.
    void ladderWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    enum class Step : std::uint8_t { Rows, Scale, Done };

    void startAnew();
    void grow();
    void takeGrowth();
    void readAnew();
    void refresh();
    void beginReading();
    void readOn();
    bool readPart(const CaptureDocument& document);
    void takeRows(const CaptureDocument& document);
    QString notice() const;
    OverviewGeometry geometry();
    OverviewWindow window() const;
    void updateScrollBars();
    void showSelection();
    void showRow(std::size_t row);
    void selectRow(std::size_t row);
    void openRow(std::size_t row);
    void stepBy(std::ptrdiff_t rows);
    void unfold(std::size_t row);
    void chooseColumn(std::ptrdiff_t column);
    void moveChosen(std::ptrdiff_t by);
    void showHostMenu(std::size_t column, QPoint globalPosition);
    std::optional<std::size_t> headAt(QPointF position);
    std::size_t gapAt(QPointF position);
    QString toolTipAt(QPoint position);

    const CaptureSession& m_session;
    Selection& m_selection;
    const Theme& m_theme;
    OverviewRows m_rows;
    HostArrangement m_hosts;
    std::shared_ptr<TimeScale> m_scale;
    std::optional<std::size_t> m_selectedRow;
    std::size_t m_packets = 0; ///< of the capture, whose numbers need room
    bool m_isCurrent = false;  ///< what is shown or being read is what the capture has
    bool m_hasRows = false;    ///< to show, with their scale
    Step m_step = Step::Done;
    bool m_wantsSelection = false; ///< in sight, once its row is there
    RowSpacing m_spacing = RowSpacing::Even;
    double m_timeZoom = 1;
    bool m_foldsRuns = true;
    qreal m_zoom = 1;
    std::optional<std::size_t> m_chosenColumn;
    std::optional<std::size_t> m_draggedColumn;
    std::optional<std::size_t> m_dropColumn;
    std::chrono::milliseconds m_partLasts{8};
    QTimer m_reading; ///< for the next part
    QTimer m_growth;  ///< a growing capture is read anew a few times a second
};

} // namespace tcpladder
