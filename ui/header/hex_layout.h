// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/header/field_marks.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace tcpladder {

/// Where the bytes of a hex dump stand: offset, bytes in pairs, the same bytes as characters. Plain arithmetic over a
/// monospace cell, so that a payload of any length costs nothing. Points and rectangles are in the dump's own
/// coordinates, row 0 at the top; scrolling is the view's.
struct HexGeometry
{
    QSizeF cell; ///< one character
    std::size_t byteCount = 0;
    std::size_t bytesPerRow = 16;
    qreal left = 0;

    std::size_t rowCount() const { return (byteCount + bytesPerRow - 1) / bytesPerRow; }
    std::size_t rowOf(std::size_t byte) const { return byte / bytesPerRow; }
    qreal rowTop(std::size_t row) const { return static_cast<qreal>(row) * cell.height(); }
    qreal height() const { return rowTop(rowCount()); }
    qreal width() const;

    QRectF offsetRect(std::size_t row) const;
    QRectF digitRect(std::size_t digit) const;
    QRectF characterRect(std::size_t byte) const;

    /// The digits, or both digits of the character, at a point.
    std::optional<DigitRange> digitsAt(QPointF point) const;
};

/// For a width: sixteen bytes to a row, eight where sixteen don't fit.
HexGeometry layoutHex(std::size_t byteCount, const QSizeF& cell, qreal width, qreal margin);

/// Rectangles around a run of digits in the hexadecimal and in the character column, one for each row that it touches.
std::vector<QRectF> markedDigits(const HexGeometry& geometry, const DigitRange& range);
std::vector<QRectF> markedCharacters(const HexGeometry& geometry, const DigitRange& range);

/// "E..4n.@." : what can be printed of ASCII, dots for the rest.
char printable(std::byte byte);

} // namespace tcpladder
