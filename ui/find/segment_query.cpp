// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/find/segment_query.h"

#include <QList>

#include <algorithm>
#include <array>

namespace tcpladder {

namespace {

/// The flags whose names the text consists of; none where it says something else as well.
TcpFlags flagsNamedBy(const QString& text)
{
    TcpFlags flags;
    QString words = text;
    for (const QChar separator : {u',', u'+', u'-', u'/'})
        words.replace(separator, u' ');
    for (const QStringView word : QStringView(words).split(u' ', Qt::SkipEmptyParts)) {
        const auto named = std::ranges::find_if(tcpFlagNames, [word](const TcpFlagName& entry) {
            return word.compare(
                       QLatin1String(entry.name.data(), static_cast<qsizetype>(entry.name.size())), Qt::CaseInsensitive)
                == 0;
        });
        if (named == tcpFlagNames.end())
            return {};
        flags = flags.with(named->flag);
    }
    return flags;
}

std::optional<PacketNumber> packetNamedBy(const QString& text)
{
    bool isNumber = false;
    const std::uint32_t number = text.startsWith(u'#') ? QStringView(text).mid(1).toUInt(&isNumber) : 0;
    return isNumber ? std::optional(PacketNumber{number}) : std::nullopt;
}

bool beginsLikeHeaderField(const QString& text)
{
    constexpr std::array names{"seq ", "ack ", "len ", "win ", "0x"};
    return std::ranges::any_of(
        names, [&](const char* name) { return text.startsWith(QLatin1String(name), Qt::CaseInsensitive); });
}

bool isPartOfWord(QStringView text, qsizetype at)
{
    return at >= 0 && at < text.size() && (text[at].isLetterOrNumber() || text[at] == u'_');
}

} // namespace

SegmentQuery::SegmentQuery(const QString& text, bool wholeWords)
    : m_text(text.simplified())
    , m_wholeWords(wholeWords)
    , m_flags(flagsNamedBy(m_text))
    , m_packet(packetNamedBy(m_text))
    , m_matcher(m_text, Qt::CaseInsensitive)
{
    m_isOfHeader = m_flags != TcpFlags() || m_packet || beginsLikeHeaderField(m_text);
}

bool SegmentQuery::isIn(QStringView text) const
{
    if (m_text.isEmpty())
        return false;
    for (qsizetype at = m_matcher.indexIn(text); at >= 0; at = m_matcher.indexIn(text, at + 1)) {
        const qsizetype end = at + m_text.size();
        const bool isCutOut = (isPartOfWord(text, at) && isPartOfWord(text, at - 1))
            || (isPartOfWord(text, end - 1) && isPartOfWord(text, end));
        if (!m_wholeWords || !isCutOut)
            return true;
    }
    return false;
}

bool SegmentQuery::isIn(TcpFlags flags) const
{
    return m_flags != TcpFlags() && (flags.bits & m_flags.bits) == m_flags.bits;
}

} // namespace tcpladder
