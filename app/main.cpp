// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"
#include "app/export_command.h"
#include "app/load_desktop.h"
#include "app/say.h"
#include "app/users_language.h"

#include <cstdio>
#include <optional>

using namespace tcpladder;

namespace {

template <class... Handlers>
struct Overload : Handlers...
{
    using Handlers::operator()...;
};

/// What is said while it lives is said in it; in English where the others can't be loaded.
class UsersLanguage
{
public:
    UsersLanguage()
    {
        if (!wantsEnglish())
            m_desktop = loadDesktop().value_or(nullptr);
        if (m_desktop)
            speak(m_desktop->language);
    }
    UsersLanguage(const UsersLanguage&) = delete;
    UsersLanguage& operator=(const UsersLanguage&) = delete;
    ~UsersLanguage()
    {
        if (m_desktop)
            m_desktop->endLanguage();
    }

private:
    const Desktop* m_desktop = nullptr;
};

std::optional<Command> readCommand(int argc, char* argv[])
{
    auto command = parseCommandLine(argc, argv);
    if (command)
        return std::move(*command);
    const std::string line
        = sayWith(TCPLADDER_TR("commandLine", "%1 (tcpladder --help lists what there is)"), command.error());
    std::fprintf(stderr, "tcpladder: %s\n", line.c_str());
    return {};
}

ExitStatus showText(const ShowText& command)
{
    std::fputs(command.text.c_str(), stdout);
    return ExitStatus::Success;
}

/// What needs the module.
template <class Work>
ExitStatus onDesktop(Work work)
{
    const auto desktop = loadDesktop();
    if (desktop)
        return work(**desktop);
    const std::string line
        = sayWith(TCPLADDER_TR("commandLine", "windows and pictures cannot be made (%1): install tcpladder again"),
            desktop.error());
    std::fprintf(stderr, "tcpladder: %s\n", line.c_str());
    return ExitStatus::Failure;
}

} // namespace

// What escapes from here is that memory ran out: nothing can be said any more.
int main(int argc, char* argv[]) // NOLINT(bugprone-exception-escape)
{
    const UsersLanguage language;
    const auto command = readCommand(argc, argv);
    if (!command)
        return static_cast<int>(ExitStatus::Failure);
    const auto status = std::visit(
        Overload{
            [](const ExportReport& report) { return runExport(report); },
            [](const ExportLadder& ladder) {
                return onDesktop([&](const Desktop& desktop) { return desktop.runExport(ladder); });
            },
            [](const ShowText& text) { return showText(text); },
            [&](const OpenWindow& window) {
                return onDesktop([&](const Desktop& desktop) { return desktop.runWindow(window, argc, argv); });
            },
        },
        *command);
    return static_cast<int>(status);
}
