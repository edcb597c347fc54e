// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/layers.h"

namespace tcpladder {

Layer decodeIpv4(LayerWalk& walk); ///< RFC 791
Layer decodeIpv6(LayerWalk& walk); ///< RFC 8200, without its extension headers

/// Ends the walk where the IP header just read belongs to a fragment, and writes the fragment down; next otherwise.
Layer stopAtFragment(LayerWalk& walk, IpFragment fragment, Layer next);

} // namespace tcpladder
