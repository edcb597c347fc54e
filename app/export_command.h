// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"

namespace tcpladder {

/// Exit statuses of the program.
enum class ExitStatus : int { Success = 0, Failure = 2 };

/// Loads the file and writes the report. Errors go to standard error, one line each.
ExitStatus runExport(const ExportReport& command);
ExitStatus runExport(const ExportLadder& command);

} // namespace tcpladder
