// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/both_ways.h"
#include "tests/support/tcpdump_text.h"
#include "tests/support/two_hosts.h"

#include <memory>

namespace tcpladder {

inline PacketSpec onIpv6(PacketSpec spec)
{
    const bool isClient = spec.source == "10.0.0.1";
    const std::string client = "2001:db8::1:0:0:5";
    const std::string server = "2001:db8:0:1::";
    spec.source = isClient ? client : server;
    spec.destination = isClient ? server : client;
    return spec;
}

inline PacketSpec with(PacketSpec spec, const std::string& payload, const std::string& optionsHex = {})
{
    spec.payload = payload;
    spec.optionsHex = optionsHex;
    return spec;
}

inline const std::string timestamps = "0101080a0000001400000015";

/// Packets 3 to 6 of each listing are read by the short way: the first makes known how dumps begin, the second of each
/// kind how numbers are printed, and what ends the last one can't be seen.
inline QByteArray listing()
{
    const QByteArray stamps = "options [nop,nop,TS val 20 ecr 21], ";
    return printPacket("12:00:00.000000", fromClient(0x002, 999, 0), "Flags [S], seq 999, win 29200, length 0")
        + printPacket(
            "12:00:00.000100", fromServer(0x012, 3999, 1000), "Flags [S.], seq 3999, ack 1000, win 29200, length 0")
        + printPacket("12:00:00.000200", fromClient(0x010, 1000, 4000), "Flags [.], ack 1, win 29200, length 0")
        + printPacket("12:00:00.000300", with(fromClient(0x018, 1000, 4000), "<pre> 0x0010: GET /", timestamps),
            "Flags [P.], seq 1:20, ack 1, win 29200, " + stamps + "length 19")
        + printPacket("12:00:00.000400", with(fromServer(0x010, 4000, 1019), {}, timestamps),
            "Flags [.], ack 20, win 29200, " + stamps + "length 0")
        + printPacket("12:00:00.000500", with(fromServer(0x019, 4000, 1019), "12345"),
            "Flags [FP.], seq 1:6, ack 20, win 29200, length 5: HTTP: 12345")
        + printPacket("12:00:00.000600", fromClient(0x004, 1019, 0), "Flags [R], seq 1019, win 29200, length 0");
}

inline QByteArray listingOfIpv6()
{
    return printPacket(
               "1700000000.000000", onIpv6(fromClient(0x002, 999, 0)), "Flags [S], seq 999, win 29200, length 0")
        + printPacket("1700000000.000100", onIpv6(fromServer(0x012, 3999, 1000)),
            "Flags [S.], seq 3999, ack 1000, win 29200, length 0")
        + printPacket(
            "1700000000.000200", onIpv6(fromClient(0x010, 1000, 4000)), "Flags [.], ack 1, win 29200, length 0")
        + printPacket("1700000000.000300", onIpv6(with(fromClient(0x018, 1000, 4000), "hello")),
            "Flags [P.], seq 1:6, ack 1, win 29200, length 5")
        + printPacket(
            "1700000000.000400", onIpv6(fromServer(0x010, 4000, 1005)), "Flags [.], ack 6, win 29200, length 0")
        + printPacket(
            "1700000000.000500", onIpv6(fromServer(0x010, 4000, 1005)), "Flags [.], ack 6, win 29200, length 0");
}

inline std::shared_ptr<ByteSource> sourceOf(const QByteArray& text)
{
    const auto bytes = std::as_bytes(std::span(text.constData(), std::size_t(text.size())));
    return makeMemorySource({bytes.begin(), bytes.end()});
}

inline BothWays bothWays(const QByteArray& text)
{
    return readBothWays(sourceOf(text));
}

} // namespace tcpladder
