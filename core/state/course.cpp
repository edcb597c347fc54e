// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/course.h"

#include "core/base/short_list.h"
#include "core/state/transition_table.h"

#include <span>
#include <utility>

namespace tcpladder {

namespace {

/// One thing that happened to an endpoint. What comes with the same segment is ordered as the RFC checks it.
struct Happening
{
    SegmentId position; ///< behind which it took effect
    SegmentId cause;
    SegmentId after; ///< this and the next as Transition has them
    SegmentId proof;
    TcpEvent event;
    Certainty certainty;
    bool corrected = false;
};

SegmentId effective(const Reception& reception)
{
    return reception.after.isValid() ? reception.after : reception.cause;
}

/// One entry for each member of EndpointEvidence, and the assumption at the start.
constexpr std::size_t mostHappenings = 15;

class Happenings
{
public:
    void own(TcpEvent event, SegmentId segment)
    {
        if (segment.isValid())
            m_list.add(segment, segment, SegmentId(), segment, event, Certainty::Observed);
    }

    /// Puts the latest one where another took effect; behind it, if that was added before.
    void placeAt(const Reception& other) { m_list.back().position = effective(other); }

    void received(TcpEvent event, const Reception& reception)
    {
        if (!reception.counts())
            return;
        const Certainty certainty = reception.isProven() ? Certainty::Proven : Certainty::Expected;
        m_list.add(effective(reception), reception.cause, reception.after, reception.proof, event, certainty,
            reception.corrected);
    }

    void assumed(TcpEvent event, SegmentId segment)
    {
        m_list.add(segment, segment, SegmentId(), SegmentId(), event, Certainty::Assumed);
    }

    /// Own segments come before what was received after them; what came with one segment keeps its order. Few, and
    /// nearly in order: each moves up past those that it belongs before.
    std::span<const Happening> inOrder()
    {
        const auto list = m_list.all();
        for (std::size_t i = 1; i < list.size(); ++i) {
            for (std::size_t at = i; at > 0 && list[at].position < list[at - 1].position; --at)
                std::swap(list[at], list[at - 1]);
        }
        return list;
    }

private:
    ShortList<Happening, mostHappenings> m_list;
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
    Reception refusal;
    refusal.cause = evidence.refusal;
    refusal.standing = Reception::Standing::Expected;
    all.received(TcpEvent::ReceiveRstAfterPassiveOpen, refusal);
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
}

/// What happened to one side, sent through the transition table.
struct SideCourse
{
    ShortList<Transition, mostHappenings> changes;
    TcpState last = TcpState::Unknown; ///< Unknown where nothing changed it
    bool hasTimeWait = false;
};

void deriveSide(Side side, const EndpointEvidence& evidence, SegmentId firstOfConnection, SideCourse& course)
{
    TcpState state = initialState(evidence);
    Happenings happenings;
    collect(happenings, evidence, firstOfConnection);
    for (const Happening& happening : happenings.inOrder()) {
        auto move = findMove(state, happening.event);
        if (!move && happening.event == TcpEvent::ReceiveRstAfterPassiveOpen)
            move = findMove(state, TcpEvent::ReceiveRst);
        if (!move)
            continue;
        course.changes.add(happening.cause, happening.after, happening.proof, move->rule, state, move->to,
            happening.certainty, side, happening.corrected);
        course.last = state = move->to;
        course.hasTimeWait |= state == TcpState::TimeWait;
    }
}

/// The changes of one side, while those of both are put in order: a sender changes before its segment arrives anywhere,
/// and what is assumed holds before both.
class RestOfSide
{
public:
    explicit RestOfSide(std::span<const Transition> changes)
        : m_rest(changes)
    {
        noteOrder();
    }

    bool empty() const { return m_rest.empty(); }
    bool isBefore(const RestOfSide& other) const { return m_order < other.m_order; }
    const Transition& takeFirst()
    {
        const Transition& first = m_rest.front();
        m_rest = m_rest.subspan(1);
        noteOrder();
        return first;
    }

private:
    void noteOrder()
    {
        if (m_rest.empty())
            return;
        const Transition& next = m_rest.front();
        const unsigned rank = next.certainty == Certainty::Assumed ? 0 : next.certainty == Certainty::Observed ? 1 : 2;
        m_order = std::uint64_t{next.effectiveSegment().value} << 2 | rank;
    }

    std::span<const Transition> m_rest;
    std::uint64_t m_order = 0; ///< of the first of the rest, where there is one
};

/// Not a sort: the order of one side stands, even where its FIN is known only from what came later.
void merge(RestOfSide a, RestOfSide b, std::vector<Transition>& course)
{
    while (!a.empty() && !b.empty())
        course.push_back((b.isBefore(a) ? b : a).takeFirst());
    while (!a.empty())
        course.push_back(a.takeFirst());
    while (!b.empty())
        course.push_back(b.takeFirst());
}

} // namespace

void deriveCourse(const EndpointEvidence& a, const EndpointEvidence& b, SegmentId firstOfConnection, Course& course)
{
    constexpr std::size_t usualCourse = 12;
    // Where the peer asked for the connection, the capture began before it: what is assumed holds from its own first
    // segment on.
    const auto assumedFrom = [firstOfConnection](const EndpointEvidence& own, const EndpointEvidence& peer) {
        return peer.syn == firstOfConnection && own.first.isValid() ? own.first : firstOfConnection;
    };
    SideCourse ofA;
    SideCourse ofB;
    deriveSide(Side::A, a, assumedFrom(a, b), ofA);
    deriveSide(Side::B, b, assumedFrom(b, a), ofB);
    course.lastStates = {ofA.last, ofB.last};
    course.hasTimeWait = ofA.hasTimeWait || ofB.hasTimeWait;
    course.transitions.clear();
    course.transitions.reserve(usualCourse);
    merge(RestOfSide(ofA.changes.all()), RestOfSide(ofB.changes.all()), course.transitions);
}

} // namespace tcpladder
