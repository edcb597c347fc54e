// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"

#include <CLI/CLI.hpp>

namespace tcpladder {

/// What CLI11 fills in.
struct LiveArguments
{
    std::vector<std::string> device; ///< none or one
    std::string filter;
    int snapshotLength = 0; ///< 0: whole packets
    bool noPromiscuous = false;
    CLI::Option* option = nullptr; ///< --live itself

    bool isWanted() const;
};

void addLiveOptions(CLI::App& app, LiveArguments& arguments);

/// Nothing where no live capture is wanted.
std::optional<LiveRequest> makeLive(const LiveArguments& arguments);

} // namespace tcpladder
