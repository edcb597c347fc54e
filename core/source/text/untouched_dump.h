// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace tcpladder {

/// A hex dump that tcpdump -X or -XX printed and nobody touched.
///
///     \t0x0010:  c612 0565 c450 1389 9ece a0b9 0000 0000  ...e.P..........
///     \t0x0020:  9002 faf0                                ....
///
/// Every character has its column, so that a row is read without looking for anything: all digits at once, and of all
/// the rest that it is what it has to be. Whether it was is asked once, behind the last row. That takes a quarter of
/// the time of parseUntouchedHexLine(), and the lines' ends need not be looked for.
struct UntouchedDump
{
    static constexpr std::size_t maximumBytes = 65536; ///< offsets have four digits

    std::byte* to = nullptr; ///< where the reader has room for maximumBytes
    std::size_t byteCount = 0;
    std::size_t rowCount = 0;
    std::size_t textLength = 0; ///< with all line ends
};

enum class UntouchedDumpOutcome : std::uint8_t {
    Read,    ///< it ends where a line begins that is no next row
    Other,   ///< it is not quite as tcpdump prints it, or has no row at all
    CutShort ///< the text ends first
};

/// text: from a row's first character on. What is read is what the lines' own reader reads; "<br" ends a line for it,
/// so that no such row is read here.
UntouchedDumpOutcome readUntouchedDump(std::string_view text, UntouchedDump& dump);

/// The same with what every processor of the architecture has.
UntouchedDumpOutcome readUntouchedDumpPlainly(std::string_view text, UntouchedDump& dump);

} // namespace tcpladder
