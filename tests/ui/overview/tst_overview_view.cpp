// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/three_hosts.h"
#include "ui/overview/overview_export.h"
#include "ui/overview/overview_reader.h"
#include "ui/overview/overview_view.h"
#include "ui/session/capture_session.h"
#include "ui/session/selection.h"

#include <QApplication>
#include <QBuffer>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace tcpladder;

class TestOverviewView : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_session = std::make_unique<CaptureSession>();
        m_selection = std::make_unique<Selection>();
        m_view = std::make_unique<OverviewView>(*m_session, *m_selection, m_theme);
        m_view->resize(900, 500);
        m_view->show();
        open(ThreeHosts().sayTwoTransfers());
    }

    void cleanup()
    {
        m_view.reset();
        m_selection.reset();
        m_session.reset();
    }

    void aClickSelectsTheConnectionAndItsSegment()
    {
        click(1);
        QCOMPARE(m_selection->segment(), SegmentId(1));
        QCOMPARE(m_selection->connection(), ConnectionId(1));
    }

    void aClickUnfoldsARun()
    {
        QCOMPARE(m_view->rows().rows().size(), std::size_t(6));
        click(2);
        QCOMPARE(m_view->rows().rows().size(), std::size_t(44));
        QCOMPARE(m_selection->segment(), SegmentId(2));
    }

    void keysGoThroughTheRows()
    {
        click(0);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(m_selection->segment(), SegmentId(2));
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QCOMPARE(m_selection->segment(), SegmentId(43));
        QSignalSpy wanted(m_view.get(), &OverviewView::ladderWanted);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        QVERIFY(!m_view->accessibleDescription().isEmpty());
    }

    void keysMoveAndHideHosts()
    {
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QTest::keyClick(m_view.get(), Qt::Key_Right); // 10.0.0.2
        QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(hosts(), (std::vector<std::uint32_t>{1, 0, 2}));
        QTest::keyClick(m_view.get(), Qt::Key_Delete);
        QCOMPARE(hosts(), (std::vector<std::uint32_t>{0, 2}));
        QCOMPARE(m_view->rows().rows().size(), std::size_t(3));
        m_view->showAllHosts();
        QCOMPARE(hosts(), (std::vector<std::uint32_t>{0, 2, 1}));
        QCOMPARE(m_view->rows().rows().size(), std::size_t(6));
    }

    void theLastHostStays()
    {
        m_view->hideHost(0);
        m_view->hideHost(0);
        m_view->hideHost(0);
        QCOMPARE(hosts().size(), std::size_t(1));
    }

    void aHeadIsDraggedToAnotherPlace()
    {
        const OverviewGeometry where = geometry();
        const auto head = [&](std::size_t column) { return where.headRect(column).center().toPoint(); };
        QSignalSpy changes(m_view.get(), &OverviewView::hostsChanged);
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, head(0));
        QMouseEvent move(QEvent::MouseMove, head(2) + QPoint(40, 0), m_view->mapToGlobal(head(2) + QPoint(40, 0)),
            Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(m_view->viewport(), &move);
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, head(2) + QPoint(40, 0));
        QCOMPARE(hosts(), (std::vector<std::uint32_t>{1, 2, 0}));
        QCOMPARE(changes.count(), 1);
    }

    void rowsCanStandByTime()
    {
        m_view->setSpacing(RowSpacing::LinearTime, 1);
        QCOMPARE(m_view->rows().rows().size(), std::size_t(44));
        QVERIFY(!m_view->grab().isNull());
    }

    void aLongCaptureScrollsToWhatIsSelected()
    {
        open(ThreeHosts().scan(500));
        m_view->setFoldsRuns(false);
        QCOMPARE(m_view->rows().rows().size(), std::size_t(1000));
        QCOMPARE(m_view->verticalScrollBar()->value(), 0);
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QVERIFY(m_view->verticalScrollBar()->value() > 10000);
    }

    /// The window goes on meanwhile; what is hidden again wants no more of it.
    void aLargeCaptureIsArrangedInParts()
    {
        m_view->hide();
        open(ThreeHosts().scan(10'000));
        m_view->setPartLasts(std::chrono::milliseconds(0));
        m_view->setFoldsRuns(false);
        m_view->show();
        QVERIFY(m_view->isReading());
        const QImage notice = m_view->grab().toImage();
        m_view->hide();
        QVERIFY(!m_view->isReading());
        m_view->show();
        QTRY_VERIFY(!m_view->isReading());
        QVERIFY(m_view->verticalScrollBar()->maximum() > 20'000);
        QVERIFY(m_view->grab().toImage() != notice);
        m_view->moveHost(0, 1); // another order of the same hosts
        QVERIFY(!m_view->isReading());
        m_view->hideHost(0);
        QVERIFY(m_view->isReading());
        QTRY_VERIFY(!m_view->isReading());
        QCOMPARE(m_view->rows().rows().size(), std::size_t(0));
    }

    void itIsWrittenAsAPictureAndAsPages()
    {
        const OverviewSource source{
            .document = *m_session->document(), .rows = m_view->rows(), .hosts = m_view->hosts()};
        QBuffer svg;
        svg.open(QIODevice::WriteOnly);
        QVERIFY(writeOverview(svg, PictureFormat::Svg, source, m_theme));
        QVERIFY(svg.data().contains("10.0.0.3"));
        QVERIFY(svg.data().contains("20 segments, 200 bytes"));
        QBuffer pdf;
        pdf.open(QIODevice::WriteOnly);
        QVERIFY(writeOverview(pdf, PictureFormat::Pdf, source, m_theme));
        QVERIFY(pdf.data().startsWith("%PDF"));
    }

private:
    void open(const ThreeHosts& capture)
    {
        const auto& bytes = capture.bytes();
        m_session->openText(
            QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())), "capture");
        QTRY_COMPARE(m_session->state(), CaptureSession::State::Complete);
        QTRY_VERIFY(!m_view->rows().rows().empty());
    }

    OverviewGeometry geometry() const
    {
        return makeOverviewGeometry({.width = static_cast<qreal>(m_view->viewport()->width()),
            .columns = m_view->hosts().shown().size(),
            .rows = m_view->rows().rows().size(),
            .largestNumber = 44});
    }

    void click(std::size_t row)
    {
        const OverviewGeometry where = geometry();
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {},
            QPointF(where.laneX(1) - 30, where.headerHeight + where.arrowY(row) - 3).toPoint());
    }

    std::vector<std::uint32_t> hosts() const
    {
        const auto shown = m_view->hosts().shown();
        return {shown.begin(), shown.end()};
    }

    Theme m_theme;
    std::unique_ptr<CaptureSession> m_session;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<OverviewView> m_view;
};

QTEST_MAIN(TestOverviewView)
#include "tst_overview_view.moc"
