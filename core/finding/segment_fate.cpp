// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finding/segment_fate.h"

namespace tcpladder {

bool isRetransmission(FindingKind kind)
{
    return kind == FindingKind::SynRetransmission || kind == FindingKind::RtoRetransmission
        || kind == FindingKind::FastRetransmission || kind == FindingKind::SpuriousRetransmission
        || kind == FindingKind::FinRetransmission;
}

bool impliesLoss(FindingKind kind)
{
    return kind == FindingKind::RtoRetransmission || kind == FindingKind::FastRetransmission;
}

SegmentFate fateBy(FindingKind kind)
{
    if (isRetransmission(kind))
        return SegmentFate::Repeated;
    if (kind == FindingKind::OutOfOrder)
        return SegmentFate::OutOfOrder;
    return kind == FindingKind::CapturedTwice ? SegmentFate::Duplicated : SegmentFate::Ordinary;
}

} // namespace tcpladder
