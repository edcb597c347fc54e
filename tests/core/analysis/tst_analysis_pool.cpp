// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analysis_pool.h"

#include <QTest>

using namespace tcpladder;

namespace {

struct NoSink final : FindingSink
{
    FindingId add(const Finding&) override { return FindingId(std::size_t{0}); }
    void withdraw(FindingId) override { }
};

void takeSyn(ConnectionAnalysis& analysis)
{
    Segment syn;
    syn.flags = TcpFlags(0x002);
    NoSink sink;
    analysis.take(syn, SegmentId(std::size_t{7}), Side::A, sink);
}

} // namespace

class TestAnalysisPool : public QObject
{
    Q_OBJECT

private slots:
    void whatWasGivenBackIsUsedAgainAsNew()
    {
        std::pmr::monotonic_buffer_resource memory;
        AnalysisPool pool(memory);
        ConnectionAnalysis& used = pool.take({});
        takeSyn(used);
        QCOMPARE(used.lastState(Side::A), TcpState::SynSent);
        pool.giveBack(used);
        ConnectionAnalysis& again = pool.take({.reusesPorts = true});
        QCOMPARE(&again, &used);
        QCOMPARE(again.lastState(Side::A), TcpState::Unknown);
        QVERIFY(again.origin().reusesPorts);
        QCOMPARE(pool.size(), std::size_t{1});
    }

    void whatIsInUseStaysApart()
    {
        std::pmr::monotonic_buffer_resource memory;
        AnalysisPool pool(memory);
        ConnectionAnalysis& first = pool.take({});
        ConnectionAnalysis& second = pool.take({});
        takeSyn(first);
        QCOMPARE(first.lastState(Side::A), TcpState::SynSent);
        QCOMPARE(second.lastState(Side::A), TcpState::Unknown);
        QCOMPARE(pool.size(), std::size_t{2});
    }
};

QTEST_GUILESS_MAIN(TestAnalysisPool)
#include "tst_analysis_pool.moc"
