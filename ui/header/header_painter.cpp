// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/header/header_painter.h"

#include "ui/support/theme.h"

#include <QFontMetricsF>
#include <QPainter>

namespace tcpladder {

namespace {

constexpr qreal tickHeight = 4;
constexpr qreal textGap = 7;
constexpr qreal padding = 3;

class HeaderPainter
{
public:
    HeaderPainter(QPainter& painter, const std::vector<HeaderBox>& boxes, const HeaderLayout& layout,
        const std::optional<FieldChoice>& marked, const Theme& theme)
        : m_painter(painter)
        , m_boxes(boxes)
        , m_layout(layout)
        , m_marked(marked)
        , m_theme(theme)
    {
    }

    void paint()
    {
        paintRuler();
        for (const HeaderSlice& slice : m_layout.slices)
            paintFrame(slice, false);
        // Marked ones last, since their edges are those of their neighbours too.
        for (const HeaderSlice& slice : m_layout.slices) {
            if (m_boxes[slice.box].choice == m_marked)
                paintFrame(slice, true);
        }
        for (const HeaderSlice& slice : m_layout.slices) {
            if (slice.hasText)
                paintText(m_boxes[slice.box], slice.rect.adjusted(padding, 0, -padding, 0));
        }
    }

private:
    void paintRuler()
    {
        m_painter.setFont(m_layout.captionFont);
        for (const RulerMark& mark : m_layout.ruler) {
            m_painter.setPen(m_theme.color(ColorRole::StrongBorder));
            const qreal height = mark.text.isEmpty() ? tickHeight / 2 : tickHeight;
            m_painter.drawLine(mark.tick, mark.tick - QPointF(0, height));
            m_painter.setPen(m_theme.color(ColorRole::SecondaryText));
            m_theme.lines().draw(m_painter, mark.textRect, Qt::AlignHCenter | Qt::AlignBottom, mark.text);
        }
    }

    void paintFrame(const HeaderSlice& slice, bool isMarked)
    {
        const HeaderBox& box = m_boxes[slice.box];
        QPen pen(m_theme.color(isMarked ? ColorRole::FieldMarkEdge : ColorRole::StrongBorder), isMarked ? 1.6 : 1);
        ColorRole fill = box.part ? ColorRole::TransportBytes : ColorRole::Panel;
        if (box.choice.field == HeaderField::Payload)
            pen.setStyle(Qt::DashLine);
        if (isMarked)
            fill = ColorRole::FieldMark;
        m_painter.setPen(pen);
        m_painter.setBrush(m_theme.color(fill));
        m_painter.drawRect(slice.rect);
    }

    ColorRole remarkRole(BoxVerdict verdict) const
    {
        switch (verdict) {
        case BoxVerdict::Bad: return ColorRole::ErrorMark;
        case BoxVerdict::Remarkable: return ColorRole::NoteMark;
        case BoxVerdict::Good:
        case BoxVerdict::Plain: break;
        }
        return ColorRole::SecondaryText;
    }

    qreal widthOf(const QString& text, const QFont& font) const { return m_theme.lines().widthOf(text, font); }

    void text(const QRectF& rect, Qt::Alignment alignment, const QString& words, const QFont& font, ColorRole role)
    {
        m_painter.setFont(font);
        m_painter.setPen(m_theme.color(role));
        m_theme.lines().draw(m_painter, rect, alignment, words);
    }

    QString fittingCaption(const HeaderBox& box, qreal room) const
    {
        for (const QString& caption : {box.caption, box.shortCaption}) {
            if (widthOf(caption, m_layout.captionFont) <= room)
                return caption;
        }
        return {};
    }

    void paintText(const HeaderBox& box, const QRectF& rect)
    {
        if (!m_layout.isTwoLined) {
            paintLine(box, rect, true);
            return;
        }
        const QRectF upper(rect.left(), rect.top() + rect.height() * 0.07, rect.width(), rect.height() * 0.42);
        text(upper, Qt::AlignCenter, fittingCaption(box, rect.width()), m_layout.captionFont, ColorRole::SecondaryText);
        paintLine(box, {rect.left(), upper.bottom(), rect.width(), rect.height() * 0.47}, false);
    }

    /// Caption, value and remark in the middle of the box; what has no room is left to the tooltip, the value last.
    void paintLine(const HeaderBox& box, const QRectF& rect, bool withCaption)
    {
        const qreal value = widthOf(box.value, m_layout.valueFont);
        const qreal remark = box.remark.isEmpty() ? 0 : textGap + widthOf(box.remark, m_layout.remarkFont);
        const qreal room = rect.width() - value - textGap;
        QString caption = withCaption ? fittingCaption(box, room - remark) : QString();
        const bool hasRemark = remark > 0 && remark <= rect.width() - value;
        if (caption.isEmpty() && withCaption && !hasRemark)
            caption = fittingCaption(box, room);
        const qreal captionWidth = caption.isEmpty() ? 0 : widthOf(caption, m_layout.captionFont) + textGap;
        qreal x = rect.center().x() - (captionWidth + value + (hasRemark ? remark : 0)) / 2;
        const auto place = [&](qreal width) { return QRectF(x, rect.top(), width, rect.height()); };
        constexpr Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
        text(place(captionWidth), alignment, caption, m_layout.captionFont, ColorRole::SecondaryText);
        x += captionWidth;
        text(place(value), alignment, box.value, m_layout.valueFont, ColorRole::Text);
        x += value + textGap;
        if (hasRemark)
            text(place(remark), alignment, box.remark, m_layout.remarkFont, remarkRole(box.verdict));
    }

    QPainter& m_painter;
    const std::vector<HeaderBox>& m_boxes;
    const HeaderLayout& m_layout;
    const std::optional<FieldChoice>& m_marked;
    const Theme& m_theme;
};

} // namespace

void paintHeader(QPainter& painter, const std::vector<HeaderBox>& boxes, const HeaderLayout& layout,
    const std::optional<FieldChoice>& marked, const Theme& theme)
{
    HeaderPainter(painter, boxes, layout, marked, theme).paint();
}

} // namespace tcpladder
