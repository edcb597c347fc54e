// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/window_parts.h"

#include <QObject>

#include <memory>

class QMenu;
class QMimeData;
class QTemporaryDir;

namespace tcpladder {

class Saving;

/// The ways into the window: a file, a recent one, the sample, what is dropped, what is pasted, what still grows.
class Opening : public QObject
{
    Q_OBJECT

public:
    /// saving outlives it.
    Opening(const WindowParts& parts, Saving& saving, QObject* parent);
    ~Opening() override;

    void openFiles(const QStringList& paths, bool follow = false);
    static bool canOpen(const QMimeData& data);
    void openDropped(const QMimeData& data);

    /// The recent files, the latest first.
    QMenu& recentMenu() const { return *m_recentMenu; }

private:
    void connectActions();
    void connectSession();
    void connectStartPage();

    void closeCapture();
    void askForFile();
    void openSample();
    void pasteText();
    void openTextOf(const QMimeData& mime, const QString& name);
    void followFile(bool follow);
    void showFollowing();
    void refreshRecentMenu();
    void forgetRecent();
    void remember();

    WindowParts m_parts;
    Saving& m_saving;
    QMenu* m_recentMenu;
    std::unique_ptr<QTemporaryDir> m_sampleFolder;
};

} // namespace tcpladder
