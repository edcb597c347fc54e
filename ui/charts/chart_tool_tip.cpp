// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_tool_tip.h"

#include "core/document/segment_number.h"
#include "ui/support/format_number.h"
#include "ui/support/format_text.h"

#include <QCoreApplication>

#include <cmath>

namespace tcpladder {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(charts)
};

QString octets(double value)
{
    return formatNumber(value, 0);
}

QString valuesOf(const NearestPoint& point)
{
    switch (point.role) {
    case SeriesRole::AckRoundTrip:
    case SeriesRole::TimestampRoundTrip: return formatDuration(fromSeconds(point.to));
    case SeriesRole::InFlight:
    case SeriesRole::Window: return formatBytes(static_cast<std::uint64_t>(std::max(0.0, point.to)));
    case SeriesRole::Throughput:
    case SeriesRole::Goodput: return formatRate(point.to);
    default: break;
    }
    if (point.from == point.to)
        return octets(point.to);
    return Words::tr("%1 to %2, %3")
        .arg(octets(point.from), octets(point.to),
            formatBytes(static_cast<std::uint64_t>(std::llround(point.to - point.from))));
}

} // namespace

QString chartToolTip(const CaptureDocument& document, const NearestPoint& point)
{
    const QString time = formatElapsed(Timestamp(fromSeconds(point.time)), Timestamp(Duration::zero()));
    QString heading = Words::tr("%1 s").arg(time);
    if (point.segment.isValid()) {
        const CaptureDocument::Reading reading(document);
        heading = Words::tr("Segment %1 · %2 s").arg(segmentNumber(document, point.segment)).arg(time);
    }
    return QStringLiteral("<qt><b>%1</b><br/>%2: %3</qt>")
        .arg(heading.toHtmlEscaped(), seriesName(point.role).toHtmlEscaped(), valuesOf(point).toHtmlEscaped());
}

} // namespace tcpladder
