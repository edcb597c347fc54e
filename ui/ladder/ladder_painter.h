// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ladder/ladder_layout.h"

#include <optional>

class QPainter;

namespace tcpladder {

/// Draws a layout, on the screen and into files alike, in the theme's colours. It decides nothing.
class LadderPainter
{
public:
    LadderPainter(QPainter& painter, const Theme& theme, qreal zoom);

    void paint(const LadderLayout& layout);

private:
    QColor resolve(const LadderColor& color) const;
    void useFont(FontRole font);
    void paintBody(const LadderLayout& layout);
    void paintHeader(const LadderLayout& layout);
    void paintSelectedRow(const QRectF& rect);
    void paintBand(const LadderBand& band);
    void paintPlate(const QRectF& rect);
    void paintFieldMark(const QRectF& rect);
    void paintFoldPlate(const QRectF& rect);
    void paintStroke(const LadderStroke& stroke);
    void paintChip(const LadderChip& chip);
    void paintText(const LadderText& text);
    void paintToken(const LadderToken& token);

    QPainter& m_painter;
    const Theme& m_theme;
    qreal m_zoom;
    std::optional<FontRole> m_font; ///< the painter's, as far as it is known
};

} // namespace tcpladder
