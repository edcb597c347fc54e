// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/segment_tool_tip.h"

#include "core/report/wording.h"
#include "core/state/state_history.h"
#include "ui/support/connection_text.h"
#include "ui/support/finding_text.h"
#include "ui/support/format_text.h"
#include "ui/support/translate_message.h"

#include <QCoreApplication>
#include <QStringList>

namespace tcpladder {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(segment)
};

constexpr qsizetype longestComment = 600;

/// What is read under the lock.
struct SegmentFacts
{
    SegmentRecord record;
    std::size_t rows = 0;
    QString sender;
    QString receiver;
    StatePair states{};
    std::optional<std::uint8_t> windowShift;
    QString comment;
};

SegmentFacts readFacts(const CaptureDocument& document, ConnectionId connection, std::size_t row)
{
    const CaptureDocument::Reading reading(document);
    const ConnectionEntry& entry = document.connection(connection);
    const SegmentId id = entry.connection.segments[row];
    SegmentFacts facts;
    facts.record = document.segment(id);
    facts.rows = entry.connection.segments.size();
    facts.sender = toText(entry.connection.endpoint(facts.record.sender));
    facts.receiver = toText(entry.connection.endpoint(peerOf(facts.record.sender)));
    facts.states = statesAfter(entry.analysis.transitions().all(), id);
    facts.comment = QString::fromStdString(document.comment(facts.record.packet)).trimmed();
    facts.windowShift = entry.analysis.facts().windowShift(facts.record.sender);
    return facts;
}

/// Looks at all of the connection's, which takes milliseconds where it is long.
QStringList readFindings(const CaptureDocument& document, ConnectionId connection, std::size_t row)
{
    const CaptureDocument::Reading reading(document);
    const ConnectionEntry& entry = document.connection(connection);
    const SegmentId id = entry.connection.segments[row];
    QStringList findings;
    for (const FindingId finding : entry.findings) {
        if (document.finding(finding).segment == id)
            findings << translateMessage(explainFinding(document, document.finding(finding)));
    }
    return findings;
}

QString windowText(const SegmentFacts& facts)
{
    const SegmentRecord& record = facts.record;
    if (record.has(TcpFlag::Syn) || !facts.windowShift)
        return Words::tr("window %1").arg(record.window);
    const std::uint64_t scaled = std::uint64_t{record.window} << *facts.windowShift;
    return Words::tr("window %1 × 2^%2 = %3").arg(record.window).arg(*facts.windowShift).arg(formatCount(scaled));
}

QString flagsText(const SegmentRecord& record)
{
    return QString::fromStdString(formatFlags(record.flags()));
}

QString numbersText(const SegmentRecord& record)
{
    QString text = QStringLiteral("seq %1").arg(record.sequence.value);
    if (record.has(TcpFlag::Ack))
        text += QStringLiteral(" · ack %1").arg(record.acknowledgment.value);
    return text + QStringLiteral(" · len %1").arg(record.payloadLength);
}

QString statesText(const SegmentFacts& facts)
{
    return Words::tr("then A %1, B %2")
        .arg(formatState(facts.states[indexOf(Side::A)]), formatState(facts.states[indexOf(Side::B)]));
}

QString line(const QString& text)
{
    return QStringLiteral("<br>") + text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"));
}

QString shortened(const QString& comment)
{
    return comment.size() <= longestComment ? comment : comment.left(longestComment) + u'…';
}

} // namespace

QString segmentToolTip(const CaptureDocument& document, ConnectionId connection, std::size_t row)
{
    const SegmentFacts facts = readFacts(document, connection, row);
    const QString heading = Words::tr("Segment %1: %2 (%3)")
                                .arg(QString::number(row + 1), flagsText(facts.record),
                                    QString::fromStdString(formatFlagsHex(facts.record.flags())));
    QString text = QStringLiteral("<b>%1</b>").arg(heading.toHtmlEscaped());
    text += line(facts.sender + QStringLiteral(" → ") + facts.receiver);
    text += line(formatMoment(facts.record.time) + QStringLiteral(" · ")
        + Words::tr("packet %1").arg(formatCount(facts.record.packet.value)));
    text += line(numbersText(facts.record));
    text += line(windowText(facts));
    text += line(statesText(facts));
    for (const QString& finding : readFindings(document, connection, row))
        text += line(QStringLiteral("• ") + finding);
    if (!facts.comment.isEmpty())
        text += line(Words::tr("Comment: %1").arg(shortened(facts.comment)));
    return text;
}

QString segmentSentence(const CaptureDocument& document, ConnectionId connection, std::size_t row)
{
    const SegmentFacts facts = readFacts(document, connection, row);
    const QString where = Words::tr("Segment %1 of %2, from %3")
                              .arg(QString::number(row + 1), QString::number(facts.rows), facts.sender);
    return where + QStringLiteral(": ") + flagsText(facts.record) + QStringLiteral(", ") + numbersText(facts.record)
        + QStringLiteral(", ") + statesText(facts)
        + (facts.comment.isEmpty() ? QString() : QStringLiteral(", ") + Words::tr("Comment: %1").arg(facts.comment));
}

} // namespace tcpladder
