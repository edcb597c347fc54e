// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/host_arrangement.h"

#include <QTest>

using namespace tcpladder;

class TestHostArrangement : public QObject
{
    Q_OBJECT

private slots:
    void newHostsComeLast()
    {
        HostArrangement hosts;
        hosts.grow(2);
        hosts.grow(4);
        QCOMPARE(shown(hosts), (std::vector<std::uint32_t>{0, 1, 2, 3}));
    }

    void aHiddenHostHasNoColumn()
    {
        HostArrangement hosts;
        hosts.grow(3);
        hosts.hide(1);
        QVERIFY(!hosts.columnOf(1));
        QCOMPARE(hosts.columnOf(2), std::optional<std::size_t>(1));
        QCOMPARE(hosts.hiddenCount(), std::size_t(1));
        hosts.grow(4);
        QCOMPARE(shown(hosts), (std::vector<std::uint32_t>{0, 2, 3}));
        hosts.showAll();
        QCOMPARE(shown(hosts), (std::vector<std::uint32_t>{0, 2, 3, 1}));
        QCOMPARE(hosts.columnOf(1), std::optional<std::size_t>(3));
    }

    void whichHostsAreShownIsNoMatterOfOrder()
    {
        HostArrangement hosts;
        hosts.grow(4);
        HostArrangement moved = hosts;
        moved.move(3, 0);
        QVERIFY(hosts.showsSameAs(moved));
        moved.hide(2);
        QVERIFY(!hosts.showsSameAs(moved));
        hosts.hide(1);
        QVERIFY(!hosts.showsSameAs(moved));
    }

    void aMovedHostStandsWhereItWasPut()
    {
        HostArrangement hosts;
        hosts.grow(4);
        hosts.move(3, 0);
        QCOMPARE(shown(hosts), (std::vector<std::uint32_t>{3, 0, 1, 2}));
        hosts.move(3, 99);
        QCOMPARE(shown(hosts), (std::vector<std::uint32_t>{0, 1, 2, 3}));
        QVERIFY(!hosts.columnOf(77));
    }

private:
    static std::vector<std::uint32_t> shown(const HostArrangement& hosts)
    {
        return {hosts.shown().begin(), hosts.shown().end()};
    }
};

QTEST_GUILESS_MAIN(TestHostArrangement)
#include "tst_host_arrangement.moc"
