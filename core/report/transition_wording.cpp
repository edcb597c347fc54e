// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/translate.h"
#include "core/document/segment_number.h"
#include "core/report/wording.h"
#include "core/state/transition_table.h"

#include <array>

namespace tcpladder {

namespace {

std::string segmentName(const CaptureDocument& document, SegmentId segment)
{
    return std::to_string(segmentNumber(document, segment));
}

/// %1 old state, %2 new state, %3 segment that caused it, %4 its sequence number, %5 its acknowledgment number,
/// %6 the next number behind it, %7 segment that proves it, %8 its acknowledgment number, %9 segment behind which it
/// happened.
std::string_view causeText(TcpEvent event)
{
    static constexpr std::array texts = std::to_array<std::string_view>({
        TCPLADDER_TR("core", "%1 → %2 by a passive OPEN, which is not on the wire."),
        TCPLADDER_TR("core", "%1 → %2 by CLOSE, which is not on the wire."),
        TCPLADDER_TR("core", "%1 → %2: segment %3 is its SYN with initial sequence number %4."),
        TCPLADDER_TR("core",
            "%1 → %2: segment %3 is its SYN,ACK; the SYN that it answers with acknowledgment %5 was not captured."),
        TCPLADDER_TR("core", "%1 → %2 at segment %3, a SYN with initial sequence number %4."),
        TCPLADDER_TR("core", "%1 → %2 at segment %3, a SYN,ACK whose acknowledgment %5 covers its SYN."),
        TCPLADDER_TR("core", "%1 → %2 at segment %3, whose acknowledgment %5 covers its SYN."),
        TCPLADDER_TR("core", "%1 → %2: segment %3 carries its FIN; the next number is %6."),
        TCPLADDER_TR("core", "%1 → %2 at segment %3, which carries the peer's FIN; its next number is %6."),
        TCPLADDER_TR("core", "%1 → %2 at segment %3, whose acknowledgment %5 covers its FIN."),
        TCPLADDER_TR(
            "core", "%1 → %2 at segment %3, which carries FIN and whose acknowledgment %5 covers its own FIN."),
        TCPLADDER_TR("core", "%1 → %2: segment %3 is its RST with sequence number %4."),
        TCPLADDER_TR("core", "%1 → %2 at segment %3, a valid RST with sequence number %4."),
        TCPLADDER_TR("core",
            "%1 → %2 at segment %3, a valid RST with sequence number %4: back to where the passive OPEN began."),
        TCPLADDER_TR("core",
            "%1 → %2: twice the maximum segment lifetime has passed. This is computed, nothing on the wire shows it."),
        TCPLADDER_TR("core", "%1 → %2: a new SYN opened a new connection."),
        TCPLADDER_TR(
            "core", "%1 → %2: the capture began after the handshake; whoever sends like this has a connection."),
        TCPLADDER_TR("core", "%1 → %2: its SYN was not captured, but segment %3 acknowledges it."),
    });
    static_assert(texts.size() == static_cast<std::size_t>(TcpEvent::Count));
    return texts.at(static_cast<std::size_t>(event));
}

std::string_view causeText(const Transition& transition, TcpEvent event)
{
    if (event == TcpEvent::SendSynAck && transition.from == TcpState::Listen)
        return TCPLADDER_TR("core",
            "%1 → %2: segment %3 is its SYN,ACK to an old SYN: the acknowledgment %5 is not what its peer waits for.");
    return causeText(event);
}

/// The peer's RST to an answer that was not for it comes first (RFC 9293 Figure 8).
std::string_view proofBehindRefusal(Certainty certainty)
{
    return certainty == Certainty::Proven
        ? TCPLADDER_TR("core", "Behind segment %9; its segment %7 with acknowledgment %8 shows that it arrived.")
        : TCPLADDER_TR("core", "Behind segment %9; nothing shows yet that it arrived.");
}

std::string_view proofText(const Transition& transition)
{
    const bool moved = transition.after.isValid();
    if (transition.certainty == Certainty::Proven)
        return moved
            ? TCPLADDER_TR("core", "Its segment %9 does not show it yet; its segment %7 with acknowledgment %8 does.")
            : TCPLADDER_TR("core", "Its segment %7 with acknowledgment %8 shows that it arrived.");
    if (transition.certainty == Certainty::Expected)
        return moved
            ? TCPLADDER_TR("core", "It had not arrived when segment %9 was sent; nothing shows yet that it did.")
            : TCPLADDER_TR("core", "Nothing shows yet that it arrived, and nothing speaks against it.");
    return {};
}

} // namespace

TransitionMessage explainTransition(const CaptureDocument& document, const Transition& transition)
{
    std::vector<std::string> arguments(9);
    arguments[0] = stateName(transition.from);
    arguments[1] = stateName(transition.to);
    if (transition.cause.isValid()) {
        const SegmentRecord cause = document.segment(transition.cause);
        arguments[2] = segmentName(document, transition.cause);
        arguments[3] = std::to_string(cause.sequence.value);
        arguments[4] = std::to_string(cause.acknowledgment.value);
        arguments[5] = std::to_string((cause.sequence + cause.sequenceLength()).value);
    }
    if (transition.proof.isValid()) {
        arguments[6] = segmentName(document, transition.proof);
        arguments[7] = std::to_string(document.segment(transition.proof).acknowledgment.value);
    }
    std::string_view proof = proofText(transition);
    if (transition.after.isValid()) {
        arguments[8] = segmentName(document, transition.after);
        if (document.segment(transition.after).sender != transition.side)
            proof = proofBehindRefusal(transition.certainty);
    }
    const std::string_view cause = causeText(transition, transitionRow(transition.rule).event);
    return {{cause, arguments}, {proof, arguments}};
}

} // namespace tcpladder
