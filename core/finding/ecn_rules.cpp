// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finding/ecn_rules.h"

#include <utility>

namespace tcpladder {

namespace {

constexpr std::uint8_t congestionExperienced = 3; // RFC 3168 section 5

void report(const AnalysisStep& step, EcnVariant variant, SegmentId related = {})
{
    step.report(FindingKind::Ecn, {ecnBits(step.segment.flags), step.segment.trafficClass & 3U}, related,
        std::to_underlying(variant));
}

void report(const AnalysisStep& step, AccEcnVariant variant, SegmentId related = {})
{
    step.report(FindingKind::AccEcn, {ecnBits(step.segment.flags)}, related, std::to_underlying(variant));
}

void applyOffer(const AnalysisStep& step)
{
    EcnMemory& memory = step.memory.ecn;
    const bool isClassic = step.segment.has(TcpFlag::Cwr) && step.segment.has(TcpFlag::Ece);
    const bool isAccurate = isClassic && step.segment.has(TcpFlag::Ae);
    if (isAccurate && memory.offer != EcnOffer::Accurate)
        report(step, AccEcnVariant::Offered);
    if (isClassic)
        memory.offer = isAccurate ? EcnOffer::Accurate : EcnOffer::Classic;
}

/// RFC 9768 section 3.1.1, table 2: ECE alone, or with AE, accepts classic ECN; nothing, or all three, none.
void applyAnswer(const AnalysisStep& step)
{
    EcnMemory& memory = step.memory.ecn;
    if (memory.isAnswered || memory.offer == EcnOffer::None)
        return;
    memory.isAnswered = true;
    const SegmentId offer = step.states.evidence(peerOf(step.sender)).syn;
    const std::uint64_t bits = ecnBits(step.segment.flags);
    const bool isClassic = (bits & 3) == 1;
    memory.isAccurate = memory.offer == EcnOffer::Accurate && bits != 0 && bits != 7 && !isClassic;
    if (memory.isAccurate)
        report(step, AccEcnVariant::Accepted, offer);
    else if (isClassic)
        report(step, memory.offer == EcnOffer::Accurate ? EcnVariant::AcceptedInsteadOfAccurate : EcnVariant::Accepted,
            offer);
    else if (memory.offer == EcnOffer::Accurate)
        report(step, AccEcnVariant::NotAccepted, offer);
}

/// The first mark and the first report in each direction; with accurate ECN the flags are a counter.
void applyMarks(const AnalysisStep& step)
{
    EcnMemory& memory = step.memory.ecn;
    const std::size_t own = indexOf(step.sender);
    if ((step.segment.trafficClass & 3) == congestionExperienced && !std::exchange(memory.isMarked[own], true))
        report(step, EcnVariant::Marked);
    const bool isReport = step.segment.has(TcpFlag::Ece) && memory.isAnswered && !memory.isAccurate;
    if (isReport && !std::exchange(memory.isReported[own], true))
        report(step, EcnVariant::Reported);
}

} // namespace

void applyEcnRules(const AnalysisStep& step)
{
    if (!step.segment.has(TcpFlag::Syn))
        applyMarks(step);
    else if (step.segment.has(TcpFlag::Ack))
        applyAnswer(step);
    else
        applyOffer(step);
}

} // namespace tcpladder
