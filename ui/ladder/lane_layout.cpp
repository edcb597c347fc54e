// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/layout_context.h"

#include <algorithm>
#include <cmath>
#include <ranges>

namespace tcpladder {

namespace {

constexpr qreal nameGap = 7;    ///< between a lane and the names beside it
constexpr qreal nameOffset = 3; ///< from a change down to its name

/// One state of one lane, from y to y in the view.
struct Stretch
{
    Side side;
    const LadderStateChange* change;
    qreal top;
    qreal bottom;
};

bool isCertain(Certainty certainty)
{
    return certainty != Certainty::Expected && certainty != Certainty::Assumed;
}

void addBand(LayoutContext& context, const Stretch& stretch)
{
    const QRectF& body = context.layout.body;
    constexpr qreal beyond = 20;  // so that a dashed edge at the cut isn't seen
    constexpr qreal pattern = 36; // cut in whole periods, so that stripes stand still on what scrolls
    const qreal hidden = std::max<qreal>(0, body.top() - beyond - stretch.top);
    const qreal top = stretch.top + std::floor(hidden / pattern) * pattern;
    const qreal bottom = std::min(stretch.bottom, body.bottom() + beyond);
    const QRectF rect(laneLeft(context.geometry, stretch.side), top, context.geometry.laneWidth, bottom - top);
    context.layout.bands.push_back({rect, stretch.change->state, isCertain(stretch.change->certainty)});
}

/// The name stands below its change; when that is scrolled away it stays at the top as long as its state is seen.
class NameColumn
{
public:
    NameColumn(LayoutContext& context, const Stretch& stretch)
        : m_context(context)
        , m_alignment(stretch.side == Side::A ? Qt::AlignRight : Qt::AlignLeft)
        , m_x(laneOuterEdge(context.geometry, stretch.side)
              + context.scaled(stretch.side == Side::A ? -nameGap : nameGap))
        , m_y(std::max(stretch.top, context.layout.body.top()) + context.scaled(nameOffset))
        , m_bottom(std::min(stretch.bottom, context.layout.body.bottom() + context.scaled(nameOffset)))
    {
    }

    bool add(const QString& text, FontRole font, LadderColor color)
    {
        const qreal height = m_context.lineHeight(font);
        if (m_y + height > m_bottom)
            return false;
        m_context.layout.texts.push_back(m_context.makeText(text, font, color, {m_x, m_y + height / 2}, m_alignment));
        m_y += height;
        return true;
    }

private:
    LayoutContext& m_context;
    Qt::Alignment m_alignment;
    qreal m_x;
    qreal m_y;
    qreal m_bottom;
};

void addNames(LayoutContext& context, const Stretch& stretch)
{
    const LadderStateChange& change = *stretch.change;
    NameColumn column(context, stretch);
    if (!column.add(formatState(change.state), FontRole::StateName, change.state))
        return;
    const bool all = std::ranges::all_of(change.lines,
        [&column](const QString& line) { return column.add(line, FontRole::Caption, ColorRole::SecondaryText); });
    if (all && !change.countdown.isEmpty())
        column.add(change.countdown, FontRole::BodyBold, change.state);
}

void layOutLane(LayoutContext& context, Side side)
{
    const auto& changes = context.contents.lanes[indexOf(side)].changes;
    const LadderGeometry& geometry = context.geometry;
    const qreal end = context.toView(rowTop(geometry, context.contents.rowCount()) + geometry.bottomMargin * 2 / 3);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const qreal top = context.toView(positionY(geometry, changes[i].position));
        const qreal bottom
            = i + 1 < changes.size() ? context.toView(positionY(geometry, changes[i + 1].position)) : end;
        const QRectF& body = context.layout.body;
        if (bottom <= top || bottom < body.top() || top > body.bottom())
            continue;
        const Stretch stretch{side, &changes[i], top, bottom};
        addBand(context, stretch);
        addNames(context, stretch);
    }
}

void addMoment(LayoutContext& context, const LadderTimedStretch& stretch)
{
    const LadderGeometry& geometry = context.geometry;
    const Timestamp moment = *context.contents.ownMoment;
    if (moment < stretch.start || moment > stretch.end)
        return;
    const qreal y = context.toView(yAt(geometry, stretch, moment));
    const qreal reach = context.scaled(spacing::small);
    const qreal left = laneLeft(geometry, stretch.side);
    context.layout.strokes.push_back(
        {QPolygonF{QPointF(left - reach, y), QPointF(left + geometry.laneWidth + reach, y)},
            LadderStroke::Kind::Moment});
}

} // namespace

void layOutLanes(LayoutContext& context)
{
    for (const Side side : {Side::A, Side::B})
        layOutLane(context, side);
    if (!context.contents.ownMoment)
        return;
    for (const LadderTimedStretch& stretch : context.contents.stretches)
        addMoment(context, stretch);
}

} // namespace tcpladder
