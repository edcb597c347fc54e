// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/layers.h"

namespace tcpladder {

Layer decodeIpv4(LayerWalk& walk); ///< RFC 791
Layer decodeIpv6(LayerWalk& walk); ///< RFC 8200, with its extension headers

} // namespace tcpladder
