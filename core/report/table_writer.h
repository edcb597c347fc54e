// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/output_file.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace tcpladder {

enum class TableFormat : std::uint8_t {
    Tsv,       ///< a header line, then a line a row; tabs and line ends in texts become spaces
    JsonLines, ///< an object a row; unknown values are left out
};

/// Writes rows of named columns, cell by cell: as many cells as columns, then endRow(). All is written once this is
/// gone.
class TableWriter
{
public:
    TableWriter(OutputFile& output, TableFormat format, std::span<const std::string_view> columns);
    TableWriter(const TableWriter&) = delete;
    TableWriter& operator=(const TableWriter&) = delete;
    ~TableWriter();

    void number(std::uint64_t value);
    /// Of the program's own words, in which nothing has to be replaced. An empty one is unknown, as an empty text is.
    void word(std::string_view value);
    /// From a capture, so that it may hold anything.
    void text(std::string_view value);
    void unknown();

    void endRow();

private:
    char* room(std::size_t bytes);
    char* beginCell(char* at);
    char* beginJsonCell(char* at);
    void putCell(std::string_view value);
    void flush();

    OutputFile& m_output;
    TableFormat m_format;
    std::span<const std::string_view> m_columns;
    std::size_t m_longestName = 0; ///< of a column, as JSON writes it
    std::size_t m_column = 0;      ///< of the next cell
    bool m_isRowEmpty = true;
    std::vector<char> m_buffer; ///< rows that are not written yet, and room for more
    std::size_t m_used = 0;
};

} // namespace tcpladder
