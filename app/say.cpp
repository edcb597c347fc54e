// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/say.h"

#include <string_view>

namespace tcpladder {

namespace {

SpokenLanguage& spoken()
{
    static SpokenLanguage language{.translate = [](const char* text) { return std::string(text); },
        .translateError = [](const std::string& source, const Error& error) { return formatError(source, error); }};
    return language;
}

} // namespace

void speak(const SpokenLanguage& language)
{
    spoken() = language;
}

std::string say(const char* text)
{
    return spoken().translate(text);
}

std::string sayWith(const char* text, const std::string& value)
{
    constexpr std::string_view place = "%1";
    std::string sentence = say(text);
    if (const std::size_t at = sentence.find(place); at != std::string::npos)
        sentence.replace(at, place.size(), value);
    return sentence;
}

std::string sayError(const std::string& source, const Error& error)
{
    return spoken().translateError(source, error);
}

} // namespace tcpladder
