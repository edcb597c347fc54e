// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/decoder.h"
#include "core/source/open_capture.h"
#include "core/source/text_witness.h"

#include <QByteArray>

namespace tcpladder {

struct ReadPacket
{
    Packet packet; ///< its bytes and witness are gone
    std::vector<std::byte> bytes;
    std::optional<Segment> segment;
    std::optional<TextWitness> witness;
};

struct ReadText
{
    OpenedCapture capture;
    std::vector<ReadPacket> packets;
    std::vector<Damage> damages;

    const Segment& segment(std::size_t index) const { return *packets.at(index).segment; }
};

inline OpenedCapture openTextSource(const QByteArray& text)
{
    const auto bytes = std::as_bytes(std::span(text.constData(), std::size_t(text.size())));
    auto capture = openCapture(makeMemorySource({bytes.begin(), bytes.end()}));
    return std::move(*capture);
}

/// Reads a text to its end, as the loader does.
inline ReadText readText(const QByteArray& text)
{
    ReadText result{openTextSource(text), {}, {}};
    for (;;) {
        const ReadStep step = result.capture.reader->next();
        if (const auto* damage = std::get_if<Damage>(&step)) {
            result.damages.push_back(*damage);
            if (damage->canContinue)
                continue;
        }
        const auto* packet = std::get_if<Packet>(&step);
        if (!packet)
            return result;
        ReadPacket entry{*packet, {packet->bytes.begin(), packet->bytes.end()}, {}, {}};
        const LinkType linkType = result.capture.reader->interfaces().at(packet->interface.value).linkType;
        if (const auto segment = decodeSegment(*packet, linkType))
            entry.segment = *segment;
        if (packet->witness)
            entry.witness = *packet->witness;
        result.packets.push_back(std::move(entry));
    }
}

/// One summary line, from the client of the listings in these tests to their server.
inline QByteArray line(const char* time, const char* fields)
{
    return QByteArray(time) + " IP 10.0.0.1.1024 > 10.0.0.2.80: " + fields + '\n';
}

inline QByteArray answer(const char* time, const char* fields)
{
    return QByteArray(time) + " IP 10.0.0.2.80 > 10.0.0.1.1024: " + fields + '\n';
}

// A handshake and a request, as tcpdump prints them without -S.
inline QByteArray relativeListing()
{
    return line("12:00:00.000000", "Flags [S], seq 1000, win 64240, options [mss 1460,sackOK,nop,wscale 7], length 0")
        + answer("12:00:00.010000", "Flags [S.], seq 5000, ack 1001, win 65160, options [mss 1400], length 0")
        + line("12:00:00.010100", "Flags [.], ack 1, win 502, length 0")
        + line("12:00:00.020000", "Flags [P.], seq 1:101, ack 1, win 502, length 100")
        + answer("12:00:00.030000", "Flags [.], ack 101, win 501, options [nop,nop,sack 1 {51:101}], length 0");
}

} // namespace tcpladder
