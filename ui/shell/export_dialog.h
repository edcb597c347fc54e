// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/picture_dialog.h"
#include "ui/ladder/ladder_export.h"

namespace tcpladder {

/// Asks how much of the ladder and for a file, and writes it in the format that the name's ending says.
/// \param options how the window shows it
/// \param shown which segments of it
ExportOutcome askAndExportLadder(QWidget& parent, const CaptureDocument& document, ConnectionId connection,
    Settings& settings, LadderExportOptions options, LadderRange shown);

} // namespace tcpladder
