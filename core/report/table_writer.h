// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/output_file.h"

#include <cstdint>
#include <span>
#include <string>
#include <variant>

namespace tcpladder {

enum class TableFormat : std::uint8_t {
    Tsv,       ///< a header line, then a line a row; tabs and line ends in texts become spaces
    JsonLines, ///< an object a row; unknown values are left out
};

/// One value of a row; monostate is unknown.
using Cell = std::variant<std::monostate, std::uint64_t, std::string>;

/// Writes rows of named columns.
class TableWriter
{
public:
    TableWriter(OutputFile& output, TableFormat format, std::span<const std::string_view> columns);

    /// As many cells as columns.
    void write(std::span<const Cell> cells);

private:
    void writeTsv(std::span<const Cell> cells);
    void writeJson(std::span<const Cell> cells);

    OutputFile& m_output;
    TableFormat m_format;
    std::span<const std::string_view> m_columns;
    std::string m_line;
};

} // namespace tcpladder
