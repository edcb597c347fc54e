// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/remark_lines.h"

#include <algorithm>

namespace tcpladder {

namespace {

using WidthOf = std::function<qreal(const QString&)>;

QString textOf(std::span<const LabelPart> items, std::size_t left)
{
    const QString text = joined(items, remarkSeparator);
    return left == 0 ? text : QStringLiteral("%1 +%2").arg(text).arg(left);
}

/// How many of the items have room on one line, at least one. On the last line, so has the rest's count.
std::size_t itemsOnLine(std::span<const LabelPart> items, bool isLast, qreal width, const WidthOf& widthOf)
{
    std::size_t count = items.size();
    while (count > 1 && widthOf(textOf(items.first(count), isLast ? items.size() - count : 0)) > width)
        --count;
    return count;
}

std::vector<RemarkLine> fitRemark(const LadderRemark& remark, int lines, qreal width, const WidthOf& widthOf)
{
    std::vector<RemarkLine> result;
    std::span<const LabelPart> items = remark.items;
    for (int line = 1; line <= lines && !items.empty(); ++line) {
        const bool isLast = line == lines;
        const std::size_t count = itemsOnLine(items, isLast, width, widthOf);
        const auto fitting = items.first(count);
        items = items.subspan(count);
        result.push_back({{fitting.begin(), fitting.end()}, isLast ? items.size() : 0, remark.severity});
    }
    return result;
}

} // namespace

QString RemarkLine::text() const
{
    return textOf(items, left);
}

std::vector<RemarkLine> fitRemarks(
    const std::vector<LadderRemark>& remarks, int lines, qreal width, const WidthOf& widthOf)
{
    std::vector<RemarkLine> result;
    for (std::size_t i = 0; i < remarks.size(); ++i) {
        const auto later = static_cast<int>(remarks.size() - i) - 1;
        const int left = lines - static_cast<int>(result.size());
        if (left == 0)
            break;
        for (RemarkLine& line : fitRemark(remarks[i], std::max(1, left - later), width, widthOf))
            result.push_back(std::move(line));
    }
    return result;
}

} // namespace tcpladder
