// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/translate.h"
#include "core/document/segment_number.h"
#include "core/report/text_wording.h"
#include "core/report/wording.h"

#include <array>

namespace tcpladder {

namespace {

/// By kind; a kind has as many entries as it has variants. %1 .. %3 are the finding's values, %4 the related segment.
struct FindingText
{
    FindingKind kind;
    std::uint8_t variant;
    std::string_view text;
};

using enum FindingKind;

constexpr auto texts = std::to_array<FindingText>({
    {SynRetransmission, 0, TCPLADDER_TR("core", "The SYN of segment %4 again, with the same initial sequence number.")},
    {RtoRetransmission, 0,
        TCPLADDER_TR(
            "core", "Octets from %1 on were sent before and not acknowledged: the retransmission timer ran out.")},
    {FastRetransmission, 0, TCPLADDER_TR("core", "Octets from %1 on again after %2 duplicate acknowledgments.")},
    {SpuriousRetransmission, 0,
        TCPLADDER_TR("core", "Octets up to %1 were acknowledged already, up to %2: this repetition was not needed.")},
    {FinRetransmission, 0, TCPLADDER_TR("core", "The FIN of segment %4 again: its acknowledgment has not come.")},
    {FinRetransmission, 1,
        TCPLADDER_TR("core", "The FIN of segment %4 again, though it was acknowledged: that ACK did not arrive.")},
    {OutOfOrder, 0, TCPLADDER_TR("core", "Sequence number %1 comes after %2: overtaken on the way.")},
    {SegmentNotCaptured, 0, TCPLADDER_TR("core", "Octets %1 to %2 are not in the capture.")},
    {AckOfUnseen, 0,
        TCPLADDER_TR("core",
            "Acknowledges %1, but the capture has the peer's octets up to %2 only: a segment arrived that was "
            "not captured.")},
    {DupAck, 0, TCPLADDER_TR("core", "Acknowledges %1 again, the same as before: duplicate %2.")},
    {Sack, 0, TCPLADDER_TR("core", "Selective acknowledgment: octets %1 to %2 arrived ahead of a hole.")},
    {Dsack, 0, TCPLADDER_TR("core", "Duplicate selective acknowledgment: octets %1 to %2 arrived twice.")},
    {ZeroWindow, 0, TCPLADDER_TR("core", "The receiver's window is closed: the peer may not send.")},
    {ZeroWindowProbe, 0, TCPLADDER_TR("core", "Asks whether the closed window has opened.")},
    {ZeroWindowProbeAck, 0, TCPLADDER_TR("core", "Answers the window probe of segment %4.")},
    {WindowFull, 0,
        TCPLADDER_TR("core", "Fills the peer's window of %1 octets: nothing more may be sent until it opens.")},
    {WindowUpdate, 0, TCPLADDER_TR("core", "The window is now %1 octets; it was %2.")},
    {KeepAlive, 0,
        TCPLADDER_TR(
            "core", "Keep-alive: repeats sequence number %1, one before the next, to draw an acknowledgment.")},
    {KeepAliveAck, 0, TCPLADDER_TR("core", "Answers the keep-alive of segment %4.")},
    {PortReuse, 0,
        TCPLADDER_TR(
            "core", "The same addresses and ports as an earlier connection, with initial sequence number %1.")},
    {HalfOpen, 0, TCPLADDER_TR("core", "One side has a connection that the other does not know.")},
    {Refused, 0, TCPLADDER_TR("core", "The SYN is answered by RST: nobody listens there.")},
    {Rst, 0, TCPLADDER_TR("core", "RST with sequence number %1: the sender gives the connection up at once.")},
    {Rst, 1,
        TCPLADDER_TR(
            "core", "RST with sequence number %1: the sender has no connection for what it received, packet %4.")},
    {RstIgnored, 0,
        TCPLADDER_TR("core", "RST with sequence number %1, which does not fit (expected %2): the receiver goes on.")},
    {ChallengeAck, 0,
        TCPLADDER_TR("core", "Challenge ACK: answers segment %4, which does not fit, with the numbers that would.")},
    {SynInTimeWait, 0, TCPLADDER_TR("core", "SYN to an endpoint in TIME_WAIT.")},
    {TimeWaitRestarted, 0, TCPLADDER_TR("core", "The peer's FIN came again: TIME_WAIT starts anew.")},
    {TimeWaitAssassinated, 0,
        TCPLADDER_TR("core", "RST to an endpoint in TIME_WAIT, which ends it early if the host honours it.")},
    {HalfClose, 0, TCPLADDER_TR("core", "After this FIN the other direction goes on: half-closed.")},
    {NeverClosed, 0, TCPLADDER_TR("core", "The capture ends with the connection open: neither FIN nor RST.")},
    {NeverClosed, 1, TCPLADDER_TR("core", "The capture ends with only one FIN: the other side never closed.")},
    {SimultaneousOpen, 0, TCPLADDER_TR("core", "Both sides sent SYN before they had the other's.")},
    {SimultaneousClose, 0,
        TCPLADDER_TR("core", "Both sides sent FIN before they had the other's: neither is the passive closer.")},
    {ThreeSegmentClose, 0,
        TCPLADDER_TR(
            "core", "FIN and the acknowledgment of the peer's FIN in one segment: the close takes three segments.")},
    {MidstreamStart, 0,
        TCPLADDER_TR("core", "The capture began after the handshake: who opened the connection is unknown.")},
    {OneSided, 0, TCPLADDER_TR("core", "Only one direction of this connection is in the capture.")},
    {FastOpen, 0, TCPLADDER_TR("core", "TCP Fast Open: the SYN carries %1 octets of data.")},
    {FastOpen, 1, TCPLADDER_TR("core", "TCP Fast Open: the client asks for a cookie.")},
    {OversizedSegment, 0,
        TCPLADDER_TR(
            "core", "%1 octets of data, more than the announced MSS of %2: the card will cut it (or has joined it).")},
    {CapturedTwice, 0, TCPLADDER_TR("core", "The same packet as that of segment %4, captured a second time.")},
    {ChecksumWrong, 0, TCPLADDER_TR("core", "The TCP checksum is wrong: the receiver drops this segment.")},
    {ChecksumPartial, 0,
        TCPLADDER_TR(
            "core", "The checksum is the pseudo-header's alone: left to the network card. The segment is fine.")},
    {ClockBackwards, 0, TCPLADDER_TR("core", "The capture's clock goes back by %1 ns.")},
    {BadOption, 0, TCPLADDER_TR("core", "An option's length is wrong.")},
    {TruncatedHeader, 0, TCPLADDER_TR("core", "The packet is cut before the end of its TCP header.")},
    {MalformedPacket, 0, TCPLADDER_TR("core", "The headers contradict themselves.")},
    {UnsupportedPacket, 0,
        TCPLADDER_TR("core", "Link type %1 is not supported: packets of this interface are left out.")},
    {Ecn, 0, TCPLADDER_TR("core", "Explicit congestion notification is offered and accepted.")},
    {AccEcn, 0, TCPLADDER_TR("core", "Accurate ECN is offered.")},
    {IcmpError, 0, TCPLADDER_TR("core", "ICMP error in packet %1: this did not arrive. TCP goes on and tries again.")},
    {IcmpError, 1,
        TCPLADDER_TR("core",
            "ICMP error in packet %1: the destination refuses this. TCP should give up an opening connection.")},
    {IcmpError, 2, TCPLADDER_TR("core", "ICMP error in packet %1: too large, the path takes packets of %3 octets.")},
    {AckDoesNotCoverFin, 0,
        TCPLADDER_TR("core",
            "Acknowledges %1; covering the FIN of segment %4 takes %2. The FIN had not arrived when this was sent.")},
});

std::string_view textOf(const Finding& finding)
{
    std::string_view text = findingKindInfo(finding.kind).name;
    for (const FindingText& entry : texts)
        if (entry.kind == finding.kind && (entry.variant == finding.variant || entry.variant == 0))
            text = entry.text;
    return text;
}

} // namespace

Message explainFinding(const CaptureDocument& document, const Finding& finding)
{
    if (finding.kind == CaptureCutShort)
        return {describe(static_cast<ErrorCode>(finding.variant)), {}};
    if (isTextFinding(finding.kind))
        return explainTextFinding(document, finding);
    Message message{textOf(finding), {}};
    for (const std::uint64_t value : finding.values)
        message.arguments.push_back(std::to_string(value));
    if (finding.related.isValid())
        message.arguments.push_back(std::to_string(segmentNumber(document, finding.related)));
    return message;
}

} // namespace tcpladder
