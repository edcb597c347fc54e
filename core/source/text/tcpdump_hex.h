// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/byte_reader.h"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace tcpladder {

/// One line of a hex dump: up to 32 bytes, and the offset in front of them.
struct HexLine
{
    static constexpr std::size_t maximumBytes = 32;

    std::optional<std::uint32_t> offset; ///< of the first byte in its packet; nothing in a dump without offsets
    std::uint8_t count = 0;
    std::size_t textLength = 0; ///< of what stands behind the bytes: the column with their characters
    std::array<std::byte, maximumBytes> bytes;
    std::string_view bare; ///< of a line without offset: its digits, which may be more bytes than fit; into the line

    Bytes view() const { return Bytes(bytes).first(count); }
};

/// Reads a line of tcpdump -x, -X, -xx or -XX, of tshark -x, xxd or hexdump -C, or bare hex digits.
///
/// Where the bytes end and the characters begin is a matter of columns: tcpdump puts two spaces between them, and a
/// line has 16 bytes. Signs that somebody put between the digits to mark a place are passed over. Characters that look
/// like digits are told by the offsets: pass what the next line's offset says in wanted, and exactly so many bytes are
/// read. Nothing where the line is no such line or does not hold wanted bytes.
std::optional<HexLine> parseHexLine(std::string_view text, std::optional<std::size_t> wanted = {});

/// "0x0010:  4500 0034" in a line that a program which keeps a log has put something in front of; empty where there is
/// nothing like it.
std::string_view findStampedHex(std::string_view text);

/// The last line of a dump without offsets may have a byte only: it is asked for where the bytes before miss one.
std::optional<HexLine> parseBareTail(std::string_view text);

/// The bytes of HexLine::bare: "4500 003c", "45:00", "0x45, 0x00", "\x45\x00".
void appendBareBytes(std::string_view bare, std::vector<std::byte>& to, std::size_t most);

/// Same for a line that tcpdump printed and nobody touched; false for all others, and nothing sure in hex. It is what a
/// large file consists of.
bool parseUntouchedHexLine(std::string_view line, HexLine& hex);

} // namespace tcpladder
