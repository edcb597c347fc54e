// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/player.h"

#include <QTest>

using namespace tcpladder;
using namespace std::chrono_literals;

class TestPlayer : public QObject
{
    Q_OBJECT

private slots:
    void timeMovesItOnlyWhileItPlays()
    {
        Player player = ofLength(10s);
        player.advance(1s);
        QCOMPARE(player.position(), Duration(0));
        player.play();
        player.advance(1s);
        QCOMPARE(player.position(), Duration(1s));
        player.pause();
        player.advance(1s);
        QCOMPARE(player.position(), Duration(1s));
    }

    void itPausesAtItsEndAndBeginsAnewThere()
    {
        Player player = ofLength(10s);
        player.play();
        player.advance(12s);
        QVERIFY(!player.isPlaying());
        QCOMPARE(player.position(), Duration(10s));
        player.play();
        QVERIFY(player.isPlaying());
        QCOMPARE(player.position(), Duration(0));
    }

    void aLoopGoesOnWithWhatIsLeftOfTheTime()
    {
        Player player = ofLength(10s);
        player.setLoops(true);
        player.play();
        player.advance(23s);
        QVERIFY(player.isPlaying());
        QCOMPARE(player.position(), Duration(3s));
    }

    void twiceAsFastGoesTwiceAsFar()
    {
        Player player = ofLength(10s);
        player.setSpeed({.factor = 2});
        player.play();
        player.advance(1s);
        QCOMPARE(player.position(), Duration(2s));
    }

    void fittedItTakesHalfAMinuteHoweverLongItIs()
    {
        for (const Duration length : {Duration(3s), Duration(10h)}) {
            Player player = ofLength(length);
            player.setSpeed({.kind = PlaybackSpeed::Kind::Fit});
            player.play();
            player.advance(15s);
            QCOMPARE(player.position(), length / 2);
        }
    }

    void atTrueSpeedItIsAsFastAsItWas()
    {
        Player player;
        player.setFilm(10s, 4);
        player.setSpeed({.kind = PlaybackSpeed::Kind::True});
        player.play();
        player.advance(1s);
        QCOMPARE(player.position(), Duration(4s));
    }

    void itsSpeedsHaveAnEndOnBothSides()
    {
        Player player = ofLength(10s);
        for (int i = 0; i < 20; ++i)
            player.speedUp();
        QCOMPARE(player.speed().factor, 10.0);
        for (int i = 0; i < 20; ++i)
            player.slowDown();
        QCOMPARE(player.speed().factor, 0.1);
        player.speedUp();
        QCOMPARE(player.speed().factor, 0.25);
    }

    void fromAFittedSpeedTheNextFactorIsTaken()
    {
        Player player = ofLength(90s); // fitted, that is 3 times as fast
        player.setSpeed({.kind = PlaybackSpeed::Kind::Fit});
        player.speedUp();
        QCOMPARE(player.speed(), (PlaybackSpeed{.factor = 5}));
        player.setSpeed({.kind = PlaybackSpeed::Kind::Fit});
        player.slowDown();
        QCOMPARE(player.speed(), (PlaybackSpeed{.factor = 2}));
    }

    void itSeeksNoFurtherThanThereIs()
    {
        Player player = ofLength(10s);
        player.seek(20s);
        QCOMPARE(player.position(), Duration(10s));
        player.seek(-1s);
        QCOMPARE(player.position(), Duration(0));
        player.seek(8s);
        player.setFilm(5s, 1);
        QCOMPARE(player.position(), Duration(5s));
    }

    void nothingIsNotPlayed()
    {
        Player player;
        player.play();
        QVERIFY(!player.isPlaying());
    }

private:
    static Player ofLength(Duration length)
    {
        Player player;
        player.setFilm(length, 1);
        return player;
    }
};

QTEST_APPLESS_MAIN(TestPlayer)
#include "tst_player.moc"
