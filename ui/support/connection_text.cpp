// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/connection_text.h"

#include "core/report/facts_wording.h"
#include "core/state/time_wait.h"
#include "ui/support/finding_text.h"
#include "ui/support/format_text.h"
#include "ui/support/translate_message.h"

#include <QCoreApplication>
#include <QStringList>

namespace tcpladder {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(connection)
};

const auto separator = QStringLiteral(" · ");

QString sideName(const ConnectionFacts& facts, Side side)
{
    if (!facts.initiator)
        return formatSide(side);
    return *facts.initiator == side ? Words::tr("the client") : Words::tr("the server");
}

/// How it ended, and who began to end it where one side did.
QString endText(const ConnectionFacts& facts)
{
    const QString text = closeText(facts.close);
    const bool byA = facts.closedActively[indexOf(Side::A)];
    const bool byB = facts.closedActively[indexOf(Side::B)];
    if (text.isEmpty() || byA == byB)
        return text;
    return Words::tr("%1, started by %2").arg(text, sideName(facts, byA ? Side::A : Side::B));
}

} // namespace

QString connectionTitle(ConnectionId connection)
{
    return Words::tr("Connection %1").arg(formatCount(std::uint64_t{connection.value} + 1));
}

QString segmentCountText(std::size_t count)
{
    return count == 1 ? Words::tr("1 segment") : Words::tr("%1 segments").arg(formatCount(count));
}

QString quietText(Duration duration)
{
    return Words::tr("quiet for %1 (not to scale)").arg(formatDuration(duration));
}

QString connectionSubtitle(const CaptureDocument& document, const ConnectionEntry& entry)
{
    const auto& segments = entry.connection.segments;
    QStringList parts{segmentCountText(segments.size())};
    const Timestamp first = document.segment(segments.front()).time;
    const Timestamp last = document.segment(segments.back()).time;
    if (segments.size() > 1 && first != unknownTime && last != unknownTime)
        parts << formatDuration(last - first);
    const QString end = endText(entry.analysis.facts());
    if (!end.isEmpty())
        parts << end;
    return parts.join(separator);
}

QString factsToolTip(const CaptureDocument& document, ConnectionId connection)
{
    QStringList lines{QStringLiteral("<b>%1</b>").arg(connectionTitle(connection).toHtmlEscaped())};
    const CaptureDocument::Reading reading(document);
    for (const Message& fact : describeFacts(document, connection))
        lines << translateMessage(fact).toHtmlEscaped();
    return lines.join(QStringLiteral("<br>"));
}

QString roleText(const ConnectionFacts& facts, Side side)
{
    QStringList parts;
    if (facts.initiator)
        parts << (*facts.initiator == side ? Words::tr("client") : Words::tr("server"));
    if (facts.closedActively[indexOf(side)])
        parts << Words::tr("active close");
    else if (facts.closedActively[indexOf(peerOf(side))])
        parts << Words::tr("passive close");
    return parts.join(separator);
}

Side tellingSide(const ConnectionFacts& facts)
{
    for (const Side side : {Side::A, Side::B}) {
        if (facts.closedActively[indexOf(side)])
            return side;
    }
    return facts.initiator.value_or(Side::A);
}

TcpState tellingState(const ConnectionEntry& entry)
{
    return entry.analysis.lastState(tellingSide(entry.analysis.facts()));
}

QString twoMslText(Duration twoMsl)
{
    const QString text
        = QStringLiteral("2MSL = %1 s").arg(std::chrono::duration_cast<std::chrono::seconds>(twoMsl).count());
    if (twoMsl == linuxTwoMsl)
        return text + QStringLiteral(" (Linux)");
    return twoMsl == rfcTwoMsl ? text + QStringLiteral(" (RFC)") : text;
}

} // namespace tcpladder
