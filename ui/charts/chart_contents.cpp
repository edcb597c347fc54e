// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_contents.h"

#include "ui/charts/column_reduction.h"
#include "ui/charts/rate_bins.h"

namespace tcpladder {

namespace {

constexpr double roomAbove = 1.06;
constexpr double roomAside = 0.02;
constexpr double shortestTime = 1e-6; // seconds

using SentStore = SeriesStore<SentPoint>;

SeriesRole roleOf(SentKind kind)
{
    switch (kind) {
    case SentKind::Retransmitted: return SeriesRole::Retransmitted;
    case SentKind::OutOfOrder: return SeriesRole::OutOfOrder;
    case SentKind::Probe: return SeriesRole::Probe;
    case SentKind::Reset:
    case SentKind::Syn:
    case SentKind::Fin: return SeriesRole::Control;
    case SentKind::Data:
    case SentKind::Count: break;
    }
    return SeriesRole::Data;
}

char letterOf(SentKind kind)
{
    switch (kind) {
    case SentKind::Reset: return 'R';
    case SentKind::Syn: return 'S';
    case SentKind::Fin: return 'F';
    default: return 0;
    }
}

class ChartReader
{
public:
    ChartReader(const ConnectionSeries& series, const ChartRequest& request)
        : m_series(series)
        , m_direction(series.of(request.sender))
        , m_request(request)
    {
    }

    ChartContents read()
    {
        switch (m_request.kind) {
        case ChartKind::Sequence: readSequence(); break;
        case ChartKind::RoundTrip: readRoundTrips(); break;
        case ChartKind::InFlight: readInFlight(); break;
        case ChartKind::Throughput: readRates(); break;
        case ChartKind::Count: break;
        }
        return std::move(m_contents);
    }

private:
    bool isShown(SeriesRole role) const { return !m_request.hidden.contains(role); }

    double positionValue(StreamPosition position) const
    {
        return static_cast<double>(static_cast<std::int64_t>(position - m_direction.origin));
    }

    void readSequence()
    {
        const auto edge = [this](const AckPoint& point) { return positionValue(point.high()); };
        const auto acknowledged = [this](const AckPoint& point) { return positionValue(point.low()); };
        if (isShown(SeriesRole::WindowEdge))
            addSteps(SeriesRole::WindowEdge, m_direction.acks, edge);
        if (isShown(SeriesRole::Ack)) {
            addSteps(SeriesRole::Ack, m_direction.acks, acknowledged);
            addDuplicateAcks();
        }
        for (const SentKind kind : {SentKind::Data, SentKind::OutOfOrder, SentKind::Probe, SentKind::Retransmitted,
                 SentKind::Syn, SentKind::Fin, SentKind::Reset}) {
            if (isShown(roleOf(kind)))
                addSent(kind);
            if (kind == SentKind::Data && isShown(SeriesRole::Sack))
                addSacks();
        }
    }

    /// All bars of a column are one, from the lowest number to the highest: at this scale nobody could tell them apart.
    void addSent(SentKind kind)
    {
        const SentStore& store = m_direction.sentAs(kind);
        const SeriesRole role = roleOf(kind);
        for (const std::size_t i : reduceToColumns(store, m_request.time, m_request.columns)) {
            const SentPoint& point = store[i];
            m_contents.marks.push_back({role, toSeconds(point.time), positionValue(point.low()),
                positionValue(point.high()), point.segment, letterOf(kind), kind != SentKind::Data});
        }
    }

    void addDuplicateAcks()
    {
        const auto& store = m_direction.duplicateAcks;
        for (const std::size_t i : reduceToColumns(store, m_request.time, m_request.columns)) {
            const double value = positionValue(store[i].acknowledged);
            m_contents.marks.push_back(
                {SeriesRole::Ack, toSeconds(store[i].time), value, value, store[i].segment, 0, true});
        }
    }

    void addSacks()
    {
        const auto& store = m_direction.sacks;
        for (const std::size_t i : reduceToColumns(store, m_request.time, m_request.columns)) {
            m_contents.marks.push_back({SeriesRole::Sack, toSeconds(store[i].time), positionValue(store[i].left),
                positionValue(store[i].right), store[i].segment, 0, store[i].isDuplicate});
        }
    }

    void readRoundTrips()
    {
        addRoundTrips(SeriesRole::TimestampRoundTrip, m_direction.timestampRoundTrips);
        addRoundTrips(SeriesRole::AckRoundTrip, m_direction.ackRoundTrips);
    }

    void addRoundTrips(SeriesRole role, const SeriesStore<RoundTripPoint>& store)
    {
        if (!isShown(role))
            return;
        for (const std::size_t i : reduceToColumns(store, m_request.time, m_request.columns)) {
            const double value = toSeconds(store[i].roundTrip);
            m_contents.marks.push_back({role, toSeconds(store[i].time), value, value, store[i].segment, 0, true});
        }
    }

    void readInFlight()
    {
        const auto octets = [](const LevelPoint& point) { return static_cast<double>(point.octets); };
        if (isShown(SeriesRole::Window))
            addSteps(SeriesRole::Window, m_direction.window, octets);
        if (isShown(SeriesRole::InFlight))
            addSteps(SeriesRole::InFlight, m_direction.inFlight, octets);
    }

    /// A value holds until the next one comes; the last one to the end of what is known.
    template <class Point>
    void addSteps(SeriesRole role, const SeriesStore<Point>& store, auto&& valueOf)
    {
        if (store.empty())
            return;
        ChartLine line;
        line.role = role;
        const auto add = [&line](double time, double value, SegmentId segment) {
            line.points.append(QPointF(time, value));
            line.segments.push_back(segment);
        };
        const std::size_t first = store.firstAt(fromSeconds(m_request.time.from));
        if (first > 0)
            add(m_request.time.from, valueOf(store[first - 1]), store[first - 1].segment);
        for (const std::size_t i : reduceToColumns(store, m_request.time, m_request.columns)) {
            const double time = toSeconds(store[i].time);
            if (!line.points.isEmpty())
                add(time, line.points.last().y(), line.segments.back());
            add(time, valueOf(store[i]), store[i].segment);
        }
        const double end = std::min(m_request.time.to, toSeconds(m_series.duration));
        if (!line.points.isEmpty() && line.points.last().x() < end)
            add(end, line.points.last().y(), line.segments.back());
        m_contents.lines.push_back(std::move(line));
    }

    void readRates()
    {
        m_contents.averaging = averagingTime(m_direction, m_request.time, m_request.columns);
        if (isShown(SeriesRole::Throughput))
            addRates(SeriesRole::Throughput, [this](Duration time) { return payloadSentBefore(m_direction, time); });
        if (isShown(SeriesRole::Goodput))
            addRates(SeriesRole::Goodput, [this](Duration time) { return acknowledgedBefore(m_direction, time); });
    }

    void addRates(SeriesRole role, auto&& totalBefore)
    {
        ChartLine line;
        line.role = role;
        for (const RateBin& bin : rateBins(m_request.time, m_contents.averaging, m_series.duration, totalBefore)) {
            line.points << QPointF(toSeconds(bin.from), bin.rate) << QPointF(toSeconds(bin.to), bin.rate);
            line.segments.insert(line.segments.end(), 2, SegmentId());
        }
        m_contents.lines.push_back(std::move(line));
    }

    const ConnectionSeries& m_series;
    const DirectionSeries& m_direction;
    const ChartRequest& m_request;
    ChartContents m_contents;
};

/// Grows with what it is told.
struct Extent
{
    double low = std::numeric_limits<double>::max();
    double high = std::numeric_limits<double>::lowest();

    template <class Point>
    void add(const SeriesStore<Point>& store, StreamPosition origin)
    {
        if (store.empty())
            return;
        const auto found = store.extremes(0, store.size());
        low = std::min(low, static_cast<double>(static_cast<std::int64_t>(store[found.lowest].low() - origin)));
        high = std::max(high, static_cast<double>(static_cast<std::int64_t>(store[found.highest].high() - origin)));
    }

    /// In seconds, as they are drawn; their store orders them by nanoseconds.
    void addRoundTrips(const SeriesStore<RoundTripPoint>& store)
    {
        if (store.empty())
            return;
        const auto found = store.extremes(0, store.size());
        low = std::min(low, toSeconds(store[found.lowest].roundTrip));
        high = std::max(high, toSeconds(store[found.highest].roundTrip));
    }

    bool isEmpty() const { return high < low; }

    void add(const Extent& other)
    {
        low = std::min(low, other.low);
        high = std::max(high, other.high);
    }

    void addRates(const ConnectionSeries& series, const ChartRequest& request)
    {
        ChartRequest whole = request;
        whole.time = {0, std::max(toSeconds(series.duration), shortestTime)};
        for (const ChartLine& line : readChart(series, whole).lines) {
            for (const QPointF& point : line.points)
                high = std::max(high, point.y());
        }
        low = 0;
    }
};

/// Of what was sent; of the peer's window where nothing was.
Extent extentOfSent(const ConnectionSeries& series, const ChartRequest& request)
{
    const DirectionSeries& direction = series.of(request.sender);
    Extent extent;
    switch (request.kind) {
    case ChartKind::Sequence:
        for (const SentKind kind : {SentKind::Data, SentKind::Retransmitted, SentKind::OutOfOrder, SentKind::Probe,
                 SentKind::Syn, SentKind::Fin})
            extent.add(direction.sentAs(kind), direction.origin);
        break;
    case ChartKind::RoundTrip:
        extent.addRoundTrips(direction.ackRoundTrips);
        extent.addRoundTrips(direction.timestampRoundTrips);
        break;
    case ChartKind::InFlight: extent.add(direction.inFlight, 0); break;
    case ChartKind::Throughput: extent.addRates(series, request); break;
    case ChartKind::Count: break;
    }
    return extent;
}

Extent extentOfWindow(const ConnectionSeries& series, const ChartRequest& request)
{
    const DirectionSeries& direction = series.of(request.sender);
    Extent extent;
    if (request.kind == ChartKind::Sequence && !request.hidden.contains(SeriesRole::WindowEdge))
        extent.add(direction.acks, direction.origin);
    if (request.kind == ChartKind::InFlight && !request.hidden.contains(SeriesRole::Window))
        extent.add(direction.window, 0);
    return extent;
}

ChartRange rangeOf(const Extent& extent, const ConnectionSeries& series, ChartKind kind)
{
    const bool isSequence = kind == ChartKind::Sequence;
    const double smallest = kind == ChartKind::RoundTrip ? 1e-6 : 4;
    const double duration = std::max(toSeconds(series.duration), shortestTime);
    const double low = isSequence ? std::min(extent.low, 0.0) : 0;
    const double height = std::max((extent.high - low) * roomAbove, smallest);
    const double below = isSequence ? height * (roomAbove - 1) : 0;
    return {{-duration * roomAside, duration * (1 + roomAside)}, {low - below, low + height}};
}

} // namespace

std::optional<ChartExtent> chartExtent(const ConnectionSeries& series, const ChartRequest& request)
{
    constexpr double furthestWindow = 2.5; // times what was sent
    if (series.origin.load() == unknownTime)
        return {};
    Extent sent = extentOfSent(series, request);
    Extent all = sent;
    all.add(extentOfWindow(series, request));
    if (all.isEmpty())
        return {};
    if (sent.isEmpty())
        sent = all;
    Extent fitted = all;
    fitted.high = std::min(all.high, sent.low + std::max(1.0, sent.high - sent.low) * furthestWindow);
    return ChartExtent{rangeOf(fitted, series, request.kind), rangeOf(all, series, request.kind)};
}

SeriesRoles presentRoles(const ConnectionSeries& series, ChartKind kind, Side sender)
{
    const DirectionSeries& direction = series.of(sender);
    SeriesRoles present;
    const auto note = [&present](SeriesRole role, bool isThere) {
        if (isThere)
            present.insert(role);
    };
    for (std::size_t i = 0; i < direction.sent.size(); ++i)
        note(roleOf(static_cast<SentKind>(i)), !direction.sent[i].empty());
    note(SeriesRole::Ack, !direction.acks.empty());
    note(SeriesRole::WindowEdge, !direction.window.empty());
    note(SeriesRole::Sack, !direction.sacks.empty());
    note(SeriesRole::AckRoundTrip, !direction.ackRoundTrips.empty());
    note(SeriesRole::TimestampRoundTrip, !direction.timestampRoundTrips.empty());
    note(SeriesRole::InFlight, !direction.inFlight.empty());
    note(SeriesRole::Window, !direction.window.empty());
    note(SeriesRole::Throughput, payloadSentBefore(direction, Duration::max()) > 0);
    note(SeriesRole::Goodput, direction.acks.size() > 1);
    std::erase_if(present, [ofChart = rolesOf(kind)](SeriesRole role) { return !ofChart.contains(role); });
    return present;
}

ChartSize chartSize(const ConnectionSeries& series, ChartKind kind, Side sender)
{
    const DirectionSeries& direction = series.of(sender);
    ChartSize size{.duration = series.duration};
    if (kind == ChartKind::Sequence || kind == ChartKind::Throughput) {
        for (const SentStore& store : direction.sent)
            size.points += store.size();
        size.points += direction.acks.size();
    }
    if (kind == ChartKind::Sequence)
        size.points += direction.duplicateAcks.size() + direction.sacks.size();
    if (kind == ChartKind::RoundTrip)
        size.points += direction.ackRoundTrips.size() + direction.timestampRoundTrips.size();
    if (kind == ChartKind::InFlight)
        size.points += direction.inFlight.size() + direction.window.size();
    return size;
}

ChartContents readChart(const ConnectionSeries& series, const ChartRequest& request)
{
    return ChartReader(series, request).read();
}

} // namespace tcpladder
