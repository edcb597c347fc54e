// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/layers.h"

namespace tcpladder {

/// UDP, of which only the ports of tunnels matter. Whatever looks wrong behind it is no fault: the ports are a guess.
Layer decodeUdp(LayerWalk& walk);

Layer decodeVxlan(LayerWalk& walk);    ///< RFC 7348
Layer decodeVxlanGpe(LayerWalk& walk); ///< draft-ietf-nvo3-vxlan-gpe
Layer decodeGeneve(LayerWalk& walk);   ///< RFC 8926
Layer decodeGtpU(LayerWalk& walk);     ///< 3GPP TS 29.281
Layer decodeL2tp(LayerWalk& walk);     ///< RFC 2661
Layer decodeCapwap(LayerWalk& walk);   ///< RFC 5415, data
Layer decodeTeredo(LayerWalk& walk);   ///< RFC 4380
Layer decodeLisp(LayerWalk& walk);     ///< RFC 9300, data
Layer decodeTzsp(LayerWalk& walk);     ///< TaZmen sniffer protocol

} // namespace tcpladder
