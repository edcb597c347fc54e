// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/header/flags_painter.h"

#include "ui/support/theme.h"

#include <QPainter>

namespace tcpladder {

namespace {

bool isMarked(FlagsWordPart part, std::optional<HeaderField> field)
{
    switch (part) {
    case FlagsWordPart::DataOffset: return field == HeaderField::TcpDataOffset;
    case FlagsWordPart::Reserved: return field == HeaderField::TcpReserved;
    case FlagsWordPart::Flags: break;
    }
    return field == HeaderField::TcpFlags;
}

class FlagsPainter
{
public:
    FlagsPainter(QPainter& painter, const FlagsContent& content, const FlagsLayout& layout,
        std::optional<HeaderField> marked, const Theme& theme)
        : m_painter(painter)
        , m_content(content)
        , m_layout(layout)
        , m_marked(marked)
        , m_theme(theme)
        , m_fonts(theme, layout.zoom)
        , m_zoom(layout.zoom)
    {
    }

    void paint()
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
        paintMark();
        paintHead();
        for (const FlagNibble& nibble : m_layout.nibbles)
            paintNibble(nibble);
        for (const FlagCell& cell : m_layout.cells)
            paintCell(cell);
        for (const FlagGroup& group : m_layout.groups)
            paintGroup(group);
        if (m_content.verdict)
            paintVerdict(*m_content.verdict);
    }

private:
    void text(const QRectF& rect, int alignment, const QString& words, const QFont& font, ColorRole role)
    {
        m_painter.setFont(font);
        m_painter.setPen(m_theme.color(role));
        m_painter.drawText(rect, alignment | Qt::TextDontClip, words);
    }

    /// Behind the whole group that is the field under the cursor.
    void paintMark()
    {
        QRectF area;
        for (const FlagCell& cell : m_layout.cells) {
            if (isMarked(cell.bit.part, m_marked))
                area |= cell.rect.united(cell.nameRect);
        }
        if (area.isEmpty())
            return;
        m_painter.setPen(QPen(m_theme.color(ColorRole::FieldMarkEdge), 1));
        m_painter.setBrush(m_theme.color(ColorRole::FieldMark));
        const qreal margin = 3 * m_zoom;
        m_painter.drawRoundedRect(area.adjusted(-margin, -margin, margin, 0), 6 * m_zoom, 6 * m_zoom);
    }

    void paintHead()
    {
        text(m_layout.word, Qt::AlignLeft | Qt::AlignVCenter, m_layout.wordText, m_fonts.word, ColorRole::Text);
        text(m_layout.meaning, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, m_content.meaning, m_fonts.text,
            ColorRole::Text);
    }

    void paintNibble(const FlagNibble& nibble)
    {
        text(nibble.digitRect, Qt::AlignCenter, nibble.digit, m_fonts.digit, ColorRole::SecondaryText);
        paintBracket(nibble.bracket, true);
    }

    void paintBracket(const QRectF& rect, bool opensDown)
    {
        m_painter.setPen(QPen(m_theme.color(ColorRole::StrongBorder), std::max<qreal>(1, 1.3 * m_zoom)));
        const qreal closed = opensDown ? rect.top() : rect.bottom();
        const qreal open = opensDown ? rect.bottom() : rect.top();
        const QPointF points[]
            = {{rect.left(), open}, {rect.left(), closed}, {rect.right(), closed}, {rect.right(), open}};
        m_painter.drawPolyline(points, 4);
    }

    QColor fillOf(const FlagCell& cell) const
    {
        if (!cell.isSet)
            return m_theme.color(ColorRole::Panel);
        if (cell.bit.flag)
            return m_theme.flag(*cell.bit.flag);
        // A reserved bit must be zero: one that is not stands out.
        return m_theme.color(cell.bit.part == FlagsWordPart::DataOffset ? ColorRole::SideA : ColorRole::WarningMark);
    }

    void paintCell(const FlagCell& cell)
    {
        QPen border(m_theme.color(ColorRole::StrongBorder), std::max<qreal>(1, 1.1 * m_zoom));
        if (cell.isSet)
            border.setColor(fillOf(cell));
        if (cell.isDisputed)
            border = QPen(m_theme.color(ColorRole::WarningMark), 2.4 * m_zoom, Qt::DashLine);
        m_painter.setPen(border);
        m_painter.setBrush(fillOf(cell));
        m_painter.drawRoundedRect(cell.rect, 4 * m_zoom, 4 * m_zoom);
        text(cell.rect, Qt::AlignCenter, cell.isSet ? QStringLiteral("1") : QStringLiteral("0"), m_fonts.bit,
            cell.isSet ? ColorRole::TextOnColor : ColorRole::SecondaryText);
        paintName(cell);
    }

    void paintName(const FlagCell& cell)
    {
        const bool stands = cell.isSet || cell.isDisputed;
        const ColorRole role = cell.isDisputed ? ColorRole::WarningMark
            : cell.isSet                       ? ColorRole::Text
                                               : ColorRole::SecondaryText;
        text(cell.nameRect, Qt::AlignCenter, cell.name, stands ? m_fonts.boldName : m_fonts.name, role);
    }

    void paintGroup(const FlagGroup& group)
    {
        paintBracket(group.bracket, false);
        const qsizetype end = group.caption.indexOf(QLatin1Char('\n'));
        const QRectF upper = group.captionRect.adjusted(0, 0, 0, -group.captionRect.height() / 2);
        const QRectF lower = upper.translated(0, upper.height());
        text(upper, Qt::AlignCenter, group.caption.left(end), m_fonts.caption, ColorRole::SecondaryText);
        text(lower, Qt::AlignCenter, group.caption.mid(end + 1), m_fonts.boldName, ColorRole::Text);
    }

    void paintVerdict(const FlagsVerdict& verdict)
    {
        m_painter.setPen(QPen(m_theme.color(ColorRole::WarningMark), 1));
        m_painter.setBrush(m_theme.color(ColorRole::WarningBox));
        m_painter.drawRoundedRect(m_layout.verdict, 6 * m_zoom, 6 * m_zoom);
        constexpr int alignment = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
        text(m_layout.verdictHeadline, alignment, verdict.headline, m_fonts.boldText, ColorRole::WarningMark);
        text(m_layout.verdictReason, alignment, verdict.reason, m_fonts.text, ColorRole::Text);
        text(m_layout.verdictShownAs, alignment, verdict.shownAs, m_fonts.boldText, ColorRole::Text);
    }

    QPainter& m_painter;
    const FlagsContent& m_content;
    const FlagsLayout& m_layout;
    std::optional<HeaderField> m_marked;
    const Theme& m_theme;
    FlagsFonts m_fonts;
    qreal m_zoom;
};

} // namespace

void paintFlags(QPainter& painter, const FlagsContent& content, const FlagsLayout& layout,
    std::optional<HeaderField> marked, const Theme& theme)
{
    FlagsPainter(painter, content, layout, marked, theme).paint();
}

} // namespace tcpladder
