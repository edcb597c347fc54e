// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/helper_program.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace tcpladder {

QString findCaptureHelper()
{
    const QString name = QStringLiteral("tcpladder-capture");
    const QDir here(QCoreApplication::applicationDirPath());
    for (const QString& place : {name, QStringLiteral("../libexec/tcpladder/") + name}) {
        if (QFileInfo(here.filePath(place)).isFile())
            return QDir::cleanPath(here.filePath(place));
    }
    return QStandardPaths::findExecutable(name);
}

QStringList captureArguments(const CaptureOptions& options, const QString& file)
{
    QStringList arguments{QStringLiteral("--device"), options.device, QStringLiteral("--output"), file};
    if (!options.filter.isEmpty())
        arguments << QStringLiteral("--filter") << options.filter;
    if (options.snapshotLength)
        arguments << QStringLiteral("--snap-length") << QString::number(*options.snapshotLength);
    if (!options.isPromiscuous)
        arguments << QStringLiteral("--not-promiscuous");
    if (options.isImmediate)
        arguments << QStringLiteral("--immediate");
    if (options.rotateBytes)
        arguments << QStringLiteral("--rotate-bytes") << QString::number(*options.rotateBytes);
    if (options.rotateSeconds)
        arguments << QStringLiteral("--rotate-seconds") << QString::number(*options.rotateSeconds);
    return arguments;
}

} // namespace tcpladder
