// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/packet_fields.h"
#include "core/source/packet_reader.h"

namespace tcpladder {

/// Everything about one segment, decoded anew from its packet's bytes for whoever shows it.
struct SegmentDetails
{
    Segment segment; ///< flags as decided by the document, which may differ from the bytes of an edited text
    LinkType linkType = LinkType::Ethernet;
    std::vector<std::byte> bytes; ///< the packet as captured, from the link layer on
    std::vector<PacketField> fields;
    std::optional<SourceText> text; ///< where a text says it
    std::string comment;            ///< of the packet, UTF-8 as somebody wrote it into a pcapng file
};

} // namespace tcpladder
