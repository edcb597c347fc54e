// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/shaped_lines.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <memory>

namespace tcpladder {

namespace {

constexpr std::size_t mostFonts = 64; ///< each step of a zoom asks for others

bool isOneLine(const QString& text)
{
    return std::ranges::none_of(text, [](QChar character) { return character < QLatin1Char(' '); });
}

/// They come from another font, whose lines are higher.
bool hasIdeographs(const QString& text)
{
    constexpr char16_t first = 0x2e80;
    return std::ranges::any_of(text, [](QChar character) { return character.unicode() >= first; });
}

/// QPainter places a line by what isn't rounded up, as QStaticText::size() and QTextLine::height() are.
qreal measureHeight(const QString& text, const QFont& font)
{
    constexpr qreal unlimited = 1e6;
    QTextLayout layout(text, font);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(unlimited);
    layout.endLayout();
    return line.ascent() + line.descent();
}

} // namespace

qreal ShapedLines::widthOf(const QString& text, const QFont& font)
{
    return widthOf(find(text, font), text, font);
}

qreal ShapedLines::widthOf(Line& line, const QString& text, const QFont& font)
{
    if (!line.width)
        line.width = QFontMetricsF(font).horizontalAdvance(text);
    return *line.width;
}

void ShapedLines::draw(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text)
{
    if (!isOneLine(text)) {
        painter.drawText(rect, static_cast<int>(alignment) | Qt::TextDontClip, text);
        return;
    }
    const QFont& font = painter.font();
    Line& line = find(text, font);
    const QStaticText& shaped = line.shaped ? *line.shaped : shape(line, text, painter);
    QPointF place = rect.topLeft();
    if (alignment & (Qt::AlignRight | Qt::AlignHCenter)) {
        const qreal rest = rect.width() - widthOf(line, text, font);
        place.rx() += alignment & Qt::AlignRight ? rest : rest / 2;
    }
    if (alignment & (Qt::AlignBottom | Qt::AlignVCenter)) {
        const qreal rest = rect.height() - line.height;
        place.ry() += alignment & Qt::AlignBottom ? rest : rest / 2;
    }
    painter.drawStaticText(place, shaped);
}

const QStaticText& ShapedLines::shape(Line& line, const QString& text, const QPainter& painter)
{
    const QFont& font = painter.font();
    QStaticText& shaped = line.shaped.emplace(text);
    shaped.setTextFormat(Qt::PlainText);
    shaped.prepare(painter.worldTransform(), font);
    line.height = hasIdeographs(text) ? measureHeight(text, font) : m_fonts[numberOf(font)].lineHeight;
    return shaped;
}

ShapedLines::Line& ShapedLines::find(const QString& text, const QFont& font)
{
    const Key key{numberOf(font), text};
    if (!m_lines.contains(key))
        m_lines.insert(key, std::make_unique<Line>().release());
    return *m_lines.object(key);
}

/// Comparing with the one before is enough nearly always: a font is set for many texts.
std::size_t ShapedLines::numberOf(const QFont& font)
{
    if (m_last < m_fonts.size() && m_fonts[m_last].font == font)
        return m_last;
    const auto known = std::ranges::find(m_fonts, font, &KnownFont::font);
    m_last = static_cast<std::size_t>(known - m_fonts.begin());
    if (known == m_fonts.end()) {
        if (m_fonts.size() == mostFonts) {
            m_fonts.clear();
            m_lines.clear();
            m_last = 0;
        }
        m_fonts.push_back({font, QFontMetricsF(font).height()});
    }
    return m_last;
}

} // namespace tcpladder
