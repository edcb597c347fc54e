// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/layers.h"

namespace tcpladder {

Layer decodeEthernet(LayerWalk& walk);
Layer decodeVlan(LayerWalk& walk);      ///< 802.1Q and 802.1ad tags
Layer decodeLinuxSll(LayerWalk& walk);  ///< LINKTYPE_LINUX_SLL
Layer decodeLinuxSll2(LayerWalk& walk); ///< LINKTYPE_LINUX_SLL2
Layer decodeBsdNull(LayerWalk& walk);   ///< LINKTYPE_NULL: address family in the byte order of the host
Layer decodeBsdLoop(LayerWalk& walk);   ///< LINKTYPE_LOOP: address family in network byte order
Layer decodeRawIp(LayerWalk& walk);     ///< IPv4 or IPv6 by its version

} // namespace tcpladder
