// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/shell/opening.h"
#include "ui/shell/window_contents.h"
#include "ui/support/resources.h"
#include "ui/support/settings.h"

#include <QCloseEvent>
#include <QDropEvent>
#include <QScreen>

namespace tcpladder {

namespace {

constexpr QSize firstSize(1600, 1000);
constexpr QSize windowFrame(4, 32); ///< about what a window manager adds

} // namespace

MainWindow::MainWindow(Theme& theme, Settings& settings)
    : m_settings(settings)
    , m_themes(theme, settings)
{
    loadResources();
    setWindowIcon(QIcon(QStringLiteral(":/icons/tcpladder.svg")));
    setAcceptDrops(true);
    m_selection.setTwoMsl(settings.twoMsl());
    if (!restoreGeometry(settings.windowGeometry()))
        resize(firstSize.boundedTo(screen()->availableSize() - windowFrame));
    m_contents = std::make_unique<WindowContents>(*this, theme, m_themes, settings, m_session, m_selection);
}

MainWindow::~MainWindow() = default;

void MainWindow::openFile(const QString& path)
{
    openFiles({path}, false);
}

void MainWindow::openFiles(const QStringList& paths, bool follow)
{
    m_contents->opening().openFiles(paths, follow);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_settings.setWindowGeometry(saveGeometry());
    m_contents->save();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (Opening::canOpen(*event->mimeData()))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    m_contents->opening().openDropped(*event->mimeData());
    event->acceptProposedAction();
}

} // namespace tcpladder
