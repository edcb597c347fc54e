// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/live/fake_helper.h"
#include "ui/ladder/ladder_view.h"
#include "ui/live/capture_dialog.h"
#include "ui/live/capture_folder.h"
#include "ui/live/filter_edit.h"
#include "ui/live/follow_button.h"
#include "ui/live/live_status.h"
#include "ui/shell/actions.h"
#include "ui/shell/main_window.h"
#include "ui/shell/message_bar.h"
#include "ui/support/settings.h"
#include "ui/support/theme.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace tcpladder;

using State = CaptureSession::State;

namespace {

CaptureOptions from(const QString& device)
{
    CaptureOptions options;
    options.device = device;
    return options;
}

} // namespace

class TestLiveWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QVERIFY(!makeFakeHelper(m_folder.path()).isEmpty());
        qputenv("PATH", m_folder.path().toLocal8Bit() + ':' + qgetenv("PATH"));
    }

    void init()
    {
        m_settings = std::make_unique<Settings>(m_folder.filePath("settings.ini"));
        m_window = std::make_unique<MainWindow>(m_theme, *m_settings);
        m_window->show();
    }

    void cleanup()
    {
        m_window.reset();
        QDir(captureFolder()).removeRecursively();
    }

    void aLiveCaptureGrowsInTheWindow()
    {
        start("calm");
        QVERIFY(m_window->session().isFollowing());
        QVERIFY(action("S&top")->isEnabled());
        QVERIFY(!action("Save &As…")->isEnabled());
        QTRY_VERIFY(status().contains("24 captured") && status().contains("1 dropped"));
    }

    void whenItStopsItIsACaptureLikeAnyOther()
    {
        start("calm");
        action("S&top")->trigger();
        QTRY_COMPARE(m_window->session().state(), State::Complete);
        QVERIFY(!action("S&top")->isEnabled());
        QVERIFY(action("Save &As…")->isEnabled());
        QVERIFY(m_window->session().document()->segmentCount() > 0);
    }

    void theNewestSegmentIsSelectedUntilTheUserLooksElsewhere()
    {
        start("calm");
        const CaptureDocument& document = *m_window->session().document();
        const SegmentId newest(document.segmentCount() - 1);
        QTRY_COMPARE(m_window->selection().segment(), newest);
        QVERIFY(m_window->selection().moment() > document.segment(newest).time); // the clock goes on
        auto& follow = *m_window->findChild<FollowButton*>();
        QVERIFY(!follow.isVisible());
        action("&First Segment")->trigger();
        QVERIFY(follow.isVisible());
        QTest::qWait(300); // longer than the clock's pause
        QVERIFY(m_window->selection().segment() != newest);
        QTest::mouseClick(&follow, Qt::LeftButton);
        QVERIFY(!follow.isVisible());
        QCOMPARE(document.segment(m_window->selection().segment()).connection, m_window->selection().connection());
        action("&First Segment")->trigger();
        action("&Last Segment")->trigger(); // means the same as the button
        QVERIFY(!follow.isVisible());
    }

    void scrollingAwayLetsGo()
    {
        m_window->resize(1000, 420);
        start("calm");
        m_window->findChild<LadderView*>()->setZoom(LadderView::largestZoom);
        QScrollBar& bar = *m_window->findChild<LadderView*>()->verticalScrollBar();
        QTRY_VERIFY(bar.maximum() > 0);
        QTRY_COMPARE(bar.value(), bar.maximum());
        bar.triggerAction(QAbstractSlider::SliderToMinimum);
        QTRY_VERIFY(m_window->findChild<FollowButton*>()->isVisible());
        QTest::qWait(300);
        QCOMPARE(bar.value(), 0);
    }

    void timeStopsWithTheCapture()
    {
        start("calm");
        action("S&top")->trigger();
        QTRY_COMPARE(m_window->session().state(), State::Complete);
        const Timestamp end = m_window->selection().moment();
        QTest::qWait(500);
        QCOMPARE(m_window->selection().moment(), end);
    }

    void escapeDoesNotEndIt()
    {
        start("calm");
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QTest::qWait(100);
        QVERIFY(m_window->session().isFollowing());
    }

    void troubleIsToldWithTheCommandThatMendsIt()
    {
        m_window->startCapture(from("locked"));
        auto& messages = *m_window->findChild<MessageBar*>();
        QTRY_VERIFY(messages.isVisible());
        QVERIFY2(messages.text().contains("sudo setcap"), qPrintable(messages.text()));
        QVERIFY(m_window->session().document() == nullptr);
    }

    void aDeviceThatGoesLeavesItsPacketsOnTheLadder()
    {
        m_window->startCapture(from("gone"));
        QTRY_COMPARE(m_window->session().state(), State::Complete);
        QVERIFY(m_window->session().document()->segmentCount() > 0);
        QVERIFY(m_window->findChild<MessageBar*>()->isVisible());
    }

    void openingAnotherFileEndsTheCapture()
    {
        start("calm");
        m_window->openFile(TCPLADDER_SAMPLE);
        QTRY_VERIFY(!action("S&top")->isEnabled());
        QTRY_COMPARE(m_window->session().state(), State::Complete);
        QCOMPARE(m_window->session().name(), "redis-telnet.pcap");
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
        auto& messages = *m_window->findChild<MessageBar*>();
        QVERIFY(messages.isVisible());
        QVERIFY2(messages.text().contains("lost.pcapng"), qPrintable(messages.text()));
        for (QToolButton* button : messages.findChildren<QToolButton*>())
            if (button->text() == "Open it")
                button->click();
        QTRY_COMPARE(m_window->session().state(), State::Complete);
        QCOMPARE(m_window->session().name(), "lost.pcapng");
        QVERIFY(abandonedCaptures(captureFolder()).isEmpty());
    }

    void theDialogListsDevicesAndChecksTheFilter()
    {
        CaptureOptions options;
        options.device = "gone";
        options.snapshotLength = 96;
        CaptureDialog dialog(m_folder.filePath("tcpladder-capture"), options, m_theme);
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
        m_window->startCapture(from(device));
        QTRY_VERIFY(m_window->session().document() && m_window->session().document()->segmentCount() > 20);
    }

    QAction* action(const QString& text) const
    {
        for (QAction* action : m_window->findChildren<QAction*>())
            if (action->text() == text && qobject_cast<Actions*>(action->parent()))
                return action;
        return nullptr;
    }

    QString status() const { return m_window->findChild<LiveStatus*>()->text(); }

    static bool hasLabel(const QWidget& dialog, const QString& part)
    {
        for (const QLabel* label : dialog.findChildren<QLabel*>())
            if (label->text().contains(part))
                return true;
        return false;
    }

    Theme m_theme;
    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestLiveWindow)
#include "tst_live_window.moc"
