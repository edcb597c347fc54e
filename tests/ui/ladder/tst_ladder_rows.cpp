// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/ladder_rows.h"

#include <QTest>

#include <array>

using namespace tcpladder;

namespace {

/// Segments 3 to 22 and 30 to 41 of fifty.
LadderRows twoFolds()
{
    DataRun first;
    first.first = 3;
    first.count = 20;
    DataRun second;
    second.first = 30;
    second.count = 12;
    LadderRows rows;
    rows.update(50, 0, std::array{first, second});
    return rows;
}

class TestLadderRows : public QObject
{
    Q_OBJECT

private slots:
    void withoutFoldsEachSegmentHasItsRow()
    {
        const LadderRows rows(5);
        QCOMPARE(rows.rowCount(), std::size_t(5));
        for (std::size_t i = 0; i < 5; ++i) {
            QCOMPARE(rows.segmentAt(i), i);
            QCOMPARE(rows.rowOf(i), i);
            QVERIFY(!rows.foldAt(i));
        }
    }

    void aFoldIsOneRow()
    {
        const LadderRows rows = twoFolds();
        QCOMPARE(rows.rowCount(), std::size_t(50 - 19 - 11));
        QCOMPARE(rows.rowOf(2), std::size_t(2));
        QCOMPARE(rows.rowOf(3), std::size_t(3));
        QCOMPARE(rows.rowOf(22), std::size_t(3));
        QCOMPARE(rows.rowOf(23), std::size_t(4));
        QCOMPARE(rows.segmentAt(4), std::size_t(23));
        QVERIFY(rows.foldAt(3) && rows.foldAt(3)->count == 20);
        QVERIFY(!rows.foldAt(4));
    }

    void whatGrowsBehindAPositionIsAsIfItHadAlwaysBeen()
    {
        DataRun first;
        first.first = 3;
        first.count = 20;
        DataRun second;
        second.first = 30;
        second.count = 5; // so far
        LadderRows rows;
        rows.update(35, 0, std::array{first, second});
        second.count = 12;
        rows.update(50, 30, std::array{second});
        const LadderRows whole = twoFolds();
        QCOMPARE(rows.rowCount(), whole.rowCount());
        for (std::size_t row = 0; row < whole.rowCount(); ++row)
            QCOMPARE(rows.segmentAt(row), whole.segmentAt(row));
        rows.update(50, 10, {}); // the first begins before it
        QCOMPARE(rows.rowCount(), std::size_t(50 - 19));
    }

    void rowsAndSegmentsFindEachOther()
    {
        const LadderRows rows = twoFolds();
        for (std::size_t row = 0; row < rows.rowCount(); ++row)
            QCOMPARE(rows.rowOf(rows.segmentAt(row)), row);
        for (std::size_t segment = 1; segment < 50; ++segment) {
            const std::size_t step = rows.rowOf(segment) - rows.rowOf(segment - 1);
            QVERIFY(step <= 1);
        }
        QCOMPARE(rows.rowOf(49), rows.rowCount() - 1);
    }
};

} // namespace

QTEST_APPLESS_MAIN(TestLadderRows)
#include "tst_ladder_rows.moc"
