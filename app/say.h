// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/translate.h"

#include <string>

namespace tcpladder {

/// A language other than English, which needs nobody's help.
struct SpokenLanguage
{
    std::string (*translate)(const char* text); ///< of the context "commandLine"
    std::string (*translateError)(const std::string& source, const Error& error);
};

/// What the command line says from now on is said in that language.
void speak(const SpokenLanguage& language);

/// What the command line says, in the user's language.
/// \param text marked with TCPLADDER_TR("commandLine", ...)
std::string say(const char* text);

/// The same with a value in the place of %1.
std::string sayWith(const char* text, const std::string& value);

/// What is wrong with a source.
std::string sayError(const std::string& source, const Error& error);

} // namespace tcpladder
