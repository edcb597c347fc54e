// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/segment_details.h"
#include "core/report/message.h"
#include "core/state/what_if.h"

namespace tcpladder {

/// One thing that a changed word would mean.
struct WhatIfLine
{
    Message message;
    std::string_view clause; ///< "RFC 9293 3.10.4"; may be empty
    bool isWrong = false;    ///< no correct TCP would send it so, or the receiver would not take it
};

struct WhatIfChecksum
{
    ChecksumStatus status = ChecksumStatus::Unverified; ///< of the captured checksum over the changed word
    std::optional<std::uint16_t> needed;                ///< what would be right; none where octets are missing
};

/// A segment with another flags word than the one that was captured.
struct WhatIf
{
    std::uint16_t word = 0;
    WhatIfOutcome outcome;
    WhatIfChecksum checksum;
    std::vector<WhatIfLine> lines; ///< the states first, then what the bits add
};

WhatIf explainWhatIf(const SegmentDetails& details, const Situation& situation, std::uint16_t word);

/// "Checksum f4e0 would be right for these bits."
Message explainChecksum(const WhatIfChecksum& checksum, std::uint16_t captured);

/// What single bits and their combinations would mean, whatever the states are.
std::vector<WhatIfLine> explainBits(const Segment& changed, const Segment& captured, const Situation& situation);

} // namespace tcpladder
