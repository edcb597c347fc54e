// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/live_window.h"
#include "tests/ui/live/fake_helper.h"
#include "ui/ladder/ladder_view.h"
#include "ui/live/capture_dialog.h"
#include "ui/live/capture_folder.h"
#include "ui/live/filter_edit.h"
#include "ui/live/follow_button.h"
#include "ui/live/live_status.h"
#include "ui/shell/message_bar.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <optional>

using namespace tcpladder;

using State = CaptureSession::State;

class TestLiveWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(useFakeHelper(m_folder.path())); }

    void init() { m_window.emplace(m_folder.filePath("settings.ini")); }

    void cleanup()
    {
        m_window.reset();
        QDir(captureFolder()).removeRecursively();
    }

    void aLiveCaptureGrowsInTheWindow()
    {
        start("calm");
        QVERIFY((*m_window)->session().isFollowing());
        QVERIFY(m_window->actions().stopCapture->isEnabled());
        QVERIFY(!m_window->actions().saveAs->isEnabled());
        QTRY_VERIFY(status().contains("24 captured") && status().contains("1 dropped"));
    }

    void whenItStopsItIsACaptureLikeAnyOther()
    {
        start("calm");
        m_window->actions().stopCapture->trigger();
        QTRY_COMPARE((*m_window)->session().state(), State::Complete);
        QVERIFY(!m_window->actions().stopCapture->isEnabled());
        QVERIFY(m_window->actions().saveAs->isEnabled());
        QVERIFY((*m_window)->session().document()->segmentCount() > 0);
    }

    void aPastedTextIsNoLiveCapture()
    {
        QGuiApplication::clipboard()->setText(
            "10:00:00.000000 IP 10.0.0.1.40000 > 10.0.0.2.80: Flags [S], seq 1, win 5, length 0\n");
        m_window->actions().pasteText->trigger();
        QTRY_COMPARE((*m_window)->session().state(), State::Complete);
        QCOMPARE((*m_window)->session().document()->segmentCount(), std::size_t(1));
        QVERIFY((*m_window)->findChild<LiveStatus*>()->isHidden());
    }

    void theNewestSegmentIsSelectedUntilTheUserLooksElsewhere()
    {
        start("calm");
        const CaptureDocument& document = *(*m_window)->session().document();
        const SegmentId newest(document.segmentCount() - 1);
        QTRY_COMPARE((*m_window)->selection().segment(), newest);
        QVERIFY((*m_window)->selection().moment() > document.segment(newest).time); // the clock goes on
        auto& follow = *(*m_window)->findChild<FollowButton*>();
        QVERIFY(!follow.isVisible());
        m_window->actions().firstSegment->trigger();
        QVERIFY(follow.isVisible());
        QTest::qWait(300); // longer than the clock's pause
        QVERIFY((*m_window)->selection().segment() != newest);
        QTest::mouseClick(&follow, Qt::LeftButton);
        QVERIFY(!follow.isVisible());
        QCOMPARE(
            document.segment((*m_window)->selection().segment()).connection, (*m_window)->selection().connection());
        m_window->actions().firstSegment->trigger();
        m_window->actions().lastSegment->trigger(); // means the same as the button
        QVERIFY(!follow.isVisible());
    }

    void scrollingAwayLetsGo()
    {
        (*m_window)->resize(1000, 420);
        start("calm");
        (*m_window)->findChild<LadderView*>()->setZoom(LadderView::largestZoom);
        QScrollBar& bar = *(*m_window)->findChild<LadderView*>()->verticalScrollBar();
        QTRY_VERIFY(bar.maximum() > 0);
        QTRY_COMPARE(bar.value(), bar.maximum());
        bar.triggerAction(QAbstractSlider::SliderToMinimum);
        QTRY_VERIFY((*m_window)->findChild<FollowButton*>()->isVisible());
        QTest::qWait(300);
        QCOMPARE(bar.value(), 0);
    }

    void timeStopsWithTheCapture()
    {
        start("calm");
        m_window->actions().stopCapture->trigger();
        QTRY_COMPARE((*m_window)->session().state(), State::Complete);
        const Timestamp end = (*m_window)->selection().moment();
        QTest::qWait(500);
        QCOMPARE((*m_window)->selection().moment(), end);
    }

    void escapeDoesNotEndIt()
    {
        start("calm");
        QTest::keyClick(&**m_window, Qt::Key_Escape);
        QTest::qWait(100);
        QVERIFY((*m_window)->session().isFollowing());
    }

    void troubleIsToldWithTheCommandThatMendsIt()
    {
        (*m_window)->startCapture(captureFrom("locked"));
        auto& messages = *(*m_window)->findChild<MessageBar*>();
        QTRY_VERIFY(messages.isVisible());
        QVERIFY2(messages.text().contains("sudo setcap"), qPrintable(messages.text()));
        QVERIFY((*m_window)->session().document() == nullptr);
    }

    void aDeviceThatGoesLeavesItsPacketsOnTheLadder()
    {
        (*m_window)->startCapture(captureFrom("gone"));
        QTRY_COMPARE((*m_window)->session().state(), State::Complete);
        QVERIFY((*m_window)->session().document()->segmentCount() > 0);
        QVERIFY((*m_window)->findChild<MessageBar*>()->isVisible());
    }

    void openingAnotherFileEndsTheCapture()
    {
        start("calm");
        (*m_window)->openFile(TCPLADDER_SAMPLE);
        QTRY_VERIFY(!m_window->actions().stopCapture->isEnabled());
        QTRY_COMPARE((*m_window)->session().state(), State::Complete);
        QCOMPARE((*m_window)->session().name(), "redis-telnet.pcap");
    }

    void whatAWindowThatDiedHadCapturedIsOffered()
    {
        m_window.reset();
        QVERIFY(makeCaptureFolder());
        QVERIFY(QFile::copy(TCPLADDER_SAMPLE, captureFolder() + "/lost.pcapng"));
        QFile mark(captureFolder() + "/lost.pcapng.running");
        QVERIFY(mark.open(QIODevice::WriteOnly));
        mark.close();
        init();
        auto& messages = *(*m_window)->findChild<MessageBar*>();
        QVERIFY(messages.isVisible());
        QVERIFY2(messages.text().contains("lost.pcapng"), qPrintable(messages.text()));
        for (QToolButton* button : messages.findChildren<QToolButton*>())
            if (button->text() == "Open it")
                button->click();
        QTRY_COMPARE((*m_window)->session().state(), State::Complete);
        QCOMPARE((*m_window)->session().name(), "lost.pcapng");
        QVERIFY(abandonedCaptures(captureFolder()).isEmpty());
    }

    void theDialogListsDevicesAndChecksTheFilter()
    {
        CaptureOptions options;
        options.device = "gone";
        options.snapshotLength = 96;
        CaptureDialog dialog(m_folder.filePath("tcpladder-capture"), options, m_window->theme());
        dialog.show();
        auto& start = *dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
        QTRY_COMPARE(dialog.findChild<QTableView*>()->model()->rowCount(), 2);
        QTRY_VERIFY(start.isEnabled());
        QCOMPARE(dialog.options().device, "gone");
        QCOMPARE(dialog.options().snapshotLength, 96);
        QLineEdit& filter = dialog.findChild<FilterEdit*>()->line();
        QVERIFY2(dialog.findChild<FilterEdit*>()->focusPolicy() != Qt::NoFocus, "Alt+F leads nowhere");
        filter.setText("nonsense");
        QVERIFY(!start.isEnabled());
        QTRY_VERIFY(hasLabel(dialog, "syntax error in nonsense"));
        QVERIFY(!start.isEnabled());
        filter.setText("port 6378");
        QTRY_VERIFY(start.isEnabled());
        QCOMPARE(dialog.options().filter, "port 6378");
    }

private:
    void start(const QString& device)
    {
        (*m_window)->startCapture(captureFrom(device));
        QTRY_VERIFY((*m_window)->session().document() && (*m_window)->session().document()->segmentCount() > 20);
    }

    QString status() const { return (*m_window)->findChild<LiveStatus*>()->text(); }

    static bool hasLabel(const QWidget& dialog, const QString& part)
    {
        for (const QLabel* label : dialog.findChildren<QLabel*>())
            if (label->text().contains(part))
                return true;
        return false;
    }

    QTemporaryDir m_folder;
    std::optional<LiveWindow> m_window;
};

QTEST_MAIN(TestLiveWindow)
#include "tst_live_window.moc"
