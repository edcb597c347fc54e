// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/ip_address.h"
#include "core/decode/sequence_number.h"
#include "core/source/text/tcpdump_segment.h"

#include <array>
#include <unordered_map>

namespace tcpladder {

/// Sender and receiver of a segment.
struct TextFlowKey
{
    IpAddress source;
    IpAddress destination;
    std::uint16_t sourcePort = 0;
    std::uint16_t destinationPort = 0;

    constexpr auto operator<=>(const TextFlowKey&) const = default;
    constexpr TextFlowKey reversed() const { return {destination, source, destinationPort, sourcePort}; }
};

/// A summary's numbers as they were on the wire, or the best guess.
struct AbsoluteNumbers
{
    SequenceNumber sequence;
    SequenceNumber acknowledgment;
    SequenceNumber sackBase; ///< what SACK blocks as printed count from
    bool knowsSequence = false;
    bool knowsAcknowledgment = false;
};

/// What a header's bytes say, where there are bytes.
struct WireNumbers
{
    SequenceNumber sequence;
    SequenceNumber acknowledgment;
    std::uint32_t sequenceLength = 0;
};

/// Makes tcpdump's relative sequence numbers absolute.
///
/// Without -S tcpdump keeps, for each pair of endpoints, the numbers of the first segment with ACK (and of each
/// SYN-ACK), prints that one as it is, and later ones as differences; segments without ACK always as they are. No line
/// says whether numbers are relative, so the value that lies nearer to what comes next in its direction is taken, and
/// the listing stays with it. A bare acknowledgment shows no sequence number: it most likely is the next one.
class TextFlows
{
public:
    /// A new listing may have been printed with other options.
    void startListing() { m_numbering = Numbering::Unknown; }

    AbsoluteNumbers resolve(const TextFlowKey& key, const TcpdumpSegment& printed);

    /// The same where the bytes are known: says what the summary means, which may differ from them.
    AbsoluteNumbers resolve(const TextFlowKey& key, const TcpdumpSegment& printed, const WireNumbers& wire);

private:
    enum class Numbering : std::uint8_t { Unknown, Relative, Absolute };

    struct Direction
    {
        SequenceNumber base; ///< what relative numbers count from
        SequenceNumber next; ///< behind all that was sent or acknowledged
        bool hasNext = false;

        void advance(SequenceNumber to);
    };

    struct Flow
    {
        std::array<Direction, 2> directions;
        bool hasBases = false;
    };

    struct Ends
    {
        Flow& flow;
        Direction& sender;
        Direction& receiver;
    };

    struct KeyHash
    {
        std::size_t operator()(const TextFlowKey& key) const noexcept;
    };

    Ends find(const TextFlowKey& key);
    SequenceNumber absolute(std::uint32_t printed, SequenceNumber base, SequenceNumber near);

    std::unordered_map<TextFlowKey, Flow, KeyHash> m_flows;
    Numbering m_numbering = Numbering::Unknown;
};

} // namespace tcpladder
