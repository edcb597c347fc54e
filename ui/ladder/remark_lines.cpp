// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/remark_lines.h"

#include <algorithm>

namespace tcpladder {

namespace {

using WidthOf = std::function<qreal(const QString&)>;

QString joined(const QStringList& items, qsizetype first, qsizetype count)
{
    return items.mid(first, count).join(QStringLiteral(" · "));
}

QString withRest(const QString& text, qsizetype left)
{
    return left == 0 ? text : QStringLiteral("%1 +%2").arg(text).arg(left);
}

/// How many items from the first one on have room on one line, at least one. On the last line, so has the rest's count.
qsizetype itemsOnLine(const QStringList& items, qsizetype first, bool isLast, qreal width, const WidthOf& widthOf)
{
    qsizetype count = items.size() - first;
    for (; count > 1; --count) {
        const QString text = joined(items, first, count);
        if (widthOf(isLast ? withRest(text, items.size() - first - count) : text) <= width)
            break;
    }
    return count;
}

std::vector<RemarkLine> fitRemark(const LadderRemark& remark, int lines, qreal width, const WidthOf& widthOf)
{
    std::vector<RemarkLine> result;
    qsizetype first = 0;
    for (int line = 1; line <= lines && first < remark.items.size(); ++line) {
        const bool isLast = line == lines;
        const qsizetype count = itemsOnLine(remark.items, first, isLast, width, widthOf);
        const QString text = joined(remark.items, first, count);
        first += count;
        result.push_back({isLast ? withRest(text, remark.items.size() - first) : text, remark.severity});
    }
    return result;
}

} // namespace

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
