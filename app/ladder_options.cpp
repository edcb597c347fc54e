// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ladder_options.h"

#include "app/argument_checks.h"
#include "app/say.h"

#include <charconv>
#include <memory>

namespace tcpladder {

namespace {

constexpr double largestScale = 32;

/// "10-40", "10-" to the end, or "10" alone; false for anything else.
bool readRange(std::string_view text, ExportLadder& ladder)
{
    const char* const end = std::to_address(text.end());
    const auto first = std::from_chars(std::to_address(text.begin()), end, ladder.firstSegment);
    if (first.ec != std::errc() || ladder.firstSegment == 0)
        return false;
    if (first.ptr == end) {
        ladder.lastSegment = ladder.firstSegment;
        return true;
    }
    if (*first.ptr != '-')
        return false;
    if (first.ptr + 1 == end)
        return true;
    const auto last = std::from_chars(first.ptr + 1, end, ladder.lastSegment);
    return last.ec == std::errc() && last.ptr == end && ladder.lastSegment >= ladder.firstSegment;
}

void addLook(CLI::App& command, LadderArguments& arguments)
{
    ExportLadder& ladder = arguments.ladder;
    command
        .add_option("--spacing", ladder.spacing,
            say(TCPLADDER_TR(
                "commandLine", "Ladder: even rows, linear time, or folded: time with long silences shortened")))
        ->check(oneOf({"even", "folded", "linear"}));
    command.add_flag("--absolute", ladder.absolute,
        say(TCPLADDER_TR("commandLine", "Ladder: sequence numbers as they are on the wire")));
    command.add_flag(
        "--fold", ladder.fold, say(TCPLADDER_TR("commandLine", "Ladder: one row for a long run of nothing but data")));
    command.add_option("--theme", arguments.theme, say(TCPLADDER_TR("commandLine", "Ladder: light or dark colours")))
        ->check(oneOf({"light", "dark"}));
}

} // namespace

void addLadderOptions(CLI::App& command, LadderArguments& arguments)
{
    ExportLadder& ladder = arguments.ladder;
    command
        .add_option("--connection", ladder.connection,
            say(TCPLADDER_TR("commandLine", "Which connection's ladder, counted from 1")))
        ->check(countedFromOne());
    command.add_option("--segments,--rows", arguments.segments,
        say(TCPLADDER_TR("commandLine", "Ladder: only these segments of the connection, as 10-40 or 10-")));
    command
        .add_option(
            "--scale", ladder.scale, say(TCPLADDER_TR("commandLine", "Ladder: how much larger a PNG is, up to 32")))
        ->check(between(0.1, largestScale));
    command
        .add_option("--page", ladder.page,
            say(TCPLADDER_TR("commandLine", "Ladder: paper of a PDF: A3, A4, A5, letter or legal")))
        ->check(oneOf({"A3", "A4", "A5", "letter", "legal"}));
    command.add_flag("--landscape", ladder.landscape,
        say(TCPLADDER_TR("commandLine", "Ladder: the paper of a PDF lies on its side")));
    addLook(command, arguments);
}

std::expected<ExportLadder, std::string> makeLadder(const LadderArguments& arguments)
{
    ExportLadder ladder = arguments.ladder;
    ladder.isDark = arguments.theme == "dark";
    if (!arguments.segments.empty() && !readRange(arguments.segments, ladder))
        return std::unexpected(sayWith(
            TCPLADDER_TR("commandLine", "--segments wants numbers as 10-40, 10- or 10, not %1"), arguments.segments));
    return ladder;
}

} // namespace tcpladder
