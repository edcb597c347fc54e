// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/settings.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

namespace tcpladder {

namespace {

constexpr qsizetype mostFiles = 200; ///< of which bookmarks are kept, those changed last

const auto filesKey = QStringLiteral("bookmarks/files");

/// A file's path, size and bookmarks are one entry under a name of fixed length, since a path may hold what separates
/// keys.
QString nameOf(const QString& path)
{
    const QString absolute = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    return QString::fromLatin1(QCryptographicHash::hash(absolute.toUtf8(), QCryptographicHash::Sha1).toHex());
}

QString keyOf(const QString& name)
{
    return QStringLiteral("bookmarks/%1").arg(name);
}

} // namespace

QList<quint32> Settings::bookmarks(const QString& path) const
{
    if (path.isEmpty())
        return {};
    const QStringList entry = m_settings.value(keyOf(nameOf(path))).toStringList();
    if (entry.isEmpty() || entry.first().toLongLong() != QFileInfo(path).size())
        return {};
    QList<quint32> packets;
    for (const QString& number : entry.mid(1))
        packets << number.toUInt();
    return packets;
}

void Settings::setBookmarks(const QString& path, const QList<quint32>& packets)
{
    const QString name = nameOf(path);
    QStringList files = m_settings.value(filesKey).toStringList();
    const bool wasKnown = files.removeAll(name) > 0;
    if (packets.isEmpty() && !wasKnown)
        return;
    m_settings.remove(keyOf(name));
    if (!packets.isEmpty()) {
        QStringList entry{QString::number(QFileInfo(path).size())};
        for (const quint32 packet : packets)
            entry << QString::number(packet);
        m_settings.setValue(keyOf(name), entry);
        files.prepend(name);
    }
    for (const QString& forgotten : files.mid(mostFiles))
        m_settings.remove(keyOf(forgotten));
    m_settings.setValue(filesKey, files.mid(0, mostFiles));
}

} // namespace tcpladder
