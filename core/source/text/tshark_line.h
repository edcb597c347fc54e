// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/text/tcpdump_line.h"

#include <string>

namespace tcpladder {

/// "10.0.0.1 → 10.0.0.2 TCP 74 40662 → 8000 [SYN] Seq=0 Win=64240 Len=0 MSS=1460": a line of tshark's, or of
/// Wireshark's packet list as text, behind its number and time. Sequence numbers begin at 0 there unless somebody
/// changed that, and windows are shown scaled, so only a SYN's is what was on the wire. False where the body is no such
/// line.
bool parseTsharkBody(std::string_view body, TcpdumpLine& line);

/// The options of such a line in tcpdump's spelling.
std::string tsharkOptionsAsTcpdump(std::string_view text);

} // namespace tcpladder
