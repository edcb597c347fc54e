// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/layers.h"

namespace tcpladder {

Layer decodeWireless(LayerWalk& walk); ///< IEEE 802.11 data frames that are not encrypted
Layer decodeRadiotap(LayerWalk& walk); ///< https://www.radiotap.org
Layer decodePrism(LayerWalk& walk);    ///< LINKTYPE_IEEE802_11_PRISM; AVS headers stand under it as well
Layer decodeAvs(LayerWalk& walk);      ///< LINKTYPE_IEEE802_11_AVS
Layer decodePpi(LayerWalk& walk);      ///< LINKTYPE_PPI: names the link type that follows

} // namespace tcpladder
