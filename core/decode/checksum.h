// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/ip_address.h"
#include "core/decode/segment.h"

namespace tcpladder {

/// One's complement sum of 16-bit big-endian words, not complemented (RFC 1071); an odd last byte is the upper half.
std::uint16_t onesComplementSum(Bytes bytes, std::uint32_t start = 0);

/// Sum of the pseudo-header (RFC 9293 section 3.1, RFC 8200 section 8.1) of a segment of length bytes.
std::uint16_t pseudoHeaderSum(const IpAddress& source, const IpAddress& destination, std::uint32_t length);

/// segment: header and payload, whole. A checksum field that holds just the sum of the pseudo-header is one that the
/// sender's network card was to finish: it was captured on the sending host, and nothing is wrong with it.
ChecksumStatus verifyTcpChecksum(const IpAddress& source, const IpAddress& destination, Bytes segment);

/// header: the whole IPv4 header.
ChecksumStatus verifyIpv4Checksum(Bytes header);

} // namespace tcpladder
