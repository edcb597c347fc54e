// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/layout_context.h"

namespace tcpladder {

namespace {

constexpr qreal laneGap = 28;
constexpr qreal shareOfRow = 0.72;

QRectF plateOf(const LayoutContext& context, const LadderFold& fold)
{
    const LadderGeometry& geometry = context.geometry;
    const qreal left = laneInnerEdge(geometry, Side::A) + context.scaled(laneGap);
    const qreal right = laneInnerEdge(geometry, Side::B) - context.scaled(laneGap);
    const qreal height = geometry.rowHeight * shareOfRow;
    const qreal top = context.toView(rowTop(geometry, fold.row)) + (geometry.rowHeight - height) / 2;
    return {left, top, right - left, height};
}

} // namespace

void layOutFold(LayoutContext& context, const LadderFold& fold)
{
    const LadderGeometry& geometry = context.geometry;
    const QRectF plate = plateOf(context, fold);
    auto& texts = context.layout.texts;
    const auto fitting = [&](const QString& text, FontRole font) {
        return context.elided(text, font, plate.width() - context.scaled(2 * spacing::small));
    };
    context.layout.foldPlates.push_back(plate);
    const qreal summary = context.lineHeight(FontRole::BodyBold);
    const qreal details = context.lineHeight(FontRole::Caption);
    const qreal top = plate.center().y() - (summary + details) / 2;
    texts.push_back(context.makeText(fitting(fold.summary, FontRole::BodyBold), FontRole::BodyBold, ColorRole::Text,
        {plate.center().x(), top + summary / 2}, Qt::AlignHCenter));
    texts.push_back(context.makeText(fitting(fold.details, FontRole::Caption), FontRole::Caption,
        ColorRole::SecondaryText, {plate.center().x(), top + summary + details / 2}, Qt::AlignHCenter));
    texts.push_back(context.makeText(QString::number(fold.firstNumber) + u'…', FontRole::Body, ColorRole::SecondaryText,
        {geometry.numberRight, plate.center().y()}, Qt::AlignRight));
    texts.push_back(context.makeText(formatElapsed(fold.time, context.contents.origin), FontRole::Mono, ColorRole::Text,
        {geometry.timeRight, plate.center().y()}, Qt::AlignRight));
    addRowSigns(context, fold.isBookmarked, fold.hasComment, plate.center().y());
}

} // namespace tcpladder
