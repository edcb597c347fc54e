// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/series/option_series_builder.h"

namespace tcpladder {

namespace {

constexpr std::size_t mostPending = std::size_t{1} << 20;

} // namespace

void OptionSeriesBuilder::take(const SegmentRecord& record, SegmentId id, const TcpOptions& options)
{
    const Duration time = placeOf(record.time);
    if (record.has(TcpFlag::Rst))
        return;
    if (record.sequenceLength() > 0 && record.known.has(TcpField::Sequence))
        takeSent(record, options);
    if (record.has(TcpFlag::Ack) && record.known.has(TcpField::Acknowledgment))
        takeAck(record, id, options, time);
}

Duration OptionSeriesBuilder::placeOf(Timestamp time)
{
    if (const auto since = timeBetween(m_series.origin.load(std::memory_order_relaxed), time))
        m_time = std::max(m_time, *since);
    return m_time;
}

void OptionSeriesBuilder::takeSent(const SegmentRecord& record, const TcpOptions& options)
{
    Track& own = m_tracks[indexOf(record.sender)];
    const StreamPosition to = own.positionOf(record.sequence) + record.sequenceLength();
    own.near = std::max(own.near, to);
    if (!options.timestamps)
        return;
    own.pending.push_back({to, options.timestamps->value, record.time});
    if (own.pending.size() > mostPending)
        own.pending.pop_front();
}

void OptionSeriesBuilder::takeAck(const SegmentRecord& record, SegmentId id, const TcpOptions& options, Duration time)
{
    const Side sender = peerOf(record.sender);
    Track& data = m_tracks[indexOf(sender)];
    const StreamPosition position = data.positionOf(record.acknowledgment);
    data.near = std::max(data.near, position);
    if (options.sackBlockCount > 0)
        takeSacks(sender, id, options, position, time);
    if (position <= data.acknowledged)
        return;
    if (options.timestamps) {
        if (const auto sample = takeRoundTrip(data, position, options.timestamps->echoReply, record.time))
            m_series.of(sender).timestampRoundTrips.append({time, *sample, id});
    }
    data.acknowledged = position;
}

/// Of the first segment with that timestamp that held something new; all that is acknowledged waits no longer.
std::optional<Duration> OptionSeriesBuilder::takeRoundTrip(
    Track& track, StreamPosition acknowledged, std::uint32_t echo, Timestamp now)
{
    std::optional<Duration> sample;
    while (!track.pending.empty() && !sample) {
        const Pending& first = track.pending.front();
        if (static_cast<std::int32_t>(first.timestamp - echo) > 0)
            break;
        if (first.timestamp == echo && first.to > track.acknowledged)
            sample = timeBetween(first.time, now);
        if (sample && first.to > acknowledged)
            break; // a part of it was acknowledged; the rest will be, by the same timestamp
        track.pending.pop_front();
    }
    while (!track.pending.empty() && track.pending.front().to <= acknowledged)
        track.pending.pop_front();
    return sample && *sample >= Duration::zero() ? sample : std::nullopt;
}

/// A D-SACK is the first block if it is below the acknowledgment, or inside the second (RFC 2883 section 4).
void OptionSeriesBuilder::takeSacks(
    Side sender, SegmentId id, const TcpOptions& options, StreamPosition acknowledged, Duration time)
{
    const auto blocks = options.sacks();
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const StreamPosition left = positionNear(acknowledged, blocks[i].left);
        const StreamPosition right = positionNear(acknowledged, blocks[i].right);
        if (right < left)
            continue;
        const bool isBelow = i == 0 && right <= acknowledged;
        const bool isInside
            = i == 0 && blocks.size() > 1 && blocks[1].left <= blocks[0].left && blocks[0].right <= blocks[1].right;
        m_series.of(sender).sacks.append({time, left, right, id, isBelow || isInside});
    }
}

} // namespace tcpladder
