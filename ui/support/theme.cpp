// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/theme.h"

#include "ui/support/theme_palette.h"

#include <QBrush>
#include <QImage>
#include <QPainter>

#include <utility>

namespace tcpladder {

namespace {

struct FontStyle
{
    bool mono = false;
    int pixels = 13;
    QFont::Weight weight = QFont::Normal;
};

constexpr FontStyle fontStyle(FontRole role)
{
    switch (role) {
    case FontRole::Body: return {false, 13, QFont::Normal};
    case FontRole::BodyBold: return {false, 13, QFont::Bold};
    case FontRole::Caption: return {false, 12, QFont::Normal};
    case FontRole::CaptionBold: return {false, 12, QFont::Bold};
    case FontRole::PanelTitle: return {false, 14, QFont::Bold};
    case FontRole::Mono: return {true, 13, QFont::Normal};
    case FontRole::MonoBold: return {true, 13, QFont::Bold};
    case FontRole::MonoCaption: return {true, 12, QFont::Normal};
    case FontRole::Chip: return {false, 12, QFont::Bold};
    case FontRole::StateName: return {false, 13, QFont::Bold};
    case FontRole::Endpoint: return {true, 15, QFont::Bold};
    case FontRole::BigMono: return {true, 30, QFont::Bold};
    case FontRole::BitCell: return {true, 19, QFont::Bold};
    case FontRole::Count: break;
    }
    return {};
}

QFont makeFont(const FontStyle& style, int pixels)
{
    QFont font;
    font.setFamilies(style.mono ? QStringList{"DejaVu Sans Mono", "Noto Sans Mono CJK SC", "monospace"}
                                : QStringList{"DejaVu Sans", "Noto Sans CJK SC", "sans-serif"});
    font.setPixelSize(pixels);
    font.setWeight(style.weight);
    return font;
}

QColor fromRgb(std::uint32_t rgb)
{
    return QColor::fromRgb(rgb);
}

ColorRole strongerRole(ColorRole role)
{
    switch (role) {
    case ColorRole::SecondaryText: return ColorRole::Text;
    case ColorRole::StrongBorder:
    case ColorRole::Grid: return ColorRole::SecondaryText;
    case ColorRole::Border: return ColorRole::StrongBorder;
    default: return role;
    }
}

constexpr int patternTile = 8;

/// One tile of a seamless pattern: diagonal stripes, or dots.
QImage patternImage(QColor base, QColor mark, FillPattern pattern)
{
    QImage tile(patternTile, patternTile, QImage::Format_ARGB32_Premultiplied);
    tile.fill(base);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    if (pattern == FillPattern::Hatched) {
        painter.setPen(QPen(mark, 2.4));
        for (int shift = -patternTile; shift <= patternTile; shift += patternTile)
            painter.drawLine(QPointF(shift - 1, patternTile + 1), QPointF(shift + patternTile + 1, -1));
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(mark);
        painter.drawEllipse(QPointF(patternTile / 2.0, patternTile / 2.0), 1.4, 1.4);
    }
    return tile;
}

} // namespace

Theme::Theme(Scheme scheme, QObject* parent)
    : QObject(parent)
    , m_scheme(scheme)
    , m_palette(&themePalette(scheme))
{
}

void Theme::setScheme(Scheme scheme)
{
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    m_palette = &themePalette(scheme);
    emit changed();
}

void Theme::setHighContrast(bool high)
{
    if (high == m_isHighContrast)
        return;
    m_isHighContrast = high;
    emit changed();
}

QColor Theme::color(ColorRole role) const
{
    return fromRgb(m_palette->roles[std::to_underlying(m_isHighContrast ? strongerRole(role) : role)]);
}

StateStyle Theme::state(TcpState state) const
{
    const auto& colors = m_palette->states[std::to_underlying(state)];
    return {fromRgb(colors.fill), fromRgb(colors.text), fromRgb(colors.onFill), colors.pattern};
}

QColor Theme::segmentKind(SegmentKind kind) const
{
    return fromRgb(m_palette->kinds[std::to_underlying(kind)]);
}

QColor Theme::flag(TcpFlag flag) const
{
    switch (flag) {
    case TcpFlag::Fin: return segmentKind(SegmentKind::Fin);
    case TcpFlag::Syn: return segmentKind(SegmentKind::Syn);
    case TcpFlag::Rst: return segmentKind(SegmentKind::Reset);
    case TcpFlag::Psh: return segmentKind(SegmentKind::Data);
    case TcpFlag::Ack: return segmentKind(SegmentKind::Acknowledgment);
    case TcpFlag::Urg:
    case TcpFlag::Ece:
    case TcpFlag::Cwr:
    case TcpFlag::Ae: break;
    }
    return segmentKind(SegmentKind::Other);
}

QColor Theme::side(Side side) const
{
    return color(side == Side::A ? ColorRole::SideA : ColorRole::SideB);
}

QColor Theme::connection(std::size_t number) const
{
    return fromRgb(m_palette->connections[number % connectionColors]);
}

QColor Theme::severityMark(Severity severity) const
{
    switch (severity) {
    case Severity::Error: return color(ColorRole::ErrorMark);
    case Severity::Warning: return color(ColorRole::WarningMark);
    case Severity::Note:
    case Severity::Count: break;
    }
    return color(ColorRole::NoteMark);
}

QColor Theme::severityBox(Severity severity) const
{
    switch (severity) {
    case Severity::Error: return color(ColorRole::ErrorBox);
    case Severity::Warning: return color(ColorRole::WarningBox);
    case Severity::Note:
    case Severity::Count: break;
    }
    return color(ColorRole::NoteBox);
}

QFont Theme::font(FontRole role, qreal zoom) const
{
    const FontStyle style = fontStyle(role);
    const int pixels = std::max(1, qRound(style.pixels * zoom));
    const auto [known, isNew] = m_fonts.try_emplace({role, pixels});
    if (isNew)
        known->second = makeFont(style, pixels);
    return known->second;
}

QBrush Theme::stateBrush(TcpState tcpState) const
{
    const StateStyle style = state(tcpState);
    if (style.pattern == FillPattern::Solid)
        return style.fill;
    QColor mark = style.onFill;
    mark.setAlphaF(0.45F);
    return QBrush(patternImage(style.fill, mark, style.pattern));
}

QPalette Theme::widgetPalette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, color(ColorRole::Window));
    palette.setColor(QPalette::WindowText, color(ColorRole::Text));
    palette.setColor(QPalette::Base, color(ColorRole::Panel));
    palette.setColor(QPalette::AlternateBase, color(ColorRole::RaisedPanel));
    palette.setColor(QPalette::Text, color(ColorRole::Text));
    palette.setColor(QPalette::Button, color(ColorRole::RaisedPanel));
    palette.setColor(QPalette::ButtonText, color(ColorRole::Text));
    palette.setColor(QPalette::PlaceholderText, color(ColorRole::SecondaryText));
    palette.setColor(QPalette::Highlight, color(ColorRole::Accent));
    palette.setColor(QPalette::HighlightedText, color(ColorRole::TextOnColor));
    palette.setColor(QPalette::ToolTipBase, color(ColorRole::Panel));
    palette.setColor(QPalette::ToolTipText, color(ColorRole::Text));
    palette.setColor(QPalette::Light, color(ColorRole::Panel));
    palette.setColor(QPalette::Midlight, color(ColorRole::RaisedPanel));
    palette.setColor(QPalette::Mid, color(ColorRole::Border));
    palette.setColor(QPalette::Dark, color(ColorRole::StrongBorder));
    palette.setColor(QPalette::Shadow, color(ColorRole::Border));
    palette.setColor(QPalette::Link, color(ColorRole::Accent));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, color(ColorRole::DisabledText));
    return palette;
}

SegmentKind segmentKind(TcpFlags flags, std::uint32_t payloadLength)
{
    if (flags.has(TcpFlag::Rst))
        return SegmentKind::Reset;
    if (flags.has(TcpFlag::Fin))
        return SegmentKind::Fin;
    if (flags.has(TcpFlag::Syn))
        return SegmentKind::Syn;
    if (payloadLength > 0)
        return SegmentKind::Data;
    return flags.has(TcpFlag::Ack) ? SegmentKind::Acknowledgment : SegmentKind::Other;
}

} // namespace tcpladder
