// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/label_reader.h"

#include <QCoreApplication>

namespace tcpladder {

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

QStringList optionNames(const TcpOptions& options, bool isSyn)
{
    QStringList parts;
    if (options.maximumSegmentSize)
        parts << QStringLiteral("MSS %1").arg(*options.maximumSegmentSize);
    if (options.windowScale)
        parts << Words::tr("window scale %1").arg(*options.windowScale);
    if (options.sackPermitted)
        parts << QStringLiteral("SACK");
    if (options.timestamps && isSyn)
        parts << Words::tr("timestamps");
    if (options.fastOpenCookieLength)
        parts << QStringLiteral("Fast Open");
    if (options.multipath)
        parts << QStringLiteral("MPTCP");
    for (const SackBlock& block : options.sacks())
        parts << QStringLiteral("SACK %1–%2").arg(block.left.value).arg(block.right.value);
    return parts;
}

} // namespace

QStringList optionTexts(const TcpOptions& options, bool isSyn, LabelFields fields)
{
    const bool hasStamps = fields.has(LabelField::Timestamps) && options.timestamps;
    QStringList parts;
    if (fields.has(LabelField::Options))
        parts = optionNames(options, isSyn && !hasStamps);
    if (hasStamps)
        parts << QStringLiteral("TSval %1 TSecr %2").arg(options.timestamps->value).arg(options.timestamps->echoReply);
    return parts;
}

QStringList labelNumbers(const SegmentRecord& record, const LadderLook& look, const SequenceOrigins& origins,
    std::optional<std::uint8_t> shift)
{
    const TcpFieldSet known = record.knownFields();
    const auto shows = [&](TcpField field, LabelField chosen) { return known.has(field) && look.fields.has(chosen); };
    QStringList parts;
    if (shows(TcpField::Sequence, LabelField::Sequence))
        parts << QStringLiteral("seq ")
                + formatSequence(record.sequence, origins.sequenceOrigin(record), look.sequenceStyle);
    if (shows(TcpField::Acknowledgment, LabelField::Acknowledgment) && record.has(TcpFlag::Ack))
        parts << QStringLiteral("ack ")
                + formatSequence(record.acknowledgment, origins.acknowledgmentOrigin(record), look.sequenceStyle);
    if (record.payloadLength > 0 && look.fields.has(LabelField::Length))
        parts << QStringLiteral("len %1").arg(record.payloadLength);
    if (shows(TcpField::Window, LabelField::Window) || shows(TcpField::Window, LabelField::ScaledWindow))
        parts << windowText(record, look.fields, shift);
    return parts;
}

const QStringList& OptionTexts::read(
    const CaptureDocument& document, SegmentId id, const SegmentRecord& record, LabelFields fields)
{
    static const QStringList none;
    const bool isWanted = fields.has(LabelField::Options) || fields.has(LabelField::Timestamps);
    if (!isWanted || record.headerLength() <= bareHeader)
        return none;
    if (fields != m_fields || m_texts.size() > keptSegments)
        m_texts.clear();
    m_fields = fields;
    const auto [place, isNew] = m_texts.try_emplace(id);
    if (isNew) {
        if (const auto details = document.details(record))
            place->second = optionTexts(details->segment.options, record.has(TcpFlag::Syn), fields);
    }
    return place->second;
}

} // namespace tcpladder
