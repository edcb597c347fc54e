// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ladder/ladder_export.h"

#include <QString>

class QWidget;

namespace tcpladder {

class Settings;

struct ExportOutcome
{
    bool isWritten = false;
    QString message; ///< empty when the user gave it up
};

/// Asks for a file and writes the ladder to it, as SVG, or as PNG where the name ends so.
ExportOutcome askAndExportLadder(QWidget& parent, const CaptureDocument& document, ConnectionId connection,
    const Theme& theme, Settings& settings, const LadderPictureOptions& options);

} // namespace tcpladder
