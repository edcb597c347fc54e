// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"
#include "core/report/output_file.h"
#include "core/report/table_rows.h"

#include <optional>

namespace tcpladder {

enum class Report : std::uint8_t { Segments, Connections, States, Findings };

std::optional<Report> reportNamed(std::string_view name);

/// How long TIME_WAIT lasts. It is not on the wire, so somebody has to say.
struct ReportOptions
{
    Duration twoMsl = std::chrono::seconds(60); ///< Linux
};

/// Writes a report of the whole document. The error is of the source, when a packet could not be read again.
Result<void> writeReport(const CaptureDocument& document, Report report, TableFormat format, OutputFile& output,
    const ReportOptions& options = {});

} // namespace tcpladder
