// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/transition_table.h"

#include <array>

namespace tcpladder {

using enum TcpState;
using On = TcpEvent;

// Beside Figure 5 of RFC 9293 (section 3.3.2). The figure is "only a summary": rows behind the first part are what the
// text of section 3.10 adds. A state and an event without a row stay where they are: a SYN or an unacceptable segment
// in a synchronized state only draws an ACK (3.10.7.4 first, fourth), a stray segment for no connection only a RST
// (3.10.7.1).
static constexpr auto table = std::to_array<TransitionRow>({
    // from       event                  to           clause                      note
    {Closed, On::PassiveOpen, Listen, "RFC 9293 3.10.1", "not on the wire"},
    {Closed, On::SendSyn, SynSent, "RFC 9293 3.10.1", "active OPEN"},
    {Listen, On::Close, Closed, "RFC 9293 3.10.4", "not on the wire"},
    {Listen, On::SendSyn, SynSent, "RFC 9293 3.10.2", "looks like an active OPEN on the wire"},
    {Listen, On::ReceiveSyn, SynReceived, "RFC 9293 3.10.7.2 third", "sends SYN,ACK"},
    {Listen, On::SendSynAck, SynReceived, "RFC 9293 3.10.7.2 third", "to an old SYN (3.5 Figure 8)"},
    {SynSent, On::Close, Closed, "RFC 9293 3.10.4", "not on the wire: a late SYN,ACK is answered by RST"},
    {SynSent, On::ReceiveSyn, SynReceived, "RFC 9293 3.10.7.3 fourth", "simultaneous open"},
    {SynSent, On::ReceiveSynAck, Established, "RFC 9293 3.10.7.3 fourth", "sends ACK"},
    {SynReceived, On::ReceiveAckOfSyn, Established, "RFC 9293 3.10.7.4 fifth",
        "any acceptable ACK, with data or without"},
    {SynReceived, On::ReceiveSynAck, Established, "RFC 9293 3.10.7.4 fifth", "simultaneous open: the peer's SYN,ACK"},
    {SynReceived, On::SendFin, FinWait1, "RFC 9293 3.10.4", "CLOSE before the handshake ended"},
    {Established, On::SendFin, FinWait1, "RFC 9293 3.10.4", "active CLOSE (3.6 case 1)"},
    {Established, On::ReceiveFin, CloseWait, "RFC 9293 3.10.7.4 eighth", "passive close (3.6 case 2)"},
    {SynReceived, On::ReceiveFin, CloseWait, "RFC 9293 3.10.7.4 eighth", ""},
    {FinWait1, On::ReceiveAckOfFin, FinWait2, "RFC 9293 3.10.7.4 fifth", ""},
    {FinWait1, On::ReceiveFin, Closing, "RFC 9293 3.10.7.4 eighth", "simultaneous close (3.6 case 3)"},
    {FinWait1, On::ReceiveFinAndAckOfFin, TimeWait, "RFC 9293 3.10.7.4 eighth", "Note 2: one segment has both"},
    {FinWait2, On::ReceiveFin, TimeWait, "RFC 9293 3.10.7.4 eighth", ""},
    {FinWait2, On::ReceiveFinAndAckOfFin, TimeWait, "RFC 9293 3.10.7.4 eighth", ""},
    {Closing, On::ReceiveAckOfFin, TimeWait, "RFC 9293 3.10.7.4 fifth", ""},
    {Closing, On::ReceiveFinAndAckOfFin, TimeWait, "RFC 9293 3.10.7.4 fifth", "a repeated FIN brought the ACK"},
    {CloseWait, On::SendFin, LastAck, "RFC 9293 3.10.4", "after what was queued"},
    {LastAck, On::ReceiveAckOfFin, Closed, "RFC 9293 3.10.7.4 fifth", ""},
    {LastAck, On::ReceiveFinAndAckOfFin, Closed, "RFC 9293 3.10.7.4 fifth", "a repeated FIN brought the ACK"},
    {TimeWait, On::TwoMslPassed, Closed, "RFC 9293 3.10.8", "2MSL after the last (re)start (3.6.1, 3.4.2)"},
    {TimeWait, On::NewSynAccepted, Closed, "RFC 9293 3.6.1", "the new SYN opens a new connection (MAY-2, RFC 6191)"},

    // RST sent: 3.10.5 goes to CLOSED; 3.5.2 and Note 3 say that the sender should enter TIME-WAIT, which few stacks
    // do.
    {Unknown, On::SendRst, Closed, "RFC 9293 3.10.7.1", "no connection for the segment it answers"},
    {Listen, On::SendRst, Closed, "RFC 9293 3.10.7.1", "no connection for the segment it answers"},
    {SynSent, On::SendRst, Closed, "RFC 9293 3.10.7.1",
        "CLOSE without a segment (3.10.4), then a RST to the late answer"},
    {SynReceived, On::SendRst, Closed, "RFC 9293 3.10.5", "ABORT; Note 3 would have TIME_WAIT"},
    {Established, On::SendRst, Closed, "RFC 9293 3.10.5", "ABORT; Note 3 would have TIME_WAIT"},
    {FinWait1, On::SendRst, Closed, "RFC 9293 3.10.5", "ABORT, or data for a socket that is gone (3.6.1 MAY-1)"},
    {FinWait2, On::SendRst, Closed, "RFC 9293 3.10.5", "ABORT, or data for a socket that is gone (3.6.1 MAY-1)"},
    {CloseWait, On::SendRst, Closed, "RFC 9293 3.10.5", "ABORT; Note 3 would have TIME_WAIT"},
    {Closing, On::SendRst, Closed, "RFC 9293 3.10.7.1", "the connection is gone already"},
    {LastAck, On::SendRst, Closed, "RFC 9293 3.10.7.1", "the connection is gone already"},
    {TimeWait, On::SendRst, Closed, "RFC 9293 3.10.7.1", "the connection is gone already"},

    // RST received: a valid one (3.5.3, RFC 5961 section 3) ends everything but LISTEN.
    {SynSent, On::ReceiveRst, Closed, "RFC 9293 3.10.7.3 second", "it acknowledges our SYN"},
    {SynReceived, On::ReceiveRst, Closed, "RFC 9293 3.10.7.4 second", "after an active OPEN"},
    {SynReceived, On::ReceiveRstAfterPassiveOpen, Listen, "RFC 9293 3.10.7.4 second", "Note 1"},
    {Established, On::ReceiveRst, Closed, "RFC 9293 3.10.7.4 second", ""},
    {FinWait1, On::ReceiveRst, Closed, "RFC 9293 3.10.7.4 second", ""},
    {FinWait2, On::ReceiveRst, Closed, "RFC 9293 3.10.7.4 second", ""},
    {CloseWait, On::ReceiveRst, Closed, "RFC 9293 3.10.7.4 second", ""},
    {Closing, On::ReceiveRst, Closed, "RFC 9293 3.10.7.4 second", ""},
    {LastAck, On::ReceiveRst, Closed, "RFC 9293 3.10.7.4 second", ""},
    {TimeWait, On::ReceiveRst, Closed, "RFC 9293 3.10.7.4 second", "assassinated, if the host honours it (RFC 1337)"},

    // What the capture lacks: the state before it is Unknown.
    {Unknown, On::SendSyn, SynSent, "RFC 9293 3.10.1", ""},
    {Unknown, On::ReceiveSyn, SynReceived, "RFC 9293 3.10.7.2 third", "if it listens"},
    {Unknown, On::SendSynAck, SynReceived, "RFC 9293 3.10.7.2 third", "the SYN is not in the capture"},
    {Unknown, On::ActsAsSynchronized, Established, "RFC 9293 3.3.2",
        "the handshake is not in the capture: at least this"},
    {SynReceived, On::ActsAsSynchronized, Established, "RFC 9293 3.10.7.4 fifth", "its SYN,ACK is not in the capture"},
    {SynSent, On::ActsAsSynchronized, Established, "RFC 9293 3.10.7.3 fourth", "the SYN,ACK is not in the capture"},
    {Unknown, On::ActsAsOpening, SynSent, "RFC 9293 3.10.7.3 fourth", "the SYN is not in the capture"},
});

std::span<const TransitionRow> transitionTable()
{
    return table;
}

const TransitionRow& transitionRow(TransitionRule rule)
{
    return table.at(rule.row);
}

namespace {

struct IndexEntry
{
    static constexpr std::uint8_t noRow = 0xff;

    std::uint8_t row;
    TcpState to;
};

/// By state and event, since a live capture asks for each change of each connection.
constexpr auto makeIndex()
{
    std::array<std::array<IndexEntry, static_cast<std::size_t>(TcpEvent::Count)>,
        static_cast<std::size_t>(TcpState::Count)>
        index{};
    for (auto& row : index)
        row.fill({IndexEntry::noRow, TcpState::Unknown});
    for (std::size_t i = 0; i < table.size(); ++i)
        index[static_cast<std::size_t>(table[i].from)][static_cast<std::size_t>(table[i].event)]
            = {static_cast<std::uint8_t>(i), table[i].to};
    return index;
}

constexpr auto rowIndex = makeIndex();

} // namespace

std::optional<StateMove> findMove(TcpState from, TcpEvent event)
{
    const IndexEntry entry = rowIndex[static_cast<std::size_t>(from)][static_cast<std::size_t>(event)];
    return entry.row == IndexEntry::noRow ? std::nullopt : std::optional(StateMove{{entry.row}, entry.to});
}

std::optional<TransitionRule> findTransition(TcpState from, TcpEvent event)
{
    const auto move = findMove(from, event);
    return move ? std::optional(move->rule) : std::nullopt;
}

} // namespace tcpladder
