// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/course.h"

#include "core/state/transition_table.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <memory>
#include <span>
#include <type_traits>

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

/// An array that nothing fills before it is used: a course is derived about ten times in the life of a connection, and
/// most connections are short.
template <class Value, std::size_t Capacity>
class ShortList
{
    static_assert(std::is_trivially_copyable_v<Value> && std::is_trivially_destructible_v<Value>);

public:
    /// Not beyond the capacity.
    void add(const Value& value)
    {
        assert(m_count < Capacity);
        std::construct_at(data() + m_count++, value);
    }

    std::span<Value> all() { return {data(), m_count}; }

private:
    Value* data() { return reinterpret_cast<Value*>(m_memory.data()); }

    alignas(Value) std::array<std::byte, sizeof(Value) * Capacity> m_memory;
    std::size_t m_count = 0;
};

/// One entry for each member of EndpointEvidence, and the assumption at the start.
constexpr std::size_t mostHappenings = 15;

class Happenings
{
public:
    void own(TcpEvent event, SegmentId segment)
    {
        if (segment.isValid())
            m_list.add({segment, segment, nullptr, event, Certainty::Observed});
    }

    /// Puts the latest one where another took effect; behind it, if that was added before.
    void placeAt(const Reception& other) { m_list.all().back().position = effective(other); }

    /// reception outlives this.
    void received(TcpEvent event, const Reception& reception)
    {
        if (!reception.counts())
            return;
        const Certainty certainty = reception.isProven() ? Certainty::Proven : Certainty::Expected;
        m_list.add({effective(reception), reception.cause, &reception, event, certainty});
    }

    void assumed(TcpEvent event, SegmentId segment)
    {
        m_list.add({segment, segment, nullptr, event, Certainty::Assumed});
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

    Reception refusal; ///< of addRefusal()

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
}

/// A change, and where it stands among those of both sides: a sender changes before its segment arrives anywhere, and
/// what is assumed holds before both.
struct Step
{
    Transition transition;
    std::uint64_t order;
};

std::uint64_t orderOf(const Transition& step)
{
    const unsigned rank = step.certainty == Certainty::Assumed ? 0 : step.certainty == Certainty::Observed ? 1 : 2;
    return std::uint64_t{step.effectiveSegment().value} << 2 | rank;
}

/// What happened moves a side from one state to another.
Transition transitionOf(const Happening& happening, Side side, TcpState from, const StateMove& move)
{
    Transition step;
    step.cause = happening.cause;
    if (const Reception* const reception = happening.reception) {
        step.after = reception->after;
        step.proof = reception->proof;
        step.corrected = reception->corrected;
    } else if (happening.certainty == Certainty::Observed) {
        step.proof = happening.cause;
    }
    step.rule = move.rule;
    step.from = from;
    step.to = move.to;
    step.certainty = happening.certainty;
    step.side = side;
    return step;
}

using SideCourse = ShortList<Step, mostHappenings>;

/// Sends what happened to one side through the transition table.
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
        const Transition step = transitionOf(happening, side, state, *move);
        course.add({step, orderOf(step)});
        state = move->to;
    }
}

/// Not a sort: the order of one side stands, even where its FIN is known only from what came later.
void merge(std::span<const Step> a, std::span<const Step> b, std::vector<Transition>& course)
{
    auto nextOfA = a.begin();
    auto nextOfB = b.begin();
    for (Transition& next : course) {
        const bool isOfB = nextOfA == a.end() || (nextOfB != b.end() && nextOfB->order < nextOfA->order);
        next = (isOfB ? nextOfB++ : nextOfA++)->transition;
    }
}

} // namespace

void deriveCourse(
    const EndpointEvidence& a, const EndpointEvidence& b, SegmentId firstOfConnection, std::vector<Transition>& course)
{
    constexpr std::size_t usualCourse = 12;
    // Where the peer asked for the connection, the capture began before it: what is assumed holds from its own first
    // segment on.
    const auto assumedFrom = [firstOfConnection](const EndpointEvidence& own, const EndpointEvidence& peer) {
        return peer.syn == firstOfConnection && own.first.isValid() ? own.first : firstOfConnection;
    };
    SideCourse courseOfA;
    SideCourse courseOfB;
    deriveSide(Side::A, a, assumedFrom(a, b), courseOfA);
    deriveSide(Side::B, b, assumedFrom(b, a), courseOfB);
    course.reserve(usualCourse);
    course.resize(courseOfA.all().size() + courseOfB.all().size());
    merge(courseOfA.all(), courseOfB.all(), course);
}

} // namespace tcpladder
