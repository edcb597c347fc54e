// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPageLayout>
#include <QSizeF>
#include <QString>

#include <expected>
#include <functional>
#include <memory>
#include <optional>

class QIODevice;
class QMimeData;
class QPainter;

namespace tcpladder {

enum class PictureFormat : std::uint8_t { Svg, Pdf, Png };

/// By the ending of a file's name; nothing where it names no picture.
std::optional<PictureFormat> pictureFormatOf(const QString& path);

/// A picture that knows how to paint itself: on a screen, into a file and onto the clipboard alike.
struct Picture
{
    QString title;                        ///< that viewers show
    QSizeF size;                          ///< in pixels of a screen at scale 1
    std::function<void(QPainter&)> paint; ///< inside (0, 0, size)
};

struct PictureOptions
{
    qreal scale = 1;                 ///< of a PNG: pixels for each pixel of the picture
    std::optional<QPageLayout> page; ///< of a PDF, which the picture is fitted to; else the page is as large as it
};

/// Sides of a PNG that Qt can paint and that other programs open.
inline constexpr int longestPixels = 32'767;

/// Needs a QGuiApplication, for its fonts. The error is a sentence for the user.
std::expected<void, QString> writePicture(
    QIODevice& device, PictureFormat format, const Picture& picture, const PictureOptions& options = {});

/// For the clipboard: as pixels, as SVG for drawing programs, and the text for everything else. The pixels are left out
/// where there would be too many.
std::unique_ptr<QMimeData> clipboardData(const Picture& picture, const QString& text, qreal scale = 2);

} // namespace tcpladder
