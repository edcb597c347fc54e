// SPDX-License-Identifier: GPL-3.0-or-later
// How long a frame takes while somebody scrolls and steps through a connection of a million segments. Each frame is
// what the window does between two of its pictures: take the event, read, lay out, paint. 16.7 ms is one of 60 a
// second.
#include "core/document/builder.h"
#include "core/source/open_capture.h"
#include "tests/support/capture_builder.h"
#include "tests/support/packet_builder.h"
#include "ui/ladder/ladder_view.h"
#include "ui/session/capture_session.h"
#include "ui/session/navigator.h"
#include "ui/support/settings.h"
#include "ui/support/theme.h"
#include "ui/support/theme_switch.h"

#include <QApplication>
#include <QImage>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <ctime>
#include <iostream>

using namespace tcpladder;

namespace {

constexpr std::uint32_t segments = 1'000'000;
constexpr QSize screen(1600, 1000);
constexpr double budget = 16.7; ///< milliseconds
constexpr int frames = 600;

PacketSpec dataOrAck(std::uint32_t number)
{
    PacketSpec spec;
    const bool isData = number % 3 != 2;
    spec.flags = TcpFlags(isData ? 0x018 : 0x010);
    spec.sequence = isData ? 1001 + number * 100 : 5001;
    spec.acknowledgment = isData ? 5001 : 1001 + number * 100;
    spec.optionsHex = "0101080a0000000100000002";
    if (!isData) {
        std::swap(spec.source, spec.destination);
        std::swap(spec.sourcePort, spec.destinationPort);
    }
    return spec;
}

std::shared_ptr<const CaptureDocument> makeDocument()
{
    CaptureBuilder capture;
    for (std::uint32_t i = 0; i < segments; ++i)
        capture.add(1 + i / 10'000, i % 10'000 * 100, buildEthernetPacket(dataOrAck(i)));
    auto opened = openCapture(makeMemorySource(capture.bytes()));
    auto document = std::make_shared<CaptureDocument>(opened->store);
    DocumentBuilder(*document, *opened).run({});
    return document;
}

/// The view of the million segments, as the window has it.
struct Stage
{
    Stage()
        : settings(folder.filePath(QStringLiteral("settings.ini")))
        , looks(theme, settings)
        , ladder(session, selection, theme)
    {
        session.show(makeDocument(), QStringLiteral("million"));
        selectSegmentAt(selection, *session.document(), ConnectionId(0), 0);
        ladder.resize(screen);
        ladder.show();
        QCoreApplication::processEvents();
    }

    QTemporaryDir folder;
    Settings settings;
    Theme theme;
    ThemeSwitch looks;
    CaptureSession session;
    Selection selection;
    LadderView ladder;
};

Stage& stage()
{
    static auto* const made = new Stage; // a view can't outlive the application, and nobody waits for their end
    return *made;
}

/// What a frame cost by the clock, and what of that the thread itself worked: the rest belongs to others on the
/// machine.
struct Frame
{
    double wall = 0;      ///< milliseconds
    double processor = 0; ///< milliseconds of this thread
};

double milliseconds(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

template <typename Work>
Frame timed(Work work)
{
    const Frame before{milliseconds(CLOCK_MONOTONIC), milliseconds(CLOCK_THREAD_CPUTIME_ID)};
    work();
    return {milliseconds(CLOCK_MONOTONIC) - before.wall, milliseconds(CLOCK_THREAD_CPUTIME_ID) - before.processor};
}

void report(benchmark::State& state, std::vector<Frame> taken)
{
    const auto over = [](double Frame::* time) { return [time](const Frame& frame) { return frame.*time > budget; }; };
    state.counters["over_16.7_ms"] = static_cast<double>(std::ranges::count_if(taken, over(&Frame::wall)));
    state.counters["of_own_work"] = static_cast<double>(std::ranges::count_if(taken, over(&Frame::processor)));
    state.counters["worst_own_ms"] = std::ranges::max(taken, {}, &Frame::processor).processor;
    std::ranges::sort(taken, {}, &Frame::wall);
    state.counters["median_ms"] = taken[taken.size() / 2].wall;
    state.counters["worst_ms"] = taken.back().wall;
}

/// Does the work of a frame as often as there are frames, and tells the median and the worst of them.
template <typename Work>
void measureFrames(benchmark::State& state, Work work)
{
    std::vector<Frame> taken;
    while (state.KeepRunning()) {
        taken.push_back(timed([&] { work(static_cast<int>(taken.size())); }));
        state.SetIterationTime(taken.back().wall / 1000);
    }
    report(state, std::move(taken));
}

/// Each frame is a change and a picture.
template <typename Change>
void measure(benchmark::State& state, QAbstractScrollArea& view, Change change)
{
    measureFrames(state, [&](int frame) {
        change(frame);
        view.viewport()->repaint();
    });
}

/// What the machine makes of frames that are the same work each, and none of ours: beside it the others are to be read.
void fillPictures(benchmark::State& state)
{
    constexpr int fillsLikeOneFrame = 12;
    QImage picture(screen, QImage::Format_RGB32);
    measureFrames(state, [&](int frame) {
        for (int i = 0; i < fillsLikeOneFrame; ++i)
            picture.fill(static_cast<uint>(frame + i));
    });
}

void press(QWidget& view, int key)
{
    QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
    QCoreApplication::sendEvent(&view, &event);
}

void setLook(RowSpacing spacing, bool folds)
{
    LadderLook look;
    look.spacing = spacing;
    look.foldsRuns = folds;
    stage().ladder.setLook(look);
}

void scrollLadder(benchmark::State& state, RowSpacing spacing, bool folds)
{
    setLook(spacing, folds);
    QScrollBar& bar = *stage().ladder.verticalScrollBar();
    bar.setValue(bar.maximum() / 2);
    measure(state, stage().ladder, [&bar](int) { bar.setValue(bar.value() + 3); });
}

void jumpInLadder(benchmark::State& state, RowSpacing spacing)
{
    setLook(spacing, false);
    QScrollBar& bar = *stage().ladder.verticalScrollBar();
    measure(
        state, stage().ladder, [&bar](int frame) { bar.setValue(bar.maximum() / frames * (frame * 7919 % frames)); });
}

void stepInLadder(benchmark::State& state, RowSpacing spacing)
{
    setLook(spacing, false);
    selectSegmentAt(stage().selection, *stage().session.document(), ConnectionId(0), segments / 2);
    measure(state, stage().ladder, [](int) { press(stage().ladder, Qt::Key_Down); });
}

template <typename... Values>
void add(const char* name, void (*run)(benchmark::State&, Values...), std::type_identity_t<Values>... values)
{
    benchmark::RegisterBenchmark(name, run, values...)
        ->Iterations(frames)
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    add("an image filled twelve times", fillPictures);
    add("ladder, even rows: scroll", scrollLadder, RowSpacing::Even, false);
    add("ladder, folded runs: scroll", scrollLadder, RowSpacing::Even, true);
    add("ladder, folded time: scroll", scrollLadder, RowSpacing::FoldedTime, false);
    add("ladder, even rows: jump", jumpInLadder, RowSpacing::Even);
    add("ladder, linear time: jump", jumpInLadder, RowSpacing::LinearTime);
    add("ladder, even rows: step", stepInLadder, RowSpacing::Even);
    add("ladder, folded time: step", stepInLadder, RowSpacing::FoldedTime);
    benchmark::Initialize(&argc, argv);
    std::cout << segments << " segments, " << screen.width() << " x " << screen.height() << '\n';
    stage();
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
