// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/series/series_reader.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <semaphore>
#include <stop_token>
#include <thread>

namespace tcpladder {

/// Makes the series of the selected connection in a thread of its own, and says 25 times a second at most that there is
/// more of them. What takes a moment only is there when load() returns, so that nothing flickers.
class SeriesLoader : public QObject
{
    Q_OBJECT

public:
    explicit SeriesLoader(QObject* parent = nullptr);
    ~SeriesLoader() override;

    /// The document has to stay until the next load() or stop().
    void load(const CaptureDocument& document, ConnectionId connection);
    /// The connection may have grown.
    void goOn();
    void stop();

    /// Null while nothing is loaded. May grow at any time; lives until the next load() or stop(), which `replaced`
    /// announces.
    const ConnectionSeries* series() const;

    /// Of the segments' records, then of their options; nothing when both are done.
    struct Progress
    {
        std::size_t segments = 0;
        std::size_t options = 0;
        bool isDone = true;
    };
    Progress progress() const;

signals:
    /// Behind the change: series() is another one, or null.
    void replaced();
    void grew();

private:
    struct Job;

    void start();
    static void run(Job& job, const std::stop_token& stop);
    void look();

    std::unique_ptr<Job> m_job;
    std::jthread m_worker;
    QTimer m_timer;
    std::size_t m_seen = 0; ///< segments and options that were told of
};

} // namespace tcpladder
