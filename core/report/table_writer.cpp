// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/table_writer.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <string>

namespace tcpladder {

namespace {

constexpr std::size_t usualBuffer = std::size_t{64} << 10;
constexpr std::size_t longestNumber = 20;

/// Texts from a capture need not be UTF-8.
std::string asJson(std::string_view text)
{
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace

TableWriter::TableWriter(OutputFile& output, TableFormat format, std::span<const std::string_view> columns)
    : m_output(output)
    , m_format(format)
    , m_columns(columns)
    , m_buffer(usualBuffer)
{
    constexpr std::size_t quotesColonAndSeparator = 4;
    m_longestName = std::ranges::max(columns, {}, &std::string_view::size).size() + quotesColonAndSeparator;
    if (m_format != TableFormat::Tsv)
        return;
    for (const std::string_view column : m_columns)
        word(column);
    endRow();
}

TableWriter::~TableWriter()
{
    flush();
}

void TableWriter::number(std::uint64_t value)
{
    char* const cell = beginCell(room(m_longestName + longestNumber));
    m_used = static_cast<std::size_t>(std::to_chars(cell, cell + longestNumber, value).ptr - m_buffer.data());
}

void TableWriter::word(std::string_view value)
{
    if (value.empty())
        unknown();
    else if (m_format == TableFormat::Tsv)
        putCell(value);
    else
        putCell(asJson(value));
}

void TableWriter::text(std::string_view value)
{
    if (m_format != TableFormat::Tsv) {
        word(value);
        return;
    }
    std::string line(value);
    std::ranges::replace_if(
        line, [](char character) { return character == '\t' || character == '\n' || character == '\r'; }, ' ');
    word(line);
}

void TableWriter::unknown()
{
    if (m_format == TableFormat::Tsv)
        putCell({});
    else
        ++m_column;
}

void TableWriter::endRow()
{
    constexpr std::string_view emptyObject = "{}\n";
    char* at = room(emptyObject.size());
    if (m_format != TableFormat::Tsv && m_isRowEmpty)
        *at++ = '{';
    if (m_format != TableFormat::Tsv)
        *at++ = '}';
    *at++ = '\n';
    m_used = static_cast<std::size_t>(at - m_buffer.data());
    m_column = 0;
    m_isRowEmpty = true;
}

void TableWriter::putCell(std::string_view value)
{
    char* const cell = beginCell(room(m_longestName + value.size()));
    m_used = static_cast<std::size_t>(std::ranges::copy(value, cell).out - m_buffer.data());
}

/// What stands between the cells, and in JSON the column's name.
char* TableWriter::beginCell(char* at)
{
    if (m_format != TableFormat::Tsv)
        return beginJsonCell(at);
    if (m_column++ > 0)
        *at++ = '\t';
    return at;
}

char* TableWriter::beginJsonCell(char* at)
{
    *at++ = m_isRowEmpty ? '{' : ',';
    *at++ = '"';
    at = std::ranges::copy(m_columns[m_column++], at).out;
    *at++ = '"';
    *at++ = ':';
    m_isRowEmpty = false;
    return at;
}

/// Room for so many characters behind what is used.
char* TableWriter::room(std::size_t bytes)
{
    if (m_buffer.size() - m_used < bytes) {
        flush();
        m_buffer.resize(std::max(m_buffer.size(), bytes));
    }
    return m_buffer.data() + m_used;
}

void TableWriter::flush()
{
    m_output.write({m_buffer.data(), m_used});
    m_used = 0;
}

} // namespace tcpladder
