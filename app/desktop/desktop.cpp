// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"

#include "app/desktop/command_line_texts.h"
#include "app/desktop/ladder_command.h"
#include "app/desktop/window_command.h"

#include <QString>

#include <cstdio>

namespace tcpladder {

namespace {

/// Qt remarks on what a session without a desktop lacks (XDG_RUNTIME_DIR); standard error is for what the user asked.
void keepQtQuiet()
{
    qInstallMessageHandler([](QtMsgType type, const QMessageLogContext&, const QString& text) {
        if (type == QtCriticalMsg || type == QtFatalMsg)
            std::fprintf(stderr, "%s\n", qUtf8Printable(text));
    });
}

/// The module has what the command line says once more.
void begin()
{
    speak(commandLineLanguage);
    endCommandLineApplication();
}

ExitStatus openWindow(const OpenWindow& command, int& argc, char** argv)
{
    begin();
    return runWindow(command, argc, argv);
}

ExitStatus exportLadder(const ExportLadder& command)
{
    begin();
    keepQtQuiet();
    return runExport(command);
}

std::string translate(const char* text)
{
    keepQtQuiet();
    return commandLineLanguage.translate(text);
}

std::string translateError(const std::string& source, const Error& error)
{
    keepQtQuiet();
    return commandLineLanguage.translateError(source, error);
}

} // namespace

extern "C" [[gnu::visibility("default")]] const Desktop tcpladderDesktop{
    .language = {.translate = translate, .translateError = translateError},
    .endLanguage = endCommandLineApplication,
    .runWindow = openWindow,
    .runExport = exportLadder,
};

} // namespace tcpladder
