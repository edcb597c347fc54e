// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"
#include "ui/states/diagram_painter.h"

namespace tcpladder {

/// Which moment of which connection.
struct StatesRequest
{
    ConnectionId connection;
    SegmentId segment;              ///< the states behind it; none: those at the beginning
    Timestamp moment = unknownTime; ///< for clocks, and for all when the user picked it
    bool hasOwnMoment = false;
    TwoMsl twoMsl = linuxTwoMsl;
};

/// Why an endpoint is where it is.
struct StateReason
{
    QString change; ///< "FIN_WAIT_1 → TIME_WAIT"; the state's name where nothing has changed yet
    QString text;
    QString clause;    ///< "RFC 9293 §3.10.7.4"
    QString certainty; ///< "proven"
    SegmentId segment; ///< that caused it; none for a timer

    bool operator==(const StateReason&) const = default;
};

struct StatesContents
{
    Walk walk;
    std::vector<QString> explanations; ///< of each step of the walk
    std::vector<WalkStep> whole;       ///< all steps of the connection, also those that are still to come
    SegmentId segment;                 ///< the one that is selected
    std::vector<TimeWaitClock> clocks;
    std::array<StateReason, 2> reasons;

    bool operator==(const StatesContents&) const = default;
};

/// Call under a Reading. Empty for a connection that is not there.
StatesContents readStates(const CaptureDocument& document, const StatesRequest& request);

} // namespace tcpladder
