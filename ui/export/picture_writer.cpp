// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/picture_writer.h"

#include "ui/export/pdf_pages.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QMimeData>
#include <QPainter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace tcpladder {

namespace {

constexpr double mostPixels = 4e8; ///< four bytes each

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(export)
};

using Written = std::expected<void, QString>;

QSize wholePixels(QSizeF size)
{
    return {static_cast<int>(std::ceil(size.width())), static_cast<int>(std::ceil(size.height()))};
}

Written cannotWrite(const QIODevice& device)
{
    return std::unexpected(Words::tr("The picture can't be written: %1").arg(device.errorString()));
}

Written writeSvg(QIODevice& device, const Picture& picture)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&device);
    generator.setSize(wholePixels(picture.size));
    generator.setViewBox(QRectF(QPointF(), picture.size));
    generator.setTitle(picture.title);
    QPainter painter;
    if (!painter.begin(&generator))
        return cannotWrite(device);
    picture.paint(painter);
    if (!painter.end())
        return cannotWrite(device);
    return {};
}

Written writePdf(QIODevice& device, const Picture& picture, const PictureOptions& options)
{
    PdfPages pages(device, picture.title, options.page.value_or(pageAsLargeAs(picture.size)));
    const QSizeF page = pages.size();
    const qreal scale = std::min(page.width() / picture.size.width(), page.height() / picture.size.height());
    if (!pages.begin())
        return cannotWrite(device);
    pages.painter().translate((page.width() - picture.size.width() * scale) / 2, 0);
    pages.painter().scale(scale, scale);
    picture.paint(pages.painter());
    if (!pages.end())
        return cannotWrite(device);
    return {};
}

bool isTooLarge(QSizeF pixels)
{
    return std::max(pixels.width(), pixels.height()) > longestPixels || pixels.width() * pixels.height() > mostPixels;
}

QImage toImage(const Picture& picture, qreal scale)
{
    QImage image(wholePixels(picture.size * scale), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.scale(scale, scale);
    picture.paint(painter);
    return image;
}

Written writePng(QIODevice& device, const Picture& picture, qreal scale)
{
    const QSize pixels = wholePixels(picture.size * scale);
    if (isTooLarge(picture.size * scale))
        return std::unexpected(Words::tr("A PNG of %1 × %2 pixels is more than other programs open: "
                                         "choose PDF, a smaller scale or fewer segments.")
                .arg(pixels.width())
                .arg(pixels.height()));
    const QImage image = toImage(picture, scale);
    if (image.isNull() || !image.save(&device, "PNG"))
        return cannotWrite(device);
    return {};
}

} // namespace

std::optional<PictureFormat> pictureFormatOf(const QString& path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("svg"))
        return PictureFormat::Svg;
    if (ending == QLatin1String("pdf"))
        return PictureFormat::Pdf;
    if (ending == QLatin1String("png"))
        return PictureFormat::Png;
    return std::nullopt;
}

std::expected<void, QString> writePicture(
    QIODevice& device, PictureFormat format, const Picture& picture, const PictureOptions& options)
{
    switch (format) {
    case PictureFormat::Svg: return writeSvg(device, picture);
    case PictureFormat::Pdf: return writePdf(device, picture, options);
    case PictureFormat::Png: return writePng(device, picture, options.scale);
    }
    return {};
}

std::unique_ptr<QMimeData> clipboardData(const Picture& picture, const QString& text, qreal scale)
{
    auto mime = std::make_unique<QMimeData>();
    if (!text.isEmpty())
        mime->setText(text);
    if (!isTooLarge(picture.size * scale))
        mime->setImageData(toImage(picture, scale));
    QBuffer svg;
    svg.open(QIODevice::WriteOnly);
    if (writeSvg(svg, picture))
        mime->setData(QStringLiteral("image/svg+xml"), svg.data());
    return mime;
}

} // namespace tcpladder
