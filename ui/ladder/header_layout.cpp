// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/layout_context.h"

namespace tcpladder {

namespace {

constexpr qreal titleY = 18;
constexpr qreal endpointY = 48;
constexpr qreal roleY = 68;
constexpr qreal edge = 14;
constexpr qreal tokenSize = 18;

void addTitle(LayoutContext& context)
{
    const qreal y = context.scaled(titleY);
    const LadderText title = context.makeText(
        context.contents.title, FontRole::PanelTitle, ColorRole::Text, {context.scaled(edge), y}, Qt::AlignLeft);
    const qreal left = title.rect.right() + context.scaled(edge);
    const QString subtitle = context.elided(
        context.contents.subtitle, FontRole::Caption, context.geometry.width - left - context.scaled(edge));
    context.layout.headerTexts.push_back(title);
    context.layout.headerTexts.push_back(
        context.makeText(subtitle, FontRole::Caption, ColorRole::SecondaryText, {left, y}, Qt::AlignLeft));
}

/// Keeps a text between two edges, at its place if it can.
void moveBetween(QRectF& rect, qreal left, qreal right)
{
    if (rect.right() > right)
        rect.moveRight(right);
    if (rect.left() < left)
        rect.moveLeft(left);
}

struct HeaderRoom
{
    qreal left = 0;
    qreal right = 0;
};

/// Each endpoint has the header's half on its side of the middle.
HeaderRoom roomFor(LayoutContext& context, Side side)
{
    const LadderGeometry& geometry = context.geometry;
    const qreal middle = (laneCentre(geometry, Side::A) + laneCentre(geometry, Side::B)) / 2;
    const qreal gap = context.scaled(edge);
    return side == Side::A ? HeaderRoom{gap, middle - gap} : HeaderRoom{middle + gap, geometry.width - gap};
}

void addEndpoint(LayoutContext& context, Side side)
{
    const LadderLane& lane = context.contents.lanes[indexOf(side)];
    const HeaderRoom room = roomFor(context, side);
    const qreal size = context.scaled(tokenSize);
    const qreal taken = size + context.scaled(spacing::medium);
    const qreal width = room.right - room.left - taken;
    const bool isLong = context.widthOf(lane.endpoint, FontRole::Endpoint) > width;
    const FontRole font = isLong ? FontRole::MonoBold : FontRole::Endpoint;
    const QPointF middle(laneCentre(context.geometry, side) + taken / 2, context.scaled(endpointY));
    LadderText text = context.makeText(
        context.elided(lane.endpoint, font, width, Qt::ElideMiddle), font, ColorRole::Text, middle, Qt::AlignHCenter);
    moveBetween(text.rect, room.left + taken, room.right);
    const QRectF token(text.rect.left() - taken, middle.y() - size / 2, size, size);
    context.layout.tokens.push_back({token, side});
    context.layout.headerTexts.push_back(std::move(text));
}

void addRole(LayoutContext& context, Side side)
{
    const HeaderRoom room = roomFor(context, side);
    const QString role
        = context.elided(context.contents.lanes[indexOf(side)].role, FontRole::Caption, room.right - room.left);
    LadderText text = context.makeText(role, FontRole::Caption, ColorRole::SecondaryText,
        {laneCentre(context.geometry, side), context.scaled(roleY)}, Qt::AlignHCenter);
    moveBetween(text.rect, room.left, room.right);
    context.layout.headerTexts.push_back(std::move(text));
}

} // namespace

void layOutHeader(LayoutContext& context)
{
    addTitle(context);
    for (const Side side : {Side::A, Side::B}) {
        addEndpoint(context, side);
        addRole(context, side);
    }
}

} // namespace tcpladder
