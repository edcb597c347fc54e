// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/header/header_layout.h"

#include "ui/support/theme.h"

#include <algorithm>

namespace tcpladder {

namespace {

constexpr std::size_t bitsPerRow = 32;
constexpr qreal smallestRow = 18;
constexpr qreal largestRow = 74;
constexpr qreal twoLinesFrom = 31;
constexpr qreal margin = 10;
constexpr qreal bottomMargin = 5;
constexpr qreal tickHeight = 5;
constexpr qreal plainWidth = 530; // for which the fonts are meant

class HeaderBuilder
{
public:
    HeaderBuilder(const std::vector<HeaderBox>& boxes, const QSizeF& area, const Theme& theme)
        : m_boxes(boxes)
        , m_width(area.width() - 2 * margin)
    {
        for (const HeaderBox& box : boxes)
            m_rows = std::max(m_rows, isData(box) ? 0 : (box.firstBit + box.bitCount + bitsPerRow - 1) / bitsPerRow);
        const bool hasData = !boxes.empty() && isData(boxes.back());
        const auto rows = static_cast<qreal>(m_rows + hasData);
        const qreal room = area.height() - rulerHeight(1) - bottomMargin;
        m_layout.rowHeight = std::clamp(room / std::max<qreal>(1, rows), smallestRow, largestRow);
        setFonts(theme);
        m_layout.height = m_top + rows * m_layout.rowHeight + bottomMargin;
    }

    HeaderLayout build()
    {
        placeRuler();
        for (std::size_t i = 0; i < m_boxes.size(); ++i) {
            if (isData(m_boxes[i]))
                m_layout.slices.push_back({i, rowRect(m_rows, 0, bitsPerRow), true});
            else
                placeBox(i);
        }
        return std::move(m_layout);
    }

private:
    static bool isData(const HeaderBox& box) { return box.choice.field == HeaderField::Payload; }
    static qreal rulerHeight(qreal zoom) { return 17 * zoom; }

    void setFonts(const Theme& theme)
    {
        m_layout.isTwoLined = m_layout.rowHeight >= twoLinesFrom;
        const qreal lineHeight = m_layout.isTwoLined ? m_layout.rowHeight / 2 : m_layout.rowHeight;
        m_zoom = std::clamp(std::min(lineHeight / 19, m_width / plainWidth), 0.85, 2.2);
        m_layout.captionFont = theme.font(FontRole::Caption, m_zoom * 0.9);
        m_layout.valueFont = theme.font(FontRole::Mono, m_zoom);
        m_layout.remarkFont = theme.font(FontRole::Caption, m_zoom * 0.95);
        m_top = rulerHeight(m_zoom);
    }

    QRectF rowRect(std::size_t row, std::size_t firstBit, std::size_t bits) const
    {
        const qreal bit = m_width / bitsPerRow;
        return {margin + static_cast<qreal>(firstBit) * bit, m_top + static_cast<qreal>(row) * m_layout.rowHeight,
            static_cast<qreal>(bits) * bit, m_layout.rowHeight};
    }

    void placeRuler()
    {
        for (std::size_t bit = 0; bit < bitsPerRow; ++bit) {
            const QRectF below = rowRect(0, bit, 1);
            RulerMark mark{{below.center().x(), m_top}, {}, {}};
            if (bit % 4 == 0 || bit == bitsPerRow - 1) {
                mark.text = QString::number(bit);
                const qreal width = 3 * below.width();
                mark.textRect = QRectF(mark.tick.x() - width / 2, 0, width, m_top - tickHeight);
            }
            m_layout.ruler.push_back(mark);
        }
    }

    void placeBox(std::size_t index)
    {
        const HeaderBox& box = m_boxes[index];
        const std::size_t firstSlice = m_layout.slices.size();
        const std::size_t end = box.firstBit + box.bitCount;
        for (std::size_t bit = box.firstBit; bit < end;) {
            const std::size_t row = bit / bitsPerRow;
            const std::size_t last = std::min(end, (row + 1) * bitsPerRow);
            m_layout.slices.push_back({index, rowRect(row, bit % bitsPerRow, last - bit), false});
            bit = last;
        }
        const auto slices = std::ranges::subrange(
            m_layout.slices.begin() + static_cast<std::ptrdiff_t>(firstSlice), m_layout.slices.end());
        std::ranges::max_element(slices, {}, [](const HeaderSlice& slice) { return slice.rect.width(); })->hasText
            = true;
    }

    const std::vector<HeaderBox>& m_boxes;
    qreal m_width;
    qreal m_zoom = 1;
    qreal m_top = 0;
    std::size_t m_rows = 0;
    HeaderLayout m_layout;
};

} // namespace

std::optional<std::size_t> HeaderLayout::boxAt(QPointF point) const
{
    const auto found
        = std::ranges::find_if(slices, [&](const HeaderSlice& slice) { return slice.rect.contains(point); });
    if (found == slices.end())
        return {};
    return found->box;
}

HeaderLayout layoutHeader(const std::vector<HeaderBox>& boxes, const QSizeF& area, const Theme& theme)
{
    return HeaderBuilder(boxes, area, theme).build();
}

} // namespace tcpladder
