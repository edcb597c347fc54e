// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/header/header_boxes.h"

#include "ui/header/field_marks.h"
#include "ui/header/shown_segment.h"
#include "ui/support/format_text.h"
#include "ui/support/translate_message.h"

#include <QCoreApplication>

namespace tcpladder {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(header)
};

struct BoxCaption
{
    const char* whole;
    const char* brief;
};

BoxCaption captionOf(HeaderField field)
{
    switch (field) {
    case HeaderField::TcpSourcePort:
        return {QT_TRANSLATE_NOOP("header", "source port"), QT_TRANSLATE_NOOP("header", "from")};
    case HeaderField::TcpDestinationPort:
        return {QT_TRANSLATE_NOOP("header", "destination port"), QT_TRANSLATE_NOOP("header", "to")};
    case HeaderField::TcpSequence:
        return {QT_TRANSLATE_NOOP("header", "sequence number"), QT_TRANSLATE_NOOP("header", "seq")};
    case HeaderField::TcpAcknowledgment:
        return {QT_TRANSLATE_NOOP("header", "acknowledgment number"), QT_TRANSLATE_NOOP("header", "ack")};
    case HeaderField::TcpDataOffset:
        return {QT_TRANSLATE_NOOP("header", "data offset"), QT_TRANSLATE_NOOP("header", "offset")};
    case HeaderField::TcpReserved:
        return {QT_TRANSLATE_NOOP("header", "reserved"), QT_TRANSLATE_NOOP("header", "rsrvd")};
    case HeaderField::TcpFlags: return {QT_TRANSLATE_NOOP("header", "flags"), QT_TRANSLATE_NOOP("header", "flags")};
    case HeaderField::TcpWindow: return {QT_TRANSLATE_NOOP("header", "window"), QT_TRANSLATE_NOOP("header", "window")};
    case HeaderField::TcpChecksum:
        return {QT_TRANSLATE_NOOP("header", "checksum"), QT_TRANSLATE_NOOP("header", "checksum")};
    case HeaderField::TcpUrgentPointer:
        return {QT_TRANSLATE_NOOP("header", "urgent pointer"), QT_TRANSLATE_NOOP("header", "urgent")};
    default: break;
    }
    return {QT_TRANSLATE_NOOP("header", "data"), QT_TRANSLATE_NOOP("header", "data")};
}

QString hexText(Bytes bytes)
{
    QStringList words;
    for (const std::byte byte : bytes)
        words << QStringLiteral("%1").arg(std::to_integer<uint>(byte), 2, 16, QLatin1Char('0'));
    return words.join(QLatin1Char(' '));
}

class BoxLister
{
public:
    explicit BoxLister(const ShownSegment& shown)
        : m_shown(shown)
        , m_details(*shown.details())
        , m_start(std::size_t{m_details.segment.transportOffset} * 8)
    {
    }

    std::vector<HeaderBox> list()
    {
        for (std::size_t i = 0; i < m_details.fields.size(); ++i) {
            const PacketField& field = m_details.fields[i];
            const FieldChoice choice = choiceOf(m_details.fields, i);
            if (field.field == HeaderField::TcpOption)
                addOption(choice, field);
            else if (isTcpHeaderField(field.field) || field.field == HeaderField::Payload)
                addField(choice, field);
        }
        return std::move(m_boxes);
    }

private:
    HeaderBox boxOf(const FieldChoice& choice, const PacketField& field) const
    {
        HeaderBox box;
        box.choice = choice;
        box.firstBit = std::size_t{field.offset} * 8 + field.firstBit - m_start;
        box.bitCount = field.bitCount ? field.bitCount : std::size_t{field.length} * 8;
        return box;
    }

    void addField(const FieldChoice& choice, const PacketField& field)
    {
        HeaderBox box = boxOf(choice, field);
        const BoxCaption caption = captionOf(field.field);
        box.caption = Words::tr(caption.whole);
        box.shortCaption = Words::tr(caption.brief);
        box.value = QString::number(field.value);
        if (isKnown(field.field))
            addRemark(box, field);
        else
            box.value = QStringLiteral("?");
        m_boxes.push_back(box);
    }

    /// Whether the value was captured or written, not filled in when the packet was rebuilt from a summary.
    bool isKnown(HeaderField field) const
    {
        const TcpFieldSet known = m_details.segment.known;
        switch (field) {
        case HeaderField::TcpSequence: return known.has(TcpField::Sequence);
        case HeaderField::TcpAcknowledgment: return known.has(TcpField::Acknowledgment);
        case HeaderField::TcpDataOffset: return known.has(TcpField::HeaderLength);
        case HeaderField::TcpWindow: return known.has(TcpField::Window);
        case HeaderField::TcpChecksum: return known.has(TcpField::Checksum);
        case HeaderField::TcpUrgentPointer: return known.has(TcpField::UrgentPointer);
        default: return true;
        }
    }

    void addRemark(HeaderBox& box, const PacketField& field) const
    {
        switch (field.field) {
        case HeaderField::TcpSequence: box.remark = relative(field, m_shown.context().sequenceOrigin); break;
        case HeaderField::TcpAcknowledgment:
            if (m_details.segment.has(TcpFlag::Ack))
                box.remark = relative(field, m_shown.context().acknowledgmentOrigin);
            break;
        case HeaderField::TcpFlags: addFlags(box, field); break;
        case HeaderField::TcpWindow: addWindow(box); break;
        case HeaderField::TcpChecksum: addChecksum(box, field); break;
        case HeaderField::Payload: box.value = formatBytes(m_details.segment.payloadLength); break;
        default: break;
        }
    }

    static QString relative(const PacketField& field, const std::optional<SequenceNumber>& origin)
    {
        if (!origin)
            return {};
        const SequenceNumber number{static_cast<std::uint32_t>(field.value)};
        return Words::tr("relative %1").arg(formatSequence(number, *origin, SequenceStyle::Relative));
    }

    static void addFlags(HeaderBox& box, const PacketField& field)
    {
        const TcpFlags flags(static_cast<std::uint16_t>(field.value));
        box.value = QString::fromStdString(formatFlagsHex(flags));
        box.remark = QString::fromStdString(formatFlags(flags));
    }

    void addWindow(HeaderBox& box) const
    {
        const std::optional<std::uint32_t> bytes = scaledWindow(m_details.segment, m_shown.context());
        if (!bytes) {
            box.remark = Words::tr("scale ?");
        } else if (*bytes != m_details.segment.window) {
            const uint factor = 1U << *m_shown.context().windowShift;
            box.remark = QStringLiteral("× %1 = %2").arg(factor).arg(*bytes);
        }
    }

    void addChecksum(HeaderBox& box, const PacketField& field) const
    {
        box.value = QStringLiteral("0x%1").arg(field.value, 4, 16, QLatin1Char('0'));
        switch (m_details.segment.checksumStatus) {
        case ChecksumStatus::Good:
            box.remark = rightChecksum();
            box.verdict = BoxVerdict::Good;
            break;
        case ChecksumStatus::Partial:
            box.remark = Words::tr("left to the network card");
            box.verdict = BoxVerdict::Remarkable;
            break;
        case ChecksumStatus::Bad:
            box.remark = Words::tr("✗ wrong");
            box.verdict = BoxVerdict::Bad;
            break;
        case ChecksumStatus::Unverified: box.remark = Words::tr("not verifiable"); break;
        case ChecksumStatus::Unknown:
        case ChecksumStatus::Absent: break;
        }
    }

    /// A text's bytes may hold other flags than were sent; then the checksum is right for those that were.
    QString rightChecksum() const
    {
        if (!m_shown.dispute())
            return Words::tr("✓ right");
        return Words::tr("✓ right for %1").arg(QString::fromStdString(formatFlags(m_shown.dispute()->decided)));
    }

    void addOption(const FieldChoice& choice, const PacketField& field)
    {
        const Bytes bytes = Bytes(m_details.bytes).subspan(field.offset, field.length);
        for (const TcpOptionPart& part : listOptionParts(field.option, bytes)) {
            HeaderBox box = boxOf(choice, field);
            const std::size_t within = part.offset - std::size_t{field.option.offset};
            box.firstBit += within * 8;
            box.bitCount = std::size_t{part.length} * 8;
            box.part = part;
            wordOption(box, field.option, part, bytes.subspan(within, part.length));
            m_boxes.push_back(box);
        }
    }

    void wordOption(HeaderBox& box, const TcpOptionEntry& option, const TcpOptionPart& part, Bytes bytes) const
    {
        box.value = part.kind == TcpOptionPartKind::Head || part.kind == TcpOptionPartKind::Other
                || part.kind == TcpOptionPartKind::FastOpenCookie
            ? hexText(bytes)
            : QString::number(part.value);
        box.remark = translateMessage(optionRemark(part, m_details.segment));
        box.caption = partCaption(option, part.kind);
        box.shortCaption = box.caption;
        if (option.kind == static_cast<std::uint8_t>(TcpOptionKind::NoOperation))
            box.shortCaption = QStringLiteral("NOP");
        if (option.malformed)
            box.verdict = BoxVerdict::Bad;
    }

    static QString partCaption(const TcpOptionEntry& option, TcpOptionPartKind kind)
    {
        switch (kind) {
        case TcpOptionPartKind::MaximumSegmentSize: return QStringLiteral("MSS");
        case TcpOptionPartKind::WindowShift: return Words::tr("shift");
        case TcpOptionPartKind::TimestampValue: return QStringLiteral("TSval");
        case TcpOptionPartKind::TimestampEcho: return QStringLiteral("TSecr");
        case TcpOptionPartKind::SackLeft: return Words::tr("block from");
        case TcpOptionPartKind::SackRight: return Words::tr("block to before");
        case TcpOptionPartKind::FastOpenCookie: return Words::tr("cookie");
        case TcpOptionPartKind::Other: return Words::tr("option bytes");
        case TcpOptionPartKind::Head: break;
        }
        if (option.malformed)
            return Words::tr("malformed");
        const std::string_view name = tcpOptionName(option.kind);
        return name.empty() ? Words::tr("option %1").arg(option.kind) : translateMessage({name, {}});
    }

    const ShownSegment& m_shown;
    const SegmentDetails& m_details;
    std::size_t m_start;
    std::vector<HeaderBox> m_boxes;
};

} // namespace

std::vector<HeaderBox> headerBoxes(const ShownSegment& shown)
{
    return shown.details() ? BoxLister(shown).list() : std::vector<HeaderBox>();
}

} // namespace tcpladder
