// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overview_export.h"

#include "ui/export/pdf_pages.h"
#include "ui/ladder/ladder_export.h"
#include "ui/overview/overview_painter.h"
#include "ui/overview/overview_reader.h"
#include "ui/support/format_text.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QPainter>

#include <cmath>

namespace tcpladder {

namespace {

constexpr qreal usualWidth = 1000;
constexpr qreal footerHeight = 28;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(export)
};

OverviewGeometry geometryOf(const OverviewSource& source)
{
    std::size_t packets = 0;
    {
        const CaptureDocument::Reading reading(source.document);
        packets = source.document.summary().packets;
    }
    return makeOverviewGeometry({.width = usualWidth,
        .zoom = 1,
        .columns = source.hosts.shown().size(),
        .rows = source.rows.rows().size(),
        .largestNumber = packets,
        .scale = makeOverviewScale(source.document, source.rows, source.spacing, source.timeZoom)});
}

OverviewLayout layOut(
    const OverviewSource& source, const OverviewGeometry& geometry, qreal top, qreal height, const Theme& theme)
{
    const OverviewWindow window{
        .left = 0, .top = top, .width = geometry.width, .height = geometry.headerHeight + height};
    const OverviewContents contents = readOverview(
        source.document, source.rows, source.hosts, seenRows(geometry, window), seenColumns(geometry, window));
    return layOutOverview(contents, geometry, window, theme);
}

/// As wide as the paper, cut between two rows.
std::expected<void, QString> writePages(QIODevice& device, const OverviewSource& source, const Theme& theme)
{
    PdfPages pages(device, Words::tr("Overview"), LadderExportOptions::defaultPage());
    const OverviewGeometry geometry = geometryOf(source);
    const qreal scale = std::min(1.0, pages.size().width() / geometry.width);
    const QSizeF page = pages.size() / scale;
    const qreal room = page.height() - geometry.headerHeight - footerHeight;
    const qreal step = std::max(1.0, std::floor(room / geometry.rowHeight)) * geometry.rowHeight;
    const auto count = static_cast<int>(std::ceil(geometry.height() / step));
    bool isWritten = pages.begin();
    for (int i = 0; i < count && isWritten; ++i) {
        isWritten = i == 0 || pages.next();
        QPainter& painter = pages.painter();
        painter.scale(scale, scale);
        const qreal height = std::min(step, geometry.height() - i * step);
        OverviewPainter(painter, theme, 1).paint(layOut(source, geometry, i * step, height, theme));
        painter.setFont(theme.font(FontRole::Caption));
        painter.setPen(theme.color(ColorRole::SecondaryText));
        painter.drawText(QRectF(QPointF(), page), Qt::AlignRight | Qt::AlignBottom,
            Words::tr("Page %1 of %2").arg(i + 1).arg(count));
    }
    if (!pages.end() || !isWritten)
        return std::unexpected(Words::tr("The picture can't be written: %1").arg(device.errorString()));
    return {};
}

} // namespace

std::expected<Picture, QString> makeOverviewPicture(const OverviewSource& source, const Theme& theme)
{
    const std::size_t rows = source.rows.rows().size();
    if (rows > mostRowsInPicture)
        return std::unexpected(Words::tr("A picture of %1 rows is more than other programs open: "
                                         "choose PDF, which has pages, fold long runs, or hide hosts.")
                .arg(formatCount(rows)));
    const OverviewGeometry geometry = geometryOf(source);
    const auto layout = std::make_shared<const OverviewLayout>(layOut(source, geometry, 0, geometry.height(), theme));
    return Picture{Words::tr("Overview"), {geometry.width, geometry.headerHeight + geometry.height()},
        [layout, &theme](QPainter& painter) { OverviewPainter(painter, theme, 1).paint(*layout); }};
}

std::expected<void, QString> writeOverview(
    QIODevice& device, PictureFormat format, const OverviewSource& source, const Theme& theme, qreal scale)
{
    if (format == PictureFormat::Pdf)
        return writePages(device, source, theme);
    const auto picture = makeOverviewPicture(source, theme);
    if (!picture)
        return std::unexpected(picture.error());
    return writePicture(device, format, *picture, {.scale = scale, .page = {}});
}

} // namespace tcpladder
