// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/layers.h"

namespace tcpladder {

// Link types that an operating system makes up in place of, or around, what its interfaces really carry.

Layer decodeLinuxSll(LayerWalk& walk);  ///< LINKTYPE_LINUX_SLL
Layer decodeLinuxSll2(LayerWalk& walk); ///< LINKTYPE_LINUX_SLL2
Layer decodeBsdNull(LayerWalk& walk);   ///< LINKTYPE_NULL: address family in the byte order of the host
Layer decodeBsdLoop(LayerWalk& walk);   ///< LINKTYPE_LOOP: address family in network byte order
Layer decodeBsdFilter(LayerWalk& walk); ///< LINKTYPE_PFLOG
Layer decodeBsdIpsec(LayerWalk& walk);  ///< LINKTYPE_ENC
Layer decodeSolarisIp(LayerWalk& walk); ///< LINKTYPE_IPNET
Layer decodeNflog(LayerWalk& walk);     ///< LINKTYPE_NFLOG
Layer decodePacketTap(LayerWalk& walk); ///< LINKTYPE_PKTAP of macOS: names the link type that follows
Layer decodeRawIp(LayerWalk& walk);     ///< IPv4 or IPv6 by its version

} // namespace tcpladder
