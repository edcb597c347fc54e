// SPDX-License-Identifier: GPL-3.0-or-later
// The window under load, run by measure_live.py. Says CAPTURING when segments may come, ends when its standard input
// does, and prints what was captured, what was lost, and how long the window ever kept its user waiting.
#include "ui/live/live_capture.h"
#include "ui/shell/actions.h"
#include "ui/shell/main_window.h"
#include "ui/support/settings.h"
#include "ui/support/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPainter>
#include <QSocketNotifier>
#include <QTimer>

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace tcpladder;

namespace {

constexpr std::chrono::milliseconds tick(5);

/// How late a timer comes is how long a click would have waited.
class PauseMeter : public QObject
{
public:
    PauseMeter()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this,
            [this] { m_pauses.push_back(m_clock.nsecsElapsed() / 1e6), m_clock.start(); });
    }

    void start()
    {
        m_clock.start();
        m_timer.start(tick);
    }

    void print()
    {
        std::ranges::sort(m_pauses);
        const auto over = m_pauses.end() - std::ranges::upper_bound(m_pauses, 100.0);
        std::printf("longest pause %.0f ms, 99 of 100 under %.0f ms, over 100 ms: %td\n", m_pauses.back(),
            m_pauses[m_pauses.size() * 99 / 100], over);
    }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    std::vector<double> m_pauses;
};

QAction* stopAction(const MainWindow& window)
{
    return window.findChild<Actions*>()->stopCapture;
}

} // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    Theme theme;
    Settings settings;
    MainWindow window(theme, settings);
    window.show();
    window.startCapture({.device = "ladder0", .filter = "tcp"});
    PauseMeter pauses;
    QTimer start;
    QObject::connect(&start, &QTimer::timeout, &window, [&] {
        if (!window.session().isFollowing())
            return;
        start.stop();
        pauses.start();
        std::puts("CAPTURING");
        std::fflush(stdout);
    });
    start.start(50);
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &window, [&] {
        input.setEnabled(false);
        stopAction(window)->trigger();
    });
    QObject::connect(&window.session(), &CaptureSession::stateChanged, &window, [&] {
        if (window.session().state() == CaptureSession::State::Complete)
            QTimer::singleShot(0, &window, &QApplication::quit);
    });
    QApplication::exec();
    const HelperCounts& counts = window.live().counts();
    std::printf("captured %llu, dropped %llu, on ladders %zu\n", counts.written, counts.dropped,
        window.session().document()->segmentCount());
    pauses.print();
    return 0;
}
