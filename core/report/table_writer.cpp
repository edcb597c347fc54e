// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/table_writer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

namespace tcpladder {

namespace {

void appendNumber(std::string& line, std::uint64_t number)
{
    std::array<char, 20> digits;
    line.append(digits.data(), std::to_chars(digits.begin(), digits.end(), number).ptr);
}

void appendText(std::string& line, std::string_view text)
{
    const auto isSeparator = [](char character) { return character == '\t' || character == '\n' || character == '\r'; };
    const std::size_t from = line.size();
    line += text;
    std::ranges::replace_if(std::span(line).subspan(from), isSeparator, ' ');
}

void appendTsv(std::string& line, const Cell& cell)
{
    if (const auto* number = std::get_if<std::uint64_t>(&cell))
        appendNumber(line, *number);
    else if (const auto* text = std::get_if<std::string>(&cell))
        appendText(line, *text);
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
