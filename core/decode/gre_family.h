// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/layers.h"

namespace tcpladder {

Layer decodeGre(LayerWalk& walk);     ///< RFC 2784, RFC 2890, and the variant of PPTP (RFC 2637)
Layer decodeErspan2(LayerWalk& walk); ///< ERSPAN type II
Layer decodeErspan3(LayerWalk& walk); ///< ERSPAN type III
Layer decodeEtherIp(LayerWalk& walk); ///< RFC 3378

} // namespace tcpladder
