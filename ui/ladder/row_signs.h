// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include <cstdint>

class QPainter;

namespace tcpladder {

class Theme;

/// What people left at a row: told apart by shape, drawn in one colour.
enum class RowSign : std::uint8_t {
    Bookmark, ///< a ribbon
    Comment,  ///< a speech bubble
};

/// \param rect higher than wide for a ribbon, wider than high for a bubble
void paintRowSign(QPainter& painter, const Theme& theme, RowSign sign, const QRectF& rect);

} // namespace tcpladder
