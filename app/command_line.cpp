// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include <CLI/CLI.hpp>

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
    std::string format = "tsv";
    std::string output;
    std::size_t connection = 1;
    double twoMslSeconds = 60;
};

CLI::App* addExport(CLI::App& app, Arguments& arguments)
{
    CLI::App* command = app.add_subcommand("export", "Write what a capture holds, without a window");
    command->add_option("WHAT", arguments.what, "segments, connections, states, findings or ladder")
        ->required()
        ->check(CLI::IsMember({"segments", "connections", "states", "findings", "ladder"}));
    command
        ->add_option("FILE", arguments.exported, "Captures or texts; several are merged by time; - is standard input")
        ->required();
    command->add_option("--format", arguments.format, "tsv or json (an object a line)")
        ->check(CLI::IsMember({"tsv", "json"}));
    command->add_option("--output", arguments.output, "File to write; - is standard output");
    command->add_option("--connection", arguments.connection, "Which connection's ladder, counted from 1")
        ->check(CLI::PositiveNumber);
    command
        ->add_option("--two-msl", arguments.twoMslSeconds, "Seconds that TIME_WAIT lasts: 60 on Linux, 240 in RFC 9293")
        ->check(CLI::NonNegativeNumber);
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

std::expected<Command, std::string> makeExport(const Arguments& arguments)
{
    if (arguments.what == "ladder") {
        if (arguments.output.empty())
            return std::unexpected("export ladder needs --output FILE.svg");
        return ExportLadder{
            toPaths(arguments.exported), arguments.connection, arguments.output, makeOptions(arguments)};
    }
    ExportReport command;
    command.report = reportNamed(arguments.what).value_or(Report::Segments);
    command.files = toPaths(arguments.exported);
    command.format = arguments.format == "json" ? TableFormat::JsonLines : TableFormat::Tsv;
    command.output = arguments.output.empty() ? "-" : arguments.output;
    command.options = makeOptions(arguments);
    return command;
}

std::string firstLine(const std::string& text)
{
    return text.substr(0, text.find('\n'));
}

} // namespace

std::expected<Command, std::string> parseCommandLine(int argc, const char* const* argv)
{
    Arguments arguments;
    CLI::App app("Shows how TCP connections live and die.", "tcpladder");
    app.set_version_flag("--version", "tcpladder " + std::string(version));
    app.add_option(
        "FILE", arguments.files, "Captures or texts to open; several are merged by time; - is standard input");
    app.add_flag("--follow", arguments.follow, "Go on reading where the file ends, as another program writes it");
    const CLI::App* exporting = addExport(app, arguments);
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForVersion& call) {
        return ShowText{std::string(call.what()) + '\n'};
    } catch (const CLI::CallForHelp&) {
        return ShowText{app.help("", CLI::AppFormatMode::All)};
    } catch (const CLI::ParseError& error) {
        return std::unexpected(firstLine(error.what()));
    }
    if (exporting->parsed())
        return makeExport(arguments);
    return OpenWindow{toPaths(arguments.files), arguments.follow};
}

} // namespace tcpladder
