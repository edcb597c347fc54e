// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/layers.h"

namespace tcpladder {

Layer decodeEthernet(LayerWalk& walk);            ///< Ethernet II, and IEEE 802.3 with a length in place of the type
Layer decodeEthernetPreamble(LayerWalk& walk);    ///< LINKTYPE_ETHERNET_MPACKET: preamble and start of frame first
Layer decodeNetAnalyzer(LayerWalk& walk);         ///< LINKTYPE_NETANALYZER
Layer decodeVlan(LayerWalk& walk);                ///< 802.1Q and 802.1ad tags
Layer decodeBackboneBridge(LayerWalk& walk);      ///< 802.1ah I-tag, then the customer's addresses
Layer decodeExtensionTag(LayerWalk& walk);        ///< 802.1BR E-tag
Layer decodeVirtualInterfaceTag(LayerWalk& walk); ///< Cisco's VN-Tag
Layer decodeMacsec(LayerWalk& walk);              ///< 802.1AE, as far as it is not encrypted
Layer decodeServiceHeader(LayerWalk& walk);       ///< RFC 8300
Layer decodeTrill(LayerWalk& walk);               ///< RFC 6325
Layer decodeMpls(LayerWalk& walk);                ///< RFC 3032; the whole label stack

} // namespace tcpladder
