// SPDX-License-Identifier: GPL-3.0-or-later
// Finding in the window: the bar, its keys, the way round.
#include "ui/find/find_bar.h"
#include "ui/ladder/ladder_view.h"
#include "ui/session/navigator.h"
#include "ui/shell/main_window.h"
#include "ui/support/settings.h"
#include "ui/support/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace tcpladder;

class TestFind : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_settings = std::make_unique<Settings>(m_folder.filePath("settings.ini"));
        m_settings->setLanguage("en");
        m_window = std::make_unique<MainWindow>(m_theme, *m_settings);
        m_window->show();
        m_window->openFile(TCPLADDER_SAMPLE);
        QTRY_COMPARE(m_window->session().state(), CaptureSession::State::Complete);
        select(0);
        ladder()->setFocus();
        QTest::keyClick(ladder(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(bar()->isVisible());
    }

    void cleanup()
    {
        m_window.reset();
        m_settings.reset();
    }

    void typingShowsTheFirstMatchFromHere()
    {
        select(1);
        type("FIN");
        QTRY_COMPARE(state(), "1 of 2");
        QVERIFY(row() > 1);
    }

    void keysLeadThroughTheMatchesAndRound()
    {
        type("SYN");
        QTRY_COMPARE(state(), "1 of 2");
        QTest::keyClick(edit(), Qt::Key_Return);
        QTRY_COMPARE(state(), "2 of 2");
        QCOMPARE(row(), std::size_t(1));
        QTest::keyClick(edit(), Qt::Key_F3);
        QTRY_COMPARE(row(), std::size_t(0));
        QTest::keyClick(edit(), Qt::Key_F3, Qt::ShiftModifier);
        QTRY_COMPARE(row(), std::size_t(1));
        QTest::keyClick(edit(), Qt::Key_Return, Qt::ShiftModifier);
        QTRY_COMPARE(row(), std::size_t(0));
    }

    void noMatchIsSaidInWordsAndInRed()
    {
        type("no such thing");
        QTRY_COMPARE(state(), "Not found");
        QCOMPARE(row(), std::size_t(0));
        QVERIFY(edit()->property("hasNoMatch").toBool());
        edit()->clear();
        QTRY_COMPARE(state(), "");
        QVERIFY(!edit()->property("hasNoMatch").toBool());
    }

    void escapeClosesAndTheLadderHasTheKeysAgain()
    {
        QTest::keyClick(edit(), Qt::Key_Escape);
        QVERIFY(!bar()->isVisible());
        QVERIFY(ladder()->hasFocus());
        QTest::keyClick(ladder(), Qt::Key_F3); // nothing to look for yet
        QVERIFY(bar()->isVisible());
    }

    void lettersThatPlayAreTyped()
    {
        QTest::keyClicks(edit(), "jkl 5");
        QCOMPARE(edit()->text(), "jkl 5");
        QCOMPARE(row(), std::size_t(0));
    }

    void anotherConnectionIsSearchedAnew()
    {
        type("SYN");
        QTRY_COMPARE(state(), "1 of 2");
        selectSegmentAt(m_window->selection(), *m_window->session().document(), ConnectionId(1), 5);
        QTRY_COMPARE(state(), "2 found");
        QCOMPARE(m_window->selection().connection(), ConnectionId(1));
    }

private:
    void select(std::size_t segment)
    {
        selectSegmentAt(m_window->selection(), *m_window->session().document(), ConnectionId(0), segment);
    }

    void type(const QString& text)
    {
        edit()->clear();
        QTest::keyClicks(edit(), text);
    }

    std::size_t row() const
    {
        return selectedRow(m_window->selection(), *m_window->session().document()).value_or(99999);
    }

    FindBar* bar() const { return m_window->findChild<FindBar*>(); }
    QLineEdit* edit() const { return bar()->findChild<QLineEdit*>(); }
    QString state() const { return bar()->findChild<QLabel*>(QStringLiteral("found"))->text(); }
    LadderView* ladder() const { return m_window->findChild<LadderView*>(); }

    QTemporaryDir m_folder;
    Theme m_theme;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestFind)
#include "tst_find.moc"
