// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/playback_timeline.h"

#include <QTest>

using namespace tcpladder;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp begin{1000s};

/// A round trip of 100 ms is two seconds of film: 20 times slower than it was.
PlaybackTimeline makeTimeline(std::initializer_list<Duration> times)
{
    PlaybackTimeline timeline({.pixelsPerSecond = 1100});
    for (const Duration time : times)
        timeline.add(begin + time, Side::A);
    return timeline;
}

} // namespace

class TestPlaybackTimeline : public QObject
{
    Q_OBJECT

private slots:
    void whatWasCloseIsPlayedInItsOwnRhythm()
    {
        const PlaybackTimeline timeline = makeTimeline({0ms, 50ms, 150ms});
        QCOMPARE(timeline.startOf(1), Duration(1s));
        QCOMPARE(timeline.startOf(2), Duration(3s));
        QCOMPARE(timeline.trueSpeed(), 20.0);
    }

    void betweenTwoSegmentsTheClockRuns()
    {
        const PlaybackTimeline timeline = makeTimeline({0ms, 50ms, 150ms});
        QCOMPARE(timeline.momentAt(0s), begin);
        QCOMPARE(timeline.momentAt(2s), begin + 100ms);
        QCOMPARE(timeline.segmentAt(2s), std::size_t(1));
        QVERIFY(!timeline.shortenedAt(2s));
    }

    void aSegmentIsPlayedAtItsVeryStart()
    {
        const PlaybackTimeline timeline = makeTimeline({0ms, 33ms, 77ms, 133ms});
        for (std::size_t i = 0; i < 4; ++i)
            QCOMPARE(timeline.segmentAt(timeline.startOf(i)), i);
    }

    void aNightOfSilenceIsShort()
    {
        const PlaybackTimeline timeline = makeTimeline({0ms, 50ms, 8h});
        const Duration silence = timeline.startOf(2) - timeline.startOf(1);
        QVERIFY(silence < 2s);
        const auto shortened = timeline.shortenedAt(timeline.startOf(1) + silence / 2);
        QVERIFY(shortened);
        QCOMPARE(shortened->lasts, Duration(8h - 50ms));
        QVERIFY(!shortened->isRunOut);
        const Timestamp middle = timeline.momentAt(timeline.startOf(1) + silence / 2);
        QVERIFY(middle > begin + 3h && middle < begin + 5h);
        QVERIFY(!timeline.shortenedAt(timeline.startOf(1)));
        QVERIFY(!timeline.shortenedAt(timeline.startOf(2)));
    }

    void timeWaitRunsOutBehindTheLastSegment()
    {
        PlaybackTimeline timeline = makeTimeline({0ms, 50ms});
        const Duration without = timeline.length();
        timeline.setEnd(begin + 60s);
        QVERIFY(timeline.length() > without);
        QVERIFY(timeline.length() <= timeline.startOf(1) + 6s);
        QCOMPARE(timeline.momentAt(timeline.length()), begin + 60s);
        const auto shortened = timeline.shortenedAt(timeline.length() - 1s);
        QVERIFY(shortened && shortened->isRunOut);
    }

    void momentAndPositionLeadToEachOther()
    {
        PlaybackTimeline timeline = makeTimeline({0ms, 50ms, 150ms, 9s});
        timeline.setEnd(begin + 69s);
        for (Duration at = 0s; at < timeline.length(); at += 130ms) {
            const Duration back = timeline.positionOf(timeline.momentAt(at));
            QVERIFY2(std::chrono::abs(back - at) < 1us, qPrintable(QString::number(at.count())));
        }
    }

    void aClockThatGoesBackDoesNotPlayBackwards()
    {
        const PlaybackTimeline timeline = makeTimeline({0ms, 50ms, 20ms, 60ms});
        Timestamp last = begin;
        for (Duration at = 0s; at < timeline.length(); at += 40ms) {
            QVERIFY(timeline.momentAt(at) >= last);
            last = timeline.momentAt(at);
        }
    }

    void withoutTimesTheSegmentsAreThereStill()
    {
        PlaybackTimeline timeline({.pixelsPerSecond = 1100});
        for (int i = 0; i < 3; ++i)
            timeline.add(unknownTime, Side::A);
        QCOMPARE(timeline.segmentAt(0s), std::size_t(2));
        QCOMPARE(timeline.momentAt(0s), unknownTime);
        QVERIFY(timeline.length() > 0s);
    }

    void itGrowsWithItsConnection()
    {
        PlaybackTimeline timeline = makeTimeline({0ms, 50ms});
        const Duration before = timeline.length();
        timeline.add(begin + 100ms, Side::B);
        QCOMPARE(timeline.length(), before + 1s);
    }
};

QTEST_APPLESS_MAIN(TestPlaybackTimeline)
#include "tst_playback_timeline.moc"
