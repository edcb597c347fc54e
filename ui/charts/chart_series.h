// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/series/connection_series.h"
#include "ui/charts/axis_ticks.h"
#include "ui/support/theme.h"

#include <QList>

#include <set>

namespace tcpladder {

enum class ChartKind : std::uint8_t { Sequence, RoundTrip, InFlight, Throughput, Count };

/// What a chart shows beside other things, and the legend switches on and off.
enum class SeriesRole : std::uint8_t {
    Data,
    Retransmitted,
    OutOfOrder,
    Probe,
    Control, ///< SYN, FIN and RST
    Ack,     ///< duplicate ones as well
    WindowEdge,
    Sack,
    AckRoundTrip,
    TimestampRoundTrip,
    InFlight,
    Window,
    Throughput,
    Goodput,
    Count,
};

using SeriesRoles = std::set<SeriesRole>;

/// The second cue beside the colour.
enum class MarkShape : std::uint8_t { None, Dot, Ring, Cross, Triangle, Diamond, Square, Letter };

struct SeriesStyle
{
    QColor color;
    Qt::PenStyle line = Qt::NoPen;
    qreal width = 1.5;
    MarkShape mark = MarkShape::None;
};

SeriesStyle seriesStyle(SeriesRole role, const Theme& theme);

/// In the order of the legend; what comes last is drawn on top.
QList<SeriesRole> rolesOf(ChartKind kind);

/// "Time–sequence"
QString chartName(ChartKind kind);
/// "sent again"
QString seriesName(SeriesRole role);
/// One sentence.
QString seriesToolTip(SeriesRole role);

AxisUnit valueUnit(ChartKind kind);
/// What the vertical axis counts, "sequence number".
QString valueTitle(ChartKind kind);

} // namespace tcpladder
