// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/reports.h"

#include <expected>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace tcpladder {

struct OpenWindow
{
    std::vector<std::filesystem::path> files; ///< merged by time; empty: the start page
    bool follow = false;
};

struct ExportReport
{
    Report report = Report::Segments;
    std::vector<std::filesystem::path> files; ///< merged by time
    TableFormat format = TableFormat::Tsv;
    std::filesystem::path output = "-";
    ReportOptions options;
};

struct ExportLadder
{
    std::vector<std::filesystem::path> files; ///< merged by time
    std::size_t connection = 1;               ///< counted from 1
    std::filesystem::path output;
    ReportOptions options;
};

/// Help or version: text for standard output.
struct ShowText
{
    std::string text;
};

using Command = std::variant<OpenWindow, ExportReport, ExportLadder, ShowText>;

/// The error is one line that says what is wrong with the arguments.
std::expected<Command, std::string> parseCommandLine(int argc, const char* const* argv);

} // namespace tcpladder
