// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/ladder_painter.h"

#include "ui/ladder/arrow_painter.h"
#include "ui/support/icons.h"
#include "ui/support/state_fill.h"

#include <QPainter>

#include <utility>

namespace tcpladder {

LadderPainter::LadderPainter(QPainter& painter, const Theme& theme, qreal zoom)
    : m_painter(painter)
    , m_theme(theme)
    , m_zoom(zoom)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
}

void LadderPainter::paint(const LadderLayout& layout)
{
    m_painter.fillRect(layout.header.united(layout.body), m_theme.color(ColorRole::Panel));
    m_painter.save();
    m_painter.setClipRect(layout.body);
    paintBody(layout);
    m_painter.restore();
    m_font.reset();
    paintHeader(layout);
}

QColor LadderPainter::resolve(const LadderColor& color) const
{
    struct Resolver
    {
        const Theme& theme;
        QColor operator()(ColorRole role) const { return theme.color(role); }
        QColor operator()(TcpState state) const { return theme.state(state).text; }
        QColor operator()(SegmentKind kind) const { return theme.segmentKind(kind); }
        QColor operator()(TcpFlag flag) const { return theme.flag(flag); }
        QColor operator()(Severity severity) const { return theme.severityMark(severity); }
        QColor operator()(Side side) const { return theme.side(side); }
    };
    return std::visit(Resolver{m_theme}, color);
}

/// A painter looks up a font anew each time that it is set.
void LadderPainter::useFont(FontRole font)
{
    if (std::exchange(m_font, font) != font)
        m_painter.setFont(m_theme.font(font, m_zoom));
}

void LadderPainter::paintBody(const LadderLayout& layout)
{
    if (layout.selectedRow)
        paintSelectedRow(*layout.selectedRow);
    for (const LadderBand& band : layout.bands)
        paintBand(band);
    for (const LadderStroke& stroke : layout.strokes)
        paintStroke(stroke);
    for (const LadderArrow& arrow : layout.arrows)
        paintLadderArrow(m_painter, m_theme, arrow, m_zoom);
    for (const QRectF& plate : layout.foldPlates)
        paintFoldPlate(plate);
    for (const QRectF& plate : layout.plates)
        paintPlate(plate);
    for (const QRectF& mark : layout.fieldMarks)
        paintFieldMark(mark);
    for (const LadderChip& chip : layout.chips)
        paintChip(chip);
    for (const LadderText& text : layout.texts)
        paintText(text);
    for (const LadderSign& sign : layout.signs)
        paintRowSign(m_painter, m_theme, sign.sign, sign.rect);
    for (const LadderMark& mark : layout.marks)
        drawIcon(m_painter, mark.rect, severityIcon(mark.severity), m_theme.severityMark(mark.severity));
}

void LadderPainter::paintHeader(const LadderLayout& layout)
{
    for (const LadderToken& token : layout.tokens)
        paintToken(token);
    for (const LadderText& text : layout.headerTexts)
        paintText(text);
}

void LadderPainter::paintSelectedRow(const QRectF& rect)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.color(ColorRole::Selection));
    m_painter.drawRoundedRect(rect, spacing::chipRadius, spacing::chipRadius);
    m_painter.setBrush(m_theme.color(ColorRole::SelectionEdge));
    m_painter.drawRoundedRect(QRectF(rect.topLeft(), QSizeF(3 * m_zoom, rect.height())), 1, 1);
}

void LadderPainter::paintBand(const LadderBand& band)
{
    fillWithState(
        m_painter, band.rect, m_theme, band.state, band.isCertain ? FillStrength::Full : FillStrength::Pale, m_zoom);
    if (band.isCertain)
        return;
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(m_theme.state(band.state).fill, 1.5 * m_zoom, Qt::DashLine));
    const qreal inset = 0.75 * m_zoom;
    m_painter.drawRect(band.rect.adjusted(inset, inset, -inset, -inset));
}

/// Lets the label be read, and the arrows behind it still be followed.
void LadderPainter::paintPlate(const QRectF& rect)
{
    QColor color = m_theme.color(ColorRole::Panel);
    color.setAlphaF(0.86F);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(color);
    m_painter.drawRoundedRect(rect, spacing::chipRadius * m_zoom, spacing::chipRadius * m_zoom);
}

/// As in the bytes and in the picture of the header.
void LadderPainter::paintFieldMark(const QRectF& rect)
{
    m_painter.setPen(QPen(m_theme.color(ColorRole::FieldMarkEdge), 1.6 * m_zoom));
    m_painter.setBrush(m_theme.color(ColorRole::FieldMark));
    m_painter.drawRoundedRect(rect, spacing::chipRadius * m_zoom, spacing::chipRadius * m_zoom);
}

/// As a pile: what is below is seen at its edge.
void LadderPainter::paintFoldPlate(const QRectF& rect)
{
    const qreal radius = spacing::chipRadius * m_zoom;
    m_painter.setPen(QPen(m_theme.color(ColorRole::Grid), m_zoom));
    m_painter.setBrush(m_theme.color(ColorRole::RaisedPanel));
    for (const qreal offset : {6.0, 3.0, 0.0})
        m_painter.drawRoundedRect(
            rect.translated(0, (offset - 3) * m_zoom).adjusted(offset * m_zoom, 0, -offset * m_zoom, 0), radius,
            radius);
}

void LadderPainter::paintStroke(const LadderStroke& stroke)
{
    QPen pen(m_theme.color(ColorRole::Grid), 1.5 * m_zoom);
    if (stroke.kind == LadderStroke::Kind::Dotted)
        pen.setStyle(Qt::DotLine);
    if (stroke.kind == LadderStroke::Kind::Moment)
        pen = QPen(m_theme.color(ColorRole::Text), 2.5 * m_zoom, Qt::SolidLine, Qt::RoundCap);
    m_painter.setPen(pen);
    m_painter.drawPolyline(stroke.points);
}

void LadderPainter::paintChip(const LadderChip& chip)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(resolve(chip.color));
    m_painter.drawRoundedRect(chip.rect, spacing::chipRadius * m_zoom, spacing::chipRadius * m_zoom);
    useFont(FontRole::Chip);
    m_painter.setPen(m_theme.color(ColorRole::TextOnColor));
    m_theme.lines().draw(m_painter, chip.rect, Qt::AlignCenter, chip.text);
}

void LadderPainter::paintText(const LadderText& text)
{
    useFont(text.font);
    m_painter.setPen(resolve(text.color));
    m_theme.lines().draw(m_painter, text.rect, Qt::AlignLeft | Qt::AlignVCenter, text.text);
}

void LadderPainter::paintToken(const LadderToken& token)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.side(token.side));
    m_painter.drawEllipse(token.rect);
    useFont(FontRole::Chip);
    m_painter.setPen(m_theme.color(ColorRole::TextOnColor));
    m_theme.lines().draw(m_painter, token.rect, Qt::AlignCenter, formatSide(token.side));
}

} // namespace tcpladder
