// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace tcpladder {

enum class Severity : std::uint8_t { Note, Warning, Error, Count };

/// "note", "warning", "error".
std::string_view severityName(Severity severity);

/// The kinds in the order of findingKinds(); the names that exports use are spelled there.
enum class FindingKind : std::uint8_t {
    SynRetransmission,
    RtoRetransmission,
    FastRetransmission,
    SpuriousRetransmission,
    FinRetransmission,
    OutOfOrder,
    SegmentNotCaptured,
    AckOfUnseen,
    DupAck,
    Sack,
    Dsack,
    ZeroWindow,
    ZeroWindowProbe,
    ZeroWindowProbeAck,
    WindowFull,
    WindowUpdate,
    KeepAlive,
    KeepAliveAck,
    PortReuse,
    HalfOpen,
    Refused,
    Rst,
    RstIgnored,
    ChallengeAck,
    SynInTimeWait,
    TimeWaitRestarted,
    TimeWaitAssassinated,
    HalfClose,
    NeverClosed,
    SimultaneousOpen,
    SimultaneousClose,
    ThreeSegmentClose,
    MidstreamStart,
    OneSided,
    FastOpen,
    OversizedSegment,
    CapturedTwice,
    ChecksumWrong,
    ChecksumPartial,
    ClockBackwards,
    BadOption,
    TruncatedHeader,
    MalformedPacket,
    UnsupportedPacket,
    Ecn,
    AccEcn,
    IcmpError,
    TextFlagsDiffer,
    TextAddressesDiffer,
    TextSameAddresses,
    TextUnreadableLine,
    AckDoesNotCoverFin,
    CaptureCutShort,
    TextNumbersDiffer,
    TextNamesUnresolved,
    Paws,
    FragmentMissing,
    Count,
};

/// What is known of a kind before any case of it is seen.
struct FindingKindInfo
{
    std::string_view name;   ///< "rto_retransmission"
    Severity severity;       ///< usual; a finding may differ
    std::string_view clause; ///< "RFC 9293 3.8.1"; empty where no RFC rules
};

const FindingKindInfo& findingKindInfo(FindingKind kind);

/// Something worth a person's attention. The sentence is composed from kind, variant and values by
/// core/report/wording.h.
struct Finding
{
    FindingKind kind = FindingKind::Count;
    Severity severity = Severity::Note;
    std::uint8_t variant = 0; ///< which sentence of the kind: the verdict, or the reason why
    ConnectionId connection;  ///< none for a finding of the whole capture
    SegmentId segment;        ///< where it is; none when no segment could be decoded
    SegmentId related;        ///< another segment that makes it so, e.g. the one that is repeated
    PacketNumber packet;      ///< of segment, or of a packet that gave none
    std::array<std::uint64_t, 3>
        values{}; ///< the numbers that make it so, in the order in which the sentence names them

    bool operator==(const Finding&) const = default;
};

/// Where it is ruled: of the variant, else of the kind; empty where no RFC rules.
std::string_view clauseOf(const Finding& finding);

} // namespace tcpladder
