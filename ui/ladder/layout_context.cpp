// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/layout_context.h"

#include <utility>

namespace tcpladder {

LayoutContext::LayoutContext(
    const LadderContents& shown, const LadderGeometry& where, const LadderWindow& seen, const Theme& theme)
    : contents(shown)
    , geometry(where)
    , window(seen)
    , m_theme(theme)
{
    layout.header = QRectF(0, 0, where.width, where.headerHeight);
    layout.body = QRectF(0, where.headerHeight, where.width, seen.height - where.headerHeight);
}

qreal LayoutContext::widthOf(const QString& text, FontRole font)
{
    return m_theme.lines().widthOf(text, measure(font).font);
}

QString LayoutContext::elided(const QString& text, FontRole font, qreal width, Qt::TextElideMode mode)
{
    if (widthOf(text, font) <= width)
        return text;
    return metrics(font).elidedText(text, mode, width);
}

LadderText LayoutContext::makeText(
    const QString& text, FontRole font, LadderColor color, QPointF anchor, Qt::Alignment alignment)
{
    const QSizeF size(widthOf(text, font), lineHeight(font));
    qreal left = anchor.x();
    if (alignment & Qt::AlignRight)
        left -= size.width();
    else if (alignment & Qt::AlignHCenter)
        left -= size.width() / 2;
    return {QRectF(QPointF(left, anchor.y() - size.height() / 2), size), text, font, color};
}

void LayoutContext::addFields(
    std::size_t row, std::span<const LabelPart> parts, QStringView separator, const LadderText& text)
{
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::optional<FieldChoice> field = parts[i].field;
        if (!field)
            continue;
        const QString before = joined(parts.first(i), separator) + (i > 0 ? separator.toString() : QString());
        const qreal left = text.rect.left() + widthOf(before, text.font);
        const qreal width = widthOf(parts[i].text, text.font);
        addField({QRectF(left, text.rect.top(), width, text.rect.height()), row, *field});
    }
}

void LayoutContext::addField(const LadderFieldPlace& place)
{
    constexpr qreal margin = 2.5;
    layout.fields.push_back(place);
    if (place.row == contents.selectedRow && place.field == contents.field)
        layout.fieldMarks.push_back(place.rect + QMarginsF(scaled(margin), 0, scaled(margin), 0));
}

const LayoutContext::Measure& LayoutContext::measure(FontRole font)
{
    auto& known = m_measures[std::to_underlying(font)];
    if (!known) {
        const QFont found = m_theme.font(font, geometry.zoom);
        known.emplace(found, QFontMetricsF(found));
    }
    return *known;
}

void addRowSigns(LayoutContext& context, bool isBookmarked, bool hasComment, qreal y)
{
    constexpr QSizeF ribbon(7, 13);
    constexpr QSizeF bubble(14, 13);
    constexpr qreal belowNumber = 11;
    const qreal left = context.geometry.signLeft;
    if (isBookmarked)
        context.layout.signs.push_back(
            {QRectF(QPointF(left, y - context.scaled(ribbon.height() / 2)), ribbon * context.geometry.zoom),
                RowSign::Bookmark});
    if (hasComment)
        context.layout.signs.push_back(
            {QRectF(QPointF(left, y + context.scaled(belowNumber)), bubble * context.geometry.zoom), RowSign::Comment});
}

} // namespace tcpladder
