// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/live/helper_program.h"
#include "ui/shell/live_feature.h"
#include "ui/shell/opening.h"
#include "ui/shell/saving.h"
#include "ui/shell/window_contents.h"
#include "ui/support/resources.h"
#include "ui/support/settings.h"
#include "ui/support/translation.h"

#include <QCloseEvent>
#include <QDropEvent>
#include <QKeyEvent>
#include <QScreen>

namespace tcpladder {

namespace {

constexpr QSize firstSize(1600, 1000);
constexpr QSize windowFrame(4, 32); ///< about what a window manager adds

} // namespace

MainWindow::MainWindow(Theme& theme, Settings& settings)
    : m_theme(theme)
    , m_settings(settings)
    , m_translation(std::make_unique<Translation>(settings.language()))
    , m_themes(theme, settings)
    , m_bookmarks(m_session, settings)
    , m_live(findCaptureHelper())
{
    loadResources();
    setWindowIcon(QIcon(QStringLiteral(":/icons/tcpladder.svg")));
    setAcceptDrops(true);
    m_selection.setTwoMsl(settings.twoMsl());
    if (!restoreGeometry(settings.windowGeometry()))
        resize(firstSize.boundedTo(screen()->availableSize() - windowFrame));
    fill();
}

MainWindow::~MainWindow() = default;

void MainWindow::fill()
{
    m_contents = std::make_unique<WindowContents>(
        *this, m_theme, m_themes, m_settings, m_session, m_selection, m_bookmarks, m_live);
    // The menu that it is chosen in goes with the contents.
    connect(m_contents.get(), &WindowContents::languageChosen, this, &MainWindow::changeLanguage, Qt::QueuedConnection);
}

/// Every text was made in the old language, in models and caches as well: all of it is made anew.
void MainWindow::changeLanguage(const QString& code)
{
    m_settings.setLanguage(code);
    setUpdatesEnabled(false);
    m_contents->save();
    const ViewState view = m_contents->view();
    m_contents.reset();
    m_translation.reset();
    m_translation = std::make_unique<Translation>(code);
    fill();
    if (m_session.document())
        m_contents->show(view);
    setUpdatesEnabled(true);
}

/// What nobody else took: Escape stops a load.
void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_session.state() == CaptureSession::State::Loading
        && !m_session.isFollowing())
        m_session.cancel();
    else
        QMainWindow::keyPressEvent(event);
}

void MainWindow::openFile(const QString& path)
{
    openFiles({path}, false);
}

void MainWindow::openFiles(const QStringList& paths, bool follow)
{
    m_contents->opening().openFiles(paths, follow);
}

void MainWindow::startCapture(const CaptureOptions& options)
{
    m_contents->live().start(options);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_contents->saving().mayLeave())
        return event->ignore();
    m_contents->save();
    m_settings.setWindowGeometry(saveGeometry());
    m_live.finish();
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
