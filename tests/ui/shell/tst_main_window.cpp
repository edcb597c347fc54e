// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/capture_builder.h"
#include "tests/support/packet_builder.h"
#include "ui/ladder/ladder_view.h"
#include "ui/shell/dock_panel.h"
#include "ui/shell/main_window.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/start_page.h"
#include "ui/support/settings.h"
#include "ui/support/theme.h"

#include <QDragEnterEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace tcpladder;

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_settings = std::make_unique<Settings>(m_folder.filePath("settings.ini"));
        m_window = std::make_unique<MainWindow>(m_theme, *m_settings);
        m_window->show();
    }

    void cleanup()
    {
        m_window.reset();
        m_settings.reset();
        QFile::remove(m_folder.filePath("settings.ini"));
    }

    void itStartsWithAWayIn()
    {
        QVERIFY(m_window->findChild<StartPage*>()->isVisible());
        QCOMPARE(m_window->windowTitle(), "tcpladder");
        for (const DockPanel* dock : m_window->findChildren<DockPanel*>())
            QVERIFY2(!dock->isVisible(), qPrintable(dock->objectName()));
    }

    void aPanelsDetailShowsWhereItIsCut()
    {
        const QString whole = "segment 183 · 1,514 bytes · Ethernet 14 + IPv4 20 + TCP 32 + data 1448";
        QMainWindow window;
        auto* dock = new DockPanel("Bytes", "bytes", new QWidget, m_theme, &window);
        window.addDockWidget(Qt::LeftDockWidgetArea, dock);
        window.resize(300, 200);
        window.show();
        dock->setDetail(whole);
        const auto& detail = *dock->findChild<QLabel*>("detail");
        QTRY_VERIFY(detail.text().startsWith("segment 183") && detail.text().endsWith(QChar(0x2026)));
        QCOMPARE(detail.toolTip(), whole);
        window.resize(900, 200);
        QTRY_COMPARE(detail.text(), whole);
        QVERIFY(detail.toolTip().isEmpty());
    }

    void whatIsSelectedIsLetGoBeforeAnotherCaptureComes()
    {
        m_window->openFile(TCPLADDER_SAMPLE);
        QTRY_COMPARE(m_window->session().state(), CaptureSession::State::Complete);
        m_window->selection().selectConnection(ConnectionId(2));
        // Empty at first, as every capture is that is opened: there is no connection 3 in it.
        m_window->openFiles({TCPLADDER_SAMPLE}, true);
        QTRY_VERIFY(m_window->session().isFollowing());
        QTRY_COMPARE(m_window->selection().connection(), ConnectionId(0));
    }

    void aCaptureIsShownWithItsFirstConnection()
    {
        open();
        QCOMPARE(m_window->windowTitle(), "redis-telnet.pcap[*] – tcpladder");
        QVERIFY(m_window->findChild<LadderView*>()->isVisible());
        QCOMPARE(m_window->selection().connection(), ConnectionId(0));
        QVERIFY(m_window->selection().segment().isValid());
        for (const DockPanel* dock : m_window->findChildren<DockPanel*>())
            QVERIFY2(dock->isVisible() || dock->objectName() == "segments" || dock->objectName() == "charts",
                qPrintable(dock->objectName()));
    }

    void choosingAConnectionInTheListShowsIt()
    {
        open();
        auto* list = m_window->findChild<DockPanel*>("connections")->findChild<QListView*>();
        const QRect second = list->visualRect(list->model()->index(1, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, second.center());
        QCOMPARE(m_window->selection().connection(), ConnectionId(1));
    }

    void theSampleOpensFromTheStartPage()
    {
        for (auto* button : m_window->findChild<StartPage*>()->findChildren<QPushButton*>()) {
            if (button->text() == "Open the sample")
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_COMPARE(m_window->session().state(), CaptureSession::State::Complete);
        QCOMPARE(m_window->session().document()->connectionCount(), std::size_t(3));
        QVERIFY(m_settings->recentFiles().isEmpty());
    }

    void aFileThatCantBeReadIsSaidInTheWindow()
    {
        m_window->openFile("/nowhere/missing.pcap");
        auto* bar = m_window->findChild<MessageBar*>();
        QVERIFY(bar->isVisible());
        QVERIFY(bar->text().startsWith("missing.pcap: "));
        open();
        QVERIFY(!bar->isVisible());
    }

    void aThemeChosenLaterLooksAsOneChosenBefore()
    {
        openWithCharts();
        const QImage light = settledPicture();
        m_theme.setScheme(Theme::Scheme::Dark);
        const QImage chosenLater = settledPicture();
        QVERIFY(chosenLater != light);
        m_settings->setThemeChoice(ThemeChoice::Dark);
        m_window = std::make_unique<MainWindow>(m_theme, *m_settings);
        m_window->show();
        openWithCharts();
        QTRY_VERIFY(m_window->grab().toImage() == chosenLater);
    }

    void aDroppedFileIsOpened()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(TCPLADDER_SAMPLE)});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &drop);
        QTRY_COMPARE(m_window->session().state(), CaptureSession::State::Complete);
    }

    /// Views paint while the loader appends: a Reading that is held while Qt repaints would stop both for good.
    void aLongCaptureLoadsWhileTheWindowIsUsed()
    {
        const QString path = writeLongCapture();
        m_window->openFile(path);
        QTRY_VERIFY(m_window->selection().segment().isValid());
        auto* ladder = m_window->findChild<LadderView*>();
        while (m_window->session().state() == CaptureSession::State::Loading) {
            QTest::keyClick(ladder, Qt::Key_Down);
            QTest::qWait(10);
        }
        QCOMPARE(m_window->session().state(), CaptureSession::State::Complete);
        QCOMPARE(m_window->session().document()->segmentCount(), std::size_t(longCapture));
    }

    void closedDocksStayClosedNextTime()
    {
        open();
        m_window->findChild<DockPanel*>("findings")->close();
        m_window->close();
        m_window = std::make_unique<MainWindow>(m_theme, *m_settings);
        m_window->show();
        open();
        QVERIFY(!m_window->findChild<DockPanel*>("findings")->isVisible());
        QVERIFY(m_window->findChild<DockPanel*>("connections")->isVisible());
    }

    void openedFilesAreRemembered()
    {
        open();
        QCOMPARE(m_settings->recentFiles(), QStringList(QStringLiteral(TCPLADDER_SAMPLE)));
    }

    void aRecentFileIsOpenedFromTheMenu()
    {
        QMenu& menu = recentMenu();
        QVERIFY(!menu.isEnabled());
        open();
        QVERIFY(menu.isEnabled());
        emit menu.aboutToShow();
        QAction* recent = menu.actions().at(0);
        QCOMPARE(recent->text(), "redis-telnet.pcap");
        m_window->openFile("/nowhere/missing.pcap");
        recent->trigger();
        QTRY_COMPARE(m_window->session().state(), CaptureSession::State::Complete);
        emit menu.aboutToShow();
        menu.actions().constLast()->trigger();
        QVERIFY(m_settings->recentFiles().isEmpty());
        QVERIFY(!menu.isEnabled());
    }

private:
    static constexpr int longCapture = 60'000;

    QString writeLongCapture() const
    {
        CaptureBuilder capture;
        for (int i = 0; i < longCapture; ++i) {
            PacketSpec packet;
            packet.sourcePort = static_cast<std::uint16_t>(40000 + i % 500);
            packet.sequence = 1000U + static_cast<std::uint32_t>(i / 500) * 5U;
            packet.flags = TcpFlag::Psh | TcpFlag::Ack;
            packet.payload = "hello";
            capture.add(static_cast<std::uint32_t>(i / 1000), static_cast<std::uint32_t>(i % 1000),
                buildEthernetPacket(packet));
        }
        QFile file(m_folder.filePath("long.pcap"));
        if (file.open(QIODevice::WriteOnly))
            file.write(
                reinterpret_cast<const char*>(capture.bytes().data()), static_cast<qint64>(capture.bytes().size()));
        return file.fileName();
    }

    void open()
    {
        m_window->openFile(TCPLADDER_SAMPLE);
        QTRY_COMPARE(m_window->session().state(), CaptureSession::State::Complete);
    }

    QMenu& recentMenu()
    {
        for (auto* menu : m_window->findChildren<QMenu*>()) {
            if (menu->title() == "Open &Recent")
                return *menu;
        }
        qFatal("there is no such menu");
    }

    void openWithCharts()
    {
        open();
        auto* charts = m_window->findChild<DockPanel*>("charts");
        charts->show();
        charts->raise();
    }

    /// Once it no longer changes.
    QImage settledPicture()
    {
        QImage before;
        QImage now = m_window->grab().toImage();
        while (now != before) {
            QTest::qWait(100);
            before = std::exchange(now, m_window->grab().toImage());
        }
        return now;
    }

    QTemporaryDir m_folder;
    Theme m_theme;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
