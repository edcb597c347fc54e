// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/reports.h"

#include <expected>
#include <filesystem>
#include <limits>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace tcpladder {

struct LiveRequest
{
    std::string device; ///< empty: the window asks
    std::string filter; ///< in libpcap's language
    std::optional<int> snapshotLength;
    bool isPromiscuous = true;
};

struct OpenWindow
{
    std::vector<std::filesystem::path> files; ///< merged by time; empty: the start page
    bool follow = false;
    std::optional<LiveRequest> live{};
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
    std::string format;           ///< svg, pdf, png, mmd, puml or txt; empty: by the output's ending
    std::size_t firstSegment = 1; ///< counted from 1
    std::size_t lastSegment = std::numeric_limits<std::size_t>::max();
    double scale = 1;        ///< of a PNG
    std::string page = "A4"; ///< of a PDF: A3, A4, A5, letter or legal
    bool landscape = false;
    bool isDark = false;
    bool absolute = false;        ///< sequence numbers
    bool fold = false;            ///< long data runs
    std::string spacing = "even"; ///< even, folded or linear
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
