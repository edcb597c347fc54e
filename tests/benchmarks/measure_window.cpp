// SPDX-License-Identifier: GPL-3.0-or-later
// How the whole window answers while it opens a capture, and when it is open: measure_window FILE
#include "ui/charts/chart_panel.h"
#include "ui/find/find_bar.h"
#include "ui/ladder/ladder_view.h"
#include "ui/models/connection_model.h"
#include "ui/overview/overview_view.h"
#include "ui/panels/connection_panel.h"
#include "ui/shell/actions.h"
#include "ui/shell/dock_panel.h"
#include "ui/shell/main_window.h"
#include "ui/support/settings.h"
#include "ui/support/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace tcpladder;

namespace {

constexpr QSize screen(1600, 1000);
constexpr int frames = 200;

double since(const QElapsedTimer& clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

/// How late a timer comes is how long a click would have waited.
class PauseMeter : public QObject
{
public:
    PauseMeter()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_longest = std::max(m_longest, since(m_clock));
            m_clock.start();
        });
        m_clock.start();
        m_timer.start(2);
    }

    double longest() const { return m_longest; }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_longest = 0;
};

class Measurement
{
public:
    explicit Measurement(const QString& file)
        : m_file(file)
        , m_settings(m_folder.filePath(QStringLiteral("settings.ini")))
        , m_window(m_theme, m_settings)
    {
        m_window.resize(screen);
        m_window.show();
        QCoreApplication::processEvents();
    }

    void run()
    {
        load();
        cancelALoad();
        load();
        sortAndFilter();
        stepThroughTheLadder();
        find();
        showOverview();
        showCharts();
    }

private:
    static void waitUntil(const std::function<bool()>& isDone)
    {
        while (!isDone())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

    bool isLoading() const { return m_window.session().state() == CaptureSession::State::Loading; }

    void load()
    {
        auto& list = *m_window.findChild<ConnectionPanel*>()->findChild<QListView*>();
        QElapsedTimer clock;
        clock.start();
        m_window.openFile(m_file);
        const PauseMeter pauses;
        waitUntil([&] { return list.model()->rowCount() > 0; });
        m_window.repaint();
        const double first = since(clock);
        waitUntil([&] { return !isLoading(); });
        std::printf("first connections on the screen after %.0f ms, all loaded after %.0f ms, longest pause %.0f ms\n",
            first, since(clock), pauses.longest());
    }

    void cancelALoad()
    {
        m_window.openFile(m_file);
        QElapsedTimer clock;
        clock.start();
        waitUntil([&] { return clock.elapsed() > 200 || !isLoading(); });
        clock.start();
        QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_window, &escape);
        waitUntil([&] { return !isLoading(); });
        std::printf("cancelled after %.0f ms\n", since(clock));
    }

    void sortAndFilter()
    {
        auto& panel = *m_window.findChild<ConnectionPanel*>();
        auto& model = *panel.findChild<ConnectionModel*>();
        double slowest = 0;
        for (int column = 0; column < model.columnCount(); ++column) {
            QElapsedTimer clock;
            clock.start();
            model.sort(column, Qt::DescendingOrder);
            slowest = std::max(slowest, since(clock));
        }
        std::printf("%d connections: slowest sort %.0f ms", model.rowCount(), slowest);
        double slowestFilter = 0;
        double longestPause = 0;
        for (const char* text : {"1", "19", "19 tim", "19 time_w", ""}) {
            QElapsedTimer clock;
            clock.start();
            const PauseMeter pauses;
            model.setFilter(QString::fromLatin1(text));
            waitUntil([&] { return !model.isFiltering(); });
            slowestFilter = std::max(slowestFilter, since(clock));
            longestPause = std::max(longestPause, pauses.longest());
        }
        std::printf(", slowest filter %.0f ms, longest pause %.0f ms\n", slowestFilter, longestPause);
    }

    void measureFrames(const char* what, const std::function<void(int)>& act)
    {
        std::vector<double> times;
        for (int i = 0; i < frames; ++i) {
            QElapsedTimer clock;
            clock.start();
            act(i);
            QCoreApplication::processEvents();
            times.push_back(since(clock));
        }
        std::ranges::sort(times);
        std::printf("%s: median %.1f ms, worst %.1f ms\n", what, times[times.size() / 2], times.back());
    }

    void stepThroughTheLadder()
    {
        auto& model = *m_window.findChild<ConnectionModel*>();
        model.sort(static_cast<int>(ConnectionModel::Column::Segments), Qt::DescendingOrder);
        auto& list = *m_window.findChild<ConnectionPanel*>()->findChild<QListView*>();
        QElapsedTimer clock;
        clock.start();
        list.setCurrentIndex(model.index(0, 0));
        QCoreApplication::processEvents();
        std::printf("longest connection shown after %.0f ms\n", since(clock));
        auto& actions = *m_window.findChild<Actions*>();
        QScrollBar& bar = *m_window.findChild<LadderView*>()->verticalScrollBar();
        measureFrames("scroll by a page", [&](int) { bar.triggerAction(QAbstractSlider::SliderPageStepAdd); });
        measureFrames("jump", [&](int i) { bar.setValue(bar.maximum() / frames * (i * 7 % frames)); });
        measureFrames("step", [&](int) { actions.nextSegment->trigger(); });
        measureFrames(
            "first and last", [&](int i) { (i % 2 ? actions.firstSegment : actions.lastSegment)->trigger(); });
    }

    /// What is nowhere takes the longest: all segments are asked.
    void find()
    {
        m_window.findChild<Actions*>()->firstSegment->trigger();
        m_window.findChild<Actions*>()->find->trigger();
        auto& bar = *m_window.findChild<FindBar*>();
        QLabel& state = *bar.findChild<QLabel*>(QStringLiteral("found"));
        for (const char* text : {"fin", "zzz"}) {
            QElapsedTimer clock;
            clock.start();
            const PauseMeter pauses;
            bar.findChild<QLineEdit*>()->setText(QString::fromLatin1(text));
            waitUntil([&] { return !state.text().isEmpty() && !state.text().contains(QChar(0x2026)); });
            std::printf("found \"%s\": %s after %.0f ms, longest pause %.0f ms\n", text, qPrintable(state.text()),
                since(clock), pauses.longest());
        }
    }

    void showOverview()
    {
        auto& actions = *m_window.findChild<Actions*>();
        QElapsedTimer clock;
        clock.start();
        const PauseMeter pauses;
        auto& overview = *m_window.findChild<OverviewView*>();
        actions.showOverview->trigger();
        waitUntil([&] { return !overview.isReading(); });
        std::printf("overview after %.0f ms, longest pause %.0f ms\n", since(clock), pauses.longest());
        QScrollBar& bar = *overview.verticalScrollBar();
        measureFrames("overview, jump", [&](int i) { bar.setValue(bar.maximum() / frames * (i * 7 % frames)); });
        measureFrames("overview, step", [&](int) { actions.nextSegment->trigger(); });
        actions.showOverview->trigger();
    }

    void showCharts()
    {
        auto& charts = *m_window.findChild<ChartPanel*>();
        QString detail; // "5,000,000 segments, reading: 40 %"
        QObject::connect(
            &charts, &ChartPanel::detailChanged, &charts, [&detail](const QString& text) { detail = text; });
        QElapsedTimer clock;
        clock.start();
        const PauseMeter pauses;
        for (DockPanel* dock : m_window.findChildren<DockPanel*>(QStringLiteral("charts"))) {
            dock->show();
            dock->raise();
        }
        waitUntil([&] { return charts.picture().has_value(); });
        m_window.repaint();
        const double begun = since(clock);
        waitUntil([&] { return !detail.isEmpty() && !detail.contains(QLatin1Char(':')); });
        std::printf("chart begun after %.0f ms, whole after %.0f ms, longest pause %.0f ms\n", begun, since(clock),
            pauses.longest());
    }

    QString m_file;
    QTemporaryDir m_folder;
    Theme m_theme;
    Settings m_settings;
    MainWindow m_window;
};

} // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    if (argc != 2) {
        std::puts("usage: measure_window FILE");
        return 2;
    }
    Measurement(QString::fromLocal8Bit(argv[1])).run();
    return 0;
}
