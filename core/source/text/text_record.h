// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/text/line_reader.h"
#include "core/source/text/tcpdump_line.h"

namespace tcpladder {

/// A line that was meant to be part of a packet and could not be read.
struct UnreadableLine
{
    std::uint64_t offset = 0;
    std::uint32_t number = 0;
};

/// All lines that a text gives for one packet, read.
struct TextRecord
{
    std::uint64_t offset = 0; ///< of its first line in the source
    std::uint64_t end = 0;    ///< behind its last line that says something
    std::uint32_t line = 0;   ///< number of its first line, from 1
    bool hasSummary = false;  ///< else it is a hex dump alone
    TcpdumpLine summary;      ///< views into summaryText
    std::vector<char> summaryText;
    std::vector<std::byte> dump;
    bool dumpIsBare = false; ///< its lines have no offsets
    std::vector<UnreadableLine> unreadable;
    std::size_t indentation = 0;
    bool startsListing = false; ///< the first behind a fence, or of the source: times may start anew
};

} // namespace tcpladder
