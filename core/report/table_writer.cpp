// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/table_writer.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace tcpladder {

namespace {

void appendTsv(std::string& line, const Cell& cell)
{
    if (const auto* number = std::get_if<std::uint64_t>(&cell)) {
        line += std::to_string(*number);
    } else if (const auto* text = std::get_if<std::string>(&cell)) {
        std::ranges::transform(*text, std::back_inserter(line), [](char character) {
            return character == '\t' || character == '\n' || character == '\r' ? ' ' : character;
        });
    }
}

} // namespace

TableWriter::TableWriter(OutputFile& output, TableFormat format, std::span<const std::string_view> columns)
    : m_output(output)
    , m_format(format)
    , m_columns(columns)
{
    if (m_format != TableFormat::Tsv)
        return;
    for (const std::string_view column : m_columns)
        m_line.append(m_line.empty() ? "" : "\t").append(column);
    m_output.write(m_line + '\n');
}

void TableWriter::write(std::span<const Cell> cells)
{
    if (m_format == TableFormat::Tsv)
        writeTsv(cells);
    else
        writeJson(cells);
}

void TableWriter::writeTsv(std::span<const Cell> cells)
{
    m_line.clear();
    for (std::size_t column = 0; column < cells.size(); ++column) {
        if (column > 0)
            m_line += '\t';
        appendTsv(m_line, cells[column]);
    }
    m_line += '\n';
    m_output.write(m_line);
}

void TableWriter::writeJson(std::span<const Cell> cells)
{
    nlohmann::ordered_json object;
    for (std::size_t column = 0; column < cells.size(); ++column) {
        const std::string name(m_columns[column]);
        if (const auto* number = std::get_if<std::uint64_t>(&cells[column]))
            object[name] = *number;
        else if (const auto* text = std::get_if<std::string>(&cells[column]))
            object[name] = *text;
    }
    // Texts from a capture need not be UTF-8.
    m_output.write(object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n');
}

} // namespace tcpladder
