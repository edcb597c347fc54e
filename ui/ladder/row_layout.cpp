// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/layout_context.h"
#include "ui/ladder/row_label.h"

#include <algorithm>

namespace tcpladder {

namespace {

constexpr qreal arrowGap = 3; ///< between an arrow's end and the lane
constexpr qreal deltaOffset = 16;
constexpr Duration longWait = std::chrono::seconds(1); ///< from here on a pause stands out
constexpr qreal labelReach = 22;                       ///< of the selected row, which always has its label and number

QLineF arrowLine(const LayoutContext& context, const LadderSegment& segment)
{
    const LadderGeometry& geometry = context.geometry;
    const Side sender = segment.record.sender;
    const qreal gap = context.scaled(sender == Side::A ? arrowGap : -arrowGap);
    return {laneInnerEdge(geometry, sender) + gap, context.toView(tailY(geometry, segment.row)),
        laneInnerEdge(geometry, peerOf(sender)) - gap, context.toView(headY(geometry, segment.row))};
}

/// One line of the time column, below those that are there.
class TimeColumn
{
public:
    TimeColumn(LayoutContext& context, qreal y)
        : m_context(context)
        , m_y(y)
    {
    }

    void add(const QString& text, FontRole font, ColorRole color)
    {
        m_context.layout.texts.push_back(
            m_context.makeText(text, font, color, {m_context.geometry.timeRight, m_y}, Qt::AlignRight));
        m_y += m_context.scaled(deltaOffset);
    }

private:
    LayoutContext& m_context;
    qreal m_y;
};

void addTimes(LayoutContext& context, const LadderSegment& segment, qreal y)
{
    const LabelFields fields = context.contents.fields;
    const bool hasOneLine = context.geometry.scale != nullptr;
    TimeColumn column(context, y);
    const Timestamp time = segment.record.time;
    if (fields.has(LabelField::ElapsedTime))
        column.add(formatElapsed(time, context.contents.origin), FontRole::Mono, ColorRole::Text);
    if (fields.has(LabelField::ClockTime) && time != unknownTime
        && !(hasOneLine && fields.has(LabelField::ElapsedTime)))
        column.add(formatClock(time), FontRole::MonoCaption, ColorRole::Text);
    if (fields.has(LabelField::SincePrevious) && segment.sincePrevious && !hasOneLine) {
        const bool isLong = *segment.sincePrevious >= longWait;
        column.add(formatDelta(*segment.sincePrevious), isLong ? FontRole::CaptionBold : FontRole::Caption,
            isLong ? ColorRole::Text : ColorRole::SecondaryText);
    }
}

void addNumberAndTime(LayoutContext& context, const LadderSegment& segment)
{
    const LadderGeometry& geometry = context.geometry;
    const qreal y = context.toView(captureY(geometry, segment.row));
    context.layout.texts.push_back(context.makeText(QString::number(segment.number), FontRole::Body,
        ColorRole::SecondaryText, {geometry.numberRight, y}, Qt::AlignRight));
    addTimes(context, segment, y);
}

/// Where rows stand by time, marks that would cover each other become one.
void addMarks(LayoutContext& context, const LadderSegment& segment)
{
    if (segment.findings.empty())
        return;
    const LadderGeometry& geometry = context.geometry;
    const qreal y = context.toView((tailY(geometry, segment.row) + headY(geometry, segment.row)) / 2);
    const qreal size = geometry.markSize;
    const auto worst = std::ranges::max(segment.findings, {}, &LadderFinding::severity).severity;
    const QRectF rect(geometry.markLeft, y - size / 2, size, size);
    auto& marks = context.layout.marks;
    if (geometry.scale && !marks.empty() && marks.back().rect.intersects(rect)) {
        marks.back().severity = std::max(marks.back().severity, worst);
        return;
    }
    marks.push_back({rect, worst});
    if (segment.findings.size() > 1)
        context.layout.texts.push_back(context.makeText(QString::number(segment.findings.size()), FontRole::CaptionBold,
            worst, {geometry.markLeft + size + context.scaled(spacing::small), y}, Qt::AlignLeft));
}

/// What of a row there is room to write.
struct Writing
{
    bool hasLabel = true;
    bool hasNumber = true;
};

Writing writingOf(const LayoutContext& context, std::size_t row)
{
    const LadderGeometry& geometry = context.geometry;
    const auto selected = context.contents.selectedRow;
    if (!geometry.scale || row == selected)
        return {};
    const auto isFree = [&](auto&& yOf) {
        return !selected || *selected >= geometry.scale->size()
            || std::abs(yOf(row) - yOf(*selected)) >= context.scaled(labelReach);
    };
    const auto middle = [&](std::size_t of) { return (tailY(geometry, of) + headY(geometry, of)) / 2; };
    const auto capture = [&](std::size_t of) { return captureY(geometry, of); };
    return {geometry.scale->hasLabel(row) && isFree(middle), geometry.scale->hasNumber(row) && isFree(capture)};
}

} // namespace

void layOutSegment(LayoutContext& context, const LadderSegment& segment)
{
    const QLineF arrow = arrowLine(context, segment);
    const SegmentKind kind = segmentKind(segment.record.flags(), segment.record.payloadLength);
    context.layout.arrows.push_back({arrow, kind, segment.fate});
    const Writing writing = writingOf(context, segment.row);
    if (writing.hasLabel)
        layOutRowLabel(context, segment, arrow);
    if (writing.hasNumber)
        addNumberAndTime(context, segment);
    addMarks(context, segment);
    addRowSigns(
        context, segment.isBookmarked, segment.hasComment, context.toView(captureY(context.geometry, segment.row)));
}

} // namespace tcpladder
