// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/header/header_boxes.h"

#include <QFont>
#include <QRectF>

namespace tcpladder {

class Theme;

/// The part of a box in one row of 32 bits.
struct HeaderSlice
{
    std::size_t box = 0; ///< position in the boxes
    QRectF rect;
    bool hasText = false; ///< the widest slice of a box says what it is
};

struct RulerMark
{
    QPointF tick; ///< its lower end
    QString text; ///< number of the bit below it; empty between the numbers
    QRectF textRect;
};

/// The header as RFC 9293 Figure 1 draws it: rows of 32 bits under a ruler. Rows grow with the area; when even the
/// smallest don't fit, height is more than the area's and the view scrolls.
struct HeaderLayout
{
    qreal rowHeight = 0;
    qreal height = 0;
    bool isTwoLined = false; ///< captions stand above the values, else before them
    QFont captionFont;
    QFont valueFont;
    QFont remarkFont;
    std::vector<RulerMark> ruler;
    std::vector<HeaderSlice> slices;

    /// Position in the boxes.
    std::optional<std::size_t> boxAt(QPointF point) const;
};

HeaderLayout layoutHeader(const std::vector<HeaderBox>& boxes, const QSizeF& area, const Theme& theme);

} // namespace tcpladder
