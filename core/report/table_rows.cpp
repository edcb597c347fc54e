// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/table_rows.h"

#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>
#include <string>

namespace tcpladder {

namespace {

/// Texts from a capture need not be UTF-8.
std::string asJson(std::string_view text)
{
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace

TableRows::TableRows(TableFormat format, std::span<const std::string_view> columns)
    : m_format(format)
    , m_columns(columns)
{
    constexpr std::size_t quotesColonAndSeparator = 4;
    m_longestName = std::ranges::max(columns, {}, &std::string_view::size).size() + quotesColonAndSeparator;
}

void TableRows::header()
{
    if (m_format != TableFormat::Tsv)
        return;
    for (const std::string_view column : m_columns)
        word(column);
    endRow();
}

void TableRows::word(std::string_view value)
{
    if (value.empty())
        unknown();
    else if (m_format == TableFormat::Tsv)
        putCell(value);
    else
        putCell(asJson(value));
}

void TableRows::text(std::string_view value)
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

void TableRows::unknown()
{
    if (m_format == TableFormat::Tsv)
        endCell(beginCell(0));
    else
        ++m_column;
}

void TableRows::endRow()
{
    constexpr std::string_view emptyObject = "{}\n";
    char* at = room(emptyObject.size());
    if (m_format != TableFormat::Tsv && m_isRowEmpty)
        *at++ = '{';
    if (m_format != TableFormat::Tsv)
        *at++ = '}';
    *at++ = '\n';
    endCell(at);
    m_column = 0;
    m_isRowEmpty = true;
}

void TableRows::putCell(std::string_view value)
{
    char* const cell = beginCell(value.size());
    std::memcpy(cell, value.data(), value.size());
    endCell(cell + value.size());
}

char* TableRows::beginJsonCell(char* at)
{
    *at++ = m_isRowEmpty ? '{' : ',';
    *at++ = '"';
    at = std::ranges::copy(m_columns[m_column++], at).out;
    *at++ = '"';
    *at++ = ':';
    m_isRowEmpty = false;
    return at;
}

} // namespace tcpladder
