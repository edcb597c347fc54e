// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/byte_reader.h"
#include "core/decode/sequence_number.h"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace tcpladder {

/// Option kinds of the IANA registry "TCP Option Kind Numbers" that tcpladder names.
enum class TcpOptionKind : std::uint8_t {
    EndOfList = 0,
    NoOperation = 1,
    MaximumSegmentSize = 2,
    WindowScale = 3,
    SackPermitted = 4,
    Sack = 5,
    Timestamps = 8,
    Md5Signature = 19,
    UserTimeout = 28,
    Authentication = 29,
    Multipath = 30,
    FastOpen = 34,
    AccEcn0 = 172,
    AccEcn1 = 174,
    Experiment1 = 253,
    Experiment2 = 254,
};

/// RFC 7323 section 3.
struct TcpTimestamps
{
    std::uint32_t value = 0;
    std::uint32_t echoReply = 0;

    constexpr bool operator==(const TcpTimestamps&) const = default;
};

/// RFC 2018 section 3: the block covers left up to, not including, right.
struct SackBlock
{
    SequenceNumber left;
    SequenceNumber right;

    constexpr bool operator==(const SackBlock&) const = default;
};

/// What the options of a segment say, the kinds that the analysis uses. listTcpOptions() gives all of them with their
/// bytes.
struct TcpOptions
{
    static constexpr std::size_t maximumSackBlocks = 4;

    std::optional<std::uint16_t> maximumSegmentSize;
    std::optional<std::uint8_t>
        windowScale; ///< shift count as on the wire; more than 14 counts as 14 (RFC 7323 section 2.3)
    std::optional<TcpTimestamps> timestamps;
    /// TSval of a timestamps option that the capture cut behind it. No rule uses it: half an option is only to be
    /// shown.
    std::optional<std::uint32_t> cutTimestampValue;
    std::optional<std::uint8_t> fastOpenCookieLength; ///< 0: the client asks for a cookie (RFC 7413 section 2.1)
    std::array<SackBlock, maximumSackBlocks> sackBlocks;
    std::uint8_t sackBlockCount = 0;
    bool sackPermitted = false;
    bool multipath = false;
    bool accEcn = false;
    bool malformed = false; ///< a length that is 0, 1, wrong for its kind, or past the header's end

    bool operator==(const TcpOptions&) const = default;

    std::span<const SackBlock> sacks() const { return std::span(sackBlocks).first(sackBlockCount); }
};

/// The twelve bytes that nearly every segment carries: NOP, NOP, timestamps (RFC 7323 appendix A).
inline bool isTimestampsAlone(Bytes options)
{
    return options.size() == 12 && loadUnchecked<4>(options.data(), ByteOrder::Big) == 0x0101080a;
}

/// bytes: those between the fixed header and the payload, as far as captured.
TcpOptions decodeTcpOptions(Bytes bytes);
/// The same, into new ones.
void readTcpOptions(TcpOptions& options, Bytes bytes);

/// One option as it stands in the header.
struct TcpOptionEntry
{
    std::uint8_t kind = 0;
    std::uint8_t offset = 0; ///< from the start of the options
    std::uint8_t length = 0; ///< whole, with kind and length byte; what is left of the header where the length is wrong
    bool malformed = false;
};

/// Every option in the order of the bytes, unknown and malformed ones too.
std::vector<TcpOptionEntry> listTcpOptions(Bytes options);

/// The registry's name, "Maximum segment size"; empty for kinds without one.
std::string_view tcpOptionName(std::uint8_t kind);

} // namespace tcpladder
