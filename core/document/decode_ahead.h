// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/layers.h"
#include "core/decode/plain_segment.h"
#include "core/source/packet_reader.h"
#include "core/source/text_witness.h"

#include <array>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <span>
#include <stop_token>
#include <thread>

namespace tcpladder {

/// A packet that more is wanted of than its segment: a fragment, an ICMP error, one that has a comment or comes from a
/// text.
struct KeptPacket
{
    Packet packet; ///< what it points to is here, and its comment is in comment
    std::vector<std::byte> bytes;
    std::string comment;
    std::optional<TextWitness> witness;
};

/// One that is no PlainSegment.
struct alignas(64) DecodedPacket
{
    static constexpr std::uint16_t notKept = 0xffff;

    /// Where there is a problem, its packet, interface and time alone; so too where there is a witness, with which the
    /// packet is yet to be decoded.
    Segment segment;
    std::uint16_t kept = notKept; ///< its place among those that its batch keeps
    DecodeProblem problem = DecodeProblem::None;
    bool agreesWithText = false; ///< as Packet has it
};

/// A packet's line of the cache: its segment, or where the packet is.
struct PacketLine
{
    PlainSegment segment; ///< of one that is not plain, the hash alone

    bool isPlain() const { return segment.shorts.offsetAndFlags != 0; }
    std::uint32_t pairHash() const { return segment.pairHash; }
    std::size_t placeAmongOthers() const { return segment.fromOffset; } ///< of one that is not plain
};

/// Packets that follow each other.
struct DecodedPackets
{
    std::vector<PacketLine> lines;
    PlainOrigin origin;
    std::vector<DecodedPacket> others; ///< those that are not plain
};

/// Packets that follow each other, and what stands behind them.
struct DecodedBatch
{
    std::vector<CaptureInterface> interfaces; ///< met for the first time

    DecodedPackets packets;      ///< packetCount lines
    std::deque<KeptPacket> kept; ///< the first keptCount; those behind lend their memory to the next
    std::size_t keptCount = 0;
    std::size_t packetCount = 0;
    std::optional<Damage> damage;
    std::uint64_t position = 0; ///< of the reader, behind all that
    bool isLast = false;
};

/// Reads and decodes the packets in batches, for whoever puts the segments into connections.
///
/// Ahead, they are read in a thread of its own. To sleep and to be woken takes as long as many batches, so that the
/// ring is long, and whoever has to wait does so until half of it is ready, or until the other has no more for now.
/// Instead of waiting for a reader that can be helped, next() helps it: where to read takes longer than what becomes of
/// the packets, as with a text, both processors then have work to the end. In turn, next() reads. The packets are the
/// same.
class DecodeAhead
{
public:
    enum class Reading : std::uint8_t { InTurn, Ahead };

    /// The reader belongs to this until it is gone.
    DecodeAhead(PacketReader& reader, Reading reading);
    DecodeAhead(const DecodeAhead&) = delete;
    DecodeAhead& operator=(const DecodeAhead&) = delete;
    ~DecodeAhead() = default;

    /// Valid until the next call; waits for a source that has nothing yet. Nothing once it is to stop. Not to be called
    /// behind the last batch.
    const DecodedBatch* next(const std::stop_token& stop);

private:
    static constexpr std::size_t batches = 64;
    static constexpr std::size_t halfOfRing = batches / 2;
    static constexpr std::size_t fewBatches = 4; // at first, and of a reader that was helped, which has them soon

    const DecodedBatch* nextInTurn(const std::stop_token& stop);
    void run(const std::stop_token& stop);
    bool help(std::unique_lock<std::mutex>& guard);
    bool waitForRoom(const std::stop_token& stop);
    void fill(DecodedBatch& batch);
    bool takeAtHand(DecodedBatch& batch);
    void handOnInterfaces(DecodedBatch& batch);
    void take(DecodedBatch& batch, const Packet& packet);
    LinkType linkTypeOf(InterfaceId interface);
    DecodedPacket* decode(DecodedPackets& packets, std::size_t position, const Packet& packet, LinkType linkType);
    DecodedPacket& addOther(DecodedPackets& packets, std::size_t position);
    void publish(std::size_t count, bool isAll);
    std::size_t filled() const { return m_filled - m_freed; } ///< ready or lent
    void pause(const std::stop_token& stop);

    DecodedPacket m_blank; ///< copied for each: to make it anew takes twice as long
    PacketReader& m_reader;
    std::size_t m_interfaces = 0;      ///< handed on
    std::vector<LinkType> m_linkTypes; ///< of the interfaces met so far
    std::array<Packet, 32> m_atHand{}; ///< of takeAtHand()
    std::array<DecodedBatch, batches> m_batches;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::size_t m_filled = 0; ///< batches ever; the next one goes to this place in the ring
    std::size_t m_freed = 0;
    std::size_t m_enough = halfOfRing; ///< batches that whoever waits is woken for
    bool m_isDrained = false;          ///< nothing more to publish for now
    bool m_isLent = false;             ///< the batch at m_freed
    std::jthread m_thread;             ///< where it reads ahead; last, so that it ends first
};

} // namespace tcpladder
