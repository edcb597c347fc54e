// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/users_language.h"

#include <cstdlib>
#include <string_view>

namespace tcpladder {

namespace {

/// The first of them that says anything.
std::string_view wantedLanguage()
{
    for (const char* const name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* const value = std::getenv(name);
        if (value && *value != '\0')
            return value;
    }
    return {};
}

} // namespace

bool wantsEnglish()
{
    const std::string_view wanted = wantedLanguage();
    const std::string_view language = wanted.substr(0, wanted.find_first_of("_.@:-"));
    return language.empty() || language == "C" || language == "POSIX" || language == "en";
}

} // namespace tcpladder
