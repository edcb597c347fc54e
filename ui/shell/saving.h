// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/save_capture.h"
#include "ui/shell/window_parts.h"

#include <QObject>
#include <QString>

namespace tcpladder {

/// Saves the capture with its comments as pcapng, and asks before comments that are in no file are let go.
class Saving : public QObject
{
    Q_OBJECT

public:
    Saving(const WindowParts& parts, QObject* parent);

    /// Asks for the file's name. False where nothing was saved.
    bool saveAs();
    /// Whether the capture may be closed: asks where comments would be lost.
    bool mayLeave();

private:
    bool save(const QString& path);
    void report(const QString& path, const SavedCapture& saved);
    void showModified();

    WindowParts m_parts;
};

} // namespace tcpladder
