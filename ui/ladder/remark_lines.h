// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ladder/ladder_contents.h"

#include <functional>

namespace tcpladder {

struct RemarkLine
{
    std::vector<LabelPart> items;
    std::size_t left = 0; ///< items that had no room
    std::optional<Severity> severity;

    /// "SACK · timestamps +2"
    QString text() const;
};

/// Between two items.
inline constexpr QStringView remarkSeparator = u" · ";

/// Breaks remarks between their items into at most so many lines of that width. Each remark starts a line of its own,
/// the first ones have the first claim to lines, and one that has items left over says how many: "Zero window +2".
std::vector<RemarkLine> fitRemarks(const std::vector<LadderRemark>& remarks, int lines, qreal width,
    const std::function<qreal(const QString&)>& widthOf);

} // namespace tcpladder
