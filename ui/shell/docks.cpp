// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/docks.h"

#include "ui/panels/connection_panel.h"
#include "ui/panels/finding_panel.h"
#include "ui/shell/dock_panel.h"
#include "ui/support/settings.h"

#include <QMainWindow>
#include <QMenu>

namespace tcpladder {

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
    const QByteArray layout = settings.windowLayout();
    if (layout.isEmpty() || !m_window.restoreState(layout))
        reset();
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

DockPanel* Docks::addDock(const QString& title, const QString& name, QWidget* content)
{
    auto* dock = new DockPanel(title, name, content, m_theme, &m_window);
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
    for (DockPanel* dock : m_all)
        dock->show();
    m_window.resizeDocks({m_connections}, {310}, Qt::Horizontal);
    m_window.resizeDocks({m_connections, m_findings}, {560, 340}, Qt::Vertical);
}

} // namespace tcpladder
