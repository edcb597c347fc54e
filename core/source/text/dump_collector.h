// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/text/tcpdump_hex.h"
#include "core/source/text/text_record.h"

namespace tcpladder {

/// Puts the lines of one hex dump together and holds each against the offset of the next.
class DumpCollector
{
public:
    /// Whether the line goes on with the record's dump, or begins the first one of it.
    static bool belongsTo(const TextRecord& record, const HexLine& line);

    /// Whether the line is part of what the record's packet carries, printed as characters, and no dump at all.
    static bool isPayload(const TextRecord& record, const HexLine& line);

    /// Appends a line that belongs to the record. text: the line itself, which the next one may show to be misread.
    void append(TextRecord& record, const HexLine& line, const RawLine& raw, std::string_view text);

    /// Same for a line that nobody touched.
    void appendUntouched(TextRecord& record, const HexLine& line);

    /// Takes off what the last line's column of characters seemed to add, and gets ready for the next record.
    void finish(TextRecord& record);

private:
    void reset();
    void repairLastLine(TextRecord& record, std::size_t wantedEnd, const UnreadableLine& next);

    // The last line, unless it was read without doubt.
    std::string m_lastText;
    std::size_t m_lastStart = 0;
    UnreadableLine m_lastPlace;
    bool m_lastHasText = false;
    bool m_hadText = false;
    bool m_isBroken = false; ///< bytes are missing: what follows has no place
    bool m_hasLast = false;
};

} // namespace tcpladder
