// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/chunked_store.h"
#include "core/base/prefetch.h"
#include "core/connection/segment_record.h"
#include "core/decode/plain_segment.h"

#include <span>

namespace tcpladder {

/// All segments of a capture in the order of their ids, written by one thread and read by any, as ChunkedStore.
///
/// Most of what a record says is nearly what the one before it says: it comes a moment later, stands a little further
/// in the file, came by the same interface. So a segment is kept as what it has of its own, half a line of the cache,
/// and a context that many share: where the counting starts, and all that few segments differ in. A segment that fits
/// no context of its group gets one of its own, so that nothing is too large, too far or too rare to be kept.
class SegmentStore
{
public:
    SegmentStore() = default;

    std::size_t size() const { return m_segments.size(); }

    SegmentRecord operator[](SegmentId id) const;
    PacketNumber packetOf(SegmentId id) const
    {
        const Packed& packed = m_segments[id.value];
        return {contextOf(id, packed).packet + packed.packetIn(id)};
    }

    /// Only the writing thread calls this and the two below, which change what was published before.
    SegmentId append(const Segment& segment, ConnectionId connection, Side sender)
    {
        return append(wideOf(segment), narrowOf(segment), connection, sender);
    }
    SegmentId append(const PlainSegment& segment, PacketNumber packet, std::uint64_t packetOffset,
        ConnectionId connection, Side sender)
    {
        return append(wideOf(segment, packet, packetOffset), narrowOf(segment), connection, sender);
    }
    void moveTo(SegmentId id, ConnectionId connection, Side sender);
    void setFlags(SegmentId id, TcpFlags flags);

    /// Asks for what operator[] looks at.
    void prefetch(SegmentId id) const { prefetchLine(&m_segments[id.value]); }

    /// Memory behind the last segment, where the next ones will be, and how much those before it take.
    std::span<std::byte> rest() const { return m_segments.rest(); }
    std::size_t bytes() const { return m_segments.size() * sizeof(Packed); }
    std::size_t contextCount() const { return m_contexts.size(); }

private:
    // How much of a number each segment keeps.
    static constexpr unsigned timeBits = 32; // nanoseconds: four seconds
    static constexpr unsigned offsetBits = 32;
    static constexpr unsigned packetBits = 8;  // how many packets more than segments there were since the first
    static constexpr unsigned lengthBits = 16; // captured, and of the payload
    static constexpr unsigned transportBits = 8;
    static constexpr unsigned contextBits = 12;

    /// As many share contexts, so that there is a number for each context even where no two segments share one.
    static constexpr std::size_t groupSize = std::size_t{1} << contextBits;
    static constexpr std::uint32_t placeInGroup(std::size_t position)
    {
        return static_cast<std::uint32_t>(position % groupSize);
    }

    static constexpr std::uint64_t nanoseconds(Timestamp time)
    {
        return static_cast<std::uint64_t>(time.time_since_epoch().count());
    }

    /// What is too wide to be kept of each segment.
    struct Wide
    {
        std::uint64_t shape; ///< interface, known fields, and the upper bits of the transport offset
        std::uint64_t time;  ///< in nanoseconds
        std::uint64_t offset;
        std::uint32_t packet;
        std::uint32_t payloadHigh; ///< this and the next: the bits that the segments don't keep
        std::uint32_t capturedHigh;
    };

    /// What is kept of each as it is.
    struct Narrow
    {
        SequenceNumber sequence;
        SequenceNumber acknowledgment;
        ShortFields shorts; ///< of the lengths, the lower bits
        std::uint8_t transportLow;
        ChecksumStatus checksumStatus;
    };

    static std::uint64_t shapeOf(std::uint32_t interface, TcpFieldSet known, std::uint32_t transportHigh)
    {
        return std::uint64_t{interface} << 32 | std::uint64_t{known.bits} << transportBits | transportHigh;
    }
    static Wide wideOf(const Segment& segment)
    {
        return {shapeOf(segment.interface.value, segment.known, segment.transportOffset >> transportBits),
            nanoseconds(segment.time), segment.packetOffset, segment.packet.value, segment.payloadLength >> lengthBits,
            segment.capturedLength >> lengthBits};
    }
    static Wide wideOf(const PlainSegment& segment, PacketNumber packet, std::uint64_t packetOffset)
    {
        static_assert(8 * sizeof segment.transportOffset <= transportBits);
        static_assert(8 * sizeof segment.shorts.payloadLength <= lengthBits);
        return {shapeOf(segment.interface, {}, 0), nanoseconds(segment.time), packetOffset, packet.value, 0, 0};
    }
    static Narrow narrowOf(const Segment& segment)
    {
        return {segment.sequence, segment.acknowledgment,
            {static_cast<std::uint16_t>(segment.payloadLength), static_cast<std::uint16_t>(segment.capturedLength),
                static_cast<std::uint16_t>(segment.headerLength / 4 << 12 | segment.flags.bits), segment.window},
            static_cast<std::uint8_t>(segment.transportOffset), segment.checksumStatus};
    }
    static Narrow narrowOf(const PlainSegment& segment)
    {
        return {
            segment.sequence, segment.acknowledgment, segment.shorts, segment.transportOffset, segment.checksumStatus};
    }

    /// What segments have in common. Distances wrap, so that a time may be anything, unknown as well.
    struct Context
    {
        Context(const Wide& segment, std::uint32_t placeInGroup);

        /// The segment differs from it in nothing but what it keeps itself. All is asked at once, since the answer is
        /// nearly always the same.
        bool fits(const Wide& segment, std::uint32_t placeInGroup) const
        {
            return (((segment.time - start) >> timeBits) | ((segment.offset - offset) >> offsetBits)
                       | ((segment.packet - packet - placeInGroup) >> packetBits) | (segment.shape ^ shape)
                       | (segment.payloadHigh ^ payloadHigh) | (segment.capturedHigh ^ capturedHigh))
                == 0;
        }

        std::uint64_t shape; ///< this and what follows: as those of its segments
        std::uint64_t start; ///< of time, in nanoseconds; before the first segment's, since clocks go back
        std::uint64_t offset;
        std::uint32_t packet; ///< the number that the group's first segment would have, were all packets segments
        std::uint32_t payloadHigh;
        std::uint32_t capturedHigh;
    };

    /// Where the next segment goes on from.
    struct Place
    {
        const Context& context;
        std::uint32_t number;       ///< of the context in its group
        std::uint32_t placeInGroup; ///< of the segment
    };

    /// What a segment has of its own. Made of whole words, so that nothing of the new memory is read.
    struct Packed
    {
        Packed(const Wide& wide, const Narrow& narrow, ConnectionId owner, Side sender, const Place& place)
            : connection(owner)
            , sequence(narrow.sequence)
            , acknowledgment(narrow.acknowledgment)
            , offset(static_cast<std::uint32_t>(wide.offset - place.context.offset))
            , time(static_cast<std::uint32_t>(wide.time - place.context.start))
            , packetAndTransport(static_cast<std::uint16_t>(
                  (wide.packet - place.context.packet - place.placeInGroup) << transportBits | narrow.transportLow))
            , shorts(narrow.shorts)
            , contextAndRest(static_cast<std::uint16_t>(place.number
                  | static_cast<std::uint32_t>(narrow.checksumStatus) << checksumShift
                  | static_cast<std::uint32_t>(sender) << senderShift))
        {
        }

        std::size_t context() const { return contextAndRest & (groupSize - 1); }
        /// Counted from the context's.
        std::uint32_t packetIn(SegmentId id) const
        {
            return placeInGroup(id.value) + (std::uint32_t{packetAndTransport} >> transportBits);
        }
        ChecksumStatus checksumStatus() const
        {
            return static_cast<ChecksumStatus>(contextAndRest >> checksumShift & 7);
        }
        Side sender() const { return static_cast<Side>(contextAndRest >> senderShift); }

        static constexpr unsigned checksumShift = contextBits;
        static constexpr unsigned senderShift = checksumShift + 3;

        ConnectionId connection;
        SequenceNumber sequence;
        SequenceNumber acknowledgment;
        std::uint32_t offset;
        std::uint32_t time;
        std::uint16_t packetAndTransport; ///< and the lower bits of the transport offset
        ShortFields shorts;
        std::uint16_t contextAndRest; ///< the number of its context, ChecksumStatus, and Side
    };
    static_assert(sizeof(Packed) == 32, "memory of a capture is this times its segments");

    const Context& contextOf(SegmentId id, const Packed& packed) const
    {
        return m_contexts[m_firstContexts[id.value / groupSize] + packed.context()];
    }
    SegmentId append(const Wide& wide, const Narrow& narrow, ConnectionId connection, Side sender)
    {
        const SegmentId id(m_segments.emplace(wide, narrow, connection, sender, placeFor(wide)));
        if (m_segments.size() % groupSize == 0)
            m_latest = nullptr; // the next group has contexts of its own
        return id;
    }
    Place placeFor(const Wide& segment)
    {
        const std::uint32_t place = placeInGroup(m_segments.size());
        if (m_latest && m_latest->fits(segment, place)) [[likely]]
            return {*m_latest, m_latestNumber, place};
        return otherPlaceFor(segment);
    }
    Place otherPlaceFor(const Wide& segment);

    ChunkedStore<Packed, 20, 4096> m_segments;
    ChunkedStore<Context, 16, 4096> m_contexts;
    ChunkedStore<std::uint32_t, 12, 1024> m_firstContexts; ///< of each group
    const Context* m_latest = nullptr;                     ///< that a segment of this group went to
    std::uint32_t m_latestNumber = 0;
};

/// Here, so that who wants a field or two of many doesn't have all made.
inline SegmentRecord SegmentStore::operator[](SegmentId id) const
{
    const Packed& packed = m_segments[id.value];
    const Context& context = contextOf(id, packed);
    const std::uint64_t time = context.start + packed.time;
    const std::uint32_t transportLow = packed.packetAndTransport & ((1U << transportBits) - 1);
    const auto transportHigh = static_cast<std::uint32_t>(context.shape & ((1U << transportBits) - 1));
    return {.time = Timestamp(Duration(static_cast<Duration::rep>(time))),
        .packetOffset = context.offset + packed.offset,
        .packet = {context.packet + packed.packetIn(id)},
        .connection = packed.connection,
        .sequence = packed.sequence,
        .acknowledgment = packed.acknowledgment,
        .payloadLength = context.payloadHigh << lengthBits | packed.shorts.payloadLength,
        .capturedLength = context.capturedHigh << lengthBits | packed.shorts.capturedLength,
        .interface = InterfaceId(context.shape >> 32),
        .offsetAndFlags = packed.shorts.offsetAndFlags,
        .window = packed.shorts.window,
        .transportOffset = static_cast<std::uint16_t>(transportHigh << transportBits | transportLow),
        .known = {static_cast<std::uint16_t>(context.shape >> transportBits)},
        .checksumStatus = packed.checksumStatus(),
        .sender = packed.sender()};
}

} // namespace tcpladder
