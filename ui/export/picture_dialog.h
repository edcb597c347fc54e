// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/picture_writer.h"

class QWidget;

namespace tcpladder {

class Settings;

struct ExportOutcome
{
    bool isWritten = false;
    QString message; ///< empty when the user gave it up
};

/// Asks for a file and writes the picture to it, in the format that the name's ending says.
/// \param name of the file that is suggested, without its ending
ExportOutcome askAndExportPicture(
    QWidget& parent, Settings& settings, const QString& caption, const QString& name, const Picture& picture);

/// What the user calls it, with the ending of the chosen filter where the name has none; empty when given up.
/// \param filters as of QFileDialog, the first of which is suggested
QString askForExportPath(
    QWidget& parent, Settings& settings, const QString& caption, const QString& name, const QStringList& filters);

/// "Vector picture (*.svg)" and so on.
QStringList pictureFilters();

/// Writes beside the file and puts it in its place when whole.
ExportOutcome writeFile(const QString& path, const std::function<std::expected<void, QString>(QIODevice&)>& write);

} // namespace tcpladder
