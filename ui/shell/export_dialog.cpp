// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/export_dialog.h"

#include "ui/support/settings.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

namespace tcpladder {

namespace {

constexpr qreal pngZoom = 2; ///< sharp on paper and on dense screens

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(export)
};

bool writePicture(QIODevice& device, bool asPng, const CaptureDocument& document, ConnectionId connection,
    const Theme& theme, LadderPictureOptions options)
{
    if (!asPng)
        return writeLadderSvg(device, document, connection, theme, options);
    options.zoom *= pngZoom;
    options.width *= pngZoom;
    const QImage image = renderLadder(document, connection, theme, options);
    return !image.isNull() && image.save(&device, "PNG");
}

} // namespace

ExportOutcome askAndExportLadder(QWidget& parent, const CaptureDocument& document, ConnectionId connection,
    const Theme& theme, Settings& settings, const LadderPictureOptions& options)
{
    const QString suggestion = settings.lastFolder() + QStringLiteral("/connection-%1.svg").arg(connection.value + 1);
    const QString path = QFileDialog::getSaveFileName(
        &parent, Words::tr("Export the ladder"), suggestion, Words::tr("Vector picture (*.svg);;Pixels (*.png)"));
    if (path.isEmpty())
        return {};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {false, path + QStringLiteral(": ") + file.errorString()};
    const bool asPng = QFileInfo(path).suffix().compare(QLatin1String("png"), Qt::CaseInsensitive) == 0;
    if (!writePicture(file, asPng, document, connection, theme, options))
        return {false, Words::tr("The connection is too long for one picture.")};
    if (!file.commit())
        return {false, path + QStringLiteral(": ") + file.errorString()};
    return {true, Words::tr("Written: %1").arg(path)};
}

} // namespace tcpladder
