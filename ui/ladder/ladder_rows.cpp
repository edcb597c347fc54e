// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/ladder_rows.h"

#include <algorithm>

namespace tcpladder {

void LadderRows::update(std::size_t segments, std::size_t position, std::span<const DataRun> folded)
{
    m_segments = segments;
    const auto later = std::ranges::lower_bound(m_folds, position, {}, [](const Fold& fold) { return fold.run.first; });
    m_folds.erase(later, m_folds.end());
    std::size_t hidden = m_folds.empty() ? 0 : m_folds.back().run.end() - m_folds.back().row - 1;
    for (const DataRun& run : folded) {
        m_folds.push_back({run.first - hidden, run});
        hidden += run.count - 1;
    }
}

std::size_t LadderRows::rowCount() const
{
    if (m_folds.empty())
        return m_segments;
    const Fold& last = m_folds.back();
    return last.row + 1 + (m_segments - last.run.end());
}

std::size_t LadderRows::segmentAt(std::size_t row) const
{
    const auto next = std::ranges::upper_bound(m_folds, row, {}, &Fold::row);
    if (next == m_folds.begin())
        return row;
    const Fold& fold = *(next - 1);
    return fold.row == row ? fold.run.first : fold.run.end() + (row - fold.row - 1);
}

std::size_t LadderRows::rowOf(std::size_t segment) const
{
    const auto next = std::ranges::upper_bound(m_folds, segment, {}, [](const Fold& fold) { return fold.run.first; });
    if (next == m_folds.begin())
        return segment;
    const Fold& fold = *(next - 1);
    return segment < fold.run.end() ? fold.row : fold.row + 1 + (segment - fold.run.end());
}

const DataRun* LadderRows::foldAt(std::size_t row) const
{
    const auto found = std::ranges::lower_bound(m_folds, row, {}, &Fold::row);
    return found != m_folds.end() && found->row == row ? &found->run : nullptr;
}

} // namespace tcpladder
