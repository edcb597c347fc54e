// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/series/series_builder.h"

#include <algorithm>

namespace tcpladder {

namespace {

/// More segments are not under way at once: the largest window has 2^30 octets (RFC 7323 section 2.3). Where the
/// acknowledgments are not in the capture, the oldest are forgotten.
constexpr std::size_t mostPending = std::size_t{1} << 20;

bool hasAck(const SegmentRecord& record)
{
    return record.has(TcpFlag::Ack) && record.known.has(TcpField::Acknowledgment) && !record.has(TcpFlag::Rst);
}

} // namespace

SeriesBuilder::SeriesBuilder(ConnectionSeries& series)
    : m_series(series)
{
}

void SeriesBuilder::take(const SegmentRecord& record, SegmentId id, SegmentRemark remark)
{
    if (remark == SegmentRemark::CapturedTwice)
        return;
    const Step step{record, id, remark, placeOf(record.time)};
    const bool isDrawn = record.sequenceLength() > 0 || record.has(TcpFlag::Rst);
    if (isDrawn && record.known.has(TcpField::Sequence))
        takeSent(step);
    if (hasAck(record))
        takeAck(step);
}

Duration SeriesBuilder::placeOf(Timestamp time)
{
    if (m_series.origin.load(std::memory_order_relaxed) == unknownTime)
        m_series.origin = time;
    const auto since = timeBetween(m_series.origin.load(std::memory_order_relaxed), time);
    if (since && *since > m_time) {
        m_time = *since;
        m_series.duration.store(m_time, std::memory_order_relaxed);
    }
    return m_time;
}

SentKind SeriesBuilder::kindOf(const Step& step)
{
    if (step.record.has(TcpFlag::Rst))
        return SentKind::Reset;
    switch (step.remark) {
    case SegmentRemark::Retransmitted: return SentKind::Retransmitted;
    case SegmentRemark::OutOfOrder: return SentKind::OutOfOrder;
    case SegmentRemark::Probe: return SentKind::Probe;
    case SegmentRemark::None:
    case SegmentRemark::DuplicateAck:
    case SegmentRemark::CapturedTwice: break;
    }
    if (step.record.has(TcpFlag::Syn))
        return SentKind::Syn;
    return step.record.has(TcpFlag::Fin) ? SentKind::Fin : SentKind::Data;
}

void SeriesBuilder::takeSent(const Step& step)
{
    const SegmentRecord& record = step.record;
    Track& own = m_tracks[indexOf(record.sender)];
    DirectionSeries& series = m_series.of(record.sender);
    SentPoint point;
    point.time = step.time;
    point.from = own.positionOf(record.sequence);
    point.payloadLength = record.payloadLength;
    point.flagOctets = record.sequenceLength() - record.payloadLength;
    point.segment = step.id;
    const SentKind kind = kindOf(step);
    auto& ofKind = series.sentAs(kind);
    if (const std::size_t count = ofKind.size(); count > 0)
        point.payloadBefore = ofKind[count - 1].payloadBefore + ofKind[count - 1].payloadLength;
    ofKind.append(point);
    if (series.origin.load(std::memory_order_relaxed) == 0)
        series.origin = point.from;
    // A reset may stand anywhere, and the octet of a probe may be refused: neither says how far the stream has come.
    if (kind == SentKind::Reset || kind == SentKind::Probe)
        return;
    if (record.has(TcpFlag::Syn) && !own.acknowledged)
        own.acknowledged = point.from; // nothing was before it
    addPending(own, {point.from, point.high(), record.time, false}, kind != SentKind::Retransmitted);
    own.next = std::max(own.next, point.high());
    noteInFlight(record.sender, step);
}

/// mayBeFirst: the octets were not on their way before, as far as anybody can tell.
void SeriesBuilder::addPending(Track& track, const Pending& sent, bool mayBeFirst)
{
    auto& pending = track.pending;
    bool isNew = mayBeFirst;
    auto after = pending.end();
    while (after != pending.begin() && std::prev(after)->to > sent.from) {
        --after;
        if (after->from < sent.to) {
            after->isRepeated = true;
            isNew = false;
        }
    }
    if (!isNew)
        return;
    pending.insert(after, sent);
    if (pending.size() > mostPending)
        pending.pop_front();
}

void SeriesBuilder::takeAck(const Step& step)
{
    const Side receiver = step.record.sender;
    const Side sender = peerOf(receiver);
    Track& data = m_tracks[indexOf(sender)];
    DirectionSeries& series = m_series.of(sender);
    const StreamPosition position = data.positionOf(step.record.acknowledgment);
    if (series.origin.load(std::memory_order_relaxed) == 0)
        series.origin = position;
    const bool isNew = !data.acknowledged || position > *data.acknowledged;
    if (isNew) {
        if (const auto roundTrip = takeRoundTrip(data, position, step.record.time))
            series.ackRoundTrips.append({step.time, *roundTrip, step.id});
        data.acknowledged = position;
        data.next = std::max(data.next, position);
    }
    if (position == *data.acknowledged)
        takeWindow(step, position, isNew);
    if (isNew)
        noteInFlight(sender, step);
}

/// Takes what is acknowledged from those that wait. The time is none where it is not to be trusted.
std::optional<Duration> SeriesBuilder::takeRoundTrip(Track& track, StreamPosition acknowledged, Timestamp now)
{
    std::optional<Duration> sample;
    bool isAmbiguous = false;
    while (!track.pending.empty() && track.pending.front().to <= acknowledged) {
        const Pending& sent = track.pending.front();
        isAmbiguous |= sent.isRepeated;
        sample = sent.to == acknowledged ? timeBetween(sent.time, now) : std::nullopt;
        track.pending.pop_front();
    }
    const bool isCut = !track.pending.empty() && track.pending.front().from < acknowledged;
    if (isAmbiguous || isCut || (sample && *sample < Duration::zero()))
        return std::nullopt;
    return sample;
}

void SeriesBuilder::takeWindow(const Step& step, StreamPosition acknowledged, bool isNew)
{
    const Side receiver = step.record.sender;
    Track& data = m_tracks[indexOf(peerOf(receiver))];
    DirectionSeries& series = m_series.of(peerOf(receiver));
    const bool isOfSyn = step.record.has(TcpFlag::Syn); // never scaled (RFC 7323 section 2.2)
    const auto shift = isOfSyn ? std::optional<std::uint8_t>(std::uint8_t{0}) : m_shifts[indexOf(receiver)];
    const bool isKnown = step.record.known.has(TcpField::Window);
    if (isKnown && !shift)
        series.hasUnscaledWindow.store(true, std::memory_order_relaxed);
    const std::uint32_t before = data.window.value_or(0);
    const std::uint32_t window = isKnown ? std::uint32_t{step.record.window} << shift.value_or(0) : before;
    const bool isOther = isKnown && data.window != window;
    if (isNew || isOther)
        series.acks.append({step.time, acknowledged, window, step.id});
    if (isOther)
        series.window.append({step.time, window, step.id});
    if (isKnown)
        data.window = window;
    if (step.remark == SegmentRemark::DuplicateAck)
        series.duplicateAcks.append({step.time, acknowledged, window, step.id});
}

void SeriesBuilder::noteInFlight(Side sender, const Step& step)
{
    const Track& track = m_tracks[indexOf(sender)];
    if (!track.acknowledged)
        return; // captured from the middle on: nobody knows what was under way
    const StreamPosition octets = track.next - *track.acknowledged;
    constexpr StreamPosition most = std::numeric_limits<std::uint32_t>::max();
    m_series.of(sender).inFlight.append({step.time, static_cast<std::uint32_t>(std::min(octets, most)), step.id});
}

} // namespace tcpladder
