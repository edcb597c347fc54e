// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <cstdint>

namespace tcpladder {

/// Whether a segment on a pair of endpoints belongs to the connection that is known there.
enum class IncarnationVerdict : std::uint8_t {
    Same,            ///< it belongs to it, as far as can be told: a SYN there may still only draw a challenge ACK
    New,             ///< a new connection begins with this segment
    NewSinceEarlier, ///< it shows that a new connection began with an earlier segment, which was taken for one of this
};

struct IncarnationJudgement
{
    IncarnationVerdict verdict = IncarnationVerdict::Same;

    /// With NewSinceEarlier: the new connection's first segment. It and all behind it leave the old connection, whose
    /// analysis has to be made anew from the segments that stay.
    SegmentId from;
};

} // namespace tcpladder
