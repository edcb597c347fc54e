// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/row_label.h"

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
constexpr qreal remarkMargin = 8;
constexpr qreal plateMargin = 5;
constexpr qreal labelMargin = 20; ///< that a label keeps from the lanes

constexpr QStringView numberSeparator = u" ";

/// As people say them: what opens or closes first.
constexpr std::array spokenOrder{TcpFlag::Syn, TcpFlag::Fin, TcpFlag::Rst, TcpFlag::Psh, TcpFlag::Ack, TcpFlag::Urg,
    TcpFlag::Ece, TcpFlag::Cwr, TcpFlag::Ae};

QString flagName(TcpFlag flag)
{
    const auto* found = std::ranges::find(tcpFlagNames, flag, &TcpFlagName::flag);
    return QString::fromUtf8(found->name.data(), static_cast<qsizetype>(found->name.size()));
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
        , m_remarks(segment.remarks)
        , m_room(std::abs(arrow.dx()) - 2 * context.scaled(labelMargin))
    {
        for (const TcpFlag flag : spokenOrder) {
            if (segment.record.has(flag))
                addChip(flag);
        }
    }

    void place()
    {
        if (m_context.geometry.scale)
            placeOnArrow();
        else
            placeBesideArrow();
    }

private:
    using Numbers = std::span<const LabelPart>;

    struct Chip
    {
        TcpFlag flag;
        QString name;
        qreal width;
    };

    /// What has no room above the arrow stands below it, each number whole.
    void placeBesideArrow()
    {
        const Numbers all = m_segment.numbers;
        const Numbers above = all.first(countThatFits());
        const Numbers below = all.subspan(above.size());
        const qreal tight = widthWith(above, FontRole::MonoCaption);
        if (!below.empty())
            m_remarks.insert(m_remarks.begin(), {{below.begin(), below.end()}, std::nullopt});
        if (widthWith(above, FontRole::Mono) <= m_room)
            placeAbove(above, widthWith(above, FontRole::Mono), FontRole::Mono);
        else if (tight <= m_room)
            placeAbove(above, tight, FontRole::MonoCaption);
        else
            placeNumbersBelow();
    }

    /// Numbers that have room beside the chips, at least one.
    std::size_t countThatFits()
    {
        const Numbers all = m_segment.numbers;
        std::size_t count = all.size();
        while (count > 1 && widthWith(all.first(count), FontRole::MonoCaption) > m_room)
            --count;
        return count;
    }

    qreal widthWith(Numbers numbers, FontRole font)
    {
        const qreal gap = m_chips.empty() || numbers.empty() ? 0 : m_context.scaled(numbersGap);
        return m_chipsWidth + gap + m_context.widthOf(joined(numbers, numberSeparator), font);
    }

    void addNumbers(Numbers numbers, FontRole font, QPointF anchor)
    {
        const LadderText& text = m_context.layout.texts.emplace_back(
            m_context.makeText(joined(numbers, numberSeparator), font, ColorRole::Text, anchor, Qt::AlignRight));
        m_context.addFields(m_segment.row, numbers, numberSeparator, text);
    }

    /// An arrow that slants as time has it may be steep: its label stands in its middle, with the arrow behind.
    void placeOnArrow()
    {
        const Numbers numbers = Numbers(m_segment.numbers).first(countThatFits());
        const qreal width = widthWith(numbers, FontRole::MonoCaption);
        const QPointF middle = m_arrow.center();
        placeChipsAt(width, middle.y());
        addNumbers(numbers, FontRole::MonoCaption, {middle.x() + width / 2, middle.y()});
        const QSizeF plate(width + 2 * m_context.scaled(plateMargin), m_context.scaled(chipHeight + 2));
        m_context.layout.plates.push_back(
            {middle.x() - plate.width() / 2, middle.y() - plate.height() / 2, plate.width(), plate.height()});
    }

    void addChip(TcpFlag flag)
    {
        const QString name = flagName(flag);
        const qreal width = m_context.widthOf(name, FontRole::Chip) + 2 * m_context.scaled(chipPadding);
        m_chipsWidth += width + (m_chips.empty() ? 0 : m_context.scaled(chipGap));
        m_chips.push_back({flag, name, width});
    }

    void placeAbove(Numbers numbers, qreal width, FontRole font)
    {
        const qreal right = m_arrow.center().x() + width / 2;
        const qreal y = placeChips(width);
        addNumbers(numbers, font, {right, y});
        addRemarks();
    }

    /// So narrow that even the numbers need a line of their own; the remark is left to the tooltip.
    void placeNumbersBelow()
    {
        placeChips(m_chipsWidth);
        addBelow(joined(m_segment.numbers, numberSeparator), FontRole::MonoCaption, ColorRole::Text, m_segment.numbers,
            numberSeparator);
    }

    qreal placeChips(qreal labelWidth)
    {
        const qreal height = m_context.scaled(chipHeight);
        const qreal y = arrowYAtText(m_arrow, labelWidth, true) - m_context.scaled(labelGap) - height / 2;
        placeChipsAt(labelWidth, y);
        return y;
    }

    void placeChipsAt(qreal labelWidth, qreal y)
    {
        const qreal height = m_context.scaled(chipHeight);
        qreal x = m_arrow.center().x() - labelWidth / 2;
        for (const Chip& chip : m_chips) {
            const QRectF rect(x, y - height / 2, chip.width, height);
            m_context.layout.chips.push_back({rect, chip.name, chip.flag});
            m_context.addField({rect, m_segment.row, {.field = HeaderField::TcpFlags}});
            x += chip.width + m_context.scaled(chipGap);
        }
    }

    qreal roomBelow() const { return std::abs(m_arrow.dx()) - 2 * m_context.scaled(remarkMargin); }

    /// Text below what is there already, with the fields of the parts that it begins with.
    void addBelow(const QString& text, FontRole font, LadderColor color, Numbers parts, QStringView separator)
    {
        const QString fitting = m_context.elided(text, font, roomBelow());
        const qreal width = m_context.widthOf(fitting, font);
        const qreal height = m_context.lineHeight(font);
        const qreal y = std::max(arrowYAtText(m_arrow, width, false) + m_context.scaled(remarkGap), m_bottom);
        const LadderText& placed = m_context.layout.texts.emplace_back(
            m_context.makeText(fitting, font, color, {m_arrow.center().x(), y + height / 2}, Qt::AlignHCenter));
        if (fitting == text)
            m_context.addFields(m_segment.row, parts, separator, placed);
        m_bottom = y + height;
    }

    void addRemarks()
    {
        const qreal room = remarkRoom(m_context.geometry) - m_context.scaled(remarkGap);
        const auto lines = static_cast<int>(room / m_context.lineHeight(FontRole::Caption));
        const auto widthOf = [this](const QString& text) { return m_context.widthOf(text, FontRole::Caption); };
        for (const RemarkLine& line : fitRemarks(m_remarks, std::max(1, lines), roomBelow(), widthOf)) {
            const bool isGrave = line.severity && *line.severity != Severity::Note;
            addBelow(line.text(), FontRole::Caption,
                isGrave ? LadderColor(Severity::Warning) : LadderColor(ColorRole::SecondaryText), line.items,
                remarkSeparator);
        }
    }

    LayoutContext& m_context;
    const LadderSegment& m_segment;
    QLineF m_arrow;
    std::vector<LadderRemark> m_remarks;
    qreal m_room;
    qreal m_bottom = 0; ///< of what stands below the arrow
    std::vector<Chip> m_chips;
    qreal m_chipsWidth = 0;
};

} // namespace

void layOutRowLabel(LayoutContext& context, const LadderSegment& segment, const QLineF& arrow)
{
    RowLabel(context, segment, arrow).place();
}

} // namespace tcpladder
