// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection/connection_table.h"
#include "core/decode/decoder.h"
#include "core/decode/fragment_assembler.h"
#include "core/decode/icmp.h"
#include "core/document/capture_document.h"
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
    DocumentBuilder(CaptureDocument& document, OpenedCapture& capture);

    /// Reads until the source ends, is damaged for good, or the loading is cancelled; the summary says which.
    void run(const std::stop_token& stop);

private:
    enum class Step : std::uint8_t { More, Waiting, Finished };

    FindingId add(const Finding& finding) override;
    /// A finding of a packet that is in no connection. A damaged file may have one at every packet: after many, no
    /// more.
    void addForPacket(const Finding& finding);
    void withdraw(FindingId id) override;

    Step readBatch();
    static void waitForMore(const std::stop_token& stop);
    Step take(ReadStep step);
    void takePacket(const Packet& packet);
    void decodePacket(const Packet& packet);
    void takeFragment(const Packet& packet, LinkType linkType);
    static Finding captureFinding(FindingKind kind, PacketNumber packet);
    void noteIncompleteDatagrams();
    void takeIcmpError(const Packet& packet, LinkType linkType);
    SegmentId findQuoted(ConnectionId connection, const IcmpError& error) const;
    void takeDamage(const Damage& damage);
    void takeSegment(const Segment& segment);
    void takeWitnessed(Segment segment, const Packet& packet);
    void noteTime(const Packet& packet);
    void noteProblem(const Packet& packet, DecodeProblem problem, LinkType linkType);
    void addInterfaces();
    void finish(LoadState state);

    ConnectionId place(const Segment& segment);
    ConnectionId openConnection(const Endpoint& a, const Endpoint& b, ConnectionId previous);
    /// The next incarnation of old's pair, which began with first.
    ConnectionId openSuccessor(ConnectionId old, const Endpoint& a, const Endpoint& b, SegmentId first);
    void append(const Segment& segment, ConnectionId connection);
    void assign(const Segment& segment, SegmentId id, ConnectionId connection);

    /// Moves first and all behind it to a new connection, since a later segment shows that it began there.
    ConnectionId moveToNewConnection(ConnectionId old, SegmentId first);

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
    ConnectionId m_current;              ///< the connection whose analysis is making findings
    std::vector<bool> m_unsupportedSeen; ///< per interface: said once
};

} // namespace tcpladder
