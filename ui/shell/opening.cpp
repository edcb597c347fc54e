// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/opening.h"

#include "ui/live/live_capture.h"
#include "ui/session/capture_session.h"
#include "ui/shell/actions.h"
#include "ui/shell/central_area.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/saving.h"
#include "ui/shell/start_page.h"
#include "ui/support/settings.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMimeData>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QUrl>

namespace tcpladder {

namespace {

QStringList localFiles(const QMimeData& data)
{
    QStringList paths;
    const QList<QUrl> urls = data.urls();
    for (const QUrl& url : urls) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

} // namespace

Opening::Opening(const WindowParts& parts, Saving& saving, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_saving(saving)
    , m_recentMenu(new QMenu(tr("Open &Recent"), &parts.window))
{
    m_recentMenu->setToolTipsVisible(true);
    connect(m_recentMenu, &QMenu::aboutToShow, this, &Opening::refreshRecentMenu);
    refreshRecentMenu();
    connectActions();
    connectSession();
    connectStartPage();
}

Opening::~Opening() = default;

void Opening::openFiles(const QStringList& paths, bool follow)
{
    if (m_saving.mayLeave())
        m_parts.session.openAll(paths, follow);
}

bool Opening::canOpen(const QMimeData& data)
{
    return !localFiles(data).isEmpty() || data.hasText();
}

void Opening::openDropped(const QMimeData& data)
{
    const QStringList paths = localFiles(data);
    if (paths.isEmpty())
        openTextOf(data, tr("Dropped text"));
    else
        openFiles(paths);
}

void Opening::connectActions()
{
    const Actions& actions = m_parts.actions;
    connect(actions.open, &QAction::triggered, this, &Opening::askForFile);
    connect(actions.pasteText, &QAction::triggered, this, &Opening::pasteText);
    connect(actions.follow, &QAction::triggered, this, &Opening::followFile);
    connect(actions.close, &QAction::triggered, this, &Opening::closeCapture);
}

void Opening::connectSession()
{
    const CaptureSession& session = m_parts.session;
    QStatusBar* status = m_parts.window.statusBar();
    connect(&session, &CaptureSession::stateChanged, this, &Opening::showFollowing);
    connect(&session, &CaptureSession::documentReplaced, this, &Opening::showFollowing);
    connect(&session, &CaptureSession::documentReplaced, this, &Opening::remember);
    connect(&session, &CaptureSession::documentReplaced, status, &QStatusBar::clearMessage);
    connect(&session, &CaptureSession::openingFailed, status, &QStatusBar::clearMessage);
    connect(&session, &CaptureSession::openingBegun, status,
        [status] { status->showMessage(tr("Waiting for the capture to begin…")); });
    connect(&session, &CaptureSession::openingFailed, this,
        [this](const QString& reason) { m_parts.centre.messages().showMessage(Severity::Error, reason); });
    showFollowing();
}

void Opening::connectStartPage()
{
    const StartPage& page = m_parts.centre.startPage();
    connect(&page, &StartPage::openRequested, this, &Opening::askForFile);
    connect(&page, &StartPage::pasteRequested, this, &Opening::pasteText);
    connect(&page, &StartPage::sampleRequested, this, &Opening::openSample);
    connect(&page, &StartPage::captureRequested, m_parts.actions.startCapture, &QAction::trigger);
    connect(&page, &StartPage::fileRequested, &m_parts.session, &CaptureSession::open);
}

void Opening::closeCapture()
{
    if (m_saving.mayLeave())
        m_parts.session.close();
}

void Opening::askForFile()
{
    const QString path
        = QFileDialog::getOpenFileName(&m_parts.window, tr("Open a capture"), m_parts.settings.lastFolder(),
            tr("Captures and texts (*.pcap *.pcapng *.cap *.txt *.md *.html *.gz *.zst *.lz4 *.xz);;All files (*)"));
    if (!path.isEmpty())
        openFiles({path});
}

/// The sample is in the program; it becomes a file of its own since captures are read from files.
void Opening::openSample()
{
    if (!m_sampleFolder)
        m_sampleFolder = std::make_unique<QTemporaryDir>();
    const QString name = QStringLiteral("redis-telnet.pcap");
    const QString path = m_sampleFolder->filePath(name);
    QFile::copy(QStringLiteral(":/samples/") + name, path);
    openFiles({path});
}

void Opening::pasteText()
{
    const QMimeData& mime = *QGuiApplication::clipboard()->mimeData();
    const QStringList paths = localFiles(mime); // a file manager copies names
    if (paths.isEmpty())
        openTextOf(mime, tr("Pasted text"));
    else
        openFiles(paths);
}

void Opening::openTextOf(const QMimeData& mime, const QString& name)
{
    const QString text = mime.text();
    if (text.trimmed().isEmpty())
        m_parts.centre.messages().showMessage(
            Severity::Note, tr("There is no text to read. Copy lines of tcpdump, then paste them."));
    else if (m_saving.mayLeave())
        m_parts.session.openText(text.toUtf8(), name);
}

void Opening::followFile(bool follow)
{
    if (follow)
        openFiles({m_parts.session.path()}, true);
    else
        m_parts.session.cancel();
}

void Opening::showFollowing()
{
    const CaptureSession& session = m_parts.session;
    m_parts.actions.follow->setChecked(session.isFollowing());
    m_parts.actions.follow->setEnabled(!session.path().isEmpty() && session.path() != QStringLiteral("-"));
}

void Opening::refreshRecentMenu()
{
    m_recentMenu->clear();
    const QStringList paths = m_parts.settings.recentFiles();
    QStringList names;
    for (const QString& path : paths)
        names << QFileInfo(path).fileName();
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const bool isOneOfSome = names.count(names[i]) > 1;
        const QString text = isOneOfSome ? QDir::toNativeSeparators(paths[i]) : names[i];
        QAction* action = m_recentMenu->addAction(QString(text).replace(u'&', QStringLiteral("&&")));
        action->setToolTip(paths[i]);
        connect(action, &QAction::triggered, this, [this, path = paths[i]] { openFiles({path}); });
    }
    m_recentMenu->addSeparator();
    m_recentMenu->addAction(tr("&Clear the List"), this, &Opening::forgetRecent);
    m_recentMenu->setEnabled(!paths.isEmpty());
}

void Opening::forgetRecent()
{
    m_parts.settings.clearRecentFiles();
    m_recentMenu->setEnabled(false);
}

/// The next file dialog starts where this file is, and the recent files have it.
void Opening::remember()
{
    const QString path = m_parts.session.path();
    const bool isSample = m_sampleFolder && path.startsWith(m_sampleFolder->path());
    if (path.isEmpty() || isSample)
        return;
    m_parts.settings.addRecentFile(path);
    m_recentMenu->setEnabled(true); // a menu that isn't never asks what to show
    if (!m_parts.live.isFile(path)) // whose folder nobody looks for files in
        m_parts.settings.setLastFolder(QFileInfo(path).absolutePath());
}

} // namespace tcpladder
