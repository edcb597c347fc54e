// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/picture_dialog.h"

#include "ui/support/settings.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>

namespace tcpladder {

namespace {

constexpr qreal pngScale = 2; ///< sharp on paper and on dense screens

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(export)
};

/// "svg" of "Vector picture (*.svg)".
QString endingOf(const QString& filter)
{
    static const QRegularExpression pattern(QStringLiteral(R"(\*\.(\w+))"));
    return pattern.match(filter).captured(1);
}

} // namespace

ExportOutcome askAndExportPicture(
    QWidget& parent, Settings& settings, const QString& caption, const QString& name, const Picture& picture)
{
    const QString path = askForExportPath(parent, settings, caption, name, pictureFilters());
    if (path.isEmpty())
        return {};
    const auto format = pictureFormatOf(path);
    if (!format)
        return {false, Words::tr("End the name in .svg, .pdf or .png: that says what to write.")};
    return writeFile(path,
        [&](QIODevice& device) { return writePicture(device, *format, picture, {.scale = pngScale, .page = {}}); });
}

QString askForExportPath(
    QWidget& parent, Settings& settings, const QString& caption, const QString& name, const QStringList& filters)
{
    QString filter = filters.value(0);
    const QString suggestion = settings.lastFolder() + QStringLiteral("/%1.%2").arg(name, endingOf(filter));
    QString path
        = QFileDialog::getSaveFileName(&parent, caption, suggestion, filters.join(QStringLiteral(";;")), &filter);
    if (path.isEmpty() || !QFileInfo(path).suffix().isEmpty())
        return path;
    return path + u'.' + endingOf(filter);
}

QStringList pictureFilters()
{
    return {Words::tr("Vector picture (*.svg)"), Words::tr("PDF document (*.pdf)"), Words::tr("Pixels (*.png)")};
}

ExportOutcome writeFile(const QString& path, const std::function<std::expected<void, QString>(QIODevice&)>& write)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {false, path + QStringLiteral(": ") + file.errorString()};
    if (const auto written = write(file); !written)
        return {false, written.error()};
    if (!file.commit())
        return {false, path + QStringLiteral(": ") + file.errorString()};
    return {true, Words::tr("Written: %1").arg(path)};
}

} // namespace tcpladder
