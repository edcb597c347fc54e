// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/command_line_texts.h"

#include "ui/support/translate_message.h"
#include "ui/support/translation.h"

#include <QCoreApplication>

#include <optional>

namespace tcpladder {

namespace {

/// Texts are translated while there is an application.
struct Application
{
    int argc = 1;
    char name[10] = "tcpladder";
    char* argv[2] = {name, nullptr};
    QCoreApplication application{argc, argv};
    Translation translation;
};

std::optional<Application>& ownApplication()
{
    static std::optional<Application> own;
    return own;
}

void needApplication()
{
    if (!QCoreApplication::instance())
        ownApplication().emplace();
}

std::string translate(const char* text)
{
    needApplication();
    return QCoreApplication::translate("commandLine", text).toStdString();
}

std::string translateErrorLine(const std::string& source, const Error& error)
{
    needApplication();
    return translateError(QString::fromStdString(source), error).toStdString();
}

} // namespace

const SpokenLanguage commandLineLanguage{.translate = translate, .translateError = translateErrorLine};

void endCommandLineApplication()
{
    ownApplication().reset();
}

} // namespace tcpladder
