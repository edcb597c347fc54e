// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/conversation.h"

#include <algorithm>
#include <utility>

namespace tcpladder {

namespace {

TcpFlags flagsOf(const std::string& letters)
{
    TcpFlags flags;
    for (const char letter : letters) {
        switch (letter) {
        case 'S': flags = flags.with(TcpFlag::Syn); break;
        case 'A': flags = flags.with(TcpFlag::Ack); break;
        case 'F': flags = flags.with(TcpFlag::Fin); break;
        case 'R': flags = flags.with(TcpFlag::Rst); break;
        case 'P': flags = flags.with(TcpFlag::Psh); break;
        case 'U': flags = flags.with(TcpFlag::Urg); break;
        default: break;
        }
    }
    return flags;
}

} // namespace

Conversation::Conversation(std::uint32_t initialA, std::uint32_t initialB)
    : m_initialA(initialA)
    , m_initialB(initialB)
{
}

Conversation& Conversation::with(std::function<void(Segment&)> change)
{
    m_change = std::move(change);
    return *this;
}

Conversation& Conversation::later(Duration pause)
{
    m_time += pause;
    return *this;
}

void Conversation::shakeHands()
{
    a({"S"});
    b({"SA", 0, 1});
    a({"A", 1, 1});
}

Segment Conversation::make(Side sender, const Line& line) const
{
    Segment segment;
    segment.packet = {m_count + 1};
    segment.time = m_time;
    segment.source.version = segment.destination.version = IpVersion::V4;
    segment.flags = flagsOf(line.flags);
    segment.sequence = {(sender == Side::A ? m_initialA : m_initialB) + line.sequence};
    if (segment.has(TcpFlag::Ack))
        segment.acknowledgment = {(sender == Side::A ? m_initialB : m_initialA) + line.acknowledgment};
    segment.payloadLength = line.length;
    segment.window = segment.has(TcpFlag::Rst) ? 0 : 1000;
    segment.headerLength = 20;
    segment.checksumStatus = ChecksumStatus::Good;
    return segment;
}

SegmentId Conversation::say(Side sender, const Line& line)
{
    Segment segment = make(sender, line);
    if (m_change)
        std::exchange(m_change, nullptr)(segment);
    const SegmentId id(std::size_t{m_count++});
    m_analysis.take(segment, id, sender, *this);
    m_time += std::chrono::milliseconds(1);
    return id;
}

IncarnationJudgement Conversation::judgement(Side sender, const Line& line)
{
    Segment segment = make(sender, line);
    if (m_change)
        m_change(segment);
    return m_analysis.judge(segment, sender);
}

std::string Conversation::course(Side side) const
{
    std::string names;
    for (const Transition& step : m_analysis.transitions()) {
        if (step.side != side)
            continue;
        if (names.empty())
            names = stateName(step.from);
        names += ' ';
        names += stateName(step.to);
    }
    return names;
}

const Transition* Conversation::step(Side side, TcpState to) const
{
    const auto course = m_analysis.transitions();
    const auto found
        = std::ranges::find_if(course, [&](const Transition& step) { return step.side == side && step.to == to; });
    return found == course.end() ? nullptr : &*found;
}

std::vector<std::uint32_t> Conversation::found(FindingKind kind) const
{
    std::vector<std::uint32_t> segments;
    for (const Finding& finding : m_findings)
        if (finding.kind == kind)
            segments.push_back(finding.segment.value);
    return segments;
}

const Finding* Conversation::finding(FindingKind kind) const
{
    const auto found = std::ranges::find(m_findings, kind, &Finding::kind);
    return found == m_findings.end() ? nullptr : &*found;
}

std::vector<Finding> Conversation::findings() const
{
    std::vector<Finding> standing;
    std::ranges::copy_if(m_findings, std::back_inserter(standing),
        [](const Finding& finding) { return finding.kind != FindingKind::Count; });
    return standing;
}

FindingId Conversation::add(const Finding& finding)
{
    m_findings.push_back(finding);
    return FindingId(m_findings.size() - 1);
}

void Conversation::withdraw(FindingId finding)
{
    m_findings[finding.value].kind = FindingKind::Count;
}

std::vector<TimedTransition> courseWithTimers(const ConnectionAnalysis& analysis, TwoMsl twoMsl, Timestamp endOfCapture)
{
    return courseWithTimers(
        analysis.transitions(), analysis.timeWait(Side::A), analysis.timeWait(Side::B), twoMsl, endOfCapture);
}

void forEachInitialNumber(const std::function<void(Conversation&)>& script)
{
    constexpr std::pair<std::uint32_t, std::uint32_t> initials[]
        = {{1000, 5000}, {0xffffffff, 0xffffffff}, {0xfffffffe, 7}, {0x7fffffff, 0xfffffff0}};
    for (const auto& [a, b] : initials) {
        Conversation talk(a, b);
        script(talk);
    }
}

} // namespace tcpladder
