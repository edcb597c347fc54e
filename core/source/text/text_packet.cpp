// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/text_packet.h"

namespace tcpladder {

std::optional<TextEndpoints> resolveEndpoints(const TcpdumpLine& summary, TextNames& names)
{
    ResolvedHost source = names.host(summary.source.host, summary.isIpv6);
    ResolvedHost destination = names.host(summary.destination.host, summary.isIpv6);
    if (source.address.version != destination.address.version) {
        // An address shows which version the name beside it stands for.
        if (source.isPlaceholder)
            source = names.host(summary.source.host, destination.address.version == IpVersion::V6);
        else if (destination.isPlaceholder)
            destination = names.host(summary.destination.host, source.address.version == IpVersion::V6);
        if (source.address.version != destination.address.version)
            return {};
    }
    const ResolvedPort sourcePort = names.port(summary.source.port);
    const ResolvedPort destinationPort = names.port(summary.destination.port);
    return TextEndpoints{{source.address, destination.address, sourcePort.number, destinationPort.number},
        source.isPlaceholder || destination.isPlaceholder || sourcePort.isPlaceholder || destinationPort.isPlaceholder};
}

void fillWitness(TextWitness& witness, const TcpdumpLine& summary, const AbsoluteNumbers& numbers)
{
    const TcpdumpSegment& segment = summary.segment;
    // tshark counts from the first number that it saw, so its numbers are no witnesses of the header's.
    const bool isAbsolute = !segment.isTshark;
    witness.source.assign(summary.source.host);
    witness.destination.assign(summary.destination.host);
    witness.sourcePort.assign(summary.source.port);
    witness.destinationPort.assign(summary.destination.port);
    witness.flags = segment.flags;
    witness.sequenceNumber = numbers.knowsSequence && isAbsolute ? std::optional(numbers.sequence.value) : std::nullopt;
    witness.acknowledgmentNumber
        = numbers.knowsAcknowledgment && isAbsolute ? std::optional(numbers.acknowledgment.value) : std::nullopt;
    witness.window = segment.window;
    witness.payloadLength = segment.payloadLength;
}

} // namespace tcpladder
