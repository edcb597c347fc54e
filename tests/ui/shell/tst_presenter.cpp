// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/ladder_view.h"
#include "ui/playback/playback.h"
#include "ui/shell/dock_panel.h"
#include "ui/shell/main_window.h"
#include "ui/shell/presenter.h"
#include "ui/support/settings.h"
#include "ui/support/theme.h"

#include <QApplication>
#include <QMenu>
#include <QMenuBar>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>

using namespace tcpladder;

class TestPresenter : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_settings = std::make_unique<Settings>(m_folder.filePath("settings.ini"));
        openWindow();
    }

    void cleanup()
    {
        m_window.reset();
        m_settings.reset();
        QFile::remove(m_folder.filePath("settings.ini"));
    }

    void itShowsTheChosenPanelsAndNothingElse()
    {
        press(Qt::Key_F5);
        QVERIFY(m_window->isFullScreen());
        QVERIFY(ladder()->isVisible());
        QCOMPARE(shownPanels(), (QStringList{"flags", "states"}));
        QVERIFY(!m_window->menuBar()->isVisible());
        QVERIFY(!m_window->statusBar()->isVisible());
        QVERIFY(!m_window->findChild<QToolBar*>()->isVisible());
    }

    void escapeLeavesEverythingAsItWas()
    {
        m_window->findChild<DockPanel*>("findings")->close();
        ladder()->setZoom(0.8);
        const QStringList panels = shownPanels();
        const QString sheet = qApp->styleSheet();
        press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(ladder()->zoom() > 0.8);
        QVERIFY(qApp->styleSheet() != sheet);
        press(Qt::Key_Escape);
        QVERIFY(!m_window->isFullScreen());
        QCOMPARE(shownPanels(), panels);
        QVERIFY(m_window->menuBar()->isVisible());
        QVERIFY(m_window->statusBar()->isVisible());
        QVERIFY(m_window->findChild<QToolBar*>()->isVisible());
        QCOMPARE(qApp->styleSheet(), sheet);
        QCOMPARE(ladder()->zoom(), 0.8);
    }

    void theChoiceOfPanelsIsRemembered()
    {
        choose("Flags", false);
        choose("Bytes", true);
        openWindow();
        press(Qt::Key_F5);
        QCOMPARE(shownPanels(), (QStringList{"bytes", "states"}));
    }

    void aPanelComesAndGoesWhilePresenting()
    {
        press(Qt::Key_F5);
        choose("Ladder", false);
        QVERIFY(!ladder()->isVisible());
        choose("Ladder", true);
        QVERIFY(ladder()->isVisible());
    }

    void playbackKeysWorkThoughTheMenuIsGone()
    {
        press(Qt::Key_F5);
        press(Qt::Key_Space);
        QVERIFY(m_window->findChild<Playback*>()->player().isPlaying());
    }

    void aRestingPointerIsHidden()
    {
        press(Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(QApplication::overrideCursor() != nullptr, 4000);
        QTest::mouseMove(ladder()->viewport(), QPoint(50, 50));
        QTest::mouseMove(ladder()->viewport(), QPoint(60, 60));
        QTRY_VERIFY(QApplication::overrideCursor() == nullptr);
    }

    void whoQuitsWhilePresentingFindsTheirWindowAgain()
    {
        press(Qt::Key_F5);
        m_window->close();
        openWindow();
        QVERIFY(!m_window->isFullScreen());
        QCOMPARE(shownPanels(), (QStringList{"bytes", "connections", "findings", "flags", "states"}));
    }

private:
    void openWindow()
    {
        m_window = std::make_unique<MainWindow>(m_theme, *m_settings);
        m_window->show();
        m_window->openFile(TCPLADDER_SAMPLE);
        QTRY_COMPARE(m_window->session().state(), CaptureSession::State::Complete);
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(m_window.get(), key, modifiers); }

    void choose(const QString& panel, bool isShown)
    {
        for (QAction* action : m_window->findChild<Presenter*>()->menu().actions()) {
            if (action->text() == panel)
                action->setChecked(isShown);
        }
    }

    LadderView* ladder() const { return m_window->findChild<LadderView*>(); }

    QStringList shownPanels() const
    {
        QStringList names;
        for (const DockPanel* dock : m_window->findChildren<DockPanel*>()) {
            if (dock->isVisible())
                names << dock->objectName();
        }
        names.sort();
        return names;
    }

    QTemporaryDir m_folder;
    Theme m_theme;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestPresenter)
#include "tst_presenter.moc"
