// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <string>

namespace tcpladder {

/// What the command line says, in the user's language where an application and its translation are there.
/// \param text marked with QT_TRANSLATE_NOOP("commandLine", ...)
std::string say(const char* text);

/// The same with a value in the place of %1.
std::string sayWith(const char* text, const std::string& value);

} // namespace tcpladder
