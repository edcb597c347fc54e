// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ladder/ladder_layout.h"

#include <QFontMetricsF>

#include <array>
#include <optional>

namespace tcpladder {

/// What the parts of the layout share: the input, the output, and the measuring of text.
class LayoutContext
{
public:
    LayoutContext(
        const LadderContents& shown, const LadderGeometry& where, const LadderWindow& seen, const Theme& theme);

    const LadderContents& contents;
    const LadderGeometry& geometry;
    const LadderWindow& window;
    LadderLayout layout;

    qreal scaled(qreal length) const { return length * geometry.zoom; }
    /// From the content's y to the view's.
    qreal toView(qreal y) const { return y + geometry.topMargin + geometry.headerHeight - window.scrolled; }
    qreal lineHeight(FontRole font) { return metrics(font).height(); }
    qreal widthOf(const QString& text, FontRole font);
    QString elided(const QString& text, FontRole font, qreal width, Qt::TextElideMode mode = Qt::ElideRight);

    /// A text whose left edge, middle or right edge is at x, by alignment, and whose middle is at y.
    LadderText makeText(const QString& text, FontRole font, LadderColor color, QPointF anchor, Qt::Alignment alignment);

    /// Where the parts of a text stand, as far as they give a field.
    void addFields(std::size_t row, std::span<const LabelPart> parts, QStringView separator, const LadderText& text);
    /// Marked if it is the field that the user marked.
    void addField(const LadderFieldPlace& place);

private:
    struct Measure
    {
        QFont font;
        QFontMetricsF metrics;
    };

    const Measure& measure(FontRole font);
    const QFontMetricsF& metrics(FontRole font) { return measure(font).metrics; }

    const Theme& m_theme;
    std::array<std::optional<Measure>, static_cast<std::size_t>(FontRole::Count)> m_measures;
};

/// Bookmark and comment of a row, from whose number's middle y is.
void addRowSigns(LayoutContext& context, bool isBookmarked, bool hasComment, qreal y);

void layOutHeader(LayoutContext& context);
void layOutLanes(LayoutContext& context);
void layOutSegment(LayoutContext& context, const LadderSegment& segment);
void layOutFold(LayoutContext& context, const LadderFold& fold);
void layOutSilences(LayoutContext& context);
void layOutTrailingRow(LayoutContext& context, std::size_t position);

} // namespace tcpladder
