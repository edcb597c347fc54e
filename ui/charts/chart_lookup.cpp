// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_lookup.h"

#include <cmath>

namespace tcpladder {

namespace {

/// The segment's point among those of its time.
template <class Point>
const Point* findPoint(const SeriesStore<Point>& store, SegmentId segment, Duration time)
{
    for (std::size_t i = store.firstAt(time); i < store.size() && store[i].time == time; ++i) {
        if (store[i].segment == segment)
            return &store[i];
    }
    return nullptr;
}

std::optional<double> sequenceAt(const DirectionSeries& direction, SegmentId segment, Duration time)
{
    const auto value = [&direction](StreamPosition low, StreamPosition high) {
        return static_cast<double>(static_cast<std::int64_t>(low - direction.origin))
            + static_cast<double>(high - low) / 2;
    };
    for (const auto& ofKind : direction.sent) {
        if (const SentPoint* point = findPoint(ofKind, segment, time))
            return value(point->low(), point->high());
    }
    if (const AckPoint* ack = findPoint(direction.acks, segment, time))
        return value(ack->acknowledged, ack->acknowledged);
    if (const AckPoint* ack = findPoint(direction.duplicateAcks, segment, time))
        return value(ack->acknowledged, ack->acknowledged);
    return {};
}

std::optional<double> roundTripAt(const DirectionSeries& direction, SegmentId segment, Duration time)
{
    if (const RoundTripPoint* sample = findPoint(direction.ackRoundTrips, segment, time))
        return toSeconds(sample->roundTrip);
    if (const RoundTripPoint* sample = findPoint(direction.timestampRoundTrips, segment, time))
        return toSeconds(sample->roundTrip);
    return {};
}

std::optional<double> inFlightAt(const DirectionSeries& direction, SegmentId segment, Duration time)
{
    if (const LevelPoint* point = findPoint(direction.inFlight, segment, time))
        return point->octets;
    const std::size_t next = direction.inFlight.firstAt(time + Duration(1));
    return next > 0 ? std::optional<double>(direction.inFlight[next - 1].octets) : std::nullopt;
}

} // namespace

std::optional<double> valueAt(
    const ConnectionSeries& series, const ChartRequest& request, SegmentId segment, Duration time)
{
    const DirectionSeries& direction = series.of(request.sender);
    switch (request.kind) {
    case ChartKind::Sequence: return sequenceAt(direction, segment, time);
    case ChartKind::RoundTrip: return roundTripAt(direction, segment, time);
    case ChartKind::InFlight: return inFlightAt(direction, segment, time);
    case ChartKind::Throughput:
    case ChartKind::Count: break;
    }
    return {};
}

std::optional<NearestPoint> nearestPoint(
    const ChartContents& contents, QPointF pixel, const std::function<QPointF(QPointF)>& toPixels, double reach)
{
    std::optional<NearestPoint> nearest;
    double distance = reach;
    const auto consider = [&](const NearestPoint& point) {
        const QPointF top = toPixels({point.time, point.to});
        const QPointF bottom = toPixels({point.time, point.from});
        const double down = pixel.y() - std::clamp(pixel.y(), top.y(), std::max(top.y(), bottom.y()));
        const double away = std::hypot(pixel.x() - top.x(), down);
        if (away <= distance) {
            distance = away;
            nearest = point;
        }
    };
    for (const ChartLine& line : contents.lines) {
        for (qsizetype i = 0; i < line.points.size(); ++i) {
            const QPointF point = line.points[i];
            consider({line.role, point.x(), point.y(), point.y(), line.segments[static_cast<std::size_t>(i)]});
        }
    }
    for (const ChartMark& mark : contents.marks)
        consider({mark.role, mark.time, mark.from, mark.to, mark.segment});
    return nearest;
}

} // namespace tcpladder
