// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding/segment_fate.h"
#include "core/report/ladder_text.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tcpladder {

struct LadderTextHeading
{
    std::string title; ///< "Connection 2"
    std::array<std::string, 2> endpoints;
};

/// One segment, in words that every form puts in its own order.
struct LadderTextSegment
{
    std::string number; ///< in its connection, from 1
    std::string time;   ///< "0.000446", since the connection's first segment; "-" when unknown
    Side sender = Side::A;
    std::string what; ///< "SYN,ACK seq 0 ack 1 len 5"
    SegmentFate fate = SegmentFate::Ordinary;
    std::vector<std::string> remarks; ///< findings as sentences, then the comment
};

/// A state that begins; of a timer with the time at which it does.
struct LadderTextState
{
    Side side = Side::A;
    TcpState state = TcpState::Unknown;
    std::string time;
    Certainty certainty = Certainty::Observed;
};

/// How a ladder is written in one language. Called from top to bottom; each call returns what is to be written.
class LadderForm
{
public:
    virtual ~LadderForm() = default;

    virtual std::string begin(const LadderTextHeading& heading) = 0;
    virtual std::string write(const LadderTextSegment& segment) = 0;
    virtual std::string write(const LadderTextState& state) = 0;
    virtual std::string end() { return {}; }
};

std::unique_ptr<LadderForm> makeMermaidForm();
std::unique_ptr<LadderForm> makePlantUmlForm();
std::unique_ptr<LadderForm> makePlainForm();

/// "A" or "B".
inline std::string ladderSideName(Side side)
{
    return side == Side::A ? "A" : "B";
}

/// "TIME_WAIT", with what makes it doubtful behind it.
inline std::string ladderStateName(const LadderTextState& state)
{
    const bool isCertain = state.certainty != Certainty::Expected && state.certainty != Certainty::Assumed;
    const std::string name(stateName(state.state));
    return isCertain ? name : name + " (" + std::string(certaintyName(state.certainty)) + ')';
}

} // namespace tcpladder
