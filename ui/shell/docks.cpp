// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/docks.h"

#include "ui/charts/chart_panel.h"
#include "ui/header/bytes_panel.h"
#include "ui/header/flags_view.h"
#include "ui/header/shown_segment.h"
#include "ui/panels/connection_panel.h"
#include "ui/panels/finding_panel.h"
#include "ui/panels/segment_table.h"
#include "ui/shell/dock_panel.h"
#include "ui/shell/picture_menu.h"
#include "ui/states/diagram_view.h"
#include "ui/states/states_panel.h"
#include "ui/support/settings.h"

#include <QMainWindow>
#include <QMenu>
#include <QScreen>

#include <algorithm>

namespace tcpladder {

namespace {

constexpr int highestLowerRow = 318;

} // namespace

Docks::Docks(QMainWindow& window, const CaptureSession& session, Selection& selection, const Theme& theme)
    : QObject(&window)
    , m_window(window)
    , m_theme(theme)
{
    window.setDockNestingEnabled(true);
    window.setCorner(Qt::TopLeftCorner, Qt::LeftDockWidgetArea);
    window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    window.setCorner(Qt::TopRightCorner, Qt::RightDockWidgetArea);
    window.setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    createDocks(session, selection);
    createSegmentDocks(session, selection);
    createChartDock(session, selection);
    reset();
}

void Docks::addToMenu(QMenu& menu) const
{
    for (DockPanel* dock : m_all)
        menu.addAction(dock->toggleViewAction());
}

void Docks::focusConnectionFilter() const
{
    m_connections->show();
    m_connections->raise();
    m_connectionPanel->focusFilter();
}

void Docks::restore(const Settings& settings)
{
    m_layout = settings.windowLayout();
    if (m_layout.isEmpty() || !m_window.restoreState(m_layout)) {
        reset();
        m_layout = m_window.saveState();
    }
    hide();
}

void Docks::arrangeAgain()
{
    if (m_areShown)
        m_window.restoreState(m_layout);
}

void Docks::save(Settings& settings) const
{
    settings.setWindowLayout(m_areShown ? m_window.saveState() : m_layout);
}

void Docks::setShown(bool shown)
{
    if (shown == m_areShown)
        return;
    m_areShown = shown;
    if (shown) {
        m_window.restoreState(m_layout);
        return;
    }
    m_layout = m_window.saveState();
    hide();
}

/// What the layout is they keep in m_layout: a window that was not shown yet would tell other sizes.
void Docks::hide()
{
    m_areShown = false;
    for (DockPanel* dock : m_all)
        dock->hide();
}

void Docks::createDocks(const CaptureSession& session, Selection& selection)
{
    m_connectionPanel = new ConnectionPanel(session, selection, m_theme);
    m_connections = addDock(tr("Connections"), QStringLiteral("connections"), m_connectionPanel);
    connect(m_connectionPanel, &ConnectionPanel::countChanged, m_connections, &DockPanel::setDetail);
    auto* findings = new FindingPanel(session, selection, m_theme);
    m_findings = addDock(tr("Findings"), QStringLiteral("findings"), findings);
    connect(findings, &FindingPanel::countChanged, m_findings, &DockPanel::setDetail);
}

/// What explains the selected segment, and the states behind it.
void Docks::createSegmentDocks(const CaptureSession& session, Selection& selection)
{
    m_shownSegment = new ShownSegment(session, selection, this);
    m_statesPanel = new StatesPanel(session, selection, m_theme);
    m_states = addDock(tr("States"), QStringLiteral("states"), m_statesPanel);
    connect(m_statesPanel, &StatesPanel::detailChanged, m_states, &DockPanel::setDetail);
    auto* bytes = new BytesPanel(*m_shownSegment, selection, m_theme);
    m_bytes = addDock(tr("Bytes"), QStringLiteral("bytes"), bytes);
    connect(bytes, &BytesPanel::detailChanged, m_bytes, &DockPanel::setDetail);
    m_flagsView = new FlagsView(*m_shownSegment, selection, m_theme);
    m_flags = addDock(tr("Flags"), QStringLiteral("flags"), m_flagsView);
    connect(m_flagsView, &FlagsView::detailChanged, m_flags, &DockPanel::setDetail);
    m_segments
        = addDock(tr("Segments as Table"), QStringLiteral("segments"), new SegmentTable(session, selection, m_theme));
}

QList<std::pair<QString, QString>> Docks::panels() const
{
    QList<std::pair<QString, QString>> named;
    for (const DockPanel* dock : m_all)
        named.emplace_back(dock->windowTitle(), dock->objectName());
    return named;
}

void Docks::present(const QStringList& names)
{
    for (DockPanel* dock : m_all) {
        if (dock->isFloating())
            dock->setFloating(false);
        dock->setVisible(names.contains(dock->objectName()));
    }
    const QSize whole = m_window.screen()->size();
    m_window.resizeDocks({m_states}, {whole.width() * 2 / 5}, Qt::Horizontal);
    m_window.resizeDocks({m_flags}, {whole.height() * 3 / 10}, Qt::Vertical);
}

QStringList Docks::shown() const
{
    QStringList names;
    for (const DockPanel* dock : m_all) {
        if (!dock->isHidden())
            names << dock->objectName();
    }
    return names;
}

void Docks::show(const QStringList& names)
{
    for (DockPanel* dock : m_all)
        dock->setVisible(names.contains(dock->objectName()));
}

/// Beside the bytes, hidden until somebody wants it: most captures are small, and most questions others.
void Docks::createChartDock(const CaptureSession& session, Selection& selection)
{
    m_chartPanel = new ChartPanel(session, selection, m_theme);
    m_charts = addDock(tr("Charts"), QStringLiteral("charts"), m_chartPanel);
    connect(m_chartPanel, &ChartPanel::detailChanged, m_charts, &DockPanel::setDetail);
}

QAction* Docks::chartsAction() const
{
    return m_charts->toggleViewAction();
}

void Docks::setTwoMslMenu(QMenu& menu)
{
    m_statesPanel->setDurationMenu(menu);
}

void Docks::addPictureMenus(const WindowParts& parts) const
{
    addPictureMenu(*m_flagsView, parts,
        {QStringLiteral("flags"), [view = m_flagsView] { return view->picture(); },
            [view = m_flagsView] { return view->accessibleDescription(); }});
    DiagramView* diagram = &m_statesPanel->diagram();
    addPictureMenu(*diagram, parts,
        {QStringLiteral("states"), [diagram] { return diagram->picture(); },
            [diagram] { return diagram->accessibleDescription(); }});
}

DockPanel* Docks::addDock(const QString& title, const QString& name, QWidget* content)
{
    auto* dock = new DockPanel(title, name, content, m_theme, &m_window);
    content->setAccessibleName(content->accessibleName().isEmpty() ? title : content->accessibleName());
    dock->setAccessibleName(title);
    connect(dock->toggleViewAction(), &QAction::triggered, this, [this, dock](bool isShown) {
        if (isShown)
            dock->raise(); // else it may come as a tab behind another
        emit shownChanged();
    });
    m_all << dock;
    return dock;
}

void Docks::reset()
{
    for (DockPanel* dock : m_all) {
        dock->setFloating(false);
        m_window.removeDockWidget(dock);
    }
    m_window.addDockWidget(Qt::LeftDockWidgetArea, m_connections);
    m_window.splitDockWidget(m_connections, m_findings, Qt::Vertical);
    m_window.addDockWidget(Qt::RightDockWidgetArea, m_states);
    m_window.addDockWidget(Qt::BottomDockWidgetArea, m_bytes);
    m_window.splitDockWidget(m_bytes, m_flags, Qt::Horizontal);
    m_window.tabifyDockWidget(m_bytes, m_segments);
    m_window.tabifyDockWidget(m_bytes, m_charts);
    for (DockPanel* dock : m_all)
        dock->setVisible(dock != m_segments && dock != m_charts);
    m_window.resizeDocks({m_connections, m_states}, {310, 450}, Qt::Horizontal);
    m_window.resizeDocks({m_connections, m_findings}, {560, 340}, Qt::Vertical);
    m_window.resizeDocks({m_bytes, m_flags}, {560, 700}, Qt::Horizontal);
    m_window.resizeDocks({m_bytes}, {std::min(highestLowerRow, m_window.height() * 28 / 100)}, Qt::Vertical);
}

} // namespace tcpladder
