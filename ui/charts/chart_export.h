// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_scene.h"
#include "ui/export/picture_writer.h"

#include <map>

namespace tcpladder {

/// One direction of a picture.
struct PictureChart
{
    Side sender = Side::A;
    QString title; ///< "A → B"
    ChartRange range;
    ChartCross cross;
};

struct ChartPictureRequest
{
    QString title; ///< the connection
    ChartKind kind = ChartKind::Sequence;
    std::vector<PictureChart> charts; ///< below each other
    SeriesRoles hidden;
    QList<SeriesRole> roles; ///< of the legend
    std::map<SeriesRole, QString> notes;
};

/// The charts with a title and a legend. Series and theme are used whenever it is painted.
Picture chartPicture(const ConnectionSeries& series, const ChartPictureRequest& request, const Theme& theme);

} // namespace tcpladder
