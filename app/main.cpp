// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"
#include "app/export_command.h"
#include "app/window_command.h"

#include <cstdio>

using namespace tcpladder;

namespace {

template <class... Handlers>
struct Overload : Handlers...
{
    using Handlers::operator()...;
};

ExitStatus showText(const ShowText& command)
{
    std::fputs(command.text.c_str(), stdout);
    return ExitStatus::Success;
}

} // namespace

// What escapes from here is that memory ran out: nothing can be said any more.
int main(int argc, char* argv[]) // NOLINT(bugprone-exception-escape)
{
    const auto command = parseCommandLine(argc, argv);
    if (!command) {
        std::fprintf(stderr, "tcpladder: %s (tcpladder --help lists what there is)\n", command.error().c_str());
        return static_cast<int>(ExitStatus::Failure);
    }
    const auto status = std::visit(Overload{
                                       [](const ExportReport& report) { return runExport(report); },
                                       [](const ExportLadder& ladder) { return runExport(ladder); },
                                       [](const ShowText& text) { return showText(text); },
                                       [&](const OpenWindow& window) { return runWindow(window, argc, argv); },
                                   },
        *command);
    return static_cast<int>(status);
}
