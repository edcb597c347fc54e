// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/capture_builder.h"
#include "tests/support/packet_builder.h"
#include "ui/ladder/ladder_view.h"
#include "ui/session/capture_session.h"
#include "ui/session/navigator.h"
#include "ui/session/selection.h"
#include "ui/support/theme.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace tcpladder;

class TestLadderView : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_session = std::make_unique<CaptureSession>();
        m_selection = std::make_unique<Selection>();
        m_view = std::make_unique<LadderView>(*m_session, *m_selection, m_theme);
        m_view->resize(860, 500);
        m_view->show();
        m_session->open(TCPLADDER_SAMPLE);
        QTRY_COMPARE(m_session->state(), CaptureSession::State::Complete);
        selectSegmentAt(*m_selection, *m_session->document(), ConnectionId(0), 0);
    }

    void cleanup()
    {
        m_view.reset();
        m_selection.reset();
        m_session.reset();
    }

    void arrowKeysStepAndStopAtTheEnds()
    {
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(row(), 1U);
        QTest::keyClick(m_view.get(), Qt::Key_Up);
        QTest::keyClick(m_view.get(), Qt::Key_Up);
        QCOMPARE(row(), 0U);
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QCOMPARE(row(), 18U);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(row(), 18U);
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QCOMPARE(row(), 0U);
    }

    void theSelectedRowIsScrolledIntoSight()
    {
        QCOMPARE(m_view->verticalScrollBar()->value(), 0);
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QVERIFY(m_view->verticalScrollBar()->value() > 0);
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QCOMPARE(m_view->verticalScrollBar()->value(), 0);
    }

    void aClickSelectsTheRowUnderIt()
    {
        QSignalSpy segments(m_selection.get(), &Selection::segmentChanged);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(500, 84 + 26 + 58 * 2 + 30));
        QCOMPARE(segments.count(), 1);
        QCOMPARE(row(), 2U);
    }

    void theMenusButtonSelectsTheRowUnderItAndUnfoldsNothing()
    {
        openTransfer();
        m_view->setFoldsRuns(true);
        const int folded = m_view->verticalScrollBar()->maximum();
        QTest::mouseClick(m_view->viewport(), Qt::RightButton, {}, QPoint(430, 84 + 26 + 58 * 3 + 30));
        QCOMPARE(row(), std::size_t(3));
        QCOMPARE(m_view->verticalScrollBar()->maximum(), folded);
    }

    void pointingAtALabelMarksTheHeadersField()
    {
        using enum HeaderField;
        const std::vector<HeaderField> seen = fieldsUnder(0);
        const std::set<HeaderField> fields(seen.begin(), seen.end());
        QCOMPARE(fields, (std::set<HeaderField>{TcpFlags, TcpSequence, TcpOption}));
        QVERIFY(fieldsUnder(1).empty()); // another segment's fields are not in the bytes
        QTest::mouseMove(m_view->viewport(), QPoint(500, 84 + 26 + 5));
        QCoreApplication::processEvents();
        QVERIFY(!m_selection->field());
    }

    void aClickOnALabelSelectsItsSegmentAndTheField()
    {
        m_view->grab(); // what was never painted is nowhere
        const auto isFound
            = [this] { return m_selection->chosenField() == FieldChoice{HeaderField::TcpAcknowledgment}; };
        for (int y = labelY(1) - 16; y < labelY(1) && !isFound(); y += 4) {
            for (int x = 300; x < 700 && !isFound(); x += 4)
                QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(x, y));
        }
        QCOMPARE(row(), 1U);
        QCOMPARE(m_selection->chosenField(), FieldChoice{HeaderField::TcpAcknowledgment});
    }

    void aFieldThatIsChosenElsewhereIsMarkedInTheLabel()
    {
        const auto hasMark = [this] {
            const QImage picture = m_view->grab().toImage();
            for (int x = 0; x < picture.width(); ++x) {
                if (picture.pixelColor(x, labelY(0) - 6) == m_theme.color(ColorRole::FieldMark))
                    return true;
            }
            return false;
        };
        QVERIFY(!hasMark());
        m_selection->chooseField(FieldChoice{HeaderField::TcpSequence});
        QVERIFY(hasMark());
        m_selection->chooseField(FieldChoice{HeaderField::TcpUrgentPointer}); // which no label gives
        QVERIFY(!hasMark());
    }

    void aClickInTheTimeWaitBarPicksAMoment()
    {
        selectSegmentAt(*m_selection, *m_session->document(), ConnectionId(1), 10);
        m_view->resize(860, 1400); // all rows are seen
        QCoreApplication::processEvents();
        LadderReader reader;
        const LadderContents contents = reader.readFrame(
            *m_session->document(), {.connection = ConnectionId(1), .selected = m_selection->segment()});
        const LadderGeometry geometry = makeLadderGeometry({.width = static_cast<qreal>(m_view->viewport()->width()),
            .height = static_cast<qreal>(m_view->viewport()->height()),
            .rowCount = contents.rowCount(),
            .segmentCount = contents.segmentCount});
        const LadderTimedStretch& wait = contents.stretches.at(0);
        const Timestamp wanted = wait.start + std::chrono::seconds(20);
        const qreal y = yAt(geometry, wait, wanted) + geometry.headerHeight + geometry.topMargin;
        QTest::mouseClick(
            m_view->viewport(), Qt::LeftButton, {}, QPointF(laneCentre(geometry, wait.side), y).toPoint());
        QVERIFY(m_selection->hasOwnMoment());
        QVERIFY(std::chrono::abs(m_selection->moment() - wanted) < std::chrono::seconds(1));
    }

    void aClickUnfoldsARunOfData()
    {
        openTransfer();
        m_view->setFoldsRuns(true);
        const int folded = m_view->verticalScrollBar()->maximum();
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(row(), std::size_t(3 + 38)); // behind the three of the handshake and the run
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(430, 84 + 26 + 58 * 3 + 30));
        QCOMPARE(row(), std::size_t(3));
        QVERIFY(m_view->verticalScrollBar()->maximum() > folded);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(row(), std::size_t(4));
    }

    void stretchingTimeKeepsTheSelectedSegmentInSight()
    {
        m_view->setRowSpacing(RowSpacing::LinearTime);
        QTest::keyClick(m_view.get(), Qt::Key_End);
        const int before = m_view->verticalScrollBar()->value();
        m_view->stretchTime();
        QVERIFY(m_view->verticalScrollBar()->value() > before);
        QCOMPARE(row(), std::size_t(18));
    }

    void zoomingKeepsItsLimits()
    {
        for (int i = 0; i < 30; ++i)
            QTest::keyClick(m_view.get(), Qt::Key_Plus);
        QCOMPARE(m_view->zoom(), LadderView::largestZoom);
        for (int i = 0; i < 60; ++i)
            QTest::keyClick(m_view.get(), Qt::Key_Minus);
        QCOMPARE(m_view->zoom(), LadderView::smallestZoom);
        QTest::keyClick(m_view.get(), Qt::Key_0);
        QCOMPARE(m_view->zoom(), 1.0);
    }

    void fittingShowsTheWholeConnection()
    {
        m_view->resize(860, 1300);
        QCoreApplication::processEvents();
        QVERIFY(m_view->fitConnection());
        QCOMPARE(m_view->verticalScrollBar()->maximum(), 0);
        QCOMPARE(m_view->horizontalScrollBar()->maximum(), 0);
        QVERIFY(m_view->zoom() < 1);
        m_view->resetZoom();
        QVERIFY(m_view->verticalScrollBar()->maximum() > 0);
    }

    void fittingFoldsWhatWouldBeTooSmall()
    {
        openTransfer();
        m_view->setFoldsRuns(true);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(430, 84 + 26 + 58 * 3 + 30)); // unfolds
        m_view->setFoldsRuns(false);
        m_view->resize(860, 700);
        QCoreApplication::processEvents();
        QVERIFY(m_view->fitConnection());
        QVERIFY(m_view->look().foldsRuns);
        QCOMPARE(m_view->verticalScrollBar()->maximum(), 0);
    }

    void aConnectionTooLongToFitIsAsSmallAsCanBeRead()
    {
        m_view->resize(860, 240);
        QCoreApplication::processEvents();
        QVERIFY(!m_view->fitConnection());
        QCOMPARE(m_view->zoom(), LadderView::smallestZoom);
    }

    void fittingShortensTimeWhereRowsStandByIt()
    {
        m_view->setRowSpacing(RowSpacing::FoldedTime);
        m_view->resize(860, 900);
        QCoreApplication::processEvents();
        QVERIFY(m_view->fitConnection());
        QCOMPARE(m_view->verticalScrollBar()->maximum(), 0);
        QVERIFY(m_view->look().timeZoom < 1);
    }

    void fittingTheWidthScrollsDownOnly()
    {
        m_view->setZoom(2);
        QVERIFY(m_view->horizontalScrollBar()->maximum() > 0);
        m_view->fitWidth();
        QCOMPARE(m_view->horizontalScrollBar()->maximum(), 0);
        QVERIFY(m_view->verticalScrollBar()->maximum() > 0);
    }

    void screenReadersHearTheSelectedSegment()
    {
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        const QString text = m_view->accessibleDescription();
        QVERIFY2(text.startsWith("Segment 2 of 19") && text.contains("SYN,ACK"), qPrintable(text));
    }

    void aClosedCaptureLeavesAnEmptyView()
    {
        m_selection->clear();
        m_session->close();
        QVERIFY(!m_view->grab().isNull());
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QVERIFY(!m_selection->segment().isValid());
    }

    /// A ladder that follows a live capture is resized by what comes beside it.
    void resizingBringsBackOnlyASelectionThatWasSeen()
    {
        m_view->setZoom(LadderView::largestZoom);
        m_view->resize(900, 400);
        selectSegmentAt(*m_selection, *m_session->document(), ConnectionId(0), 12);
        QScrollBar& bar = *m_view->verticalScrollBar();
        const int seen = bar.value();
        QVERIFY(seen > 0);
        m_view->resize(900, 380);
        QVERIFY(bar.value() > 0);
        bar.setValue(0);
        m_view->resize(900, 400);
        QCOMPARE(bar.value(), 0);
    }

private:
    static constexpr int rowHeight = 58;

    /// Above the arrow.
    static int labelY(int row) { return 84 + 26 + rowHeight * row + 18; }

    /// What a mouse marks that moves over all of that row.
    std::vector<HeaderField> fieldsUnder(int row)
    {
        std::vector<HeaderField> fields;
        for (int y = labelY(row) - 4; y < labelY(row) + 36; y += 4) {
            for (int x = 300; x < 700; x += 4) {
                QTest::mouseMove(m_view->viewport(), QPoint(x, y));
                QCoreApplication::processEvents();
                if (const auto choice = m_selection->field())
                    fields.push_back(choice->field);
            }
        }
        return fields;
    }

    /// A handshake, nineteen times ten bytes and their acknowledgment, a FIN.
    void openTransfer()
    {
        CaptureBuilder builder;
        std::uint32_t time = 0;
        const auto add = [&](bool isClients, std::uint16_t flags, std::uint32_t sequence, std::uint32_t acknowledgment,
                             const std::string& payload = {}) {
            PacketSpec spec;
            spec.flags = TcpFlags(flags);
            spec.sequence = sequence;
            spec.acknowledgment = acknowledgment;
            spec.payload = payload;
            if (!isClients) {
                std::swap(spec.source, spec.destination);
                std::swap(spec.sourcePort, spec.destinationPort);
            }
            builder.add(1, time += 1000, buildEthernetPacket(spec));
        };
        add(true, 0x002, 1000, 0);
        add(false, 0x012, 5000, 1001);
        add(true, 0x010, 1001, 5001);
        for (std::uint32_t i = 0; i < 19; ++i) {
            add(true, 0x018, 1001 + 10 * i, 5001, "0123456789");
            add(false, 0x010, 5001, 1011 + 10 * i);
        }
        add(true, 0x011, 1191, 5001);
        QVERIFY(m_folder.isValid());
        QFile file(m_folder.filePath("transfer.pcap"));
        QVERIFY(file.open(QFile::WriteOnly));
        const auto bytes = builder.bytes();
        file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size()));
        file.close();
        m_session->open(file.fileName());
        QTRY_COMPARE(m_session->state(), CaptureSession::State::Complete);
        selectSegmentAt(*m_selection, *m_session->document(), ConnectionId(0), 0);
    }

    std::optional<std::size_t> row() const { return selectedRow(*m_selection, *m_session->document()); }

    QTemporaryDir m_folder;
    Theme m_theme;
    std::unique_ptr<CaptureSession> m_session;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<LadderView> m_view;
};

QTEST_MAIN(TestLadderView)
#include "tst_ladder_view.moc"
