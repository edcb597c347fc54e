// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/finding_texts.h"

#include "core/base/translate.h"

#include <array>

namespace tcpladder {

namespace {

using enum FindingKind;

constexpr auto texts = std::to_array<FindingText>({
    {SynRetransmission, 0,
        TCPLADDER_TR(
            "core", "The SYN of segment %4 again, with the same initial sequence number %1: no answer came in time.")},
    {RtoRetransmission, 0,
        TCPLADDER_TR("core",
            "Octets from %1 on again, with only those before %2 acknowledged: the retransmission timer ran out (or it "
            "probes for a lost tail, RFC 8985).")},
    {RtoRetransmission, 1,
        TCPLADDER_TR("core",
            "Octets from %1 on, which segment %4 had passed over: the first copy was lost before the capture point and "
            "the retransmission timer ran out. Overtaken so late is unlikely.")},
    {RtoRetransmission, 2,
        TCPLADDER_TR("core",
            "Octets from %1 on, which lie before the first segment captured, %4: sent again, with only those before %2 "
            "acknowledged.")},
    {FastRetransmission, 0,
        TCPLADDER_TR(
            "core", "Octets from %1 on again after %2 duplicate acknowledgments, without waiting for the timer.")},
    {FastRetransmission, 1,
        TCPLADDER_TR("core",
            "Octets from %1 on, which segment %4 had passed over, after %2 duplicate acknowledgments: the first copy "
            "was "
            "lost before the capture point.")},
    {FastRetransmission, 2,
        TCPLADDER_TR("core",
            "Octets from %1 on, which lie before the first segment captured, %4, after %2 duplicate acknowledgments.")},
    {SpuriousRetransmission, 0,
        TCPLADDER_TR("core",
            "Octets up to %1 were acknowledged already, up to %2: not needed. The timer was too fast, or the ACK was "
            "lost behind the capture point.")},
    {FinRetransmission, 0,
        TCPLADDER_TR("core",
            "The FIN of segment %4 again, with sequence number %1: only what comes before %2 is acknowledged.")},
    {FinRetransmission, 1,
        TCPLADDER_TR("core",
            "The FIN of segment %4 again, with sequence number %1, though it was acknowledged up to %2: that ACK did "
            "not arrive in time.")},
    {OutOfOrder, 0,
        TCPLADDER_TR("core",
            "Octets from %1 on come %2 µs behind segment %4, which follows them: overtaken on the way. Nothing is sent "
            "again within %3 µs here.")},
    {OutOfOrder, 1,
        TCPLADDER_TR("core",
            "Octets from %1 on come behind segment %4, but left their sender before it, as the timestamp, the IP "
            "identification or the capture's clock says: overtaken on the way.")},
    {SegmentNotCaptured, 0,
        TCPLADDER_TR("core",
            "Octets %1 to %2, just before this segment, are not in the capture, but segment %4 acknowledges them: they "
            "arrived, and the capture missed them.")},
    {SegmentNotCaptured, 1,
        TCPLADDER_TR("core",
            "Octets %1 to %2, just before this segment, are not in the capture, and nothing shows what became of them: "
            "lost on the way, or missed by the capture.")},
    {AckOfUnseen, 0,
        TCPLADDER_TR("core",
            "Acknowledges %1, but the capture has the peer's octets up to %2 only: a segment arrived that was not "
            "captured.")},
    {AckOfUnseen, 1,
        TCPLADDER_TR("core",
            "Acknowledges %1, beyond %2: what the capture has of that is segment %4 with a wrong checksum. It was "
            "damaged in the capture only, or a good copy was not captured.")},
    {DupAck, 0,
        TCPLADDER_TR("core",
            "Acknowledges %1 again while octets up to %3 are under way: duplicate %2. A segment came out of order, or "
            "twice.")},
    {DupAck, 1,
        TCPLADDER_TR("core",
            "Acknowledges %1 again and selectively something beyond it: duplicate %2. What lies between is late or "
            "lost.")},
    {Sack, 0,
        TCPLADDER_TR("core",
            "Selective acknowledgment: octets %1 to %2 arrived, but not those from %3 on, which are late or lost.")},
    {Dsack, 0,
        TCPLADDER_TR("core",
            "Duplicate selective acknowledgment: octets %1 to %2 arrived once more, with all before %3 in hand.")},
    {ZeroWindow, 0,
        TCPLADDER_TR("core", "Window 0 behind %1: the receiver's buffer is full, and the peer may not send.")},
    {ZeroWindowProbe, 0,
        TCPLADDER_TR("core",
            "Sequence number %1 at a window that is closed behind %2 since segment %4: asks whether it has opened.")},
    {ZeroWindowProbeAck, 0,
        TCPLADDER_TR("core", "Answers the window probe of segment %4: the window behind %1 is still 0.")},
    {WindowFull, 0,
        TCPLADDER_TR("core",
            "Sends up to %3, the end of the peer's window of %1 octets behind %2: nothing more may be sent until the "
            "peer acknowledges.")},
    {WindowUpdate, 0, TCPLADDER_TR("core", "The window behind %3 is now %1 octets; it was %2.")},
    {WindowUpdate, 1,
        TCPLADDER_TR("core",
            "The window field is now %1; it was %2. Without the handshake its scale is unknown, so these are not "
            "octets.")},
    {KeepAlive, 0,
        TCPLADDER_TR("core",
            "Keep-alive: sequence number %1, one before the next, %2, after a pause with nothing under way, to draw an "
            "acknowledgment.")},
    {KeepAliveAck, 0, TCPLADDER_TR("core", "Answers the keep-alive of segment %4 with %1: the connection lives.")},
    {PortReuse, 0,
        TCPLADDER_TR("core",
            "A new connection with the addresses and ports of an earlier one; its initial sequence number is %1.")},
    {HalfOpen, 0,
        TCPLADDER_TR("core",
            "SYN with sequence number %1 to an endpoint that still has a connection: its sender no longer knows that "
            "one, or the SYN is old or forged.")},
    {HalfOpen, 1,
        TCPLADDER_TR("core",
            "Answers the SYN of segment %4 with acknowledgment %1 instead of %2: it still has an older connection, "
            "which the sender of the SYN does not know.")},
    {Refused, 0,
        TCPLADDER_TR("core",
            "Answers the SYN of segment %4 with RST, acknowledging %1: nobody listens at %5 (or a firewall says so).")},
    {Rst, 0,
        TCPLADDER_TR("core",
            "%5 gives the connection up at once: RST with sequence number %1, its next is %2. What was under way is "
            "lost.")},
    {Rst, 1,
        TCPLADDER_TR("core",
            "%5 answers segment %4 with RST, taking sequence number %1 from its acknowledgment: it has no connection "
            "for it (any more).")},
    {Rst, 2,
        TCPLADDER_TR(
            "core", "%5 has sent FIN, and nobody there reads the data of segment %4: RST with sequence number %1.")},
    {Rst, 3,
        TCPLADDER_TR(
            "core", "%5 is opening, and segment %4 acknowledges %1, which it never sent: RST with that number.")},
    {Rst, 4,
        TCPLADDER_TR("core", "%5 asked and had no answer since segment %4: RST with sequence number %1 gives up.")},
    {RstIgnored, 0,
        TCPLADDER_TR("core",
            "RST with sequence number %1, where %2 was expected: %6 goes on, as segment %4 shows. Late, or forged.")},
    {RstIgnored, 1,
        TCPLADDER_TR("core", "RST with sequence number %1, where %6 expects %2: it resets nothing. Late, or forged.")},
    {ChallengeAck, 0,
        TCPLADDER_TR(
            "core", "Challenge ACK: answers segment %4, which does not fit, with the number that it expects, %1.")},
    {SynInTimeWait, 0,
        TCPLADDER_TR("core",
            "SYN with sequence number %1 to an endpoint in TIME_WAIT: a larger number or a newer timestamp may open a "
            "new connection, any other only draws an ACK.")},
    {TimeWaitRestarted, 0,
        TCPLADDER_TR(
            "core", "The peer's FIN came again, and segment %4 acknowledges it again: TIME_WAIT starts anew.")},
    {TimeWaitAssassinated, 0,
        TCPLADDER_TR("core",
            "RST with sequence number %1 to an endpoint in TIME_WAIT, which ends it early if the host honours it.")},
    {HalfClose, 0,
        TCPLADDER_TR(
            "core", "After this FIN the other direction goes on, with octets from %2 on in segment %4: half-closed.")},
    {NeverClosed, 0, TCPLADDER_TR("core", "The capture ends with the connection open: neither FIN nor RST.")},
    {NeverClosed, 1, TCPLADDER_TR("core", "The capture ends with one FIN only: the other side has not closed.")},
    {NeverClosed, 2,
        TCPLADDER_TR("core",
            "The capture ends while %5 repeats in vain, %1 times since the other side was last heard: it may have "
            "timed "
            "out, which is on no wire, or its peer is gone.")},
    {NeverClosed, 3,
        TCPLADDER_TR("core",
            "The SYN was sent again %1 times and nothing answered: the opener may have given up, which is on no "
            "wire.")},
    {SimultaneousOpen, 0,
        TCPLADDER_TR("core",
            "Both sides sent SYN before they had the other's, with initial sequence numbers %1 and %2 (segment %4).")},
    {SimultaneousClose, 0,
        TCPLADDER_TR("core",
            "Both sides sent FIN before they had the other's: to acknowledge that of segment %4 takes %1, and this "
            "does "
            "not. Neither is the passive closer.")},
    {ThreeSegmentClose, 0,
        TCPLADDER_TR("core",
            "FIN, and with %1 the acknowledgment of the FIN of segment %4, in one segment: the close takes three.")},
    {MidstreamStart, 0,
        TCPLADDER_TR("core",
            "The first segment captured has sequence number %1 and acknowledges %2 without SYN: the handshake came "
            "before, and who opened the connection is unknown.")},
    {MidstreamStart, 1,
        TCPLADDER_TR(
            "core", "The first segment captured has sequence number %1 and no SYN: what came before is unknown.")},
    {OneSided, 0, TCPLADDER_TR("core", "Nothing that %6 sent is in the capture, only the direction from %5.")},
    {FastOpen, 0, TCPLADDER_TR("core", "TCP Fast Open: the SYN carries %1 octets of data and a cookie of %2.")},
    {FastOpen, 1, TCPLADDER_TR("core", "TCP Fast Open: the client asks for a cookie, for the next connection.")},
    {FastOpen, 2, TCPLADDER_TR("core", "TCP Fast Open: answers the SYN of segment %4 with a cookie of %2 octets.")},
    {FastOpen, 3,
        TCPLADDER_TR(
            "core", "TCP Fast Open: acknowledges %1, so data of the SYN of segment %4 are taken (its end is %3).")},
    {FastOpen, 4,
        TCPLADDER_TR("core",
            "TCP Fast Open: acknowledges %1, the SYN of segment %4 alone: its data up to %3 have to be sent again.")},
    {OversizedSegment, 0,
        TCPLADDER_TR("core",
            "%1 octets of data, more than the peer's MSS of %2, with an unfinished checksum: the sender's network card "
            "will cut it.")},
    {OversizedSegment, 1,
        TCPLADDER_TR("core",
            "%1 octets of data, more than the peer's MSS of %2: joined by the network card where it was captured (or "
            "not yet cut by the sender's).")},
    {CapturedTwice, 0,
        TCPLADDER_TR("core",
            "The same packet as segment %4, captured a second time: IP identification %1 and checksum %2 are the same. "
            "It counts once.")},
    {ChecksumWrong, 0,
        TCPLADDER_TR("core",
            "The TCP checksum %1 is wrong: the receiver drops this segment. Damaged on the way, or the capture was "
            "edited.")},
    {ChecksumWrong, 1,
        TCPLADDER_TR("core",
            "The TCP checksum %1 is wrong, like all of %5's: the capture was edited or its sender's card fills it in. "
            "It counts.")},
    {ChecksumPartial, 0,
        TCPLADDER_TR("core",
            "The checksum %1 is the pseudo-header's alone: left to the sender's network card, so captured at %5. The "
            "segment is fine.")},
    {ClockBackwards, 0, TCPLADDER_TR("core", "The capture's clock goes back by %1 ns.")},
    {BadOption, 0,
        TCPLADDER_TR("core",
            "An option has a length that is 0, 1, wrong for its kind, or past the header's end at %1 octets: from "
            "there on the options are ignored.")},
    {TruncatedHeader, 0, TCPLADDER_TR("core", "The packet is cut before the end of its TCP header.")},
    {MalformedPacket, 0, TCPLADDER_TR("core", "The headers contradict themselves: the receiver drops this packet.")},
    {UnsupportedPacket, 0,
        TCPLADDER_TR("core", "Link type %1 is not supported: packets of this interface are left out.")},
    {Ecn, 0,
        TCPLADDER_TR(
            "core", "Accepts the ECN that segment %4 offers: routers may now mark packets instead of dropping them.")},
    {Ecn, 1, TCPLADDER_TR("core", "Accepts classic ECN, though segment %4 offers accurate ECN.")},
    {Ecn, 2,
        TCPLADDER_TR("core",
            "Marked on the way from %5: congestion experienced (IP ECN field %2). The receiver will report it.")},
    {Ecn, 3, TCPLADDER_TR("core", "%5 reports (ECE) that a packet came marked: %6 is to slow down.")},
    {FragmentMissing, 0,
        TCPLADDER_TR("core",
            "A fragment of this datagram is not in the capture, only %1 octets of it are: its segment can't be "
            "shown.")},
    {AccEcn, 0, TCPLADDER_TR("core", "Offers accurate ECN: AE, CWR and ECE are all set in this SYN.")},
    {AccEcn, 1,
        TCPLADDER_TR("core",
            "Accepts the accurate ECN that segment %4 offers: AE, CWR and ECE (%1) say how the SYN came, and count "
            "marks from here on.")},
    {AccEcn, 2, TCPLADDER_TR("core", "No ECN, though segment %4 offers it: AE, CWR and ECE are %1.")},
    {IcmpError, 0, TCPLADDER_TR("core", "ICMP error in packet %1: this did not arrive. TCP goes on and tries again.")},
    {IcmpError, 1,
        TCPLADDER_TR("core",
            "ICMP error in packet %1: the destination refuses this. TCP should give up an opening connection.")},
    {IcmpError, 2, TCPLADDER_TR("core", "ICMP error in packet %1: too large, the path takes packets of %3 octets.")},
    {AckDoesNotCoverFin, 0,
        TCPLADDER_TR("core",
            "Acknowledges %1; covering the FIN of segment %4 takes %2. The FIN had not arrived when this was sent.")},
    {Paws, 0,
        TCPLADDER_TR("core",
            "Timestamp %1 is older than %2, which %6 has echoed in segment %4: an old packet, which the receiver drops "
            "and answers with an ACK.")},
});

} // namespace

std::span<const FindingText> findingTexts()
{
    return texts;
}

} // namespace tcpladder
