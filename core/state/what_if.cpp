// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/what_if.h"

namespace tcpladder {

namespace {

using enum TcpState;

constexpr std::uint8_t smallestHeader = 20;

/// Follows RFC 9293 section 3.10.7 for one segment, in the order of its checks.
class Receiver
{
public:
    Receiver(const Segment& segment, const Situation& situation, WhatIfOutcome& outcome)
        : m_segment(segment)
        , m_situation(situation)
        , m_side(situation.receiver())
        , m_change(outcome.receiver)
        , m_reaction(outcome.reaction)
    {
    }

    void take()
    {
        if (m_segment.hasMalformedHeader)
            return react(WhatIfReaction::DropsMalformed);
        switch (m_change.before) {
        case Unknown: return takeUnknown();
        case Closed: return react(has(TcpFlag::Rst) ? WhatIfReaction::DropsReset : WhatIfReaction::AnswersReset);
        case Listen: return takeListen();
        case SynSent: return takeSynSent();
        default: return takeOther();
        }
    }

private:
    bool has(TcpFlag flag) const { return m_segment.has(flag); }
    void react(WhatIfReaction reaction) { m_reaction = reaction; }

    void move(TcpEvent event)
    {
        if (const std::optional<TransitionRule> rule = findTransition(m_change.after, event)) {
            m_change.rule = rule;
            m_change.after = transitionRow(*rule).to;
        }
    }

    bool acknowledges(const std::optional<SequenceNumber>& end) const
    {
        return has(TcpFlag::Ack) && end && m_segment.acknowledgment >= *end;
    }

    void takeUnknown()
    {
        if (has(TcpFlag::Rst))
            return react(WhatIfReaction::DropsReset);
        if (has(TcpFlag::Syn))
            move(has(TcpFlag::Ack) ? TcpEvent::ActsAsOpening : TcpEvent::ReceiveSyn);
        if (has(TcpFlag::Syn) && has(TcpFlag::Ack))
            move(TcpEvent::ReceiveSynAck);
        if (!has(TcpFlag::Syn) && !has(TcpFlag::Ack))
            react(WhatIfReaction::DropsWithoutAck);
    }

    /// Section 3.10.7.2.
    void takeListen()
    {
        if (has(TcpFlag::Rst))
            react(WhatIfReaction::DropsReset);
        else if (has(TcpFlag::Ack))
            react(WhatIfReaction::AnswersReset);
        else if (has(TcpFlag::Syn))
            move(TcpEvent::ReceiveSyn);
        else
            react(WhatIfReaction::DropsInListen);
    }

    /// Section 3.10.7.3.
    void takeSynSent()
    {
        const std::optional<SequenceNumber>& synEnd = m_situation.synEnd[indexOf(m_side)];
        const bool isStray = has(TcpFlag::Ack) && synEnd && m_segment.acknowledgment != *synEnd;
        if (isStray || (has(TcpFlag::Rst) && !has(TcpFlag::Ack)))
            react(has(TcpFlag::Rst) ? WhatIfReaction::DropsReset : WhatIfReaction::AnswersReset);
        else if (has(TcpFlag::Rst))
            move(TcpEvent::ReceiveRst);
        else if (has(TcpFlag::Syn))
            move(has(TcpFlag::Ack) ? TcpEvent::ReceiveSynAck : TcpEvent::ReceiveSyn);
        else
            react(WhatIfReaction::DropsWithoutAck);
    }

    /// Section 3.10.7.4.
    void takeOther()
    {
        const bool crossesOurs
            = m_change.before == SynReceived && has(TcpFlag::Syn) && acknowledges(m_situation.synEnd[indexOf(m_side)]);
        if (isOld() && !crossesOurs)
            return react(has(TcpFlag::Rst) ? WhatIfReaction::DropsReset : WhatIfReaction::AnswersDuplicate);
        if (has(TcpFlag::Rst))
            return takeReset();
        if (crossesOurs)
            return move(TcpEvent::ReceiveSynAck);
        if (has(TcpFlag::Syn))
            return takeSyn();
        if (!has(TcpFlag::Ack))
            return react(WhatIfReaction::DropsWithoutAck);
        takeAckAndFin();
    }

    /// All of it, or where it is empty its place, stands before what the receiver waits for.
    bool isOld() const
    {
        if (!m_situation.expected)
            return false;
        return m_segment.sequenceLength() == 0 ? m_segment.sequence < *m_situation.expected
                                               : m_segment.endOfSequence() <= *m_situation.expected;
    }

    /// RFC 5961 section 3.2, which RFC 9293 adopts: only the very number that is expected resets.
    void takeReset()
    {
        if (m_situation.expected && m_segment.sequence != *m_situation.expected)
            return react(WhatIfReaction::AnswersChallenge);
        const bool returns = m_change.before == SynReceived && m_situation.openedPassively[indexOf(m_side)];
        move(returns ? TcpEvent::ReceiveRstAfterPassiveOpen : TcpEvent::ReceiveRst);
    }

    void takeSyn()
    {
        const bool isNewer = m_situation.expected && m_segment.sequence >= *m_situation.expected;
        if (m_change.before == TimeWait && isNewer && !has(TcpFlag::Ack))
            return move(TcpEvent::NewSynAccepted);
        react(WhatIfReaction::AnswersChallenge);
    }

    void takeAckAndFin()
    {
        const std::optional<SequenceNumber>& sent = m_situation.end[indexOf(m_side)];
        if (sent && m_segment.acknowledgment > *sent)
            return react(WhatIfReaction::AnswersUnsent);
        if (m_change.after == SynReceived)
            move(TcpEvent::ReceiveAckOfSyn);
        const bool isFin = has(TcpFlag::Fin) && isInOrder();
        if (has(TcpFlag::Fin) && !isFin)
            react(WhatIfReaction::WaitsForHole);
        const bool acksFin = acknowledges(m_situation.finEnd[indexOf(m_side)]);
        if (isFin && acksFin && findTransition(m_change.after, TcpEvent::ReceiveFinAndAckOfFin))
            return move(TcpEvent::ReceiveFinAndAckOfFin);
        if (acksFin)
            move(TcpEvent::ReceiveAckOfFin);
        if (isFin)
            move(TcpEvent::ReceiveFin);
    }

    bool isInOrder() const { return !m_situation.expected || m_segment.sequence <= *m_situation.expected; }

    const Segment& m_segment;
    const Situation& m_situation;
    Side m_side;
    WhatIfChange& m_change;
    WhatIfReaction& m_reaction;
};

std::optional<TcpEvent> eventOfSender(const Segment& segment, TcpState before)
{
    if (segment.has(TcpFlag::Rst))
        return TcpEvent::SendRst;
    if (segment.has(TcpFlag::Syn))
        return segment.has(TcpFlag::Ack) ? TcpEvent::SendSynAck : TcpEvent::SendSyn;
    if (segment.has(TcpFlag::Fin))
        return TcpEvent::SendFin;
    if (segment.has(TcpFlag::Ack) && before == Unknown)
        return TcpEvent::ActsAsSynchronized;
    return {};
}

/// Its own segment shows what the sender did.
void judgeSender(const Segment& segment, const Situation& situation, WhatIfOutcome& outcome)
{
    WhatIfChange& change = outcome.sender;
    outcome.repeatsFin
        = segment.has(TcpFlag::Fin) && situation.finEnd[indexOf(situation.sender)] && !segment.has(TcpFlag::Rst);
    const std::optional<TcpEvent> event = eventOfSender(segment, change.before);
    if (!event || outcome.repeatsFin)
        return;
    if (change.before == Unknown && event == TcpEvent::SendFin)
        change.after = Established; // whoever closes had a connection
    if (const std::optional<TransitionRule> rule = findTransition(change.after, *event)) {
        change.rule = rule;
        change.after = transitionRow(*rule).to;
    }
}

} // namespace

Segment withFlagsWord(const Segment& segment, std::uint16_t word)
{
    Segment changed = segment;
    const std::uint32_t length = segment.headerLength + segment.payloadLength;
    changed.flags = TcpFlags(word);
    changed.headerLength = static_cast<std::uint8_t>(word >> 12 << 2);
    if (changed.headerLength == segment.headerLength)
        return changed;
    changed.hasMalformedHeader = changed.headerLength < smallestHeader || changed.headerLength > length;
    changed.payloadLength = changed.hasMalformedHeader ? 0 : length - changed.headerLength;
    return changed;
}

WhatIfOutcome judgeWhatIf(const Segment& segment, const Situation& situation)
{
    WhatIfOutcome outcome;
    const TcpState sender = situation.before[indexOf(situation.sender)];
    const TcpState receiver = situation.before[indexOf(situation.receiver())];
    outcome.sender = {sender, sender, {}};
    outcome.receiver = {receiver, receiver, {}};
    if (!segment.hasMalformedHeader)
        judgeSender(segment, situation, outcome);
    Receiver(segment, situation, outcome).take();
    return outcome;
}

} // namespace tcpladder
