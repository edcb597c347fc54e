// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/label_reader.h"

#include <QCoreApplication>

namespace tcpladder {

QString joined(std::span<const LabelPart> parts, QStringView separator)
{
    QString text;
    for (const LabelPart& part : parts) {
        if (!text.isEmpty())
            text += separator;
        text += part.text;
    }
    return text;
}

namespace {

constexpr std::uint8_t bareHeader = 20;    ///< octets of a header without options
constexpr std::size_t keptSegments = 5000; ///< a few hundred windows full of them

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ladder)
};

QString windowText(const SegmentRecord& record, LabelFields fields, std::optional<std::uint8_t> shift)
{
    const bool isScaled = fields.has(LabelField::ScaledWindow) && shift && !record.has(TcpFlag::Syn);
    const std::uint64_t octets = std::uint64_t{record.window} << shift.value_or(0);
    if (isScaled && fields.has(LabelField::Window))
        return QStringLiteral("win %1 × %2 = %3").arg(record.window).arg(1 << *shift).arg(octets);
    return QStringLiteral("win %1").arg(isScaled ? octets : record.window);
}

std::vector<OptionText> optionNames(const TcpOptions& options, bool isSyn)
{
    std::vector<OptionText> texts;
    const auto add = [&](TcpOptionKind kind, const QString& text) { texts.push_back({text, kind}); };
    if (options.maximumSegmentSize)
        add(TcpOptionKind::MaximumSegmentSize, QStringLiteral("MSS %1").arg(*options.maximumSegmentSize));
    if (options.windowScale)
        add(TcpOptionKind::WindowScale, Words::tr("window scale %1").arg(*options.windowScale));
    if (options.sackPermitted)
        add(TcpOptionKind::SackPermitted, QStringLiteral("SACK"));
    if (options.timestamps && isSyn)
        add(TcpOptionKind::Timestamps, Words::tr("timestamps"));
    if (options.fastOpenCookieLength)
        add(TcpOptionKind::FastOpen, QStringLiteral("Fast Open"));
    if (options.multipath)
        add(TcpOptionKind::Multipath, QStringLiteral("MPTCP"));
    for (const SackBlock& block : options.sacks())
        add(TcpOptionKind::Sack, QStringLiteral("SACK %1–%2").arg(block.left.value).arg(block.right.value));
    return texts;
}

/// The first option of that kind, counted as FieldChoice does.
std::optional<FieldChoice> choiceOf(std::span<const PacketField> fields, TcpOptionKind kind)
{
    FieldChoice choice{.field = HeaderField::TcpOption};
    for (const PacketField& field : fields) {
        if (field.field != HeaderField::TcpOption)
            continue;
        if (field.option.kind == static_cast<std::uint8_t>(kind))
            return choice;
        ++choice.option;
    }
    return {};
}

} // namespace

std::vector<OptionText> optionTexts(const TcpOptions& options, bool isSyn, LabelFields fields)
{
    const bool hasStamps = fields.has(LabelField::Timestamps) && options.timestamps;
    std::vector<OptionText> texts;
    if (fields.has(LabelField::Options))
        texts = optionNames(options, isSyn && !hasStamps);
    if (hasStamps)
        texts.push_back(
            {QStringLiteral("TSval %1 TSecr %2").arg(options.timestamps->value).arg(options.timestamps->echoReply),
                TcpOptionKind::Timestamps});
    return texts;
}

std::vector<LabelPart> labelNumbers(const SegmentRecord& record, const LadderLook& look, const SequenceOrigins& origins,
    std::optional<std::uint8_t> shift)
{
    const TcpFieldSet known = record.known;
    const auto shows = [&](TcpField field, LabelField chosen) { return known.has(field) && look.fields.has(chosen); };
    std::vector<LabelPart> parts;
    const auto add = [&](HeaderField field, const QString& text) { parts.push_back({text, FieldChoice{field}}); };
    if (shows(TcpField::Sequence, LabelField::Sequence))
        add(HeaderField::TcpSequence,
            QStringLiteral("seq ")
                + formatSequence(record.sequence, origins.sequenceOrigin(record), look.sequenceStyle));
    if (shows(TcpField::Acknowledgment, LabelField::Acknowledgment) && record.has(TcpFlag::Ack))
        add(HeaderField::TcpAcknowledgment,
            QStringLiteral("ack ")
                + formatSequence(record.acknowledgment, origins.acknowledgmentOrigin(record), look.sequenceStyle));
    if (record.payloadLength > 0 && look.fields.has(LabelField::Length))
        add(HeaderField::Payload, QStringLiteral("len %1").arg(record.payloadLength));
    if (shows(TcpField::Window, LabelField::Window) || shows(TcpField::Window, LabelField::ScaledWindow))
        add(HeaderField::TcpWindow, windowText(record, look.fields, shift));
    return parts;
}

const std::vector<LabelPart>& OptionTexts::read(
    const CaptureDocument& document, SegmentId id, const SegmentRecord& record, LabelFields fields)
{
    static const std::vector<LabelPart> none;
    const bool isWanted = fields.has(LabelField::Options) || fields.has(LabelField::Timestamps);
    if (!isWanted || record.headerLength() <= bareHeader)
        return none;
    if (fields != m_fields || m_texts.size() > keptSegments)
        m_texts.clear();
    m_fields = fields;
    const auto [place, isNew] = m_texts.try_emplace(id);
    if (isNew) {
        if (const auto details = document.details(record)) {
            for (const auto& [text, kind] : optionTexts(details->segment.options, record.has(TcpFlag::Syn), fields))
                place->second.push_back({text, choiceOf(details->fields, kind)});
        }
    }
    return place->second;
}

} // namespace tcpladder
