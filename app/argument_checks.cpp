// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/argument_checks.h"

#include "app/say.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>

namespace tcpladder {

namespace {

std::optional<double> numberFrom(std::string_view text)
{
    double value = 0;
    const char* const end = std::to_address(text.end());
    const auto [read, error] = std::from_chars(std::to_address(text.begin()), end, value);
    return error == std::errc() && read == end ? std::optional(value) : std::nullopt;
}

/// 0.1, 32
std::string shortText(double value)
{
    std::array<char, 32> text;
    return {text.data(), std::to_chars(text.data(), text.data() + text.size(), value).ptr};
}

CLI::Validator numberCheck(double least, double most, std::string complaint)
{
    return {[least, most, complaint = std::move(complaint)](const std::string& text) {
                const std::optional<double> number = numberFrom(text);
                return number && *number >= least && *number <= most ? std::string() : complaint;
            },
        ""};
}

/// The part of CLI11's sentence that is the argument's name, before or behind the mark.
std::string before(const std::string& text, std::string_view mark)
{
    return text.substr(0, text.find(mark));
}

std::string behind(const std::string& text, std::string_view mark)
{
    const std::size_t found = text.find(mark);
    return found == std::string::npos ? text : text.substr(found + mark.size());
}

} // namespace

CLI::Validator oneOf(std::vector<std::string> words)
{
    const std::string listed = CLI::detail::join(words, ", ");
    const std::string shape = "{" + CLI::detail::join(words, ",") + "}";
    return {[words = std::move(words), listed](std::string& text) {
                for (const std::string& word : words) {
                    if (CLI::detail::to_lower(word) != CLI::detail::to_lower(text))
                        continue;
                    text = word;
                    return std::string();
                }
                return sayWith(TCPLADDER_TR("commandLine", "wants one of %1"), listed);
            },
        shape};
}

CLI::Validator between(double least, double most)
{
    const std::string range = shortText(least) + " – " + shortText(most);
    return numberCheck(least, most, sayWith(TCPLADDER_TR("commandLine", "wants a number in %1"), range));
}

CLI::Validator countedFromOne()
{
    return numberCheck(
        1, std::numeric_limits<std::uint32_t>::max(), say(TCPLADDER_TR("commandLine", "wants a number from 1 on")));
}

CLI::Validator notNegative()
{
    return numberCheck(
        0, std::numeric_limits<double>::max(), say(TCPLADDER_TR("commandLine", "wants a number that is not negative")));
}

/// CLI11 gives its sentences no parts, but each kind of error has one form (CLI/Error.hpp).
std::string explain(const CLI::ParseError& error)
{
    const std::string whole = error.what();
    std::string text = whole.substr(0, whole.find('\n'));
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr)
        return sayWith(TCPLADDER_TR("commandLine", "nothing is known of %1"), behind(text, "expected: "));
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr)
        return sayWith(TCPLADDER_TR("commandLine", "%1 is missing"), before(text, " is"));
    if (dynamic_cast<const CLI::RequiresError*>(&error) != nullptr)
        return sayWith(TCPLADDER_TR("commandLine", "%1 goes with --live only"), before(text, " requires "));
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
        return sayWith(TCPLADDER_TR("commandLine", "%1 wants a value"), before(text, ":"));
    if (dynamic_cast<const CLI::ConversionError*>(&error) != nullptr)
        return sayWith(TCPLADDER_TR("commandLine", "this is no number: %1"), behind(text, "convert: "));
    return text;
}

} // namespace tcpladder
