// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/ppp_family.h"

#include "core/decode/layer_bytes.h"

namespace tcpladder {

namespace {

constexpr std::uint8_t hdlcAllStations = 0xff;
constexpr std::uint8_t hdlcUnnumbered = 0x03;

/// https://www.iana.org/assignments/ppp-numbers
Layer layerOfPppProtocol(std::uint16_t protocol)
{
    switch (protocol) {
    case 0x0021: return Layer::Ipv4;
    case 0x0057: return Layer::Ipv6;
    case 0x0281:
    case 0x0283: return Layer::Mpls;
    default: return Layer::None;
    }
}

/// Cisco's HDLC says its own name with these two addresses; what begins so is not PPP, whatever the file says.
bool isCiscoAddress(std::uint8_t octet)
{
    return octet == 0x0f || octet == 0x8f;
}

/// Network layer protocol identifiers of RFC 2427.
Layer decodeNlpid(LayerWalk& walk)
{
    if (!walk.has(2))
        return walk.stop(DecodeProblem::CutShort);
    walk.offset += octet(walk, 0) == 0 ? 2 : 1; // a pad byte may stand in front
    switch (std::to_integer<std::uint8_t>(walk.bytes[walk.offset - 1])) {
    case 0xcc: return Layer::Ipv4;
    case 0x8e: return Layer::Ipv6;
    case 0x80: return skipToEtherType(walk, 5, 3);
    default: return Layer::None;
    }
}

} // namespace

Layer decodePpp(LayerWalk& walk)
{
    if (!walk.has(2))
        return walk.stop(DecodeProblem::CutShort);
    if (isCiscoAddress(octet(walk, 0)))
        return Layer::CiscoHdlc;
    if (octet(walk, 0) == hdlcAllStations && octet(walk, 1) == hdlcUnnumbered)
        walk.offset += 2;
    if (!walk.has(2))
        return walk.stop(DecodeProblem::CutShort);
    // The upper byte may be left out where it is 0; the lower one is odd, the upper even (RFC 1661 section 6.5).
    const bool isCompressed = octet(walk, 0) & 1;
    const std::uint16_t protocol = isCompressed ? octet(walk, 0) : word(walk, 0);
    walk.offset += isCompressed ? 1 : 2;
    return layerOfPppProtocol(protocol);
}

Layer decodePppDirection(LayerWalk& walk)
{
    return skipHeader(walk, 1, Layer::Ppp);
}

Layer decodePppd(LayerWalk& walk)
{
    if (!walk.has(2))
        return walk.stop(DecodeProblem::CutShort);
    return skipHeader(walk, octet(walk, 1) == hdlcUnnumbered ? 2 : 1, Layer::Ppp);
}

Layer decodePppoe(LayerWalk& walk)
{
    if (!walk.has(6))
        return walk.stop(DecodeProblem::CutShort);
    const bool isSessionData = octet(walk, 1) == 0;
    return skipHeader(walk, 6, isSessionData ? Layer::Ppp : Layer::None);
}

Layer decodeCiscoHdlc(LayerWalk& walk)
{
    return skipToEtherType(walk, 4, 2);
}

Layer decodeCiscoHdlcDirection(LayerWalk& walk)
{
    return skipHeader(walk, 1, Layer::CiscoHdlc);
}

Layer decodeFrameRelay(LayerWalk& walk)
{
    std::size_t addressLength = 0;
    do {
        if (!walk.has(addressLength + 1))
            return walk.stop(DecodeProblem::CutShort);
    } while (!(octet(walk, addressLength++) & 1) && addressLength < 4);
    walk.offset += addressLength;
    if (!walk.has(1))
        return walk.stop(DecodeProblem::CutShort);
    if (octet(walk, 0) != hdlcUnnumbered)
        return skipToEtherType(walk, 2, 0);
    ++walk.offset;
    return decodeNlpid(walk);
}

Layer decodeFrameRelayDirection(LayerWalk& walk)
{
    return skipHeader(walk, 1, Layer::FrameRelay);
}

} // namespace tcpladder
