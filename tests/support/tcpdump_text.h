// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/packet_builder.h"

#include <QByteArray>

namespace tcpladder {

/// The rows that tcpdump -X prints of a packet.
inline QByteArray printRows(const std::vector<std::byte>& bytes)
{
    QByteArray text;
    for (std::size_t row = 0; row < bytes.size(); row += 16) {
        QByteArray digits;
        QByteArray characters;
        for (std::size_t at = row; at < std::min(row + 16, bytes.size()); ++at) {
            const auto value = std::to_integer<unsigned char>(bytes[at]);
            digits += QByteArray::number(value, 16).rightJustified(2, '0') + (at % 2 == 1 ? " " : "");
            characters += value > 0x20 && value < 0x7f ? char(value) : '.';
        }
        text += "\t0x" + QByteArray::number(qulonglong(row), 16).rightJustified(4, '0') + ":  "
            + digits.leftJustified(41) + characters + '\n';
    }
    return text;
}

/// What tcpdump -X prints of a packet: its own line with the endpoints, and the fields as given.
inline QByteArray printPacket(const QByteArray& time, const PacketSpec& spec, const QByteArray& fields)
{
    const bool isIpv6 = spec.source.find(':') != std::string::npos;
    const auto end = [](const std::string& host, std::uint16_t port) {
        return QByteArray::fromStdString(host) + '.' + QByteArray::number(port);
    };
    return time + (isIpv6 ? " IP6 " : " IP ") + end(spec.source, spec.sourcePort) + " > "
        + end(spec.destination, spec.destinationPort) + ": " + fields + '\n' + printRows(buildIpPacket(spec));
}

} // namespace tcpladder
