// SPDX-License-Identifier: GPL-3.0-or-later
// The ways into the window that are no file dialog: what is dropped, what is pasted, what still grows.
#include "ui/shell/actions.h"
#include "ui/shell/main_window.h"
#include "ui/shell/message_bar.h"

#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QMimeData>
#include <QStatusBar>
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

void MainWindow::connectInputActions()
{
    connect(m_actions->pasteText, &QAction::triggered, this, &MainWindow::pasteText);
    connect(m_actions->follow, &QAction::triggered, this, &MainWindow::followFile);
    connect(&m_session, &CaptureSession::stateChanged, this, &MainWindow::showFollowing);
    connect(&m_session, &CaptureSession::documentReplaced, this, &MainWindow::showFollowing);
    connect(&m_session, &CaptureSession::openingBegun, this,
        [this] { statusBar()->showMessage(tr("Waiting for the capture to begin…")); });
    connect(&m_session, &CaptureSession::documentReplaced, statusBar(), &QStatusBar::clearMessage);
    connect(&m_session, &CaptureSession::openingFailed, statusBar(), &QStatusBar::clearMessage);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!localFiles(*event->mimeData()).isEmpty() || event->mimeData()->hasText())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QStringList paths = localFiles(*event->mimeData());
    if (paths.isEmpty())
        openTextOf(*event->mimeData(), tr("Dropped text"));
    else
        openFiles(paths, false);
    event->acceptProposedAction();
}

void MainWindow::pasteText()
{
    const QMimeData& mime = *QGuiApplication::clipboard()->mimeData();
    const QStringList paths = localFiles(mime); // a file manager copies names
    if (paths.isEmpty())
        openTextOf(mime, tr("Pasted text"));
    else
        openFiles(paths, false);
}

void MainWindow::openTextOf(const QMimeData& mime, const QString& name)
{
    const QString text = mime.text();
    if (text.trimmed().isEmpty())
        m_messages->showMessage(
            Severity::Note, tr("There is no text to read. Copy lines of tcpdump, then paste them."));
    else
        m_session.openText(text.toUtf8(), name);
}

void MainWindow::followFile(bool follow)
{
    if (follow)
        openFiles({m_session.path()}, true);
    else
        m_session.cancel();
}

void MainWindow::showFollowing()
{
    m_actions->follow->setChecked(m_session.isFollowing());
    m_actions->follow->setEnabled(!m_session.path().isEmpty() && m_session.path() != QStringLiteral("-"));
}

} // namespace tcpladder
