// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/layout_context.h"
#include "ui/support/connection_text.h"

#include <algorithm>

namespace tcpladder {

namespace {

constexpr qreal laneGap = 20;
constexpr qreal noteOffset = 12;
constexpr qreal quietTextOffset = 18; ///< above the zigzag
constexpr qreal eventTextOffset = 12;

struct Room
{
    qreal left;
    qreal right;

    qreal middle() const { return (left + right) / 2; }
    qreal width() const { return right - left; }
};

Room betweenLanes(const LayoutContext& context)
{
    const qreal gap = context.scaled(laneGap);
    return {laneInnerEdge(context.geometry, Side::A) + gap, laneInnerEdge(context.geometry, Side::B) - gap};
}

QPolygonF zigzag(const LayoutContext& context, qreal left, qreal right, qreal y)
{
    const qreal step = context.scaled(14);
    const qreal height = context.scaled(6);
    constexpr int teeth = 6;
    const qreal start = (left + right - teeth * step) / 2;
    QPolygonF line{QPointF(left, y), QPointF(start, y)};
    for (int i = 0; i < teeth; ++i)
        line << QPointF(start + (i + 0.5) * step, i % 2 == 0 ? y - height : y + height);
    line << QPointF(start + teeth * step, y) << QPointF(right, y);
    return line;
}

void addCaption(LayoutContext& context, const QString& text, qreal y)
{
    const Room room = betweenLanes(context);
    context.layout.texts.push_back(context.makeText(context.elided(text, FontRole::Caption, room.width()),
        FontRole::Caption, ColorRole::SecondaryText, {room.middle(), y}, Qt::AlignHCenter));
}

void addQuiet(LayoutContext& context, const QString& text, qreal y)
{
    const Room room = betweenLanes(context);
    addCaption(context, text, y - context.scaled(quietTextOffset));
    context.layout.strokes.push_back({zigzag(context, room.left, room.right, y), LadderStroke::Kind::Quiet});
}

void addEvent(LayoutContext& context, const QString& text, qreal y)
{
    const Room room = betweenLanes(context);
    addCaption(context, text, y - context.scaled(eventTextOffset));
    context.layout.strokes.push_back(
        {QPolygonF{QPointF(room.left, y), QPointF(room.right, y)}, LadderStroke::Kind::Dotted});
}

} // namespace

void layOutSilences(LayoutContext& context)
{
    const LadderGeometry& geometry = context.geometry;
    if (!geometry.scale)
        return;
    const auto silences = geometry.scale->silences();
    const qreal above = -context.toView(0) - geometry.rowHeight;
    const auto first = std::ranges::lower_bound(silences, toScale(geometry, above), {}, &TimeScale::Silence::bottom);
    for (const TimeScale::Silence& silence : std::ranges::subrange(first, silences.end())) {
        const qreal y = context.toView(fromScale(geometry, (silence.top + silence.bottom) / 2));
        if (y > context.layout.body.bottom() + geometry.rowHeight)
            break;
        addQuiet(context, quietText(silence.lasts), y);
    }
}

void layOutTrailingRow(LayoutContext& context, std::size_t position)
{
    const LadderTrailingRow& row = context.contents.trailing[position];
    const LadderGeometry& geometry = context.geometry;
    const std::size_t index = context.contents.segmentRows + position;
    const qreal y = context.toView(tailY(geometry, index)) + context.scaled(spacing::medium);
    if (row.kind == LadderTrailingRow::Kind::Quiet)
        addQuiet(context, row.text, y);
    else
        addEvent(context, row.text, y);
    if (!row.note.isEmpty())
        addCaption(context, row.note, y + context.scaled(noteOffset));
    if (row.time != unknownTime)
        context.layout.texts.push_back(context.makeText(formatElapsed(row.time, context.contents.origin),
            FontRole::Mono, ColorRole::SecondaryText, {geometry.timeRight, y}, Qt::AlignRight));
}

} // namespace tcpladder
