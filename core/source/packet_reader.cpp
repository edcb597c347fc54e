// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/packet_reader.h"

namespace tcpladder {

std::optional<SourceText> PacketStore::sourceText(std::uint64_t) const
{
    return {};
}

} // namespace tcpladder
