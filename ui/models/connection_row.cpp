// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/connection_row.h"

#include "ui/support/connection_text.h"
#include "ui/support/format_text.h"

#include <algorithm>

namespace tcpladder {

namespace {

std::vector<TcpState> walkedStates(std::span<const Transition> course, Side side)
{
    std::vector<TcpState> states;
    for (const Transition& step : course) {
        if (step.side != side)
            continue;
        if (states.empty() && step.from != TcpState::Unknown && step.from != TcpState::Closed)
            states.push_back(step.from);
        states.push_back(step.to);
    }
    return states;
}

} // namespace

ConnectionRow readConnectionRow(const CaptureDocument& document, ConnectionId id)
{
    const ConnectionEntry& entry = document.connection(id);
    const Connection& connection = entry.connection;
    ConnectionRow row;
    row.id = id;
    row.endpointA = toText(connection.endpoint(Side::A));
    row.endpointB = toText(connection.endpoint(Side::B));
    row.state = tellingState(entry);
    row.walked = walkedStates(entry.analysis.transitions().all(), tellingSide(entry.analysis.facts()));
    row.segments = connection.segments.size();
    row.bytes = connection.counts[0].payloadBytes + connection.counts[1].payloadBytes;
    if (!connection.segments.empty()) {
        row.start = document.segment(connection.segments.front()).time;
        const Timestamp end = document.segment(connection.segments.back()).time;
        row.duration = timeBetween(row.start, end).value_or(Duration::zero());
    }
    const auto isGrave = [&](FindingId finding) { return document.finding(finding).severity != Severity::Note; };
    row.findings = static_cast<std::uint64_t>(std::ranges::count_if(entry.findings, isGrave));
    return row;
}

} // namespace tcpladder
