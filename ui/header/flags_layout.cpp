// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/header/flags_layout.h"

#include "ui/header/flags_word_text.h"
#include "ui/support/theme.h"

#include <QFontMetricsF>

#include <algorithm>

namespace tcpladder {

namespace {

constexpr qreal minimumZoom = 0.45;
constexpr qreal zoomStep = 0.97;
constexpr qreal smallestText = 0.95;  ///< sentences stay readable when the cells are small
constexpr qreal smallerLetters = 0.9; ///< of the sentences, where even the smallest cells leave them too little room
constexpr qreal smallestLetters = 0.8;

// Widths and heights at zoom 1.
constexpr qreal cellWidth = 40;
constexpr qreal cellHeight = 44;
constexpr qreal cellGap = 3;
constexpr qreal nibbleGap = 14;
constexpr qreal margin = 14;
constexpr qreal wordHeight = 42;
constexpr qreal digitHeight = 24;
constexpr qreal bracketHeight = 7;
constexpr qreal nameHeight = 19;
constexpr qreal captionHeight = 32;
constexpr qreal gap = 6;
constexpr qreal boxPadding = 10;
constexpr qreal markWidth = 18; ///< left of a line of the box
constexpr qreal columnGap = 34; ///< between the cells and the sentences beside them
constexpr qreal narrowestColumn = 300;
constexpr qreal besideText = 1.15; ///< sentences in a column of their own have room for larger letters
constexpr qreal rowWidth = 16 * cellWidth + 12 * cellGap + 3 * nibbleGap;
constexpr qreal cellsHeight
    = digitHeight + bracketHeight + cellHeight + nameHeight + bracketHeight + captionHeight + 3 * gap + 2 * margin;
constexpr qreal stackedHeight = cellsHeight + wordHeight + 3 * gap;

/// Where the word and the sentences stand: above and below the cells, or right of them where it is wide and low.
enum class Arrangement : std::uint8_t { Stacked, Beside };

qreal textHeight(const QFont& font, const QString& text, qreal width)
{
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 1e6), Qt::TextWordWrap, text).height();
}

class FlagsBuilder
{
public:
    FlagsBuilder(const FlagsContent& content, const QSizeF& area, const Theme& theme, Arrangement arrangement,
        qreal zoom, qreal letters)
        : m_content(content)
        , m_area(area)
        , m_textScale(letters * (arrangement == Arrangement::Beside ? besideText : 1))
        , m_fonts(theme, zoom, m_textScale)
        , m_arrangement(arrangement)
        , m_zoom(zoom)
    {
        m_layout.zoom = zoom;
        m_left = std::max(margin * zoom, (area.width() - rowWidth * zoom) / 2);
        m_left = std::min(m_left, margin * zoom * (isBeside() ? 2 : 4));
        // What is left over makes the cells higher, then the gaps wider, within limits.
        const qreal rest = std::max<qreal>(0, area.height() - leftHeight());
        const qreal taller = std::min(rest * 0.45, cellHeight * zoom * 0.5);
        m_cellHeight = cellHeight * zoom + taller;
        m_gap = std::min(gap * zoom + (rest - taller) / 6, 3 * gap * zoom);
    }

    qreal zoom() const { return m_zoom; }

    bool fits() const
    {
        return neededHeight() <= m_area.height() && (!isBeside() || boxWidth() >= narrowestColumn * smallestText);
    }

    qreal neededHeight() const { return std::max(leftHeight(), isBeside() ? columnHeight() : 0); }

    FlagsLayout build()
    {
        m_layout.textScale = m_textScale;
        m_layout.height = neededHeight();
        qreal y = margin * m_zoom;
        if (isBeside()) {
            placeColumn(y);
        } else {
            placeHead(y);
            y += wordHeight * m_zoom + m_gap;
        }
        placeNibbles(y);
        y += (digitHeight + bracketHeight) * m_zoom + m_gap / 2;
        placeCells(y);
        y += m_cellHeight + nameHeight * m_zoom + m_gap / 2;
        placeGroups(y);
        if (!isBeside())
            placeBoxes(y + (bracketHeight + captionHeight) * m_zoom + m_gap * 1.5);
        return m_layout;
    }

private:
    bool isBeside() const { return m_arrangement == Arrangement::Beside; }

    qreal leftHeight() const { return isBeside() ? cellsHeight * m_zoom : stackedHeight * m_zoom + boxHeight(); }

    qreal columnHeight() const
    {
        const qreal between = boxHeight() > 0 ? 2 * gap * m_zoom : 0;
        return (wordHeight + gap + 2 * margin) * m_zoom + sentenceHeight() + between + boxHeight();
    }

    qreal sentenceHeight() const
    {
        return m_content.tried ? textHeight(m_fonts.boldText, m_content.tried->banner, boxWidth())
                               : textHeight(m_fonts.text, m_content.meaning, boxWidth());
    }

    /// The word, and under it what it means.
    void placeColumn(qreal y)
    {
        placeWords(boxLeft(), y);
        y += (wordHeight + gap) * m_zoom;
        const QRectF sentence(boxLeft(), y, boxWidth(), sentenceHeight());
        (m_content.tried ? m_layout.banner : m_layout.meaning) = sentence;
        placeBoxes(sentence.bottom() + 2 * gap * m_zoom);
    }

    void placeBoxes(qreal y)
    {
        placeVerdict(y);
        placeTried(y);
    }

    qreal rowRight() const { return m_left + rowWidth * m_zoom; }

    QRectF cellRect(std::size_t index, qreal y) const
    {
        const auto i = static_cast<qreal>(index);
        const std::size_t nibblesBefore = index / 4;
        const auto nibble = static_cast<qreal>(nibblesBefore);
        const qreal x = i * cellWidth + (i - nibble) * cellGap + nibble * nibbleGap;
        return {m_left + x * m_zoom, y, cellWidth * m_zoom, m_cellHeight};
    }

    QRectF wordRect(const QString& text, qreal left, qreal y) const
    {
        return {left, y, QFontMetricsF(m_fonts.word).horizontalAdvance(text), wordHeight * m_zoom};
    }

    /// The captured word comes first while another is tried, and the box says what that means.
    void placeHead(qreal y)
    {
        const qreal left = placeWords(m_left, y) + 22 * m_zoom;
        (m_content.tried ? m_layout.banner : m_layout.meaning)
            = QRectF(left, y, rowRight() - left, wordHeight * m_zoom);
    }

    /// Returns where they end.
    qreal placeWords(qreal left, qreal y)
    {
        if (m_content.tried) {
            m_layout.capturedText = hexWord(m_content.tried->captured) + QStringLiteral(" →");
            m_layout.capturedWord = wordRect(m_layout.capturedText, left, y);
            left = m_layout.capturedWord.right() + 18 * m_zoom; // the word has a frame
        }
        m_layout.wordText = hexWord(m_content.word);
        m_layout.word = wordRect(m_layout.wordText, left, y);
        return m_layout.word.right();
    }

    void placeNibbles(qreal y)
    {
        for (std::size_t i = 0; i < m_layout.nibbles.size(); ++i) {
            const QRectF span = cellRect(4 * i, 0).united(cellRect(4 * i + 3, 0));
            FlagNibble& nibble = m_layout.nibbles[i];
            nibble.digit = QString::number(m_content.word >> (12 - 4 * i) & 0xf, 16);
            nibble.digitRect = QRectF(span.left(), y, span.width(), digitHeight * m_zoom);
            nibble.bracket = QRectF(span.left(), nibble.digitRect.bottom(), span.width(), bracketHeight * m_zoom);
        }
    }

    void placeCells(qreal y)
    {
        for (std::size_t i = 0; i < m_layout.cells.size(); ++i) {
            FlagCell& cell = m_layout.cells[i];
            cell.bit = flagsWordBits[i];
            cell.isSet = m_content.word & cell.bit.mask();
            cell.isDisputed = (m_content.word ^ m_content.decided) & cell.bit.mask();
            cell.isFlipped = m_content.tried && (m_content.word ^ m_content.tried->captured) & cell.bit.mask();
            cell.rect = cellRect(i, y);
            cell.nameRect = QRectF(cell.rect.left() - cellGap * m_zoom / 2, cell.rect.bottom(),
                cell.rect.width() + cellGap * m_zoom, nameHeight * m_zoom);
            cell.name = QString::fromUtf8(cell.bit.name.data(), static_cast<qsizetype>(cell.bit.name.size()));
        }
    }

    void placeGroups(qreal y)
    {
        static constexpr std::array<std::array<std::size_t, 2>, 3> spans{{{0, 3}, {4, 6}, {7, 15}}};
        for (std::size_t i = 0; i < m_layout.groups.size(); ++i) {
            const QRectF span = cellRect(spans[i][0], 0).united(cellRect(spans[i][1], 0));
            FlagGroup& group = m_layout.groups[i];
            group.part = static_cast<FlagsWordPart>(i);
            group.bracket = QRectF(span.left(), y, span.width(), bracketHeight * m_zoom);
            group.captionRect = QRectF(span.left(), group.bracket.bottom(), span.width(), captionHeight * m_zoom);
            group.caption = m_content.captions[i];
        }
    }

    /// Sentences may use the width that smaller cells leave.
    qreal boxLeft() const { return isBeside() ? rowRight() + columnGap * m_zoom : m_left; }
    qreal boxWidth() const
    {
        const qreal width = m_area.width() - boxLeft() - margin * m_zoom;
        return isBeside() ? width : std::max(rowWidth * m_zoom, width);
    }
    qreal boxTextWidth() const { return boxWidth() - 2 * boxPadding * m_zoom; }
    qreal boldHeight(const QString& text) const { return textHeight(m_fonts.boldText, text, boxTextWidth()); }
    qreal plainHeight(const QString& text) const { return textHeight(m_fonts.text, text, boxTextWidth()); }

    qreal verdictHeight() const
    {
        if (!m_content.verdict)
            return 0;
        const FlagsVerdict& verdict = *m_content.verdict;
        return boldHeight(verdict.headline) + plainHeight(verdict.reason) + boldHeight(verdict.shownAs)
            + (2 * boxPadding + 2 * gap / 2) * m_zoom;
    }

    void placeVerdict(qreal y)
    {
        if (!m_content.verdict)
            return;
        const FlagsVerdict& verdict = *m_content.verdict;
        m_layout.verdict = QRectF(boxLeft(), y, boxWidth(), verdictHeight());
        const qreal left = boxLeft() + boxPadding * m_zoom;
        const qreal between = gap / 2 * m_zoom;
        y += boxPadding * m_zoom;
        m_layout.verdictHeadline = QRectF(left, y, boxTextWidth(), boldHeight(verdict.headline));
        m_layout.verdictReason
            = QRectF(left, m_layout.verdictHeadline.bottom() + between, boxTextWidth(), plainHeight(verdict.reason));
        m_layout.verdictShownAs
            = QRectF(left, m_layout.verdictReason.bottom() + between, boxTextWidth(), boldHeight(verdict.shownAs));
    }

    qreal boxHeight() const { return m_content.tried ? triedHeight() : verdictHeight(); }

    qreal lineHeight(const QString& text) const
    {
        return textHeight(m_fonts.text, text, boxTextWidth() - markWidth * m_zoom);
    }

    qreal triedHeight() const
    {
        if (!m_content.tried)
            return 0;
        qreal height = 2 * boxPadding * m_zoom;
        for (const TriedFlags::Line& line : m_content.tried->lines)
            height += lineHeight(line.text) + gap / 3 * m_zoom;
        return height;
    }

    /// Left of each line is room for its mark.
    void placeTried(qreal y)
    {
        if (!m_content.tried)
            return;
        m_layout.triedBox = QRectF(boxLeft(), y, boxWidth(), triedHeight());
        y += boxPadding * m_zoom;
        for (const TriedFlags::Line& line : m_content.tried->lines) {
            const qreal indent = (boxPadding + markWidth) * m_zoom;
            m_layout.triedLines.emplace_back(
                boxLeft() + indent, y, boxTextWidth() - markWidth * m_zoom, lineHeight(line.text));
            y = m_layout.triedLines.back().bottom() + gap / 3 * m_zoom;
        }
    }

    const FlagsContent& m_content;
    QSizeF m_area;
    qreal m_textScale;
    FlagsFonts m_fonts;
    Arrangement m_arrangement;
    qreal m_zoom;
    qreal m_left = 0;
    qreal m_gap = 0;
    qreal m_cellHeight = 0;
    FlagsLayout m_layout;
};

} // namespace

FlagsFonts::FlagsFonts(const Theme& theme, qreal zoom, qreal textScale)
    : word(theme.font(FontRole::BigMono, zoom * 1.25))
    , digit(theme.font(FontRole::BitCell, zoom))
    , bit(theme.font(FontRole::BitCell, zoom * 1.15))
    , name(theme.font(FontRole::Caption, zoom))
    , boldName(theme.font(FontRole::CaptionBold, zoom))
    , caption(theme.font(FontRole::Caption, zoom))
    , text(theme.font(FontRole::Body, std::max(zoom, smallestText) * textScale))
    , boldText(theme.font(FontRole::BodyBold, std::max(zoom, smallestText) * textScale))
{
}

FlagsLayout layoutFlags(const FlagsContent& content, const QSizeF& area, const Theme& theme)
{
    // As large as the width allows, then smaller until the height, with its wrapped sentences, allows it too.
    std::vector zooms{std::max(minimumZoom, area.width() / (rowWidth + 2 * margin))};
    while (zooms.back() * zoomStep > minimumZoom)
        zooms.push_back(zooms.back() * zoomStep);
    const auto largest = [&](Arrangement arrangement, qreal letters) {
        const auto at = [&](qreal zoom) { return FlagsBuilder(content, area, theme, arrangement, zoom, letters); };
        const auto isTooLarge = [&](qreal zoom) { return !at(zoom).fits(); };
        const auto fitting = std::ranges::partition_point(zooms, isTooLarge);
        return at(fitting == zooms.end() ? zooms.back() : *fitting);
    };
    for (qreal letters = 1;; letters *= smallerLetters) {
        FlagsBuilder stacked = largest(Arrangement::Stacked, letters);
        FlagsBuilder beside = largest(Arrangement::Beside, letters);
        FlagsBuilder& best = beside.fits() && beside.zoom() > stacked.zoom() ? beside : stacked;
        if (best.fits() || letters < smallestLetters)
            return best.build();
    }
}

std::optional<std::size_t> FlagsLayout::cellAt(QPointF point) const
{
    const auto found = std::ranges::find_if(
        cells, [&](const FlagCell& cell) { return cell.rect.united(cell.nameRect).contains(point); });
    return found == cells.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - cells.begin()));
}

} // namespace tcpladder
