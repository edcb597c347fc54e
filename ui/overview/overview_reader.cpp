// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overview_reader.h"

#include "ui/support/connection_text.h"
#include "ui/support/format_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace tcpladder {

namespace {

constexpr double usualGapHeight = 32;
constexpr double longestOverview = 2e8;
constexpr std::size_t sampledGaps = 2000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(overview)
};

QString addressText(const IpAddress& address)
{
    return QString::fromStdString(formatAddress(address));
}

QString connectionCountText(std::size_t count)
{
    return count == 1 ? Words::tr("1 connection") : Words::tr("%1 connections").arg(formatCount(count));
}

/// "len 5", "40000 → 80"
QStringList segmentParts(const CaptureDocument& document, const SegmentRecord& record)
{
    const Connection& connection = document.connection(record.connection).connection;
    QStringList parts;
    if (record.payloadLength > 0)
        parts << QStringLiteral("len %1").arg(record.payloadLength);
    parts << QStringLiteral("%1 → %2")
                 .arg(connection.endpoint(record.sender).port)
                 .arg(connection.endpoint(peerOf(record.sender)).port);
    return parts;
}

QString foldText(const OverviewRow& row)
{
    QString text = segmentCountText(row.count);
    if (row.connections > 1)
        text = Words::tr("%1 of %2").arg(text, connectionCountText(row.connections));
    return row.bytes == 0 ? text : text + QStringLiteral(", ") + formatBytes(row.bytes);
}

OverviewItem readItem(const CaptureDocument& document, const OverviewRows& rows, const HostArrangement& arrangement,
    std::size_t position, Timestamp origin)
{
    const OverviewRow& row = rows.rows()[position];
    const SegmentRecord record = document.segment(row.first);
    const OverviewRows::HostPair pair = rows.hostsOf(record.connection);
    const bool isFromA = record.sender == Side::A;
    OverviewItem item;
    item.row = position;
    item.from = arrangement.columnOf(isFromA ? pair.a : pair.b).value_or(0);
    item.to = arrangement.columnOf(isFromA ? pair.b : pair.a).value_or(0);
    item.connection = record.connection.value;
    item.isFold = row.isFold();
    item.number = QString::number(record.packet.value) + (row.isFold() ? QStringLiteral("…") : QString());
    item.time = formatElapsed(record.time, origin);
    item.isReset = !row.isFold() && record.has(TcpFlag::Rst);
    if (!row.isFold())
        item.flags = QString::fromStdString(formatFlags(record.flags()));
    item.parts = row.isFold() ? QStringList(foldText(row)) : segmentParts(document, record);
    return item;
}

/// The middle one of the first distances between two rows, in seconds.
double usualGap(const CaptureDocument& document, const OverviewRows& rows)
{
    std::vector<Duration> gaps;
    Timestamp last = unknownTime;
    for (std::size_t i = 0; i < std::min(rows.rows().size(), sampledGaps); ++i) {
        const Timestamp time = document.segment(rows.rows()[i].first).time;
        if (last != unknownTime && time > last)
            gaps.push_back(time - last);
        last = time;
    }
    if (gaps.empty())
        return 1;
    const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
    std::ranges::nth_element(gaps, middle);
    return std::chrono::duration<double>(*middle).count();
}

} // namespace

OverviewContents readOverview(const CaptureDocument& document, const OverviewRows& rows,
    const HostArrangement& arrangement, std::span<const std::size_t> seen, const ColumnRange& columns)
{
    OverviewContents contents;
    contents.firstHead = columns.first;
    for (std::size_t column = columns.first; column < columns.end; ++column) {
        const std::uint32_t host = arrangement.shown()[column];
        contents.heads.push_back({addressText(rows.hosts()[host]), connectionCountText(rows.connectionsOf(host))});
    }
    if (arrangement.hiddenCount() > 0)
        contents.note = arrangement.hiddenCount() == 1
            ? Words::tr("1 host hidden")
            : Words::tr("%1 hosts hidden").arg(formatCount(arrangement.hiddenCount()));
    const CaptureDocument::Reading reading(document);
    for (const std::size_t row : seen)
        contents.items.push_back(readItem(document, rows, arrangement, row, document.summary().firstTime));
    return contents;
}

QString overviewSentence(const CaptureDocument& document, const OverviewRows& rows, std::size_t position)
{
    const CaptureDocument::Reading reading(document);
    const OverviewRow& row = rows.rows()[position];
    const SegmentRecord record = document.segment(row.first);
    const Connection& connection = document.connection(record.connection).connection;
    const QString what = row.isFold() ? foldText(row) : QString::fromStdString(formatFlags(record.flags()));
    return Words::tr("Packet %1: %2, from %3 to %4")
        .arg(QString::number(record.packet.value), what, toText(connection.endpoint(record.sender)),
            toText(connection.endpoint(peerOf(record.sender))));
}

std::shared_ptr<TimeScale> beginOverviewScale(
    const CaptureDocument& document, const OverviewRows& rows, RowSpacing spacing, double timeZoom)
{
    if (spacing == RowSpacing::Even || rows.rows().empty())
        return {};
    const CaptureDocument::Reading reading(document);
    double pixelsPerSecond = timeZoom * usualGapHeight / usualGap(document, rows);
    const Timestamp first = document.segment(rows.rows().front().first).time;
    const Timestamp last = document.segment(rows.rows().back().first).time;
    if (spacing == RowSpacing::LinearTime && first != unknownTime && last > first)
        pixelsPerSecond
            = std::min(pixelsPerSecond, longestOverview / std::chrono::duration<double>(last - first).count());
    return std::make_shared<TimeScale>(TimeScale::Measures{.spacing = spacing, .pixelsPerSecond = pixelsPerSecond});
}

bool extendOverviewScale(
    const CaptureDocument& document, const OverviewRows& rows, std::chrono::milliseconds atMost, TimeScale& scale)
{
    constexpr std::size_t atOnce = 2'000;
    const auto latest = std::chrono::steady_clock::now() + atMost;
    const CaptureDocument::Reading reading(document);
    const auto& all = rows.rows();
    while (scale.size() < all.size() && std::chrono::steady_clock::now() < latest) {
        for (const std::size_t end = std::min(scale.size() + atOnce, all.size()); scale.size() < end;)
            scale.add(document.segment(all[scale.size()].first).time, Side::A);
    }
    return scale.size() == all.size();
}

std::shared_ptr<const TimeScale> makeOverviewScale(
    const CaptureDocument& document, const OverviewRows& rows, RowSpacing spacing, double timeZoom)
{
    const auto scale = beginOverviewScale(document, rows, spacing, timeZoom);
    while (scale && !extendOverviewScale(document, rows, std::chrono::milliseconds(10), *scale)) { }
    return scale;
}

} // namespace tcpladder
