// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_series.h"

#include <QCoreApplication>

namespace tcpladder {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(charts)
};

} // namespace

SeriesStyle seriesStyle(SeriesRole role, const Theme& theme)
{
    switch (role) {
    case SeriesRole::Data: return {theme.segmentKind(SegmentKind::Data), Qt::SolidLine, 1.5, MarkShape::None};
    case SeriesRole::Retransmitted: return {theme.color(ColorRole::ErrorMark), Qt::SolidLine, 2.5, MarkShape::Cross};
    case SeriesRole::OutOfOrder: return {theme.color(ColorRole::WarningMark), Qt::SolidLine, 2, MarkShape::Triangle};
    case SeriesRole::Probe: return {theme.segmentKind(SegmentKind::Other), Qt::SolidLine, 2, MarkShape::Square};
    case SeriesRole::Control: return {theme.color(ColorRole::Text), Qt::SolidLine, 1.5, MarkShape::Letter};
    case SeriesRole::Ack: return {theme.color(ColorRole::Accent), Qt::SolidLine, 1.5, MarkShape::Ring};
    case SeriesRole::WindowEdge:
    case SeriesRole::Window: return {theme.color(ColorRole::SecondaryText), Qt::DashLine, 1.5, MarkShape::None};
    case SeriesRole::Sack: return {theme.color(ColorRole::SideB), Qt::SolidLine, 3, MarkShape::Square};
    case SeriesRole::AckRoundTrip: return {theme.segmentKind(SegmentKind::Data), Qt::NoPen, 1.5, MarkShape::Dot};
    case SeriesRole::TimestampRoundTrip: return {theme.color(ColorRole::SideB), Qt::NoPen, 1.5, MarkShape::Diamond};
    case SeriesRole::InFlight:
    case SeriesRole::Throughput: return {theme.segmentKind(SegmentKind::Data), Qt::SolidLine, 1.5, MarkShape::None};
    case SeriesRole::Goodput: return {theme.color(ColorRole::Accent), Qt::DashLine, 2, MarkShape::None};
    case SeriesRole::Count: break;
    }
    return {};
}

QList<SeriesRole> rolesOf(ChartKind kind)
{
    switch (kind) {
    case ChartKind::Sequence:
        return {SeriesRole::WindowEdge, SeriesRole::Ack, SeriesRole::Data, SeriesRole::Sack, SeriesRole::OutOfOrder,
            SeriesRole::Probe, SeriesRole::Retransmitted, SeriesRole::Control};
    case ChartKind::RoundTrip: return {SeriesRole::TimestampRoundTrip, SeriesRole::AckRoundTrip};
    case ChartKind::InFlight: return {SeriesRole::Window, SeriesRole::InFlight};
    case ChartKind::Throughput: return {SeriesRole::Throughput, SeriesRole::Goodput};
    case ChartKind::Count: break;
    }
    return {};
}

QString chartName(ChartKind kind)
{
    switch (kind) {
    case ChartKind::Sequence: return Words::tr("Time–sequence");
    case ChartKind::RoundTrip: return Words::tr("Round trip");
    case ChartKind::InFlight: return Words::tr("In flight");
    case ChartKind::Throughput: return Words::tr("Throughput");
    case ChartKind::Count: break;
    }
    return {};
}

QString seriesName(SeriesRole role)
{
    switch (role) {
    case SeriesRole::Data: return Words::tr("data");
    case SeriesRole::Retransmitted: return Words::tr("sent again");
    case SeriesRole::OutOfOrder: return Words::tr("out of order");
    case SeriesRole::Probe: return Words::tr("probe");
    case SeriesRole::Control: return QStringLiteral("SYN, FIN, RST");
    case SeriesRole::Ack: return Words::tr("ACK");
    case SeriesRole::WindowEdge: return Words::tr("window edge");
    case SeriesRole::Sack: return QStringLiteral("SACK");
    case SeriesRole::AckRoundTrip: return Words::tr("by acknowledgment");
    case SeriesRole::TimestampRoundTrip: return Words::tr("by timestamp");
    case SeriesRole::InFlight: return Words::tr("in flight");
    case SeriesRole::Window: return Words::tr("peer's window");
    case SeriesRole::Throughput: return Words::tr("throughput");
    case SeriesRole::Goodput: return Words::tr("goodput");
    case SeriesRole::Count: break;
    }
    return {};
}

QString seriesToolTip(SeriesRole role)
{
    switch (role) {
    case SeriesRole::Data: return Words::tr("Segments, from their first sequence number to their last");
    case SeriesRole::Retransmitted: return Words::tr("Segments that were sent again");
    case SeriesRole::OutOfOrder: return Words::tr("Segments that others overtook");
    case SeriesRole::Probe: return Words::tr("Keep-alives and zero-window probes");
    case SeriesRole::Control: return Words::tr("S, F and R mark segments with SYN, FIN and RST");
    case SeriesRole::Ack: return Words::tr("How far the peer has acknowledged; a ring for each duplicate ACK");
    case SeriesRole::WindowEdge: return Words::tr("How far the peer's window allows to send");
    case SeriesRole::Sack: return Words::tr("What the peer has received behind a gap");
    case SeriesRole::AckRoundTrip: return Words::tr("From data that was sent once to its acknowledgment (Karn's rule)");
    case SeriesRole::TimestampRoundTrip: return Words::tr("From a segment to the ACK that echoes its timestamp");
    case SeriesRole::InFlight: return Words::tr("Bytes sent and not acknowledged");
    case SeriesRole::Window: return Words::tr("Bytes that the peer is ready to receive");
    case SeriesRole::Throughput: return Words::tr("Payload sent, with what was sent again");
    case SeriesRole::Goodput: return Words::tr("What the peer acknowledged for the first time");
    case SeriesRole::Count: break;
    }
    return {};
}

AxisUnit valueUnit(ChartKind kind)
{
    switch (kind) {
    case ChartKind::RoundTrip: return AxisUnit::Time;
    case ChartKind::Throughput: return AxisUnit::Rate;
    case ChartKind::Sequence:
    case ChartKind::InFlight:
    case ChartKind::Count: break;
    }
    return AxisUnit::Octets;
}

QString valueTitle(ChartKind kind)
{
    switch (kind) {
    case ChartKind::Sequence: return Words::tr("sequence number");
    case ChartKind::RoundTrip: return Words::tr("round-trip time");
    case ChartKind::InFlight: return Words::tr("bytes");
    case ChartKind::Throughput: return Words::tr("bytes per second");
    case ChartKind::Count: break;
    }
    return {};
}

} // namespace tcpladder
