// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/course.h"

#include "core/state/transition_table.h"

#include <algorithm>
#include <array>

namespace tcpladder {

namespace {

/// One thing that happened to an endpoint. What comes with the same segment is ordered as the RFC checks it.
struct Happening
{
    TcpEvent event = TcpEvent::Count;
    Transition step; ///< without its states

    SegmentId position;
};

SegmentId effective(const Reception& reception)
{
    return reception.after.isValid() ? reception.after : reception.cause;
}

/// Fixed: one entry for each member of EndpointEvidence, and the assumption at the start.
class Happenings
{
public:
    void own(TcpEvent event, Side side, SegmentId segment)
    {
        if (segment.isValid())
            add(event, stepOf(side, segment, Certainty::Observed)).proof = segment;
    }

    /// Puts the latest one where another took effect; behind it, if that was added before.
    void placeAt(const Reception& other) { m_list[m_count - 1].position = effective(other); }

    void received(TcpEvent event, Side side, const Reception& reception)
    {
        if (!reception.counts())
            return;
        const Certainty certainty = reception.isProven() ? Certainty::Proven : Certainty::Expected;
        Transition& step = add(event, stepOf(side, reception.cause, certainty));
        step.after = reception.after;
        step.proof = reception.proof;
        step.corrected = reception.corrected;
        m_list[m_count - 1].position = step.effectiveSegment();
    }

    void assumed(TcpEvent event, Side side, SegmentId segment)
    {
        add(event, stepOf(side, segment, Certainty::Assumed));
    }

    /// Own segments come before what was received after them; what came with one segment keeps its order.
    void sort()
    {
        const auto earlier = [](const Happening& one, const Happening& other) { return one.position < other.position; };
        std::stable_sort(m_list.begin(), m_list.begin() + m_count, earlier);
    }

    std::span<Happening> list() { return std::span(m_list).first(m_count); }

private:
    static Transition stepOf(Side side, SegmentId cause, Certainty certainty)
    {
        Transition step;
        step.side = side;
        step.cause = cause;
        step.certainty = certainty;
        return step;
    }

    Transition& add(TcpEvent event, const Transition& step)
    {
        Happening& happening = m_list.at(m_count++);
        happening.event = event;
        happening.step = step;
        happening.position = step.cause;
        return happening.step;
    }

    std::array<Happening, 15> m_list{};
    std::size_t m_count = 0;
};

/// One segment brought the FIN and the ACK of ours, and nothing shows that only its FIN arrived in time.
bool isOneSegment(const Reception& fin, const Reception& ackOfFin)
{
    return fin.counts() && ackOfFin.counts() && fin.cause == ackOfFin.cause
        && (!ackOfFin.after.isValid() || ackOfFin.after == fin.after);
}

/// Both came between the same two segments of the endpoint's own: then in the order in which they were sent, as far as
/// is known.
bool isFinFirst(const EndpointEvidence& evidence)
{
    return effective(evidence.finReceived) == effective(evidence.finAcked)
        && evidence.finReceived.cause < evidence.finAcked.cause && !evidence.ackOfFinCameFirst;
}

bool isMidstream(const EndpointEvidence& evidence)
{
    return evidence.first.isValid() && !evidence.sentSyn() && evidence.first != evidence.reset
        && !evidence.refusedAnswer.isValid();
}

/// The state before the first evidence, and what has to be assumed to get any further.
TcpState initialState(const EndpointEvidence& evidence)
{
    if (evidence.syn.isValid())
        return TcpState::Closed;
    if (evidence.refusedAnswer.isValid() || (evidence.synAck.isValid() && evidence.synReceived.counts()))
        return TcpState::Listen;
    return TcpState::Unknown;
}

/// Figure 8: it answered an old SYN, was told so by a RST, and listens again.
void addRefusal(Side side, const EndpointEvidence& evidence, Happenings& all)
{
    all.own(TcpEvent::SendSynAck, side, evidence.refusedAnswer);
    Reception refusal;
    refusal.cause = evidence.refusal;
    refusal.standing = Reception::Standing::Expected;
    all.received(TcpEvent::ReceiveRstAfterPassiveOpen, side, refusal);
}

/// The peer's FIN and the ACK of its own.
void addClose(Side side, const EndpointEvidence& evidence, Happenings& all)
{
    if (isOneSegment(evidence.finReceived, evidence.finAcked)) {
        all.received(TcpEvent::ReceiveFinAndAckOfFin, side, evidence.finReceived);
        return;
    }
    const bool isInDoubt = evidence.mayLackAckOfFin && evidence.resetReceived.counts() && !evidence.finAcked.isProven()
        && !evidence.finReceived.counts();
    const bool finCameFirst = isFinFirst(evidence);
    if (finCameFirst)
        all.received(TcpEvent::ReceiveFin, side, evidence.finReceived);
    if (!isInDoubt)
        all.received(TcpEvent::ReceiveAckOfFin, side, evidence.finAcked);
    if (!finCameFirst)
        all.received(TcpEvent::ReceiveFin, side, evidence.finReceived);
    if (evidence.ackOfFinCameFirst && evidence.finReceived.counts() && evidence.finAcked.counts()
        && evidence.finReceived.cause < evidence.finAcked.cause)
        all.placeAt(evidence.finAcked);
}

Happenings collect(Side side, const EndpointEvidence& evidence, SegmentId firstOfConnection)
{
    Happenings all;
    if (isMidstream(evidence))
        all.assumed(evidence.synAcked.alsoSyn ? TcpEvent::ActsAsOpening : TcpEvent::ActsAsSynchronized, side,
            firstOfConnection);
    if (evidence.refusedAnswer.isValid())
        addRefusal(side, evidence, all);
    all.own(TcpEvent::SendSyn, side, evidence.syn);
    if (!evidence.synAcked.isSeen() && evidence.synchronized.isValid())
        all.assumed(TcpEvent::ActsAsSynchronized, side, evidence.synchronized);
    if (!evidence.synReceived.counts() && !evidence.syn.isValid())
        all.own(TcpEvent::SendSynAck, side, evidence.synAck);
    all.own(TcpEvent::SendFin, side, evidence.finSentBeforePeers ? evidence.finReceived.proof : evidence.fin);
    if (evidence.finSentBeforePeers)
        all.placeAt(evidence.finReceived);
    all.own(TcpEvent::SendRst, side, evidence.reset);
    all.received(TcpEvent::ReceiveSyn, side, evidence.synReceived);
    const Reception& synAcked = evidence.synAcked;
    all.received(synAcked.alsoSyn ? TcpEvent::ReceiveSynAck : TcpEvent::ReceiveAckOfSyn, side, synAcked);
    // A FIN carries the ACK of the SYN as well: fifth comes before eighth in 3.10.7.4.
    if (synAcked.counts() && evidence.finReceived.counts() && effective(evidence.finReceived) < effective(synAcked)
        && synAcked.cause > evidence.finReceived.cause)
        all.placeAt(evidence.finReceived);
    addClose(side, evidence, all);
    const bool passive = !evidence.syn.isValid() && evidence.synReceived.counts();
    all.received(passive ? TcpEvent::ReceiveRstAfterPassiveOpen : TcpEvent::ReceiveRst, side, evidence.resetReceived);
    all.sort();
    return all;
}

/// A sender changes before its segment arrives anywhere.
bool isEarlier(const Transition& one, const Transition& other)
{
    const auto rank = [](const Transition& step) {
        return step.certainty == Certainty::Assumed ? 0 : step.certainty == Certainty::Observed ? 1 : 2;
    };
    return std::pair(one.effectiveSegment(), rank(one)) < std::pair(other.effectiveSegment(), rank(other));
}

} // namespace

void deriveCourse(
    Side side, const EndpointEvidence& evidence, SegmentId firstOfConnection, std::vector<Transition>& course)
{
    TcpState state = initialState(evidence);
    Happenings happenings = collect(side, evidence, firstOfConnection);
    for (Happening& happening : happenings.list()) {
        auto rule = findTransition(state, happening.event);
        if (!rule && happening.event == TcpEvent::ReceiveRstAfterPassiveOpen)
            rule = findTransition(state, TcpEvent::ReceiveRst);
        if (!rule)
            continue;
        happening.step.rule = *rule;
        happening.step.from = state;
        happening.step.to = state = transitionRow(*rule).to;
        course.push_back(happening.step);
    }
}

void deriveCourse(
    const EndpointEvidence& a, const EndpointEvidence& b, SegmentId firstOfConnection, std::vector<Transition>& course)
{
    course.clear();
    // Where the peer asked for the connection, the capture began before it: what is assumed holds from its own first
    // segment on.
    const auto assumedFrom = [firstOfConnection](const EndpointEvidence& own, const EndpointEvidence& peer) {
        return peer.syn == firstOfConnection && own.first.isValid() ? own.first : firstOfConnection;
    };
    deriveCourse(Side::A, a, assumedFrom(a, b), course);
    const auto countOfA = static_cast<std::ptrdiff_t>(course.size());
    deriveCourse(Side::B, b, assumedFrom(b, a), course);
    auto peer = course.begin() + countOfA;
    // Not a sort: the order of one side stands, even where its FIN is known only from what came later.
    for (auto own = course.begin(); own != peer && peer != course.end(); ++own) {
        if (isEarlier(*peer, *own)) {
            std::rotate(own, peer, std::next(peer));
            ++peer;
        }
    }
}

} // namespace tcpladder
