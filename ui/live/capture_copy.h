// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <thread>

namespace tcpladder {

/// Copies a capture in a thread of its own, since captures are large. The copy gets its name when it is whole.
class CaptureCopy : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void begin(const QString& from, const QString& to);

signals:
    /// error: the system's words; empty where all went well.
    void finished(const QString& to, const QString& error);

private:
    std::jthread m_thread;
};

} // namespace tcpladder
