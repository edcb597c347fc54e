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
    SegmentId position; ///< behind which it took effect
    SegmentId cause;
    const Reception* reception; ///< none for what the endpoint did itself, or has to be assumed to have done
    TcpEvent event;
    Certainty certainty;
};

SegmentId effective(const Reception& reception)
{
    return reception.after.isValid() ? reception.after : reception.cause;
}

/// Fixed: one entry for each member of EndpointEvidence, and the assumption at the start. A course is derived about ten
/// times in the life of a connection, so nothing here allocates.
class Happenings
{
public:
    void own(TcpEvent event, SegmentId segment)
    {
        if (segment.isValid())
            add({segment, segment, nullptr, event, Certainty::Observed});
    }

    /// Puts the latest one where another took effect; behind it, if that was added before.
    void placeAt(const Reception& other) { m_list[m_count - 1].position = effective(other); }

    /// reception outlives this.
    void received(TcpEvent event, const Reception& reception)
    {
        if (!reception.counts())
            return;
        const Certainty certainty = reception.isProven() ? Certainty::Proven : Certainty::Expected;
        add({effective(reception), reception.cause, &reception, event, certainty});
    }

    void assumed(TcpEvent event, SegmentId segment) { add({segment, segment, nullptr, event, Certainty::Assumed}); }

    /// Own segments come before what was received after them; what came with one segment keeps its order. Few, and
    /// nearly in order: each moves up past those that it belongs before.
    void sort()
    {
        for (std::size_t i = 1; i < m_count; ++i) {
            for (std::size_t at = i; at > 0 && m_list[at].position < m_list[at - 1].position; --at)
                std::swap(m_list[at], m_list[at - 1]);
        }
    }

    std::span<const Happening> list() const { return std::span(m_list).first(m_count); }

    Reception refusal; ///< of addRefusal()

private:
    void add(const Happening& happening) { m_list.at(m_count++) = happening; }

    std::array<Happening, 15> m_list;
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
void addRefusal(const EndpointEvidence& evidence, Happenings& all)
{
    all.own(TcpEvent::SendSynAck, evidence.refusedAnswer);
    all.refusal.cause = evidence.refusal;
    all.refusal.standing = Reception::Standing::Expected;
    all.received(TcpEvent::ReceiveRstAfterPassiveOpen, all.refusal);
}

/// The peer's FIN and the ACK of its own.
void addClose(const EndpointEvidence& evidence, Happenings& all)
{
    if (isOneSegment(evidence.finReceived, evidence.finAcked)) {
        all.received(TcpEvent::ReceiveFinAndAckOfFin, evidence.finReceived);
        return;
    }
    const bool isInDoubt = evidence.mayLackAckOfFin && evidence.resetReceived.counts() && !evidence.finAcked.isProven()
        && !evidence.finReceived.counts();
    const bool finCameFirst = isFinFirst(evidence);
    if (finCameFirst)
        all.received(TcpEvent::ReceiveFin, evidence.finReceived);
    if (!isInDoubt)
        all.received(TcpEvent::ReceiveAckOfFin, evidence.finAcked);
    if (!finCameFirst)
        all.received(TcpEvent::ReceiveFin, evidence.finReceived);
    if (evidence.ackOfFinCameFirst && evidence.finReceived.counts() && evidence.finAcked.counts()
        && evidence.finReceived.cause < evidence.finAcked.cause)
        all.placeAt(evidence.finAcked);
}

void collect(Happenings& all, const EndpointEvidence& evidence, SegmentId firstOfConnection)
{
    if (isMidstream(evidence))
        all.assumed(
            evidence.synAcked.alsoSyn ? TcpEvent::ActsAsOpening : TcpEvent::ActsAsSynchronized, firstOfConnection);
    if (evidence.refusedAnswer.isValid())
        addRefusal(evidence, all);
    all.own(TcpEvent::SendSyn, evidence.syn);
    if (!evidence.synAcked.isSeen() && evidence.synchronized.isValid())
        all.assumed(TcpEvent::ActsAsSynchronized, evidence.synchronized);
    if (!evidence.synReceived.counts() && !evidence.syn.isValid())
        all.own(TcpEvent::SendSynAck, evidence.synAck);
    all.own(TcpEvent::SendFin, evidence.finSentBeforePeers ? evidence.finReceived.proof : evidence.fin);
    if (evidence.finSentBeforePeers)
        all.placeAt(evidence.finReceived);
    all.own(TcpEvent::SendRst, evidence.reset);
    all.received(TcpEvent::ReceiveSyn, evidence.synReceived);
    const Reception& synAcked = evidence.synAcked;
    all.received(synAcked.alsoSyn ? TcpEvent::ReceiveSynAck : TcpEvent::ReceiveAckOfSyn, synAcked);
    // A FIN carries the ACK of the SYN as well: fifth comes before eighth in 3.10.7.4.
    if (synAcked.counts() && evidence.finReceived.counts() && effective(evidence.finReceived) < effective(synAcked)
        && synAcked.cause > evidence.finReceived.cause)
        all.placeAt(evidence.finReceived);
    addClose(evidence, all);
    const bool passive = !evidence.syn.isValid() && evidence.synReceived.counts();
    all.received(passive ? TcpEvent::ReceiveRstAfterPassiveOpen : TcpEvent::ReceiveRst, evidence.resetReceived);
    all.sort();
}

/// A sender changes before its segment arrives anywhere.
bool isEarlier(const Transition& one, const Transition& other)
{
    const auto rank = [](const Transition& step) {
        return step.certainty == Certainty::Assumed ? 0 : step.certainty == Certainty::Observed ? 1 : 2;
    };
    return std::pair(one.effectiveSegment(), rank(one)) < std::pair(other.effectiveSegment(), rank(other));
}

Transition stepOf(const Happening& happening, Side side)
{
    Transition step;
    step.side = side;
    step.cause = happening.cause;
    step.certainty = happening.certainty;
    if (happening.certainty == Certainty::Observed)
        step.proof = happening.cause;
    if (const Reception* const reception = happening.reception) {
        step.after = reception->after;
        step.proof = reception->proof;
        step.corrected = reception->corrected;
    }
    return step;
}

} // namespace

void deriveCourse(
    Side side, const EndpointEvidence& evidence, SegmentId firstOfConnection, std::vector<Transition>& course)
{
    TcpState state = initialState(evidence);
    Happenings happenings;
    collect(happenings, evidence, firstOfConnection);
    for (const Happening& happening : happenings.list()) {
        auto rule = findTransition(state, happening.event);
        if (!rule && happening.event == TcpEvent::ReceiveRstAfterPassiveOpen)
            rule = findTransition(state, TcpEvent::ReceiveRst);
        if (!rule)
            continue;
        Transition& step = course.emplace_back(stepOf(happening, side));
        step.rule = *rule;
        step.from = state;
        step.to = state = transitionRow(*rule).to;
    }
}

void deriveCourse(
    const EndpointEvidence& a, const EndpointEvidence& b, SegmentId firstOfConnection, std::vector<Transition>& course)
{
    constexpr std::size_t usualCourse = 12;
    course.clear();
    course.reserve(usualCourse);
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
