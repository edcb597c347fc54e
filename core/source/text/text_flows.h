// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/prefetch.h"
#include "core/decode/ip_address.h"
#include "core/decode/sequence_number.h"
#include "core/source/text/tcpdump_segment.h"

#include <array>
#include <vector>

namespace tcpladder {

/// An address as two words.
using AddressHalves = std::array<std::uint64_t, 2>;

/// Sender and receiver of a segment.
struct TextFlowKey
{
    IpAddress source;
    IpAddress destination;
    std::uint16_t sourcePort = 0;
    std::uint16_t destinationPort = 0;

    constexpr bool operator==(const TextFlowKey&) const = default;
    /// The same in both directions.
    std::uint32_t hash() const
    {
        return hashOf(std::bit_cast<AddressHalves>(source.bytes), sourcePort,
            std::bit_cast<AddressHalves>(destination.bytes), destinationPort);
    }
    /// For whoever has just written the key: to read it in other pieces than it was written in waits for the cache.
    static std::uint32_t hashOf(const AddressHalves& source, std::uint16_t sourcePort, const AddressHalves& destination,
        std::uint16_t destinationPort);

    constexpr bool isReverseOf(const TextFlowKey& other) const
    {
        return sourcePort == other.destinationPort && destinationPort == other.sourcePort && source == other.destination
            && destination == other.source;
    }
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
    /// A segment whose endpoints have this hash is about to be resolved.
    void prefetch(std::uint32_t hash) const
    {
        if (!m_slots.empty())
            prefetchLine(&m_slots[hash & (m_slots.size() - 1)]);
    }

    /// A new listing may have been printed with other options.
    void startListing() { m_numbering = Numbering::Unknown; }

    AbsoluteNumbers resolve(const TextFlowKey& key, const TcpdumpSegment& printed);

    /// The same where the bytes are known: says what the summary means, which may differ from them.
    AbsoluteNumbers resolve(const TextFlowKey& key, const TcpdumpSegment& printed, const WireNumbers& wire);

    /// The same where the summary plainly says what the bytes say, and it is as plain how it says it. Else false, and
    /// nothing has changed.
    bool noteAgreement(const TextFlowKey& key, std::uint32_t hash, TcpFlags flags,
        std::optional<std::uint32_t> sequence, std::optional<std::uint32_t> acknowledgment, const WireNumbers& wire);

private:
    enum class Numbering : std::uint8_t { Unknown, Relative, Absolute };

    struct Direction
    {
        SequenceNumber base; ///< what relative numbers count from
        SequenceNumber next; ///< behind all that was sent or acknowledged
        bool hasNext = false;
        bool hasBase = false; ///< both directions or none

        void advance(SequenceNumber to);
    };

    /// A slot of a table with open addressing and linear probing. With thousands of connections at once each look-up
    /// misses the cache: so it is one line of it, which prefetch() asks for.
    struct alignas(64) Flow
    {
        TextFlowKey key;                     ///< of the first segment; without addresses where the slot is empty
        std::array<Direction, 2> directions; ///< as in key, and the other

        bool isEmpty() const { return key.source.version == IpVersion::None; }
    };

    struct Place
    {
        Flow& flow;
        bool turned; ///< its key is of the other direction
    };

    struct Ends
    {
        Direction& sender;
        Direction& receiver;
    };

    Ends find(const TextFlowKey& key, std::uint32_t hash);
    Place placeOf(const TextFlowKey& key, std::uint32_t hash);
    void makeSlots(std::size_t count);
    SequenceNumber absolute(std::uint32_t printed, SequenceNumber base, SequenceNumber near);

    std::vector<Flow> m_slots; ///< a power of two, or none
    std::size_t m_used = 0;
    Numbering m_numbering = Numbering::Unknown;
};

} // namespace tcpladder
