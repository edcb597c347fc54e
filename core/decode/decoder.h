// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/layers.h"
#include "core/decode/segment.h"
#include "core/source/packet.h"

#include <expected>

namespace tcpladder {

/// The TCP segment in a packet, or why there is none. A header that the snapshot cut behind the ports still gives a
/// segment, with Segment::known telling which fields are there.
std::expected<Segment, DecodeProblem> decodeSegment(const Packet& packet, LinkType linkType);

/// The same, decoded in place, for whoever decodes millions: segment is to be a new one, and holds nothing where there
/// is a problem.
DecodeProblem decodeSegment(const Packet& packet, LinkType linkType, Segment& segment);

/// The same, by the walk through the layers however plain the packet is: what the short way is held against.
DecodeProblem decodeByLayers(const Packet& packet, LinkType linkType, Segment& segment);

} // namespace tcpladder
