// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/capture_folder.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

namespace tcpladder {

namespace {

const auto markEnding = QStringLiteral(".running");
constexpr mode_t onlyOwner = S_IRUSR | S_IWUSR;

/// Whether no process holds the mark any more.
bool isAbandoned(const QString& mark)
{
    const int descriptor = ::open(QFile::encodeName(mark).constData(), O_RDWR | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool isFree = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
    ::close(descriptor);
    return isFree;
}

/// A device may be called nearly anything.
QString fileNameOf(const QString& device)
{
    QString name = device;
    for (QChar& c : name) {
        if (!c.isLetterOrNumber() && c != QLatin1Char('.') && c != QLatin1Char('_'))
            c = QLatin1Char('-');
    }
    return name;
}

} // namespace

RunningMark::RunningMark(const QString& capture)
    : m_path(capture + markEnding)
    , m_descriptor(::open(QFile::encodeName(m_path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, onlyOwner))
{
    if (m_descriptor >= 0)
        ::flock(m_descriptor, LOCK_EX | LOCK_NB);
}

RunningMark::RunningMark(RunningMark&& other) noexcept
    : m_path(std::exchange(other.m_path, {}))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

RunningMark& RunningMark::operator=(RunningMark&& other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

RunningMark::~RunningMark()
{
    if (m_descriptor < 0)
        return;
    QFile::remove(m_path);
    ::close(m_descriptor);
}

QString captureFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/captures");
}

bool makeCaptureFolder()
{
    return QDir().mkpath(captureFolder())
        && QFile::setPermissions(captureFolder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

QString newCaptureFile(const QString& folder, const QString& device, const QDateTime& begin)
{
    const QString stem = QStringLiteral("%1/%2-%3")
                             .arg(folder, fileNameOf(device), begin.toString(QStringLiteral("yyyy-MM-dd-HHmmss")));
    QString path = stem + QStringLiteral(".pcapng");
    for (int next = 1; QFileInfo::exists(path); ++next)
        path = QStringLiteral("%1_%2.pcapng").arg(stem).arg(next);
    return path;
}

QStringList abandonedCaptures(const QString& folder)
{
    QStringList found;
    for (const QFileInfo& mark : QDir(folder).entryInfoList({QLatin1Char('*') + markEnding}, QDir::Files, QDir::Time)) {
        if (!isAbandoned(mark.filePath()))
            continue;
        const QString capture = mark.filePath().chopped(markEnding.size());
        if (QFileInfo(capture).size() > 0)
            found << capture;
        else
            forgetAbandoned(capture);
    }
    return found;
}

void forgetAbandoned(const QString& capture)
{
    QFile::remove(capture + markEnding);
}

} // namespace tcpladder
