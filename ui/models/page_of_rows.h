// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"

#include <algorithm>
#include <vector>

namespace tcpladder {

/// What was read of a model's rows since something last changed. A view asks for a page of them, row by row and role by
/// role, and each look at the document would wait for a batch of the loader's.
template <typename Row>
class PageOfRows
{
public:
    void clear() { m_rows.clear(); }

    /// Reads from that row on where it isn't known. Call without a Reading.
    const Row& at(int row, int rowCount, const CaptureDocument& document, auto&& readRow)
    {
        constexpr int atOnce = 24; // a page, more or less
        if (row < m_first || row >= m_first + static_cast<int>(m_rows.size())) {
            m_rows.clear();
            m_first = row;
            const CaptureDocument::Reading reading(document);
            for (int i = row; i < std::min(row + atOnce, rowCount); ++i)
                m_rows.push_back(readRow(static_cast<std::size_t>(i)));
        }
        return m_rows[static_cast<std::size_t>(row - m_first)];
    }

private:
    int m_first = 0;
    std::vector<Row> m_rows;
};

} // namespace tcpladder
