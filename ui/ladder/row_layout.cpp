// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/layout_context.h"
#include "ui/ladder/remark_lines.h"

#include <algorithm>
#include <array>

namespace tcpladder {

namespace {

constexpr qreal chipHeight = 18;
constexpr qreal chipPadding = 6;
constexpr qreal chipGap = 4;
constexpr qreal numbersGap = 8;
constexpr qreal labelGap = 4;  ///< between the arrow and what is written above it
constexpr qreal remarkGap = 2; ///< and below it
constexpr qreal arrowGap = 3;  ///< between an arrow's end and the lane
constexpr qreal remarkMargin = 8;
constexpr qreal labelMargin = 20; ///< that a label keeps from the lanes
constexpr qreal deltaOffset = 16;
constexpr qreal noteOffset = 12;
constexpr Duration longWait = std::chrono::seconds(1); ///< from here on a pause stands out

/// As people say them: what opens or closes first.
constexpr std::array spokenOrder{TcpFlag::Syn, TcpFlag::Fin, TcpFlag::Rst, TcpFlag::Psh, TcpFlag::Ack, TcpFlag::Urg,
    TcpFlag::Ece, TcpFlag::Cwr, TcpFlag::Ae};

QString flagName(TcpFlag flag)
{
    const auto* found = std::ranges::find(tcpFlagNames, flag, &TcpFlagName::flag);
    return QString::fromUtf8(found->name.data(), static_cast<qsizetype>(found->name.size()));
}

QLineF arrowLine(const LayoutContext& context, const LadderSegment& segment)
{
    const LadderGeometry& geometry = context.geometry;
    const Side sender = segment.record.side();
    const qreal gap = context.scaled(sender == Side::A ? arrowGap : -arrowGap);
    return {laneInnerEdge(geometry, sender) + gap, context.toView(tailY(geometry, segment.row)),
        laneInnerEdge(geometry, peerOf(sender)) - gap, context.toView(headY(geometry, segment.row))};
}

/// y of the arrow at an end of a text of that width, which stands in the arrow's middle: the end that is nearer the
/// tail lies highest, the other one lowest.
qreal arrowYAtText(const QLineF& arrow, qreal width, bool nearTail)
{
    const qreal reach = std::min(0.5, width / 2 / std::abs(arrow.dx()));
    return arrow.pointAt(nearTail ? 0.5 - reach : 0.5 + reach).y();
}

class RowLabel
{
public:
    RowLabel(LayoutContext& context, const LadderSegment& segment, const QLineF& arrow)
        : m_context(context)
        , m_segment(segment)
        , m_arrow(arrow)
        , m_room(std::abs(arrow.dx()) - 2 * context.scaled(labelMargin))
    {
        for (const TcpFlag flag : spokenOrder) {
            if (segment.record.has(flag))
                addChip(flag);
        }
    }

    void place()
    {
        const qreal gap = m_chips.empty() ? 0 : m_context.scaled(numbersGap);
        const qreal whole = m_chipsWidth + gap + m_context.widthOf(m_segment.numbers, FontRole::Mono);
        const qreal tight = m_chipsWidth + gap + m_context.widthOf(m_segment.numbers, FontRole::MonoCaption);
        if (whole <= m_room)
            placeAbove(whole, FontRole::Mono);
        else if (tight <= m_room)
            placeAbove(tight, FontRole::MonoCaption);
        else
            placeNumbersBelow();
    }

private:
    struct Chip
    {
        TcpFlag flag;
        QString name;
        qreal width;
    };

    void addChip(TcpFlag flag)
    {
        const QString name = flagName(flag);
        const qreal width = m_context.widthOf(name, FontRole::Chip) + 2 * m_context.scaled(chipPadding);
        m_chipsWidth += width + (m_chips.empty() ? 0 : m_context.scaled(chipGap));
        m_chips.push_back({flag, name, width});
    }

    void placeAbove(qreal width, FontRole font)
    {
        const qreal right = m_arrow.center().x() + width / 2;
        const qreal y = placeChips(width);
        m_context.layout.texts.push_back(
            m_context.makeText(m_segment.numbers, font, ColorRole::Text, {right, y}, Qt::AlignRight));
        addRemarks();
    }

    /// So narrow that even the numbers need a line of their own; the remark is left to the tooltip.
    void placeNumbersBelow()
    {
        placeChips(m_chipsWidth);
        addBelow(m_segment.numbers, FontRole::MonoCaption, ColorRole::Text);
    }

    qreal placeChips(qreal labelWidth)
    {
        const qreal height = m_context.scaled(chipHeight);
        const qreal y = arrowYAtText(m_arrow, labelWidth, true) - m_context.scaled(labelGap) - height / 2;
        qreal x = m_arrow.center().x() - labelWidth / 2;
        for (const Chip& chip : m_chips) {
            m_context.layout.chips.push_back({QRectF(x, y - height / 2, chip.width, height), chip.name, chip.flag});
            x += chip.width + m_context.scaled(chipGap);
        }
        return y;
    }

    qreal roomBelow() const { return std::abs(m_arrow.dx()) - 2 * m_context.scaled(remarkMargin); }

    /// Text below what is there already.
    void addBelow(const QString& text, FontRole font, LadderColor color)
    {
        const QString fitting = m_context.elided(text, font, roomBelow());
        const qreal width = m_context.widthOf(fitting, font);
        const qreal height = m_context.lineHeight(font);
        const qreal y = std::max(arrowYAtText(m_arrow, width, false) + m_context.scaled(remarkGap), m_bottom);
        m_context.layout.texts.push_back(
            m_context.makeText(fitting, font, color, {m_arrow.center().x(), y + height / 2}, Qt::AlignHCenter));
        m_bottom = y + height;
    }

    void addRemarks()
    {
        const qreal room = remarkRoom(m_context.geometry) - m_context.scaled(remarkGap);
        const auto lines = static_cast<int>(room / m_context.lineHeight(FontRole::Caption));
        const auto widthOf = [this](const QString& text) { return m_context.widthOf(text, FontRole::Caption); };
        for (const RemarkLine& line : fitRemarks(m_segment.remarks, std::max(1, lines), roomBelow(), widthOf)) {
            const bool isGrave = line.severity && *line.severity != Severity::Note;
            addBelow(line.text, FontRole::Caption,
                isGrave ? LadderColor(Severity::Warning) : LadderColor(ColorRole::SecondaryText));
        }
    }

    LayoutContext& m_context;
    const LadderSegment& m_segment;
    QLineF m_arrow;
    qreal m_room;
    qreal m_bottom = 0; ///< of what stands below the arrow
    std::vector<Chip> m_chips;
    qreal m_chipsWidth = 0;
};

void addNumberAndTime(LayoutContext& context, const LadderSegment& segment)
{
    const LadderGeometry& geometry = context.geometry;
    const qreal y = context.toView(tailY(geometry, segment.row));
    auto& texts = context.layout.texts;
    texts.push_back(context.makeText(QString::number(segment.row + 1), FontRole::Body, ColorRole::SecondaryText,
        {geometry.numberRight, y}, Qt::AlignRight));
    texts.push_back(context.makeText(formatElapsed(segment.record.time, context.contents.origin), FontRole::Mono,
        ColorRole::Text, {geometry.timeRight, y}, Qt::AlignRight));
    if (segment.sincePrevious) {
        const bool isLong = *segment.sincePrevious >= longWait;
        texts.push_back(context.makeText(formatDelta(*segment.sincePrevious),
            isLong ? FontRole::CaptionBold : FontRole::Caption, isLong ? ColorRole::Text : ColorRole::SecondaryText,
            {geometry.timeRight, y + context.scaled(deltaOffset)}, Qt::AlignRight));
    }
}

void addMarks(LayoutContext& context, const LadderSegment& segment)
{
    if (segment.findings.empty())
        return;
    const LadderGeometry& geometry = context.geometry;
    const qreal y = context.toView(tailY(geometry, segment.row)) + geometry.slope / 2;
    const qreal size = geometry.markSize;
    const auto worst = std::ranges::max(segment.findings, {}, &LadderFinding::severity).severity;
    context.layout.marks.push_back({QRectF(geometry.markLeft, y - size / 2, size, size), worst});
    if (segment.findings.size() > 1)
        context.layout.texts.push_back(context.makeText(QString::number(segment.findings.size()), FontRole::CaptionBold,
            worst, {geometry.markLeft + size + context.scaled(spacing::small), y}, Qt::AlignLeft));
}

QPolygonF zigzag(const LayoutContext& context, qreal left, qreal right, qreal y)
{
    const qreal step = context.scaled(14);
    const qreal height = context.scaled(6);
    constexpr int teeth = 6;
    const qreal start = (left + right - teeth * step) / 2;
    QPolygonF line{QPointF(left, y), QPointF(start, y)};
    for (int i = 0; i < teeth; ++i)
        line << QPointF(start + (i + 0.5) * step, i % 2 == 0 ? y - height : y + height);
    line << QPointF(start + teeth * step, y) << QPointF(right, y);
    return line;
}

} // namespace

void layOutSegment(LayoutContext& context, const LadderSegment& segment)
{
    const QLineF arrow = arrowLine(context, segment);
    const SegmentKind kind = segmentKind(segment.record.flags(), segment.record.payloadLength);
    context.layout.arrows.push_back({arrow, kind, segment.style});
    RowLabel(context, segment, arrow).place();
    addNumberAndTime(context, segment);
    addMarks(context, segment);
}

void layOutTrailingRow(LayoutContext& context, std::size_t position)
{
    const LadderTrailingRow& row = context.contents.trailing[position];
    const LadderGeometry& geometry = context.geometry;
    const std::size_t index = context.contents.segmentCount + position;
    const qreal gap = context.scaled(labelMargin);
    const qreal left = laneInnerEdge(geometry, Side::A) + gap;
    const qreal right = laneInnerEdge(geometry, Side::B) - gap;
    const qreal y = context.toView(tailY(geometry, index)) + context.scaled(spacing::medium);
    const bool isQuiet = row.kind == LadderTrailingRow::Kind::Quiet;
    const QString text = context.elided(row.text, FontRole::Caption, right - left);
    context.layout.texts.push_back(context.makeText(text, FontRole::Caption, ColorRole::SecondaryText,
        {(left + right) / 2, y - context.scaled(isQuiet ? 18 : 12)}, Qt::AlignHCenter));
    context.layout.strokes.push_back(
        {isQuiet ? zigzag(context, left, right, y) : QPolygonF{QPointF(left, y), QPointF(right, y)},
            isQuiet ? LadderStroke::Kind::Quiet : LadderStroke::Kind::Dotted});
    if (!row.note.isEmpty())
        context.layout.texts.push_back(
            context.makeText(context.elided(row.note, FontRole::Caption, right - left), FontRole::Caption,
                ColorRole::SecondaryText, {(left + right) / 2, y + context.scaled(noteOffset)}, Qt::AlignHCenter));
    if (row.time != unknownTime)
        context.layout.texts.push_back(context.makeText(formatElapsed(row.time, context.contents.origin),
            FontRole::Mono, ColorRole::SecondaryText, {geometry.timeRight, y}, Qt::AlignRight));
}

} // namespace tcpladder
