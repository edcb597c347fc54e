// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/connection_analysis.h"
#include "core/state/state_history.h"

#include <functional>
#include <string>
#include <vector>

namespace tcpladder {

/// Says one segment of a conversation: "S", "SA", "A", "PA", "FA", "R", "RA"; numbers count from the initial ones.
struct Line
{
    std::string flags;
    std::uint32_t sequence = 0;
    std::uint32_t acknowledgment = 0;
    std::uint32_t length = 0;
};

/// Two endpoints talk, one segment a millisecond unless told otherwise, and an analysis listens.
class Conversation final : private FindingSink
{
public:
    explicit Conversation(std::uint32_t initialA = 1000, std::uint32_t initialB = 5000);

    /// The endpoint's segment passes the capture point. Returns its id; ids count from 0.
    SegmentId a(const Line& line) { return say(Side::A, line); }
    SegmentId b(const Line& line) { return say(Side::B, line); }

    /// Changes the next segment before it is heard; those that are only judged as well.
    Conversation& with(std::function<void(Segment&)> change);
    Conversation& later(Duration pause);

    /// Segments in a notation near to tcpdump's and packetdrill's, one a line; "#" begins a comment:
    ///
    ///     a S 0                   SYN with a's initial number; numbers count from the initial ones
    ///     b S. 0 ack 1            the flags are S F R P U . with "." for ACK, or none with "-"
    ///     +300ms a P. 1:11 ack 1  after a pause (ns, us, ms, s, m, h), ten octets
    ///
    /// and behind that, as far as needed: win N, ts VALUE/ECHO, id N (IPv4 identification), sack LEFT-RIGHT, bad or
    /// partial (checksum). Returns the id of the last one.
    SegmentId play(const std::string& script);

    /// SYN, SYN,ACK, ACK.
    void shakeHands();

    /// The capture ends, after the pause that later() made.
    void finish() { m_analysis.finish(*this, m_time); }

    /// "CLOSED SYN_SENT ESTABLISHED": the state before the first change and each one after.
    std::string course(Side side) const;
    const Transition* step(Side side, TcpState to) const;
    const ConnectionAnalysis& analysis() const { return m_analysis; }
    TcpState state(Side side) const { return m_analysis.lastState(side); }
    IncarnationJudgement judgement(Side sender, const Line& line);
    IncarnationVerdict judge(Side sender, const Line& line) { return judgement(sender, line).verdict; }

    /// Where the kind was found: packet numbers from 0, in the order in which it was found; withdrawn ones are left
    /// out.
    std::vector<std::uint32_t> found(FindingKind kind) const;

    /// The first of the kind that stands; nullptr without one.
    const Finding* finding(FindingKind kind) const;
    /// All that stand.
    std::vector<Finding> findings() const;

private:
    FindingId add(const Finding& finding) override;
    void withdraw(FindingId finding) override;

    SegmentId say(Side sender, const Line& line);
    Segment make(Side sender, const Line& line) const;

    std::uint32_t m_initialA;
    std::uint32_t m_initialB;
    Timestamp m_time{std::chrono::seconds(1000)};
    std::uint32_t m_count = 0;
    std::function<void(Segment&)> m_change;
    ConnectionAnalysis m_analysis;
    std::vector<Finding> m_findings;
};

std::vector<TimedTransition> courseWithTimers(
    const ConnectionAnalysis& analysis, TwoMsl twoMsl, Timestamp endOfCapture = unknownTime);

/// Plays the script with all initial numbers of forEachInitialNumber(): both courses have to come out each time.
/// Returns what differs, empty when nothing does.
std::string differenceFrom(const std::string& script, const std::string& courseOfA, const std::string& courseOfB);

/// Runs a conversation with ordinary initial numbers, and again where each direction's numbers wrap within it.
void forEachInitialNumber(const std::function<void(Conversation&)>& script);

} // namespace tcpladder
