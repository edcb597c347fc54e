// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/say.h"

#include <QCoreApplication>

namespace tcpladder {

std::string say(const char* text)
{
    return QCoreApplication::translate("commandLine", text).toStdString();
}

std::string sayWith(const char* text, const std::string& value)
{
    return QCoreApplication::translate("commandLine", text).arg(QString::fromStdString(value)).toStdString();
}

} // namespace tcpladder
