// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/layers.h"

namespace tcpladder {

Layer decodePpp(LayerWalk& walk);                 ///< RFC 1661, with or without HDLC framing (RFC 1662)
Layer decodePppDirection(LayerWalk& walk);        ///< LINKTYPE_PPP_WITH_DIR: a byte that says who sent it, then PPP
Layer decodePppd(LayerWalk& walk);                ///< LINKTYPE_PPP_PPPD: that byte in place of the HDLC address
Layer decodePppoe(LayerWalk& walk);               ///< RFC 2516, session stage
Layer decodeCiscoHdlc(LayerWalk& walk);           ///< LINKTYPE_C_HDLC
Layer decodeCiscoHdlcDirection(LayerWalk& walk);  ///< LINKTYPE_C_HDLC_WITH_DIR
Layer decodeFrameRelay(LayerWalk& walk);          ///< LINKTYPE_FRELAY (RFC 2427), and Cisco's own encapsulation
Layer decodeFrameRelayDirection(LayerWalk& walk); ///< LINKTYPE_FRELAY_WITH_DIR

} // namespace tcpladder
