// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/header/flags_painter.h"

#include "ui/support/theme.h"

#include <QPainter>
#include <QPainterPath>

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
    FlagsPainter(QPainter& painter, const FlagsContent& content, const FlagsLayout& layout, const FlagsMarks& marks,
        const Theme& theme)
        : m_painter(painter)
        , m_content(content)
        , m_layout(layout)
        , m_marks(marks)
        , m_theme(theme)
        , m_fonts(theme, layout.zoom, layout.textScale)
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
        paintFocus();
        if (m_content.verdict)
            paintVerdict(*m_content.verdict);
        if (m_content.tried)
            paintTried(*m_content.tried);
    }

private:
    void text(const QRectF& rect, Qt::Alignment alignment, const QString& words, const QFont& font, ColorRole role)
    {
        m_painter.setFont(font);
        m_painter.setPen(m_theme.color(role));
        m_theme.lines().draw(m_painter, rect, alignment, words);
    }

    void sentence(const QRectF& rect, Qt::Alignment alignment, const QString& words, const QFont& font, ColorRole role)
    {
        m_painter.setFont(font);
        m_painter.setPen(m_theme.color(role));
        m_painter.drawText(rect, static_cast<int>(alignment) | Qt::TextWordWrap | Qt::TextDontClip, words);
    }

    /// Behind the whole group that is the field under the cursor.
    void paintMark()
    {
        QRectF area;
        for (const FlagCell& cell : m_layout.cells) {
            if (isMarked(cell.bit.part, m_marks.field))
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
        constexpr Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
        if (!m_content.tried) {
            sentence(m_layout.meaning, alignment, m_content.meaning, m_fonts.text, ColorRole::Text);
            return;
        }
        text(m_layout.capturedWord, Qt::AlignLeft | Qt::AlignVCenter, m_layout.capturedText, m_fonts.word,
            ColorRole::SecondaryText);
        sentence(m_layout.banner, alignment, m_content.tried->banner, m_fonts.boldText, ColorRole::WarningMark);
        paintFrame(m_layout.word.adjusted(-6 * m_zoom, 0, 6 * m_zoom, 0));
    }

    /// Of what was not captured: dashed here, hatched around the box below.
    void paintFrame(const QRectF& rect)
    {
        m_painter.setPen(QPen(m_theme.color(ColorRole::WarningMark), 2 * m_zoom, Qt::DashLine));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(rect, 4 * m_zoom, 4 * m_zoom);
    }

    void paintFocus()
    {
        if (!m_marks.focused)
            return;
        const FlagCell& cell = m_layout.cells[*m_marks.focused];
        const qreal margin = 2.5 * m_zoom;
        m_painter.setPen(QPen(m_theme.color(ColorRole::SelectionEdge), 2.5 * m_zoom));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(
            cell.rect.united(cell.nameRect).adjusted(-margin / 2, -margin, margin / 2, margin), 5 * m_zoom, 5 * m_zoom);
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
        if (cell.isFlipped)
            paintFlipped(cell);
        paintName(cell);
    }

    /// A dashed frame, and what the bit was, struck out, in the corner.
    void paintFlipped(const FlagCell& cell)
    {
        const qreal margin = 1.5 * m_zoom;
        paintFrame(cell.rect.adjusted(-margin, -margin, margin, margin));
        QFont font = m_fonts.name;
        font.setStrikeOut(true);
        text(cell.rect.adjusted(0, 2 * m_zoom, -5 * m_zoom, 0), Qt::AlignRight | Qt::AlignTop,
            cell.isSet ? QStringLiteral("0") : QStringLiteral("1"), font,
            cell.isSet ? ColorRole::TextOnColor : ColorRole::SecondaryText);
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
        constexpr Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignTop;
        sentence(m_layout.verdictHeadline, alignment, verdict.headline, m_fonts.boldText, ColorRole::WarningMark);
        sentence(m_layout.verdictReason, alignment, verdict.reason, m_fonts.text, ColorRole::Text);
        sentence(m_layout.verdictShownAs, alignment, verdict.shownAs, m_fonts.boldText, ColorRole::Text);
    }

    void paintHatchedBox(const QRectF& rect)
    {
        const qreal band = 6 * m_zoom;
        QPainterPath frame;
        frame.addRoundedRect(rect, 6 * m_zoom, 6 * m_zoom);
        QPainterPath inside;
        inside.addRoundedRect(rect.adjusted(band, band, -band, -band), 3 * m_zoom, 3 * m_zoom);
        m_painter.setPen(Qt::NoPen);
        m_painter.fillPath(frame, m_theme.color(ColorRole::WarningBox));
        m_painter.fillPath(frame.subtracted(inside), QBrush(m_theme.color(ColorRole::WarningMark), Qt::BDiagPattern));
        m_painter.strokePath(frame, QPen(m_theme.color(ColorRole::WarningMark), 1));
    }

    void paintTried(const TriedFlags& tried)
    {
        paintHatchedBox(m_layout.triedBox);
        constexpr Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignTop;
        for (std::size_t i = 0; i < tried.lines.size(); ++i) {
            const bool isWrong = tried.lines[i].isWrong;
            const QRectF rect = m_layout.triedLines[i];
            const QRectF mark(rect.left() - 18 * m_zoom, rect.top(), 14 * m_zoom, rect.height());
            text(mark, Qt::AlignHCenter | Qt::AlignTop, isWrong ? QStringLiteral("✗") : QStringLiteral("•"),
                m_fonts.boldText, isWrong ? ColorRole::ErrorMark : ColorRole::SecondaryText);
            sentence(rect, alignment, tried.lines[i].text, m_fonts.text, ColorRole::Text);
        }
    }

    QPainter& m_painter;
    const FlagsContent& m_content;
    const FlagsLayout& m_layout;
    const FlagsMarks& m_marks;
    const Theme& m_theme;
    FlagsFonts m_fonts;
    qreal m_zoom;
};

} // namespace

void paintFlags(QPainter& painter, const FlagsContent& content, const FlagsLayout& layout, const FlagsMarks& marks,
    const Theme& theme)
{
    FlagsPainter(painter, content, layout, marks, theme).paint();
}

} // namespace tcpladder
