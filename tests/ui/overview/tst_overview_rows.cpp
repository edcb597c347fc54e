// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/builder.h"
#include "core/source/open_capture.h"
#include "tests/support/three_hosts.h"
#include "ui/overview/overview_rows.h"

#include <QTest>

#include <algorithm>

using namespace tcpladder;

class TestOverviewRows : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_rows.clear();
        m_hosts = {};
    }

    void eachSegmentHasARowWithoutFolds()
    {
        load(ThreeHosts().sayTwoTransfers());
        m_rows.read(*m_document, m_hosts, false);
        QCOMPARE(m_rows.rows().size(), m_document->segmentCount());
        QCOMPARE(m_rows.hosts().size(), std::size_t(3));
        QCOMPARE(m_rows.connectionsOf(0), std::size_t(2));
        QCOMPARE(m_rows.connectionsOf(2), std::size_t(1));
    }

    void aStretchOfDataHasARowForEachConnection()
    {
        load(ThreeHosts().sayTwoTransfers());
        m_rows.read(*m_document, m_hosts, true);
        QCOMPARE(m_rows.rows().size(), std::size_t(6)); // two SYNs, two folds, two FINs
        const OverviewRow& first = m_rows.rows()[2];
        QCOMPARE(first.count, 20U);
        QCOMPARE(first.connections, 1U);
        QCOMPARE(first.bytes, std::uint64_t(200));
        QCOMPARE(m_rows.rows()[3].bytes, std::uint64_t(2000));
    }

    void aScanIsAFewSegmentsAndARow()
    {
        load(ThreeHosts().scan(300));
        m_rows.read(*m_document, m_hosts, true);
        QCOMPARE(m_rows.rows().size(), OverviewRows::shownOfBriefRun + 1);
        QCOMPARE(rowOf(5), std::optional<std::size_t>(5));
        QCOMPARE(rowOf(599), std::optional(OverviewRows::shownOfBriefRun));
        const OverviewRow& fold = m_rows.rows().back();
        QCOMPARE(fold.count, 594U);
        QCOMPARE(fold.connections, 297U);
    }

    void whatAScanFindsOpenStandsOut()
    {
        load(ThreeHosts().scan(100).findOpen(101).scan(100, 102));
        m_rows.read(*m_document, m_hosts, true);
        QCOMPARE(m_rows.rows().size(), 2 * (OverviewRows::shownOfBriefRun + 1) + 3);
        QCOMPARE(m_rows.rows()[OverviewRows::shownOfBriefRun + 1].count, 1U);
    }

    void anUnfoldedRunIsShownSegmentBySegment()
    {
        load(ThreeHosts().sayTwoTransfers());
        m_rows.read(*m_document, m_hosts, true);
        const OverviewRow second = m_rows.rows()[3];
        m_rows.unfold(second);
        m_rows.read(*m_document, m_hosts, true);
        QCOMPARE(m_rows.rows().size(), m_document->segmentCount());
        m_rows.foldAll();
        m_rows.read(*m_document, m_hosts, true);
        QCOMPARE(m_rows.rows().size(), std::size_t(6));
    }

    /// Each part ends somewhere in the middle of a run.
    void partsGiveTheSameAsAllAtOnce()
    {
        load(ThreeHosts().scan(9000).sayTwoTransfers().scan(9000, 10'000).sayTwoTransfers());
        for (const bool unfolds : {false, true}) {
            m_rows.read(*m_document, m_hosts, true);
            if (unfolds) {
                m_rows.unfold(m_rows.rows()[OverviewRows::shownOfBriefRun + 3]); // a stretch of data
                m_rows.unfold(m_rows.rows().front());
                m_rows.read(*m_document, m_hosts, true);
            }
            const std::vector<OverviewRow> whole(m_rows.rows().begin(), m_rows.rows().end());
            QCOMPARE(whole.size(), unfolds ? 18'000U + 2 + 40 + 2 + 7 + 6 : 7U + 6 + 7 + 6);
            m_rows.begin(true);
            int parts = 1;
            for (double before = -1; !m_rows.goOn(*m_document, m_hosts, std::chrono::milliseconds(0)); ++parts) {
                QVERIFY(m_rows.progress() >= before || unfolds); // what is unfolded is read twice
                before = m_rows.progress();
                QCOMPARE(m_rows.rows().size(), whole.size()); // the old ones
            }
            QVERIFY(parts > 5);
            QVERIFY(std::ranges::equal(m_rows.rows(), whole));
        }
    }

    void aSegmentIsFoundInItsRow()
    {
        load(ThreeHosts().sayTwoTransfers());
        m_rows.read(*m_document, m_hosts, true);
        QCOMPARE(rowOf(0), std::optional<std::size_t>(0));
        QCOMPARE(rowOf(2), std::optional<std::size_t>(2));  // the first of data to 2
        QCOMPARE(rowOf(40), std::optional<std::size_t>(2)); // the last one
        QCOMPARE(rowOf(41), std::optional<std::size_t>(3)); // and the last to 3
        QCOMPARE(rowOf(43), std::optional<std::size_t>(5));
    }

    void hiddenHostsTakeTheirSegmentsWithThem()
    {
        load(ThreeHosts().sayTwoTransfers());
        m_rows.read(*m_document, m_hosts, true);
        m_hosts.hide(1); // 10.0.0.2
        m_rows.read(*m_document, m_hosts, true);
        QCOMPARE(m_rows.rows().size(), std::size_t(3));
        QVERIFY(!rowOf(0));
        QCOMPARE(rowOf(1), std::optional<std::size_t>(0));
    }

private:
    void load(const ThreeHosts& capture)
    {
        auto opened = openCapture(makeMemorySource(capture.bytes()));
        QVERIFY(opened);
        m_document = std::make_unique<CaptureDocument>(opened->store);
        DocumentBuilder(*m_document, *opened).run({});
    }

    std::optional<std::size_t> rowOf(std::size_t segment) const
    {
        const CaptureDocument::Reading reading(*m_document);
        return m_rows.rowOf(*m_document, SegmentId(segment));
    }

    std::unique_ptr<CaptureDocument> m_document;
    OverviewRows m_rows;
    HostArrangement m_hosts;
};

QTEST_GUILESS_MAIN(TestOverviewRows)
#include "tst_overview_rows.moc"
