// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace tcpladder {

enum class TableFormat : std::uint8_t {
    Tsv,       ///< a header line, then a line a row; tabs and line ends in texts become spaces
    JsonLines, ///< an object a row; unknown values are left out
};

/// Makes rows of named columns, cell by cell: as many cells as columns, then endRow().
class TableRows
{
public:
    TableRows(TableFormat format, std::span<const std::string_view> columns);

    /// Of the formats that have one.
    void header();

    void number(std::uint64_t value)
    {
        constexpr std::size_t longestNumber = 20;
        char* const cell = beginCell(longestNumber);
        endCell(std::to_chars(cell, cell + longestNumber, value).ptr);
    }

    /// Of the program's own words, in which nothing has to be replaced. An empty one is unknown, as an empty text is.
    void word(std::string_view value);
    /// From a capture, so that it may hold anything.
    void text(std::string_view value);
    void unknown();

    void endRow();

    /// Whole rows, once a row is ended.
    std::string_view made() const { return {m_buffer.data(), m_used}; }
    void clear() { m_used = 0; }

private:
    /// What stands between the cells, and in JSON the column's name. Returns where so many characters have room.
    char* beginCell(std::size_t size)
    {
        char* at = room(m_longestName + size);
        if (m_format != TableFormat::Tsv) [[unlikely]]
            return beginJsonCell(at);
        if (m_column++ > 0)
            *at++ = '\t';
        return at;
    }
    void endCell(const char* end) { m_used = static_cast<std::size_t>(end - m_buffer.data()); }
    char* beginJsonCell(char* at);
    void putCell(std::string_view value);

    /// Room for so many characters behind what is used.
    char* room(std::size_t size)
    {
        if (m_buffer.size() - m_used < size) [[unlikely]]
            m_buffer.resize(2 * m_buffer.size() + size);
        return m_buffer.data() + m_used;
    }

    TableFormat m_format;
    std::span<const std::string_view> m_columns;
    std::size_t m_longestName = 0; ///< of a column, as JSON writes it
    std::size_t m_column = 0;      ///< of the next cell
    bool m_isRowEmpty = true;
    std::vector<char> m_buffer; ///< rows, and room for more
    std::size_t m_used = 0;
};

} // namespace tcpladder
