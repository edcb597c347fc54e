// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/layers.h"

namespace tcpladder {

// Captures of Junos routers: a header with extensions in front of the link layer that the link type names.

Layer decodeJuniperEthernet(LayerWalk& walk);
Layer decodeJuniperPpp(LayerWalk& walk);
Layer decodeJuniperPppoe(LayerWalk& walk);
Layer decodeJuniperHdlc(LayerWalk& walk);
Layer decodeJuniperFrameRelay(LayerWalk& walk);

} // namespace tcpladder
