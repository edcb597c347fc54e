// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/data_runs.h"

#include <span>
#include <vector>

namespace tcpladder {

/// Which segments stand in which rows: each in one of its own, but for runs that are folded into one row. All positions
/// are those of segments in their connection.
class LadderRows
{
public:
    LadderRows() = default;
    explicit LadderRows(std::size_t segments)
        : m_segments(segments)
    {
    }

    /// What was folded before the position stays. folded: the runs from there on, in their order.
    void update(std::size_t segments, std::size_t position, std::span<const DataRun> folded);

    std::size_t segmentCount() const { return m_segments; }
    std::size_t rowCount() const;
    /// The first one in the row.
    std::size_t segmentAt(std::size_t row) const;
    std::size_t rowOf(std::size_t segment) const;
    /// The run that is folded into the row; nullptr for the row of a segment.
    const DataRun* foldAt(std::size_t row) const;

private:
    struct Fold
    {
        std::size_t row = 0;
        DataRun run;
    };

    std::size_t m_segments = 0;
    std::vector<Fold> m_folds;
};

} // namespace tcpladder
