// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overview_layout.h"

#include <QFontMetricsF>

#include <algorithm>
#include <utility>

namespace tcpladder {

namespace {

constexpr qreal labelGap = 3;
constexpr qreal laneGap = 5;    ///< between an arrow's end and the lifeline
constexpr qreal loopWidth = 46; ///< of what a host sends to itself
constexpr qreal loopHeight = 14;
constexpr qreal plateMargin = 8;
constexpr qreal flagsGap = 6;

class OverviewLayouter
{
public:
    OverviewLayouter(const OverviewContents& contents, const OverviewGeometry& geometry, const OverviewWindow& window,
        const Theme& theme)
        : m_contents(contents)
        , m_geometry(geometry)
        , m_window(window)
        , m_caption(theme.font(FontRole::MonoCaption, geometry.zoom))
        , m_bold(theme.font(FontRole::CaptionBold, geometry.zoom))
        , m_address(theme.font(FontRole::Endpoint, geometry.zoom))
    {
        m_layout.header = QRectF(0, 0, window.width, geometry.headerHeight);
        m_layout.body = QRectF(0, geometry.headerHeight, window.width, window.height - geometry.headerHeight);
    }

    OverviewLayout layOut()
    {
        m_layout.lanesLeft = m_geometry.timeRight;
        addLanes();
        addNote();
        addSelectedRow();
        for (const OverviewItem& item : m_contents.items)
            addItem(item);
        return std::move(m_layout);
    }

private:
    qreal scaled(qreal length) const { return length * m_geometry.zoom; }
    qreal toView(qreal y) const { return y - m_window.top + m_geometry.headerHeight; }
    qreal laneX(std::size_t column) const { return m_geometry.laneX(column) - m_window.left; }

    void addLanes()
    {
        const ColumnRange seen = seenColumns(m_geometry, m_window);
        for (std::size_t column = seen.first; column < seen.end; ++column) {
            const QRectF box = m_geometry.headRect(column).translated(-m_window.left, 0);
            const qreal x = laneX(column);
            const qreal end = std::min(toView(m_geometry.height()), m_layout.body.bottom());
            m_layout.lanes.emplace_back(x, m_layout.body.top(), x, end);
            if (const std::size_t head = column - m_contents.firstHead; head < m_contents.heads.size())
                addHead(box, m_contents.heads[head], m_contents.chosenColumn == column);
        }
        if (m_contents.dropColumn) {
            const qreal x = laneX(*m_contents.dropColumn) - m_geometry.laneSpacing / 2;
            m_layout.dropMark = QLineF(x, scaled(4), x, m_geometry.headerHeight - scaled(4));
        }
    }

    void addHead(const QRectF& box, const OverviewHead& head, bool isChosen)
    {
        const QRectF inner = box.adjusted(scaled(6), 0, -scaled(6), 0);
        const qreal half = inner.height() / 2;
        const QString address = m_address.elidedText(head.address, Qt::ElideMiddle, inner.width());
        m_layout.heads.push_back({box,
            {QRectF(inner.topLeft(), QSizeF(inner.width(), half + scaled(2))), address, FontRole::Endpoint,
                ColorRole::Text, Qt::AlignHCenter | Qt::AlignBottom},
            {QRectF(inner.left(), inner.top() + half + scaled(2), inner.width(), half - scaled(2)), head.detail,
                FontRole::Caption, ColorRole::SecondaryText, Qt::AlignHCenter | Qt::AlignVCenter},
            isChosen});
    }

    void addNote()
    {
        const QRectF room(
            scaled(spacing::large), 0, m_geometry.timeRight - scaled(spacing::large), m_geometry.headerHeight);
        m_layout.note
            = {room, m_contents.note, FontRole::Caption, ColorRole::SecondaryText, Qt::AlignLeft | Qt::AlignVCenter};
    }

    void addSelectedRow()
    {
        if (!m_contents.selectedRow || *m_contents.selectedRow >= m_geometry.rows)
            return;
        const qreal bottom = toView(m_geometry.arrowY(*m_contents.selectedRow)) + scaled(10);
        m_layout.selectedRow = QRectF(scaled(spacing::small), bottom - m_geometry.rowHeight,
            m_window.width - scaled(2 * spacing::small), m_geometry.rowHeight);
    }

    bool isWritten(std::size_t row) const
    {
        return !m_geometry.scale || m_geometry.scale->hasLabel(row) || m_contents.selectedRow == row;
    }

    void addItem(const OverviewItem& item)
    {
        const qreal y = toView(m_geometry.arrowY(item.row));
        if (isWritten(item.row))
            addColumns(item, y);
        const qreal from = laneX(item.from);
        const qreal to = laneX(item.to);
        if (std::max(from, to) + scaled(loopWidth) < m_geometry.timeRight || std::min(from, to) > m_window.width)
            return;
        if (item.from == item.to)
            addLoop(item, from, y);
        else
            addArrow(item, from, to, y);
    }

    void addColumns(const OverviewItem& item, qreal y)
    {
        const auto add = [&](const QString& text, FontRole font, ColorRole color, qreal right, qreal width) {
            const qreal height = scaled(16);
            m_layout.columnTexts.push_back({QRectF(right - width, y - height + scaled(2), width, height), text, font,
                color, Qt::AlignRight | Qt::AlignVCenter});
        };
        add(item.number, FontRole::Body, ColorRole::SecondaryText, m_geometry.numberRight, m_geometry.numberRight);
        add(item.time, FontRole::Mono, ColorRole::Text, m_geometry.timeRight,
            m_geometry.timeRight - m_geometry.numberRight);
    }

    void addArrow(const OverviewItem& item, qreal from, qreal to, qreal y)
    {
        const qreal gap = scaled(from < to ? laneGap : -laneGap);
        m_layout.arrows.push_back(
            {QPolygonF(QList<QPointF>{{from + gap, y}, {to - gap, y}}), item.connection, item.isFold, item.isReset});
        if (!isWritten(item.row))
            return;
        // Of a long arrow the part that is seen says it.
        const qreal left = std::max(std::min(from, to), m_geometry.timeRight) + scaled(laneGap);
        const qreal right = std::min(std::max(from, to), m_window.width) - scaled(laneGap);
        addLabel(item, {left, y - scaled(labelGap) - m_caption.height(), right - left, m_caption.height()});
    }

    /// Out to the right and back, a little lower.
    void addLoop(const OverviewItem& item, qreal x, qreal y)
    {
        const qreal gap = scaled(laneGap);
        const qreal right = x + scaled(loopWidth);
        const qreal top = y - scaled(loopHeight) / 2;
        const qreal bottom = y + scaled(loopHeight) / 2;
        m_layout.arrows.push_back({QPolygonF({{x + gap, top}, {right, top}, {right, bottom}, {x + gap, bottom}}),
            item.connection, item.isFold, item.isReset});
        if (!isWritten(item.row))
            return;
        const qreal room = std::max(scaled(60), m_geometry.laneSpacing - scaled(loopWidth + 16));
        addLabel(item, {right + gap, y - m_caption.height() / 2, room, m_caption.height()}, Qt::AlignLeft);
    }

    static QString fitting(QStringList parts, const QFontMetricsF& font, qreal room)
    {
        const auto joined = [&] { return parts.join(QStringLiteral(" · ")); };
        while (parts.size() > 1 && font.horizontalAdvance(joined()) > room)
            parts.removeLast();
        return font.elidedText(joined(), Qt::ElideRight, room);
    }

    /// Flags bold, the rest behind them; a fold's sum on a plate over its line.
    void addLabel(const OverviewItem& item, QRectF room, Qt::Alignment side = Qt::AlignHCenter)
    {
        const qreal flags = item.flags.isEmpty() ? 0 : m_bold.horizontalAdvance(item.flags) + scaled(flagsGap);
        const QFontMetricsF& font = item.isFold ? m_bold : m_caption;
        const QString text = fitting(item.parts, font, room.width() - flags);
        const qreal width = flags + font.horizontalAdvance(text);
        const qreal left = side & Qt::AlignLeft ? room.left() : room.center().x() - width / 2;
        if (item.isFold) {
            const qreal y = side & Qt::AlignLeft ? room.center().y() : room.bottom() + scaled(labelGap);
            const QRectF plate(left - scaled(plateMargin), y - font.height() / 2 - scaled(2),
                width + scaled(2 * plateMargin), font.height() + scaled(4));
            m_layout.plates.push_back(plate);
            m_layout.texts.push_back({plate, text, FontRole::CaptionBold, ColorRole::Text, Qt::AlignCenter});
            return;
        }
        m_layout.texts.push_back({QRectF(left, room.top(), flags, room.height()), item.flags, FontRole::CaptionBold,
            item.isReset ? ColorRole::ErrorMark : ColorRole::Text, Qt::AlignLeft | Qt::AlignVCenter});
        m_layout.texts.push_back({QRectF(left + flags, room.top(), width - flags, room.height()), text,
            FontRole::MonoCaption, ColorRole::SecondaryText, Qt::AlignLeft | Qt::AlignVCenter});
    }

    const OverviewContents& m_contents;
    const OverviewGeometry& m_geometry;
    const OverviewWindow& m_window;
    QFontMetricsF m_caption;
    QFontMetricsF m_bold;
    QFontMetricsF m_address;
    OverviewLayout m_layout;
};

} // namespace

OverviewLayout layOutOverview(const OverviewContents& contents, const OverviewGeometry& geometry,
    const OverviewWindow& window, const Theme& theme)
{
    return OverviewLayouter(contents, geometry, window, theme).layOut();
}

} // namespace tcpladder
