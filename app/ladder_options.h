// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"

#include <CLI/CLI.hpp>

namespace tcpladder {

/// What CLI11 fills in for "export ladder" besides what every export has.
struct LadderArguments
{
    ExportLadder ladder;
    std::string segments;
    std::string theme = "light";
};

void addLadderOptions(CLI::App& command, LadderArguments& arguments);

/// The options that were given; the error is one line.
std::expected<ExportLadder, std::string> makeLadder(const LadderArguments& arguments);

} // namespace tcpladder
