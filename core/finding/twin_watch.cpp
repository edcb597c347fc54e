// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finding/twin_watch.h"

#include <algorithm>

namespace tcpladder {

namespace {

/// A bridge or a second interface is that fast, a network that doubles packets is not.
constexpr Duration betweenTwoTaps = std::chrono::microseconds(100);

/// The same, for packets without a number of their own (IPv6, IPv4 that must not be cut): a host may well send two that
/// are alike.
constexpr Duration betweenUnnumbered = std::chrono::milliseconds(10);

/// Linux hands up to eight packets at once to one place after another.
constexpr std::size_t mostUnderWay = 16;

} // namespace

bool TwinWatch::isTwinByAll(const Seen& earlier, const Segment& segment)
{
    const bool isAlike = earlier.id.isValid() && earlier.identification == segment.ipIdentification
        && earlier.acknowledgment == segment.acknowledgment && earlier.payloadLength == segment.payloadLength
        && earlier.flags == segment.flags && segment.known.isComplete();
    if (!isAlike)
        return false;
    const Duration between = timeBetween(earlier.time, segment.time).value_or(Duration::max());
    const bool isElsewhere = earlier.timeToLive != segment.timeToLive || earlier.interface != segment.interface;
    if (segment.ipIdentification != 0)
        return between < (isElsewhere ? betweenTwoPlaces : betweenTwoTaps);
    return isElsewhere ? between < betweenUnnumbered : between < betweenTwoTaps && segment.sequenceLength() > 0;
}

SegmentId TwinWatch::twinOfMany(const Segment& segment) const
{
    const auto found = std::ranges::find_if(m_recent, [&](const Seen& earlier) { return isTwin(earlier, segment); });
    return found == m_recent.end() ? SegmentId{} : found->id;
}

void TwinWatch::noteInRing(bool isTwin)
{
    if (m_recent.empty())
        m_recent.resize(mostUnderWay, m_last);
    if (isTwin)
        return;
    m_recent[m_oldest] = m_last;
    m_oldest = (m_oldest + 1) % mostUnderWay;
}

} // namespace tcpladder
