// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/segment.h"

namespace tcpladder {

/// A segment of the peer's that moves this endpoint's state if it arrives, and what is known of its arrival.
///
/// The segment was seen, but it may be lost behind the capture point, come late, or come out of order. Until a segment
/// of the endpoint's own shows that it came (Proven) or that it had not come by then (later, with `after`; or Rejected
/// when there was time enough for it to come), it is Expected.
struct Reception
{
    enum class Standing : std::uint8_t { None, Expected, Rejected, Proven };

    Timestamp time = unknownTime; ///< of cause
    SegmentId cause;
    SegmentId after; ///< the endpoint's own segment which shows that it had not happened yet
    SegmentId proof;
    std::uint32_t timestampValue = 0; ///< TSval of cause (RFC 7323)
    Standing standing = Standing::None;
    bool hasTimestamp = false;
    bool corrected = false;    ///< was moved, or taken back
    bool alsoSyn = false;      ///< the ACK of our SYN came with the peer's SYN
    bool alsoAckOfFin = false; ///< the peer's FIN came with the ACK of ours
    std::uint8_t losses = 0;   ///< copies of it that did not arrive

    constexpr bool isSeen() const { return standing != Standing::None; }
    constexpr bool isProven() const { return standing == Standing::Proven; }
    constexpr bool isOpen() const { return standing == Standing::Expected || standing == Standing::Rejected; }
    constexpr bool counts() const { return standing == Standing::Expected || standing == Standing::Proven; }
};

/// How far an endpoint has come in every count that it keeps: what each of its segments changes.
struct SentNumbers
{
    SequenceNumber next;                    ///< the end of all it sent
    SequenceNumber acknowledged;            ///< the latest number it acknowledged
    std::uint32_t latestTimestamp = 0;      ///< the newest TSval it sent
    std::uint32_t latestEcho = 0;           ///< the newest TSecr it sent: its TS.Recent is at least this
    std::uint16_t latestIdentification = 0; ///< of its last IPv4 packet
    bool hasNext = false;
    bool hasAcknowledged = false;
    bool hasLatestTimestamp = false;
    bool hasLatestEcho = false;
    bool countsPackets = false;      ///< its IPv4 identification is not always 0
    bool numbersPackets = false;     ///< nor always another constant
    bool sendsGoodChecksums = false; ///< at least one
};

/// All that bears on one endpoint's states: what it sent, which proves itself, and what it should have received. Each
/// of these can happen once in a connection, so this is small however long the connection lives. deriveCourse() makes
/// the states of it. What every segment looks at stands first.
struct alignas(64) EndpointEvidence : SentNumbers
{
    // its own segments
    bool lacksOctets = false;     ///< between what it should have received and the peer's FIN
    bool mayLackAckOfFin = false; ///< a RST came so soon behind finAcked that a lost one would not have shown
    bool hasFirstAckTimestamp = false;
    bool mayHaveAckedBefore = false; ///< an ACK of the peer's FIN before that is not in the capture
    bool ackOfFinCameFirst = false;  ///< it overtook the peer's FIN
    bool finSentBeforePeers = false; ///< though the first copy that was captured came later
    SegmentId first;
    SegmentId syn; ///< SYN without ACK
    SegmentId synAck;
    SegmentId fin;
    SegmentId synchronized;              ///< acknowledges a SYN,ACK that was not captured; only behind syn
    SegmentId reset;                     ///< a RST that shows that it has no connection (any more)
    SegmentId refusedAnswer;             ///< SYN,ACK to a SYN of which the peer knows nothing (Figure 8)
    SegmentId refusal;                   ///< the peer's RST to that; valid with refusedAnswer
    SequenceNumber initial;              ///< of SYN; valid with syn or synAck
    SequenceNumber finEnd;               ///< behind the FIN; valid with fin
    SequenceNumber firstAckOfPeersFin;   ///< sequence number of the first captured segment that acknowledges it
    std::uint32_t firstAckTimestamp = 0; ///< its TSval
    SequenceNumber missing;              ///< the first octet of the peer's that was not captured before its FIN
    SequenceNumber finStart;             ///< of the segment with that FIN; both valid with lacksOctets

    // the peer's
    Reception synReceived;
    Reception synAcked;
    Reception finReceived;
    Reception earlierFin; ///< the first copy of the peer's FIN, where finReceived is a later one
    Reception finAcked;
    Reception resetReceived;
    SequenceNumber resetSequence; ///< of resetReceived

    bool sentSyn() const { return syn.isValid() || synAck.isValid(); }

    /// Nothing is waiting for this endpoint's own word.
    bool isSettled() const
    {
        return !(synReceived.isOpen() || synAcked.isOpen() || finReceived.isOpen() || finAcked.isOpen()
            || resetReceived.isOpen());
    }
};

} // namespace tcpladder
