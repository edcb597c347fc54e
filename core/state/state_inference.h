// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state/course.h"

#include <array>
#include <optional>
#include <span>

namespace tcpladder {

/// Infers the states of both endpoints of one connection from its segments, one after another.
///
/// A segment does three things. It settles what its sender should have received before: its acknowledgment number, its
/// timestamp echo and what it repeats prove that a segment of the peer's had arrived, or that it had not. It shows what
/// its sender did. And it becomes what its receiver should receive next. From all of that the course of states is
/// derived anew when somebody asks for it after something changed, which is a few times in the life of a connection;
/// other segments pass in a few compares.
class StateInference
{
public:
    /// Segments come in capture order with growing ids.
    void take(const Segment& segment, SegmentId id, Side sender);

    std::span<const Transition> transitions() const { return course().transitions; }
    const EndpointEvidence& evidence(Side side) const { return m_evidence[indexOf(side)]; }
    /// Its checksum is wrong, so that the receiver drops it. Where a sender's are wrong from the first on, the capture
    /// was edited (made anonymous) and they mean nothing.
    bool isDropped(const Segment& segment, Side sender) const;

    /// Its timestamp is older than what its receiver has echoed already, so that the receiver only answers with an ACK
    /// (PAWS, RFC 7323 section 5).
    bool isRefusedAsOld(const Segment& segment, Side sender) const;

    /// Both ends have shown that they are synchronized, and no word of theirs is awaited: an ordinary segment changes
    /// no state.
    bool isSteady() const { return m_isSteady; }

    /// Instead of take(), while isSteady(): ordinary segments brought the side that far.
    void setNumbers(Side side, const SentNumbers& numbers)
    {
        static_cast<SentNumbers&>(m_evidence[indexOf(side)]) = numbers;
    }

    SegmentId firstSegment() const { return m_first; }

    /// Unknown without any evidence.
    TcpState lastState(Side side) const { return course().lastStates[indexOf(side)]; }

    /// There were both FINs or a RST, without which no side is in TIME_WAIT, or CLOSED behind its SYN.
    bool mayHaveEnded() const;

    /// In transitions(), by one side or both.
    bool hasTimeWait() const { return mayHaveEnded() && course().hasTimeWait; }

    /// Grows whenever transitions() changed.
    std::uint32_t revision() const { return m_revision; }

private:
    struct Step;

    const Course& course() const
    {
        if (m_isCourseStale)
            deriveCourse(m_evidence[0], m_evidence[1], m_first, m_course);
        m_isCourseStale = false;
        return m_course;
    }

    bool isStray(const Step& step) const;
    void takeBothEnds(const Step& step);
    bool isSteadyNow() const;
    void settle(const Step& step);
    void settleHandshake(const Step& step);
    void settleClose(const Step& step);
    static bool isFromTimeWait(const Step& step);
    static bool echoes(const Step& step, const Reception& reception);
    void proveFin(const Step& step);
    void settlePeersReset(const Step& step);
    void settleReset(const Step& step);
    void act(const Step& step);
    void actSyn(const Step& step);
    void actSynchronized(const Step& step);
    void actFin(const Step& step);
    void actReset(const Step& step);
    void refuseAnswer(const Step& step);
    void settleAckOfFinByReset(const Step& step);
    void noteNumbers(const Step& step);
    void forgetFin(const Step& step);
    void expect(const Step& step);
    void expectSyn(const Step& step);
    void expectAckOfSyn(const Step& step);
    void expectFin(const Step& step);
    void fillHole(const Step& step);
    void expectAckOfFin(const Step& step);
    void expectReset(const Step& step);
    void doubtFinByReset(const Step& step);
    bool isAckOfFinInDoubt(const Step& reset) const;

    void await(Reception& reception, const Step& step);
    void prove(Reception& reception, const Step& step);
    void doubt(Reception& reception, const Step& step);
    void reject(Reception& reception, const Step& step);
    bool isTooLateFor(const Reception& reception, const Step& step) const;

    std::array<EndpointEvidence, 2> m_evidence;
    /// From a segment's passing the tap to its receiver's answer passing it, measured in the handshake.
    std::array<std::optional<Duration>, 2> m_answerTime;
    SegmentId m_first;
    // Of what is above: nothing but the time when it is computed depends on who asks.
    mutable Course m_course;
    mutable bool m_isCourseStale = false;
    std::uint32_t m_revision = 0;
    bool m_changed = false;
    bool m_isSteady = false;
};

} // namespace tcpladder
