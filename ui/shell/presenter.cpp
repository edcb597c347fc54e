// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/presenter.h"

#include "ui/ladder/ladder_view.h"
#include "ui/shell/actions.h"
#include "ui/shell/central_area.h"
#include "ui/shell/docks.h"
#include "ui/support/settings.h"
#include "ui/support/theme_switch.h"

#include <QApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QShortcut>
#include <QStatusBar>
#include <QToolBar>

#include <algorithm>

namespace tcpladder {

namespace {

using namespace std::chrono_literals;

constexpr auto pointerRests = 2s;
constexpr qreal largestZoom = 2;
const auto ladderName = QStringLiteral("ladder");

} // namespace

Presenter::Presenter(const WindowParts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_menu(new QMenu(tr("In the Pr&esentation"), &parts.window))
    , m_escape(new QShortcut(QKeySequence(Qt::Key_Escape), &parts.window))
{
    fillMenu();
    m_escape->setEnabled(false);
    m_pointerRests.setSingleShot(true);
    m_pointerRests.setInterval(pointerRests);
    connect(&m_pointerRests, &QTimer::timeout, this, [this] { showPointer(false); });
    connect(m_escape, &QShortcut::activated, this, &Presenter::leave);
    connect(parts.actions.present, &QAction::triggered, this, &Presenter::enter);
    connect(parts.actions.fullScreen, &QAction::triggered, this, &Presenter::toggleFullScreen);
}

Presenter::~Presenter()
{
    showPointer(true);
}

bool Presenter::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseMove || event->type() == QEvent::MouseButtonPress) {
        showPointer(true);
        m_pointerRests.start();
    } else if (event->type() == QEvent::Resize && watched == m_parts.centre.ladder().viewport()) {
        QMetaObject::invokeMethod(this, &Presenter::fitLadder, Qt::QueuedConnection);
    }
    return false;
}

void Presenter::fillMenu()
{
    const auto add = [this](const QString& title, const QString& name) {
        QAction* action = m_menu->addAction(title);
        action->setCheckable(true);
        action->setChecked(m_parts.settings.presentedPanels().contains(name));
        connect(action, &QAction::toggled, this, [this, name](bool isShown) { choose(name, isShown); });
    };
    add(tr("Ladder"), ladderName);
    for (const auto& [title, name] : m_parts.docks.panels())
        add(title, name);
}

void Presenter::choose(const QString& panel, bool isShown)
{
    QStringList panels = m_parts.settings.presentedPanels();
    panels.removeAll(panel);
    if (isShown)
        panels << panel;
    m_parts.settings.setPresentedPanels(panels);
    if (m_isPresenting)
        showPanels();
}

void Presenter::enter()
{
    if (m_isPresenting)
        return leave();
    m_isPresenting = true;
    m_before = {.window = m_parts.window.windowState(),
        .layout = m_parts.window.saveState(),
        .zoom = m_parts.centre.ladder().zoom()};
    m_parts.themes.startPresenting(m_parts.window.screen()->size().height());
    setBarsShown(false);
    showPanels();
    m_parts.window.setWindowState(m_before.window | Qt::WindowFullScreen);
    m_escape->setEnabled(true);
    qApp->installEventFilter(this);
    m_pointerRests.start();
    m_parts.centre.ladder().setFocus();
}

void Presenter::leave()
{
    if (!m_isPresenting)
        return;
    m_isPresenting = false;
    qApp->removeEventFilter(this);
    m_pointerRests.stop();
    showPointer(true);
    m_escape->setEnabled(false);
    m_parts.window.setWindowState(m_before.window);
    m_parts.centre.show();
    setBarsShown(true);
    m_parts.window.restoreState(m_before.layout);
    m_parts.themes.stopPresenting();
    m_parts.centre.ladder().setZoom(m_before.zoom);
}

void Presenter::toggleFullScreen()
{
    if (m_isPresenting)
        leave();
    else
        m_parts.window.setWindowState(m_parts.window.windowState() ^ Qt::WindowFullScreen);
}

void Presenter::showPanels()
{
    const QStringList panels = m_parts.settings.presentedPanels();
    m_parts.centre.setVisible(panels.contains(ladderName));
    m_parts.docks.present(panels);
}

void Presenter::setBarsShown(bool shown)
{
    m_parts.window.menuBar()->setVisible(shown);
    m_parts.window.statusBar()->setVisible(shown);
    for (QToolBar* bar : m_parts.window.findChildren<QToolBar*>(Qt::FindDirectChildrenOnly))
        bar->setVisible(shown);
}

/// As large as it can be without scrolling sideways.
void Presenter::fitLadder()
{
    if (!m_isPresenting)
        return;
    LadderView& ladder = m_parts.centre.ladder();
    ladder.fitWidth();
    ladder.setZoom(std::clamp(ladder.zoom(), 1.0, largestZoom));
}

void Presenter::showPointer(bool shown)
{
    if (shown != m_isPointerHidden)
        return;
    m_isPointerHidden = !shown;
    if (shown)
        QApplication::restoreOverrideCursor();
    else
        QApplication::setOverrideCursor(Qt::BlankCursor);
}

} // namespace tcpladder
