// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/layers.h"

namespace tcpladder {

Layer decodeIpv6Extension(LayerWalk& walk);  ///< RFC 8200 4.2: hop-by-hop, routing, destination options and their like
Layer decodeIpv6Fragment(LayerWalk& walk);   ///< RFC 8200 4.5
Layer decodeAuthentication(LayerWalk& walk); ///< RFC 4302, behind either version of IP

} // namespace tcpladder
