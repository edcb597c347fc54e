// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/ladder_export.h"

#include "ui/ladder/ladder_painter.h"
#include "ui/support/theme.h"

#include <QPainter>
#include <QSvgGenerator>

#include <cmath>

namespace tcpladder {

namespace {

/// A picture of the whole ladder, ready to be painted on something of its size.
struct LadderPicture
{
    LadderLayout layout;
    QSize size;
    QString title;
};

std::optional<LadderPicture> makePicture(
    const CaptureDocument& document, ConnectionId connection, const Theme& theme, const LadderPictureOptions& options)
{
    LadderRequest request;
    request.connection = connection;
    request.twoMsl = options.twoMsl;
    request.sequenceStyle = options.sequenceStyle;
    request.spacing = options.spacing;
    request.timeZoom = options.timeZoom;
    request.foldsRuns = options.foldsRuns;
    LadderReader reader;
    LadderContents contents = reader.readFrame(document, request);
    if (contents.rowCount() == 0 || contents.rowCount() > mostRowsInPicture)
        return std::nullopt;
    const LadderGeometry geometry = makeLadderGeometry({.width = std::max(options.width, narrowestLadder(options.zoom)),
        .zoom = options.zoom,
        .rowCount = contents.rowCount(),
        .segmentCount = contents.segmentCount,
        .scale = contents.scale,
        .isFixedHeight = false});
    const qreal height = geometry.headerHeight + contentHeight(geometry, contents.rowCount());
    const LadderWindow whole{.scrolled = 0, .height = height};
    reader.readRows(document, request, drawnSegments(geometry, whole, contents), contents);
    LadderLayout layout = layOutLadder(contents, geometry, whole, theme);
    const QSize size(static_cast<int>(std::ceil(geometry.width)), static_cast<int>(std::ceil(height)));
    return LadderPicture{std::move(layout), size, contents.title};
}

} // namespace

bool writeLadderSvg(QIODevice& device, const CaptureDocument& document, ConnectionId connection, const Theme& theme,
    const LadderPictureOptions& options)
{
    const auto picture = makePicture(document, connection, theme, options);
    if (!picture)
        return false;
    QSvgGenerator generator;
    generator.setOutputDevice(&device);
    generator.setSize(picture->size);
    generator.setViewBox(QRect(QPoint(), picture->size));
    generator.setTitle(picture->title);
    QPainter painter;
    if (!painter.begin(&generator))
        return false;
    LadderPainter(painter, theme, options.zoom).paint(picture->layout);
    return painter.end();
}

QImage renderLadder(
    const CaptureDocument& document, ConnectionId connection, const Theme& theme, const LadderPictureOptions& options)
{
    const auto picture = makePicture(document, connection, theme, options);
    if (!picture)
        return {};
    QImage image(picture->size, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    LadderPainter(painter, theme, options.zoom).paint(picture->layout);
    return image;
}

} // namespace tcpladder
