// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/host/time_wait_model.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QTest>

using namespace tcpladder;
using namespace std::chrono_literals;

namespace {

KernelSocket waiting(std::uint16_t port, Duration left)
{
    return {.local = {*parseAddress("192.0.2.1"), port},
        .remote = {*parseAddress("192.0.2.2"), 6378},
        .state = TcpState::TimeWait,
        .timeWaitLeft = left};
}

QString textAt(const TimeWaitModel& model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestTimeWaitModel : public QObject
{
    Q_OBJECT

private slots:
    void thoseThatStayLongestComeFirst()
    {
        TimeWaitModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSockets({waiting(1, 10s), waiting(2, 59s), waiting(3, 30s)});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(textAt(model, 0, 0), "192.0.2.1:2");
        QCOMPARE(textAt(model, 0, 1), "192.0.2.2:6378");
        QCOMPARE(textAt(model, 0, 2), "59 s");
        QCOMPARE(textAt(model, 2, 0), "192.0.2.1:1");
    }

    void aRowKeepsItsSocketWhenOthersComeAndGo()
    {
        TimeWaitModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSockets({waiting(1, 10s), waiting(2, 20s)});
        const QPersistentModelIndex second = model.index(0, 0);
        model.setSockets({waiting(3, 60s), waiting(2, 19s)});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(second.row(), 1);
        QCOMPARE(second.data().toString(), "192.0.2.1:2");
        QCOMPARE(textAt(model, 1, 2), "19 s");
        model.setSockets({});
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!second.isValid());
    }
};

QTEST_GUILESS_MAIN(TestTimeWaitModel)
#include "tst_time_wait_model.moc"
