// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/selection.h"

#include <QSignalSpy>
#include <QTest>

using namespace tcpladder;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp noon(12h);

SegmentChoice choice(std::size_t connection, std::size_t segment, Timestamp time = noon)
{
    return {ConnectionId(connection), SegmentId(segment), time};
}

} // namespace

class TestSelection : public QObject
{
    Q_OBJECT

private slots:
    void aSegmentBringsItsConnectionAndItsTime()
    {
        Selection selection;
        QSignalSpy connections(&selection, &Selection::connectionChanged);
        QSignalSpy segments(&selection, &Selection::segmentChanged);
        selection.selectSegment(choice(2, 7));
        QCOMPARE(selection.connection(), ConnectionId(2));
        QCOMPARE(selection.segment(), SegmentId(7));
        QCOMPARE(selection.moment(), noon);
        QCOMPARE(connections.count(), 1);
        QCOMPARE(segments.count(), 1);
        selection.selectSegment(choice(2, 8));
        QCOMPARE(connections.count(), 1);
        QCOMPARE(segments.count(), 2);
    }

    void theSameSegmentAgainSaysNothing()
    {
        Selection selection;
        selection.selectSegment(choice(2, 7));
        QSignalSpy segments(&selection, &Selection::segmentChanged);
        QSignalSpy moments(&selection, &Selection::momentChanged);
        selection.selectSegment(choice(2, 7));
        QCOMPARE(segments.count() + moments.count(), 0);
    }

    void everythingIsChangedBeforeTheFirstSignal()
    {
        Selection selection;
        SegmentId seen;
        connect(&selection, &Selection::connectionChanged, this, [&] { seen = selection.segment(); });
        selection.selectSegment(choice(2, 7));
        QCOMPARE(seen, SegmentId(7));
    }

    void aPickedMomentLastsUntilTheNextSegment()
    {
        Selection selection;
        selection.selectSegment(choice(0, 1));
        selection.selectMoment(noon + 20s);
        QVERIFY(selection.hasOwnMoment());
        QCOMPARE(selection.moment(), noon + 20s);
        QCOMPARE(selection.segment(), SegmentId(1));
        selection.selectSegment(choice(0, 2, noon + 1s));
        QVERIFY(!selection.hasOwnMoment());
        QCOMPARE(selection.moment(), noon + 1s);
    }

    void theFieldUnderTheCursorHidesTheChosenOneOnlyWhileItIsThere()
    {
        Selection selection;
        const FieldChoice flags{HeaderField::TcpFlags};
        const FieldChoice window{HeaderField::TcpWindow};
        selection.chooseField(flags);
        QSignalSpy fields(&selection, &Selection::fieldChanged);
        selection.hoverField(window);
        QCOMPARE(selection.field(), window);
        QCOMPARE(selection.chosenField(), flags);
        selection.hoverField(std::nullopt);
        QCOMPARE(selection.field(), flags);
        QCOMPARE(fields.count(), 2);
    }

    void clearingForgetsAllButTheTimer()
    {
        Selection selection;
        selection.setTwoMsl(240s);
        selection.selectSegment(choice(1, 1));
        selection.chooseField(FieldChoice{HeaderField::TcpFlags});
        selection.clear();
        QVERIFY(!selection.connection().isValid());
        QVERIFY(!selection.segment().isValid());
        QVERIFY(!selection.field());
        QCOMPARE(selection.moment(), unknownTime);
        QCOMPARE(selection.twoMsl(), Duration(240s));
    }
};

QTEST_GUILESS_MAIN(TestSelection)
#include "tst_selection.moc"
