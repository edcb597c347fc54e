// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/header/hex_layout.h"

#include <algorithm>

namespace tcpladder {

namespace {

// In characters.
constexpr std::size_t offsetWidth = 4;
constexpr std::size_t gapWidth = 2;
constexpr std::size_t hexStart = offsetWidth + gapWidth;

/// Column of a digit in its row: four digits and a space for each pair of bytes.
std::size_t digitColumn(std::size_t digitInRow)
{
    return hexStart + digitInRow / 4 * 5 + digitInRow % 4;
}

std::size_t characterStart(std::size_t bytesPerRow)
{
    return hexStart + bytesPerRow / 2 * 5 - 1 + gapWidth;
}

std::size_t columnCount(std::size_t bytesPerRow)
{
    return characterStart(bytesPerRow) + bytesPerRow;
}

QRectF cells(const HexGeometry& geometry, std::size_t row, std::size_t column, std::size_t count)
{
    return {geometry.left + static_cast<qreal>(column) * geometry.cell.width(), geometry.rowTop(row),
        static_cast<qreal>(count) * geometry.cell.width(), geometry.cell.height()};
}

/// Cuts the run at the ends of rows and calls add(first, last) for the digits of each row.
template <class Add>
void forEachRow(const HexGeometry& geometry, const DigitRange& range, Add add)
{
    const std::size_t digitsPerRow = geometry.bytesPerRow * 2;
    const std::size_t end = std::min(range.end(), geometry.byteCount * 2);
    for (std::size_t first = range.first; first < end;) {
        const std::size_t rowEnd = (first / digitsPerRow + 1) * digitsPerRow;
        add(first, std::min(end, rowEnd) - 1);
        first = rowEnd;
    }
}

} // namespace

qreal HexGeometry::width() const
{
    return 2 * left + static_cast<qreal>(columnCount(bytesPerRow)) * cell.width();
}

QRectF HexGeometry::offsetRect(std::size_t row) const
{
    return cells(*this, row, 0, offsetWidth);
}

QRectF HexGeometry::digitRect(std::size_t digit) const
{
    const std::size_t digitsPerRow = bytesPerRow * 2;
    return cells(*this, digit / digitsPerRow, digitColumn(digit % digitsPerRow), 1);
}

QRectF HexGeometry::characterRect(std::size_t byte) const
{
    return cells(*this, rowOf(byte), characterStart(bytesPerRow) + byte % bytesPerRow, 1);
}

std::optional<DigitRange> HexGeometry::digitsAt(QPointF point) const
{
    if (point.y() < 0 || point.x() < left)
        return {};
    const auto row = static_cast<std::size_t>(point.y() / cell.height());
    const auto column = static_cast<std::size_t>((point.x() - left) / cell.width());
    const std::size_t characters = characterStart(bytesPerRow);
    const std::size_t firstByte = row * bytesPerRow;
    std::optional<DigitRange> found;
    if (column >= characters && column < characters + bytesPerRow)
        found = DigitRange{(firstByte + column - characters) * 2, 2};
    else if (column >= hexStart && column < characters - gapWidth && (column - hexStart) % 5 < 4)
        found = DigitRange{firstByte * 2 + (column - hexStart) / 5 * 4 + (column - hexStart) % 5, 1};
    if (found && found->first >= byteCount * 2)
        return {};
    return found;
}

HexGeometry layoutHex(std::size_t byteCount, const QSizeF& cell, qreal width, qreal margin)
{
    HexGeometry geometry{cell, byteCount, 16, margin};
    if (geometry.width() > width)
        geometry.bytesPerRow = 8;
    return geometry;
}

std::vector<QRectF> markedDigits(const HexGeometry& geometry, const DigitRange& range)
{
    std::vector<QRectF> rects;
    forEachRow(geometry, range, [&](std::size_t first, std::size_t last) {
        rects.push_back(geometry.digitRect(first).united(geometry.digitRect(last)));
    });
    return rects;
}

std::vector<QRectF> markedCharacters(const HexGeometry& geometry, const DigitRange& range)
{
    std::vector<QRectF> rects;
    forEachRow(geometry, range, [&](std::size_t first, std::size_t last) {
        rects.push_back(geometry.characterRect(first / 2).united(geometry.characterRect(last / 2)));
    });
    return rects;
}

char printable(std::byte byte)
{
    const auto code = std::to_integer<unsigned char>(byte);
    return code >= 0x20 && code < 0x7f ? static_cast<char>(code) : '.';
}

} // namespace tcpladder
