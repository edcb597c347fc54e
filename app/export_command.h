// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"
#include "app/exit_status.h"

namespace tcpladder {

/// Loads the file and writes the report. Errors go to standard error, one line each.
ExitStatus runExport(const ExportReport& command);

} // namespace tcpladder
