// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace tcpladder {

/// Says that a capture is being written, as long as the process lives that made it: the kernel lets go of the lock when
/// it dies, however that happens, and the file tells the next start which capture was cut short.
class RunningMark
{
public:
    explicit RunningMark(const QString& capture);
    RunningMark(RunningMark&& other) noexcept;
    RunningMark& operator=(RunningMark&& other) noexcept;
    /// The capture ended as it should.
    ~RunningMark();

private:
    QString m_path;
    int m_descriptor = -1;
};

/// Where live captures go; it need not be there yet.
QString captureFolder();

/// The same, made so that only this user can look into it; whether that went well.
bool makeCaptureFolder();

/// A file for a new capture, which is not there yet.
QString newCaptureFile(const QString& folder, const QString& device, const QDateTime& begin);

/// Captures of windows that are gone without having ended them, the latest first.
QStringList abandonedCaptures(const QString& folder);

/// The user knows of it; it isn't offered again. The capture stays.
void forgetAbandoned(const QString& capture);

} // namespace tcpladder
