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
    struct Chip
    {
        TcpFlag flag;
        QString name;
        qreal width;
    };

    /// What has no room above the arrow stands below it, each number whole.
    void placeBesideArrow()
    {
        QStringList above = m_segment.numbers;
        QStringList below;
        while (above.size() > 1 && widthWith(above, FontRole::MonoCaption) > m_room)
            below.prepend(above.takeLast());
        const qreal tight = widthWith(above, FontRole::MonoCaption);
        if (!below.isEmpty())
            m_remarks.insert(m_remarks.begin(), {below, std::nullopt});
        if (widthWith(above, FontRole::Mono) <= m_room)
            placeAbove(above, widthWith(above, FontRole::Mono), FontRole::Mono);
        else if (tight <= m_room)
            placeAbove(above, tight, FontRole::MonoCaption);
        else
            placeNumbersBelow();
    }

    qreal widthWith(const QStringList& numbers, FontRole font)
    {
        const qreal gap = m_chips.empty() || numbers.isEmpty() ? 0 : m_context.scaled(numbersGap);
        return m_chipsWidth + gap + m_context.widthOf(numbers.join(u' '), font);
    }

    /// An arrow that slants as time has it may be steep: its label stands in its middle, with the arrow behind.
    void placeOnArrow()
    {
        QStringList numbers = m_segment.numbers;
        while (numbers.size() > 1 && widthWith(numbers, FontRole::MonoCaption) > m_room)
            numbers.removeLast();
        const qreal width = widthWith(numbers, FontRole::MonoCaption);
        const QPointF middle = m_arrow.center();
        placeChipsAt(width, middle.y());
        m_context.layout.texts.push_back(m_context.makeText(numbers.join(u' '), FontRole::MonoCaption, ColorRole::Text,
            {middle.x() + width / 2, middle.y()}, Qt::AlignRight));
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

    void placeAbove(const QStringList& numbers, qreal width, FontRole font)
    {
        const qreal right = m_arrow.center().x() + width / 2;
        const qreal y = placeChips(width);
        m_context.layout.texts.push_back(
            m_context.makeText(numbers.join(u' '), font, ColorRole::Text, {right, y}, Qt::AlignRight));
        addRemarks();
    }

    /// So narrow that even the numbers need a line of their own; the remark is left to the tooltip.
    void placeNumbersBelow()
    {
        placeChips(m_chipsWidth);
        addBelow(m_segment.numbers.join(u' '), FontRole::MonoCaption, ColorRole::Text);
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
            m_context.layout.chips.push_back({QRectF(x, y - height / 2, chip.width, height), chip.name, chip.flag});
            x += chip.width + m_context.scaled(chipGap);
        }
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
        for (const RemarkLine& line : fitRemarks(m_remarks, std::max(1, lines), roomBelow(), widthOf)) {
            const bool isGrave = line.severity && *line.severity != Severity::Note;
            addBelow(line.text, FontRole::Caption,
                isGrave ? LadderColor(Severity::Warning) : LadderColor(ColorRole::SecondaryText));
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
