// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include "app/argument_checks.h"
#include "app/ladder_options.h"
#include "app/live_options.h"
#include "app/say.h"

#include <CLI/CLI.hpp>
#include <set>

namespace tcpladder {

namespace {

constexpr std::string_view version = TCPLADDER_VERSION;

/// What CLI11 fills in; one struct, since it writes through references that must outlive the parsing.
struct Arguments
{
    std::vector<std::string> files;
    std::string what;
    std::vector<std::string> exported;
    bool follow = false;
    LiveArguments live;
    std::string format;
    std::string output;
    double twoMslSeconds = 60;
    LadderArguments ladder;
};

/// What CLI11 says by itself.
void translateFrame(CLI::App& app)
{
    const std::string options = say(TCPLADDER_TR("commandLine", "Options"));
    app.option_defaults()->group(options);
    app.set_help_flag("-h,--help", say(TCPLADDER_TR("commandLine", "Print this help")));
    app.set_version_flag("--version", "tcpladder " + std::string(version),
        say(TCPLADDER_TR("commandLine", "Print the program's version")));
    const auto formatter = app.get_formatter();
    formatter->label("Usage", say(TCPLADDER_TR("commandLine", "Usage")));
    formatter->label("OPTIONS", say(TCPLADDER_TR("commandLine", "OPTIONS")));
    formatter->label("Positionals", say(TCPLADDER_TR("commandLine", "Arguments")));
    formatter->label("SUBCOMMAND", say(TCPLADDER_TR("commandLine", "COMMAND")));
}

CLI::App* addExport(CLI::App& app, Arguments& arguments)
{
    CLI::App* command = app.add_subcommand(
        "export", say(TCPLADDER_TR("commandLine", "Write what a capture holds, without a window")));
    command->group(say(TCPLADDER_TR("commandLine", "Commands")));
    command->get_help_ptr()->group(command->option_defaults()->get_group());
    command
        ->add_option("WHAT", arguments.what,
            say(TCPLADDER_TR("commandLine", "segments, connections, states, findings or ladder")))
        ->required()
        ->check(oneOf({"segments", "connections", "states", "findings", "ladder"}));
    command
        ->add_option("FILE", arguments.exported,
            say(TCPLADDER_TR("commandLine", "Captures or texts; several are merged by time; - is standard input")))
        ->required();
    command->add_option("--format", arguments.format,
        say(TCPLADDER_TR("commandLine",
            "tsv or json (an object a line); of a ladder svg, pdf, png, mmd (Mermaid), puml (PlantUML) or txt")));
    command->add_option(
        "--output", arguments.output, say(TCPLADDER_TR("commandLine", "File to write; - is standard output")));
    addLadderOptions(*command, arguments.ladder);
    command
        ->add_option("--two-msl", arguments.twoMslSeconds,
            say(TCPLADDER_TR("commandLine", "Seconds that TIME_WAIT lasts: 60 on Linux, 240 in RFC 9293")))
        ->check(notNegative());
    return command;
}

ReportOptions makeOptions(const Arguments& arguments)
{
    const std::chrono::duration<double> seconds(std::min(arguments.twoMslSeconds, 1e9));
    return {std::chrono::duration_cast<Duration>(seconds)};
}

std::vector<std::filesystem::path> toPaths(const std::vector<std::string>& names)
{
    return {names.begin(), names.end()};
}

/// Tables and ladders have formats of their own; empty is the usual one.
std::expected<void, std::string> checkFormat(const Arguments& arguments)
{
    static const std::set<std::string> ofTables{"", "tsv", "json"};
    static const std::set<std::string> ofLadders{"", "svg", "pdf", "png", "mmd", "puml", "txt"};
    const bool isLadder = arguments.what == "ladder";
    if ((isLadder ? ofLadders : ofTables).contains(arguments.format))
        return {};
    return std::unexpected(isLadder
            ? sayWith(TCPLADDER_TR("commandLine", "a ladder has no format %1: svg, pdf, png, mmd, puml or txt"),
                  arguments.format)
            : sayWith(TCPLADDER_TR("commandLine", "a table has no format %1: tsv or json"), arguments.format));
}

std::expected<Command, std::string> makeLadderExport(const Arguments& arguments)
{
    if (arguments.output.empty() && arguments.format.empty())
        return std::unexpected(say(TCPLADDER_TR("commandLine", "export ladder needs --output FILE.svg")));
    auto ladder = makeLadder(arguments.ladder);
    if (!ladder)
        return std::unexpected(ladder.error());
    ladder->files = toPaths(arguments.exported);
    ladder->format = arguments.format;
    ladder->output = arguments.output.empty() ? "-" : arguments.output;
    ladder->options = makeOptions(arguments);
    return *ladder;
}

std::expected<Command, std::string> makeExport(const Arguments& arguments)
{
    if (const auto checked = checkFormat(arguments); !checked)
        return std::unexpected(checked.error());
    if (arguments.what == "ladder")
        return makeLadderExport(arguments);
    ExportReport command;
    command.report = reportNamed(arguments.what).value_or(Report::Segments);
    command.files = toPaths(arguments.exported);
    command.format = arguments.format == "json" ? TableFormat::JsonLines : TableFormat::Tsv;
    command.output = arguments.output.empty() ? "-" : arguments.output;
    command.options = makeOptions(arguments);
    return command;
}

} // namespace

std::expected<Command, std::string> parseCommandLine(int argc, const char* const* argv)
{
    Arguments arguments;
    CLI::App app(say(TCPLADDER_TR("commandLine", "Shows how TCP connections live and die.")), "tcpladder");
    translateFrame(app);
    app.add_option("FILE", arguments.files,
        say(TCPLADDER_TR("commandLine", "Captures or texts to open; several are merged by time; - is standard input")));
    app.add_flag("--follow", arguments.follow,
        say(TCPLADDER_TR("commandLine", "Go on reading where the file ends, as another program writes it")));
    addLiveOptions(app, arguments.live);
    const CLI::App* exporting = addExport(app, arguments);
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForVersion& call) {
        return ShowText{std::string(call.what()) + '\n'};
    } catch (const CLI::CallForHelp&) {
        return ShowText{app.help("", CLI::AppFormatMode::All)};
    } catch (const CLI::ParseError& error) {
        return std::unexpected(explain(error));
    }
    if (exporting->parsed())
        return makeExport(arguments);
    if (arguments.live.isWanted() && !arguments.files.empty())
        return std::unexpected(say(TCPLADDER_TR("commandLine", "--live captures from one device and opens no file")));
    return OpenWindow{toPaths(arguments.files), arguments.follow, makeLive(arguments.live)};
}

} // namespace tcpladder
