// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/header/flags_content.h"

#include "ui/header/flags_word_text.h"
#include "ui/header/shown_segment.h"
#include "ui/support/clause_text.h"
#include "ui/support/translate_message.h"

#include <QCoreApplication>

namespace tcpladder {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(flags)
};

QString flagNames(std::uint16_t word)
{
    return QString::fromStdString(formatFlags(TcpFlags(word)));
}

QString meaningOf(const Segment& segment)
{
    QStringList sentences;
    for (const Message& message : explainFlags(segment))
        sentences << translateMessage(message);
    return flagNames(segment.flags.bits) + Words::tr(" — ", "between flags and what they mean")
        + joinSentences(sentences);
}

std::array<QString, 3> captionsOf(std::uint16_t word)
{
    const unsigned words = word >> 12;
    return {
        Words::tr("data offset") + Words::tr("\n%1 × 4 = %2 bytes").arg(words).arg(words * 4),
        Words::tr("reserved") + QStringLiteral("\n%1").arg(word >> 9 & 7),
        Words::tr("flags")
            + QStringLiteral("\n%1 = %2").arg(QString::fromStdString(formatFlagsHex(TcpFlags(word))), flagNames(word)),
    };
}

std::optional<FlagsVerdict> verdictOf(const ShownSegment& shown, std::uint16_t word)
{
    if (!shown.dispute())
        return {};
    return FlagsVerdict{Words::tr("The text line and the bytes (%1) disagree about the flags").arg(hexWord(word)),
        shown.dispute()->reason, Words::tr("Shown as %1").arg(flagNames(shown.dispute()->decided.bits))};
}

QString lineText(const WhatIfLine& line)
{
    const QString text = translateMessage(line.message);
    return line.clause.empty() ? text : Words::tr("%1 (%2)", "sentence, clause").arg(text, clauseText(line.clause));
}

TriedFlags triedFlags(const ShownSegment& shown, std::uint16_t word)
{
    TriedFlags tried{shown.flagsWord(), Words::tr("What if? Not captured."), {}};
    const WhatIf whatIf = shown.whatIf(word);
    for (const WhatIfLine& line : whatIf.lines)
        tried.lines.push_back({lineText(line), line.isWrong});
    const Message checksum = explainChecksum(whatIf.checksum, shown.details()->segment.checksum);
    tried.lines.push_back({translateMessage(checksum), whatIf.checksum.status == ChecksumStatus::Bad});
    return tried;
}

} // namespace

FlagsContent readFlags(const ShownSegment& shown, std::optional<std::uint16_t> tried)
{
    FlagsContent content;
    const SegmentDetails* details = shown.details();
    if (!details)
        return content;
    content.word = tried.value_or(shown.flagsWord());
    content.captions = captionsOf(content.word);
    if (tried) {
        content.decided = content.word;
        content.meaning = meaningOf(withFlagsWord(details->segment, *tried));
        content.tried = triedFlags(shown, *tried);
        return content;
    }
    content.decided = static_cast<std::uint16_t>((content.word & ~TcpFlags::mask) | details->segment.flags.bits);
    content.meaning = meaningOf(details->segment);
    content.verdict = verdictOf(shown, content.word);
    return content;
}

} // namespace tcpladder
