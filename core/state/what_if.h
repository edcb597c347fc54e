// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/segment.h"
#include "core/state/state_history.h"
#include "core/state/transition_table.h"

namespace tcpladder {

/// Both endpoints just before a segment, as far as a capture shows: what decides how it is taken.
struct Situation
{
    Side sender = Side::A;
    StatePair before{TcpState::Unknown, TcpState::Unknown};
    StatePair after{TcpState::Unknown, TcpState::Unknown}; ///< behind the segment as it was captured, by its doing
    std::array<std::optional<SequenceNumber>, 2> synEnd;   ///< behind each side's SYN
    std::array<std::optional<SequenceNumber>, 2> finEnd;   ///< behind each side's FIN
    std::array<std::optional<SequenceNumber>, 2> end;      ///< behind all that each side had sent
    std::optional<SequenceNumber> expected;                ///< the next number that the receiver waits for
    std::array<bool, 2> openedPassively{};                 ///< came from LISTEN, or at least sent no SYN of its own

    constexpr Side receiver() const { return peerOf(sender); }
};

/// What the receiver does with the segment beside changing its state (RFC 9293 section 3.10.7).
enum class WhatIfReaction : std::uint8_t {
    Accepts,
    DropsMalformed,   ///< the header's length is impossible
    DropsWithoutAck,  ///< neither SYN nor RST nor ACK: "drop the segment and return"
    DropsReset,       ///< a RST that belongs to no connection, or not to its window
    DropsInListen,    ///< neither SYN nor ACK nor RST
    AnswersReset,     ///< there is no connection, or an acknowledgment of what was never sent
    AnswersChallenge, ///< a SYN in a synchronized state, or a RST beside the expected number (RFC 5961)
    AnswersDuplicate, ///< nothing new in it: only an ACK
    AnswersUnsent,    ///< it acknowledges what was not sent yet: only an ACK
    WaitsForHole,     ///< the FIN comes before what is missing
};

/// An endpoint's change, or its staying.
struct WhatIfChange
{
    TcpState before = TcpState::Unknown;
    TcpState after = TcpState::Unknown;
    std::optional<TransitionRule> rule; ///< of the last change; none while it stays

    constexpr bool isChange() const { return before != after; }
};

struct WhatIfOutcome
{
    WhatIfChange sender;
    WhatIfChange receiver; ///< if it arrives
    WhatIfReaction reaction = WhatIfReaction::Accepts;
    bool repeatsFin = false; ///< the sender had sent its FIN before
};

/// The segment as a receiver would decode it with this word in the bytes 12 and 13 of its TCP header.
Segment withFlagsWord(const Segment& segment, std::uint16_t word);

/// How both endpoints would take the segment. Nothing of it is kept: the document knows only what was captured.
WhatIfOutcome judgeWhatIf(const Segment& segment, const Situation& situation);

} // namespace tcpladder
