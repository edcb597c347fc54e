// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/text/printed_endpoints.h"
#include "core/source/text/tcpdump_time.h"
#include "core/source/text/wire_header.h"

namespace tcpladder {

/// What a summary line says that its packet's bytes alone don't tell.
struct UntouchedSummary
{
    TextTime time;
    std::optional<std::uint32_t> sequence; ///< as printed: relative or not
    std::optional<std::uint32_t> acknowledgment;
};

/// The seconds of the last line's time with the point behind them: most lines have the same.
class PrintedSeconds
{
public:
    std::string_view text() const { return {m_text.data(), m_length}; }
    void note(std::string_view text, const TextTime& meaning)
    {
        m_length = static_cast<std::uint8_t>(text.copy(m_text.data(), m_text.size()));
        time = meaning;
    }

    TextTime time;

private:
    std::array<char, 15> m_text{};
    std::uint8_t m_length = 0;
};

/// What a tcpdump printed before it will most likely print again.
struct PrintedBefore
{
    PrintedSeconds seconds;
    PrintedEndpoints endpoints;
};

/// Reads a summary line that tcpdump printed for the bytes below it and nobody touched:
///
///     1700000000.107253 IP 10.1.2.3.45488 > 198.18.5.33.15000: Flags [P.], seq 1:79, ack 1, win 502, length 78
///
/// With the bytes at hand the line needs no parser: whatever they tell is held against what tcpdump prints for it,
/// letter by letter. False where a single one differs, which is no verdict: then the line is read as all others are,
/// and witness_verdict.h tells what it means. Sequence numbers are left to TextFlows, since most are relative.
///
/// line: without its end; readableBehindSummary characters behind it can be read as well.
/// printed: by the same tcpdump before.
bool readUntouchedSummary(
    std::string_view line, const WireHeader& header, PrintedBefore& printed, UntouchedSummary& summary);

/// Bytes that are looked at behind a line's end.
constexpr std::size_t readableBehindSummary = 64;

} // namespace tcpladder
