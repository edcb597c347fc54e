// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/pages_ahead.h"
#include "core/connection/connection_table.h"
#include "core/decode/decoder.h"
#include "core/decode/fragment_assembler.h"
#include "core/decode/icmp.h"
#include "core/document/capture_document.h"
#include "core/document/decode_ahead.h"
#include "core/document/segment_to_take.h"
#include "core/document/text_conflicts.h"

#include <stop_token>

namespace tcpladder {

/// Reads a source into a document: packets to segments, segments to connections, connections to states and findings.
///
/// Runs in a thread of its own, in batches under the document's lock, or all at once in a command without a window.
class DocumentBuilder final : private FindingSink
{
public:
    /// Both outlive the builder; nobody else writes to the document.
    /// \param clock tells whether large pages come soon. What comes out is the same.
    DocumentBuilder(CaptureDocument& document, OpenedCapture& capture, Clock clock = {});

    /// Reads until the source ends, is damaged for good, or the loading is cancelled; the summary says which.
    void run(const std::stop_token& stop);

private:
    /// Enough for a short connection, and what its memory is cut to anyway.
    static constexpr std::size_t usualSegments = 8;
    static constexpr std::size_t usualFindings = 4;

    struct Place
    {
        ConnectionId connection;
        Side sender = Side::A;
        ConnectionEntry* entry = nullptr; ///< the connection's; null where there is none
    };

    FindingId add(const Finding& finding) override;
    /// A finding of a packet that is in no connection. A damaged file may have one at every packet: after many, no
    /// more.
    void addForPacket(const Finding& finding);
    void withdraw(FindingId id) override;

    DecodeAhead::Reading wayToRead() const;
    void take(const DecodedBatch& batch);
    void takePackets(const DecodedBatch& batch);
    [[gnu::always_inline]] inline void prefetchSlot(const DecodedPackets& packets, const PacketLine& line) const;
    [[gnu::always_inline]] inline Place prefetchConnection(std::uint32_t pairHash) const;
    [[gnu::always_inline]] static inline void prefetchAnalysis(const ConnectionEntry& entry);
    void keepPagesAhead();
    void prepareGrowth();
    [[gnu::always_inline]] inline void takePacket(
        const DecodedBatch& batch, const PacketLine& line, std::size_t position, const Place& expected);
    void takePlain(const DecodedPackets& packets, std::size_t position, const Place& expected);
    void takeUnsteady(const PlainToTake& plain, const Place& latest);
    void takeOther(const DecodedBatch& batch, const PacketLine& line, const Place& expected);
    void takeKept(const KeptPacket& kept, DecodeProblem problem, const Segment& segment);
    void takeWhole(const Packet& packet, DecodeProblem problem, const Segment& segment);
    LinkType linkTypeOf(InterfaceId interface) const;
    void takeFragment(const Packet& packet);
    static Finding captureFinding(FindingKind kind, PacketNumber packet);
    void noteIncompleteDatagrams();
    void takeIcmpError(const Packet& packet);
    SegmentId findQuoted(ConnectionId connection, const IcmpError& error) const;
    void takeDamage(const Damage& damage);
    enum class Evidence : std::uint8_t { BytesAlone, BytesAndLine };
    void takeSegment(
        const Segment& segment, std::uint32_t pairHash, const Place& latest, Evidence evidence = Evidence::BytesAlone);
    void takeDecoded(const DecodedPacket& decoded, std::uint32_t pairHash, const Place& expected);
    bool takeSteady(const Segment& segment, const Place& latest);
    template <class ToTake>
    bool takeSteadily(const ToTake& one, const Place& latest);
    bool takeShaped(const Segment& segment, std::uint32_t pairHash, const Place& latest);
    bool goOnShaped(const PlainToTake& plain, const Place& latest);
    template <class ToTake>
    bool goOnAsShaped(const ToTake& one, const Place& latest);
    template <class ToTake>
    void noteShaped(const ToTake& one, SegmentId id, const Place& place);
    bool openShaped(const Segment& segment, std::uint32_t pairHash);
    void analyseShaped(const Place& place);
    void decideConflicts(const Segment& segment, SegmentId id);
    void decideConflicts(const PlainToTake& plain);
    void takeWitnessed(Segment segment, const Packet& packet);
    void noteTime(PacketNumber packet, Timestamp time);
    void noteUnusualTime(PacketNumber packet, Timestamp time);
    void noteProblem(DecodeProblem problem, PacketNumber packet, InterfaceId interface);
    void finish(LoadState state);
    void prefetchToFinish(std::span<const ConnectionId> next) const;

    ConnectionEntry& entryOf(ConnectionId id) const { return m_document.m_connections[id.value]; }
    const EndpointPair& pairOf(ConnectionId id) const
    {
        return m_document.m_connections[id.value].connection.endpoints;
    }
    Place placeIn(ConnectionId connection, Side sender) const
    {
        return {connection, sender, &m_document.m_connections[connection.value]};
    }
    /// The connection that a segment belongs to, the latest of its pair or a new one.
    Place place(const Segment& segment, std::uint32_t pairHash, const Place& latest);
    /// The latest of the segment's pair, if there is any.
    Place find(const Segment& segment, std::uint32_t pairHash) const;
    Place find(const Segment& segment, std::uint32_t pairHash, const Place& expected) const;
    Place find(const PlainSegment& segment, const PlainOrigin& origin, const Place& expected) const;
    template <class SenderIn>
    Place find(std::uint32_t pairHash, const SenderIn& senderIn) const;
    template <class SenderIn>
    Place find(std::uint32_t pairHash, const Place& expected, const SenderIn& senderIn) const;
    ConnectionId openFor(const Segment& segment, ConnectionId latest, const IncarnationJudgement& judgement);
    /// endpoints: A, the sender of the first segment, and B.
    ConnectionId openConnection(
        const EndpointPair& endpoints, ConnectionId previous, ConnectionAnalysis::Origin origin);
    /// id: of the one that was just put into the store.
    void beginConnection(ConnectionId id, const EndpointPair& endpoints, ConnectionId previous);
    /// The next incarnation of old's pair, which began with first.
    ConnectionId openSuccessor(ConnectionId old, const EndpointPair& endpoints, SegmentId first);
    void assign(const Segment& segment, SegmentId id, const Place& place);
    void noteInConnection(std::uint32_t payloadLength, SegmentId id, Connection& connection, Side sender);

    /// Moves first and all behind it to a new connection, since a later segment shows that it began there.
    ConnectionId moveToNewConnection(ConnectionId old, SegmentId first);

    /// The connection's analysis, made where there is none, or none any more.
    ConnectionAnalysis& liveAnalysis(const Place& place)
    {
        KeptAnalysis& analysis = place.entry->analysis;
        if (analysis.shaped())
            analyseShaped(place);
        else if (!analysis.isLive()) [[unlikely]]
            replay(place.connection);
        return analysis.live();
    }

    /// Its analysis is released once enough other connections have ended.
    void noteEnd(ConnectionId connection);
    void releaseEnded();
    /// And that of one that nobody answered, or that is quiet, once enough others have begun.
    void noteBegin(ConnectionId connection);
    void putQuietAway();
    bool putAwayIfQuiet(ConnectionId connection);
    bool isUnanswered(ConnectionId connection) const;
    void release(ConnectionId connection);
    void keepOutcome(ConnectionId connection);

    /// Makes the analysis of a connection anew from the packets of its segments.
    void replay(ConnectionId connection);

    /// They come in packets of their own, so that making a connection anew would lose them.
    std::vector<Finding> icmpErrorsOf(ConnectionId connection) const;

    CaptureDocument& m_document;
    OpenedCapture& m_capture;
    ConnectionTable m_table;
    FragmentAssembler m_fragments;
    std::array<std::uint32_t, static_cast<std::size_t>(FindingKind::Count)> m_packetFindings{};
    TextConflicts m_textConflicts;
    std::deque<ConnectionId> m_ended;      ///< whose analyses are to be released
    std::deque<ConnectionId> m_begun;      ///< lately
    std::deque<ConnectionId> m_unanswered; ///< after others had begun
    std::deque<ConnectionId> m_open;       ///< the others, after more had begun
    std::vector<bool> m_endsQuietly;       ///< per connection: released, and finish() has nothing to report
    SegmentId m_taken;                     ///< the latest that an analysis got
    PacketNumber m_takenPacket;            ///< its packet
    ConnectionId m_current;                ///< the connection whose analysis is making findings
    std::vector<bool> m_unsupportedSeen;   ///< per interface: said once

    PagesAhead m_pages; ///< for what the document is about to grow by
    PagesAhead::Filler m_segmentPages;
    PagesAhead::Filler m_connectionPages;
    PagesAhead::Filler m_findingPages;
    PagesAhead::Filler m_outcomePages;
};

} // namespace tcpladder
