// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QStringList>

#include <utility>

class QMainWindow;
class QAction;
class QMenu;
class QWidget;

namespace tcpladder {

class CaptureSession;
class ChartPanel;
class ConnectionPanel;
class DockPanel;
class FlagsView;
class Selection;
class Settings;
class ShownSegment;
class StatesPanel;
class Theme;
struct WindowParts;

/// The panels around the ladder: makes them, puts them where they belong, and remembers where the user put them.
class Docks : public QObject
{
    Q_OBJECT

public:
    Docks(QMainWindow& window, const CaptureSession& session, Selection& selection, const Theme& theme);

    void addToMenu(QMenu& menu) const;
    /// What chooses how long TIME_WAIT lasts, beside the clocks that show it.
    void setTwoMslMenu(QMenu& menu);
    /// Flags and states can be copied and saved.
    void addPictureMenus(const WindowParts& parts) const;
    void focusConnectionFilter() const;
    ChartPanel& charts() const { return *m_chartPanel; }
    StatesPanel& states() const { return *m_statesPanel; }
    /// Shows the charts, or hides them.
    QAction* chartsAction() const;

    /// As remembered, else as they are at first; hidden until they are setShown().
    void restore(const Settings& settings);
    /// The sizes once more, in a window whose other widgets have theirs by now.
    void arrangeAgain();
    void save(Settings& settings) const;
    void reset();

    /// Title and name of each.
    QList<std::pair<QString, QString>> panels() const;
    /// Shows those by their names, large beside the ladder; what shows the others again is the window's state from
    /// before.
    void present(const QStringList& names);

    /// Names of those that are open, behind others or not.
    QStringList shown() const;
    void show(const QStringList& names);

    /// Hidden while there is nothing to show in them.
    void setShown(bool shown);

signals:
    /// The user opened or closed one.
    void shownChanged();

private:
    DockPanel* addDock(const QString& title, const QString& name, QWidget* content);
    void createDocks(const CaptureSession& session, Selection& selection);
    void createSegmentDocks(const CaptureSession& session, Selection& selection);
    void createChartDock(const CaptureSession& session, Selection& selection);
    void hide();

    QMainWindow& m_window;
    const Theme& m_theme;
    ConnectionPanel* m_connectionPanel = nullptr;
    DockPanel* m_connections = nullptr;
    DockPanel* m_findings = nullptr;
    ShownSegment* m_shownSegment = nullptr;
    StatesPanel* m_statesPanel = nullptr;
    DockPanel* m_states = nullptr;
    DockPanel* m_bytes = nullptr;
    DockPanel* m_flags = nullptr;
    FlagsView* m_flagsView = nullptr;
    DockPanel* m_segments = nullptr;
    ChartPanel* m_chartPanel = nullptr;
    DockPanel* m_charts = nullptr;
    QList<DockPanel*> m_all;
    QByteArray m_layout; ///< while the docks are hidden
    bool m_areShown = true;
};

} // namespace tcpladder
