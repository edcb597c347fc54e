// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/picture_dialog.h"
#include "ui/ladder/ladder_export.h"

namespace tcpladder {

/// Asks for a file and writes the ladder to it, as SVG, or as PNG where the name ends so.
ExportOutcome askAndExportLadder(QWidget& parent, const CaptureDocument& document, ConnectionId connection,
    const Theme& theme, Settings& settings, const LadderPictureOptions& options);

} // namespace tcpladder
