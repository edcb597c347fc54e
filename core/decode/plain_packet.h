// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/plain_segment.h"
#include "core/source/link_type.h"
#include "core/source/packet.h"

namespace tcpladder {

/// Decodes what nearly every packet of most captures is: an IP packet, alone or behind an Ethernet header or a cooked
/// one, that is no fragment and has neither options nor extensions, with a TCP header that was captured to its end.
/// False, and the segment as it was, for any packet that is the least bit different; the walk through the layers has it
/// then. segment: a new one.
bool decodePlainPacket(const Packet& packet, LinkType linkType, Segment& segment);

/// The same of one that a PlainSegment has room for, which finds IPv6 addresses in the origin; else false, and anything
/// may stand in segment. Its pairHash and fromOffset are left to the caller.
bool decodePlainPacket(const Packet& packet, LinkType linkType, PlainSegment& segment, PlainOrigin& origin);

} // namespace tcpladder
