// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state/tcp_event.h"
#include "core/state/tcp_state.h"
#include "core/state/transition.h"

#include <optional>
#include <span>

namespace tcpladder {

/// One arrow of the state diagram.
struct TransitionRow
{
    TcpState from;
    TcpEvent event;
    TcpState to;
    std::string_view clause; ///< "RFC 9293 3.10.7.4 eighth": the section and the check in it
    std::string_view note;   ///< what the figure does not say; may be empty
};

/// All arrows, in the order of Figure 5 from top to bottom. TransitionRule is a position in it.
std::span<const TransitionRow> transitionTable();

const TransitionRow& transitionRow(TransitionRule rule);

inline std::string_view clauseOf(TransitionRule rule)
{
    return transitionRow(rule).clause;
}

/// Where an arrow leads.
struct StateMove
{
    TransitionRule rule;
    TcpState to;
};

std::optional<StateMove> findMove(TcpState from, TcpEvent event);

/// The arrow that leaves the state with this event; none when the event does not move it.
std::optional<TransitionRule> findTransition(TcpState from, TcpEvent event);

} // namespace tcpladder
