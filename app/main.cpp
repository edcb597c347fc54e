// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"
#include "app/export_command.h"
#include "app/say.h"
#include "app/window_command.h"
#include "ui/support/translation.h"

#include <QCoreApplication>

#include <cstdio>
#include <optional>

using namespace tcpladder;

namespace {

/// Qt remarks on what a session without a desktop lacks (XDG_RUNTIME_DIR); standard error is for what the user asked.
void keepQtQuiet()
{
    qInstallMessageHandler([](QtMsgType type, const QMessageLogContext&, const QString& text) {
        if (type == QtCriticalMsg || type == QtFatalMsg)
            std::fprintf(stderr, "%s\n", qUtf8Printable(text));
    });
}

template <class... Handlers>
struct Overload : Handlers...
{
    using Handlers::operator()...;
};

/// Texts are translated while there is an application; the window and the ladder make others of their own.
template <class Work>
auto inUsersLanguage(int argc, char* argv[], Work work)
{
    const QCoreApplication application(argc, argv);
    const Translation translation;
    return work();
}

std::optional<Command> readCommand(int argc, char* argv[])
{
    auto command = parseCommandLine(argc, argv);
    if (command)
        return std::move(*command);
    const std::string line
        = sayWith(QT_TRANSLATE_NOOP("commandLine", "%1 (tcpladder --help lists what there is)"), command.error());
    std::fprintf(stderr, "tcpladder: %s\n", line.c_str());
    return {};
}

ExitStatus showText(const ShowText& command)
{
    std::fputs(command.text.c_str(), stdout);
    return ExitStatus::Success;
}

} // namespace

// What escapes from here is that memory ran out: nothing can be said any more.
int main(int argc, char* argv[]) // NOLINT(bugprone-exception-escape)
{
    keepQtQuiet();
    const auto command = inUsersLanguage(argc, argv, [&] { return readCommand(argc, argv); });
    if (!command)
        return static_cast<int>(ExitStatus::Failure);
    const auto status = std::visit(
        Overload{
            [&](const ExportReport& report) { return inUsersLanguage(argc, argv, [&] { return runExport(report); }); },
            [](const ExportLadder& ladder) { return runExport(ladder); },
            [](const ShowText& text) { return showText(text); },
            [&](const OpenWindow& window) { return runWindow(window, argc, argv); },
        },
        *command);
    return static_cast<int>(status);
}
