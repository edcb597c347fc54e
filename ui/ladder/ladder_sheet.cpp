// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/ladder_sheet.h"

#include "ui/support/theme.h"

#include <algorithm>
#include <cmath>

namespace tcpladder {

namespace {

constexpr qreal aroundText = 14; ///< from a text's middle to where a page may be cut
constexpr qreal searchStep = 4;
constexpr qreal emptiestPage = 0.6; ///< of a page's height, before it is cut through a text

} // namespace

LadderSheet::LadderSheet(const CaptureDocument& document, const LadderRequest& request, LadderRange range, qreal width)
    : m_document(document)
    , m_request(request)
    , m_frame(m_reader.readFrame(document, request))
    , m_geometry(makeLadderGeometry({.width = std::max(width, narrowestLadder(1)),
          .zoom = 1,
          .rowCount = m_frame.rowCount(),
          .segmentCount = m_frame.segmentCount,
          .scale = m_frame.scale,
          .hasTimes = request.look.fields.hasTimes(),
          .isFixedHeight = false}))
{
    if (m_frame.segmentCount == 0 || range.first >= std::min(range.end, m_frame.segmentCount))
        return;
    m_firstRow = m_reader.rows().rowOf(range.first);
    m_endRow = range.end >= m_frame.segmentCount ? m_frame.rowCount() : m_reader.rows().rowOf(range.end - 1) + 1;
}

LadderSheet::Strip LadderSheet::whole() const
{
    const qreal top = m_firstRow == 0 ? 0 : topOf(m_firstRow);
    const bool isToTheEnd = m_endRow == m_frame.rowCount();
    const qreal bottom
        = isToTheEnd ? contentHeight(m_geometry, m_frame.rowCount()) : topOf(m_endRow) + m_geometry.bottomMargin / 2;
    return {top, bottom, m_firstRow, m_endRow};
}

qreal LadderSheet::topOf(std::size_t row) const
{
    return m_geometry.topMargin
        + (m_geometry.scale && row > 0 && row < m_geometry.scale->size() ? rowBand(m_geometry, row).top
                                                                         : rowTop(m_geometry, row));
}

std::vector<LadderSheet::Strip> LadderSheet::cut(qreal highest) const
{
    std::vector<Strip> strips;
    const Strip all = whole();
    Strip strip{all.top, all.top, all.firstRow, all.endRow};
    while (strip.bottom < all.bottom) {
        strip.top = strip.bottom;
        const qreal limit = strip.top + highest;
        strip.bottom = limit >= all.bottom ? all.bottom : quietPlace(strip.top, limit);
        if (!m_geometry.scale) {
            strip.firstRow = strips.empty() ? all.firstRow : strips.back().endRow;
            const qreal rows = std::round((strip.bottom - m_geometry.topMargin) / m_geometry.rowHeight);
            strip.endRow = strip.bottom == all.bottom ? all.endRow : static_cast<std::size_t>(rows);
        }
        strips.push_back(strip);
    }
    return strips;
}

/// Rows that stand evenly have an edge; where they stand by time, a place without a text is looked for upwards.
qreal LadderSheet::quietPlace(qreal top, qreal limit) const
{
    if (!m_geometry.scale) {
        const qreal rows = std::floor((limit - m_geometry.topMargin) / m_geometry.rowHeight);
        return m_geometry.topMargin + rows * m_geometry.rowHeight;
    }
    for (qreal y = limit; y > top + (limit - top) * emptiestPage; y -= searchStep) {
        if (!isCrossed(y))
            return y;
    }
    return limit;
}

bool LadderSheet::isCrossed(qreal y) const
{
    const qreal inRows = y - m_geometry.topMargin;
    const TimeScale& scale = *m_geometry.scale;
    const auto isNear = [&](qreal middle) { return std::abs(middle - inRows) < aroundText; };
    const qreal reach = scale.reach() + aroundText;
    for (std::size_t row = scale.firstAt(toScale(m_geometry, inRows) - reach); row < scale.size(); ++row) {
        if (fromScale(m_geometry, scale.y(row) - reach) > inRows)
            break;
        if ((scale.hasNumber(row) && isNear(captureY(m_geometry, row)))
            || (scale.hasLabel(row) && isNear((tailY(m_geometry, row) + headY(m_geometry, row)) / 2)))
            return true;
    }
    return false;
}

LadderLayout LadderSheet::layOut(const Strip& strip, const Theme& theme)
{
    const LadderWindow window{.scrolled = strip.top, .height = m_geometry.headerHeight + strip.height()};
    std::vector<std::size_t> rows = drawnSegments(m_geometry, window, m_frame);
    std::erase_if(rows, [&](std::size_t row) { return row < strip.firstRow || row >= strip.endRow; });
    m_reader.readRows(m_document, m_request, rows, m_frame);
    return layOutLadder(m_frame, m_geometry, window, theme);
}

} // namespace tcpladder
