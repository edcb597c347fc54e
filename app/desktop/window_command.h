// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"
#include "app/exit_status.h"

namespace tcpladder {

/// Opens the window and stays in it until the user closes it.
ExitStatus runWindow(const OpenWindow& command, int& argc, char** argv);

} // namespace tcpladder
