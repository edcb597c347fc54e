// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/layers.h"

namespace tcpladder {

Layer decodeLlc(LayerWalk& walk);         ///< IEEE 802.2, with or without SNAP
Layer decodeFddi(LayerWalk& walk);        ///< LINKTYPE_FDDI
Layer decodeTokenRing(LayerWalk& walk);   ///< LINKTYPE_IEEE802_5, with its source route
Layer decodeArcnet(LayerWalk& walk);      ///< LINKTYPE_ARCNET_BSD: RFC 1051 and RFC 1201
Layer decodeArcnetLinux(LayerWalk& walk); ///< LINKTYPE_ARCNET_LINUX: with an offset behind the addresses
Layer decodeIpOverFibre(LayerWalk& walk); ///< LINKTYPE_IP_OVER_FC
Layer decodeFirewire(LayerWalk& walk);    ///< LINKTYPE_APPLE_IP_OVER_IEEE1394

} // namespace tcpladder
