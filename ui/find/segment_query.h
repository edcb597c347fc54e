// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/decode/tcp_flags.h"

#include <QString>
#include <QStringMatcher>

#include <optional>

namespace tcpladder {

/// What the user looks for in what segments say. Upper and lower case are the same.
///
/// Names of flags, "SYN ACK" or "fin,ack", are looked for together, in whatever order they stand; "#12" is the packet
/// of that number; all else is a text that may stand anywhere.
class SegmentQuery
{
public:
    SegmentQuery() = default;
    SegmentQuery(const QString& text, bool wholeWords);

    bool isEmpty() const { return m_text.isEmpty(); }
    /// Whether it stands in the text. It never reaches over a line's end.
    bool isIn(QStringView text) const;
    bool isIn(TcpFlags flags) const;
    bool isNumberOf(PacketNumber packet) const { return m_packet == packet; }
    /// Whether nothing but the fixed part of the header can say it: options need not be read for it.
    bool isOfHeader() const { return m_isOfHeader; }

    bool operator==(const SegmentQuery& other) const
    {
        return m_text == other.m_text && m_wholeWords == other.m_wholeWords;
    }

private:
    QString m_text;
    bool m_wholeWords = false;
    bool m_isOfHeader = false;
    TcpFlags m_flags; ///< none where it isn't made of their names
    std::optional<PacketNumber> m_packet;
    QStringMatcher m_matcher;
};

} // namespace tcpladder
