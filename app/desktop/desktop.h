// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"
#include "app/exit_status.h"
#include "app/say.h"

namespace tcpladder {

/// All that needs Qt, whose libraries take four times as long to load as a small capture takes: a module of its own,
/// which the program loads when it is first asked for one of these.
struct Desktop
{
    SpokenLanguage language; ///< the user's, where there are texts in it; else English
    void (*endLanguage)();   ///< whoever used it calls this before main() ends
    ExitStatus (*runWindow)(const OpenWindow& command, int& argc, char** argv);
    ExitStatus (*runExport)(const ExportLadder& command);
};

/// What the module exports: Desktop of the same build.
constexpr const char* desktopSymbol = "tcpladderDesktop";
extern "C" const Desktop tcpladderDesktop;

} // namespace tcpladder
