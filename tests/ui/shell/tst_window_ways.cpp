// SPDX-License-Identifier: GPL-3.0-or-later
// Ways through the window: back and forward, from panel to panel, into another language, into the preferences.
#include "ui/charts/chart_view.h"
#include "ui/ladder/ladder_view.h"
#include "ui/panels/connection_panel.h"
#include "ui/session/navigator.h"
#include "ui/session/view_history.h"
#include "ui/shell/dock_panel.h"
#include "ui/shell/language_menu.h"
#include "ui/shell/main_window.h"
#include "ui/shell/preferences_dialog.h"
#include "ui/support/choice_button.h"
#include "ui/support/settings.h"
#include "ui/support/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>

using namespace tcpladder;

class TestWindowWays : public QObject
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
        ladder()->setFocus();
        settle();
    }

    void cleanup()
    {
        m_window.reset();
        m_settings.reset();
        QFile::remove(m_folder.filePath("settings.ini"));
    }

    void aHistoryForgetsWhatWasAheadOfANewPlace()
    {
        ViewHistory<int> history;
        for (const int place : {1, 2, 2, 3})
            history.visit(place);
        QCOMPARE(history.back(), std::optional(2));
        QCOMPARE(history.back(), std::optional(1));
        QVERIFY(!history.back());
        QCOMPARE(history.forward(), std::optional(2));
        history.visit(9);
        QVERIFY(!history.canGoForward());
        QCOMPARE(history.back(), std::optional(2));
    }

    void backLeadsToTheSegmentBeforeAndForwardToThisOne()
    {
        select(0, 4);
        settle();
        select(1, 2);
        settle();
        press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(m_window->selection().connection(), ConnectionId(0));
        QCOMPARE(row(), std::size_t(4));
        press(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(m_window->selection().connection(), ConnectionId(1));
        QCOMPARE(row(), std::size_t(2));
    }

    void zoomAndPanelsAreUndoneToo()
    {
        ladder()->setZoom(1.5);
        settle();
        m_window->findChild<DockPanel*>("findings")->toggleViewAction()->trigger();
        settle();
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_window->findChild<DockPanel*>("findings")->isVisible());
        QCOMPARE(ladder()->zoom(), 1.5);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(ladder()->zoom(), 1.0);
    }

    void stepsThatFollowOneAnotherQuicklyAreOne()
    {
        select(0, 0);
        settle();
        for (int i = 0; i < 5; ++i)
            press(Qt::Key_Down);
        settle();
        press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(row(), std::size_t(0));
    }

    void f6LeadsThroughAllPanels()
    {
        QStringList visited;
        for (int i = 0; i < 6; ++i) {
            press(Qt::Key_F6);
            QWidget* panel = QApplication::focusWidget();
            while (panel && !qobject_cast<DockPanel*>(panel) && panel->objectName() != "centralBody")
                panel = panel->parentWidget();
            QVERIFY(panel);
            visited << panel->objectName();
        }
        visited.sort();
        QCOMPARE(visited, (QStringList{"bytes", "centralBody", "connections", "findings", "flags", "states"}));
    }

    void everyPanelHasAName()
    {
        for (const DockPanel* dock : m_window->findChildren<DockPanel*>())
            QVERIFY2(!dock->accessibleName().isEmpty(), qPrintable(dock->objectName()));
        for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
            const bool needsName = widget->isVisible() && widget->focusPolicy() & Qt::TabFocus
                && !qobject_cast<const QAbstractButton*>(widget)
                && !qobject_cast<const QTabBar*>(widget); // these speak through what they hold
            QVERIFY2(!needsName || !widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
    }

    void aChoiceIsOnItsButtonAndItsSubjectInTheMenu()
    {
        const auto* bar = m_window->findChild<QToolBar*>();
        QStringList choices;
        for (const auto* button : bar->findChildren<ChoiceButton*>())
            choices << button->text();
        QCOMPARE(choices, QStringList({"1×", "Even rows", "2MSL = 60 s (Linux)"}));
        QStringList subjects;
        for (const auto* button : bar->findChildren<ChoiceButton*>())
            subjects << button->menu()->title().remove('&');
        QCOMPARE(subjects, QStringList({"Speed", "Row Spacing", "2MSL"}));
        ladder()->setRowSpacing(RowSpacing::LinearTime);
        QCOMPARE(bar->findChildren<ChoiceButton*>().at(1)->text(), "Linear time");
    }

    void aPanelShownFromTheMenuIsInFront()
    {
        for (const char* name : {"segments", "charts"}) {
            auto* dock = m_window->findChild<DockPanel*>(name);
            dock->toggleViewAction()->trigger();
            QTRY_VERIFY2(!dock->widget()->visibleRegion().isEmpty(), name);
        }
    }

    void theLadderHasAMenuOfItsOwn()
    {
        QCOMPARE(ladder()->contextMenuPolicy(), Qt::ActionsContextMenu);
        QStringList letters;
        for (const QAction* action : ladder()->actions()) {
            const QKeySequence letter = QKeySequence::mnemonic(action->text());
            QVERIFY2(letter.isEmpty() || !letters.contains(letter.toString()), qPrintable(action->text()));
            letters << letter.toString();
        }
        QVERIFY(letters.size() > 8);
    }

    void noLetterStandsForTwoThingsInAMenu()
    {
        for (const QMenu* menu : m_window->findChildren<QMenu*>()) {
            QStringList letters;
            for (const QAction* action : menu->actions()) {
                const QKeySequence letter = QKeySequence::mnemonic(action->text());
                if (letter.isEmpty())
                    continue;
                QVERIFY2(!letters.contains(letter.toString()), qPrintable(menu->title() + ": " + action->text()));
                letters << letter.toString();
            }
        }
    }

    void anotherLanguageIsThereAtOnceAndNothingElseChanges()
    {
        select(1, 3);
        ladder()->setZoom(1.5);
        m_window->findChild<DockPanel*>("findings")->close();
        const auto chartRange = [this] { return m_window->findChild<ChartView*>()->range(); };
        const ChartRange none = chartRange();
        m_window->findChild<DockPanel*>("charts")->show();
        QTRY_VERIFY(chartRange() != none);
        const ChartRange loaded = chartRange();
        const int widthOfStates = m_window->findChild<DockPanel*>("states")->width();
        chooseLanguage("简体中文");
        QTRY_COMPARE(m_window->menuBar()->actions().first()->text(), "文件(&F)");
        QCOMPARE(m_window->selection().connection(), ConnectionId(1));
        QCOMPARE(row(), std::size_t(3));
        QCOMPARE(ladder()->zoom(), 1.5);
        QTRY_VERIFY(ladder()->isVisible());
        QVERIFY(!m_window->findChild<DockPanel*>("findings")->isVisible());
        QVERIFY(m_window->findChild<DockPanel*>("states")->isVisible());
        QCOMPARE(m_window->findChild<DockPanel*>("states")->windowTitle(), "状态");
        QCOMPARE(m_window->findChild<DockPanel*>("states")->width(), widthOfStates);
        QCOMPARE(m_window->findChild<ConnectionPanel*>()->findChild<QListView*>()->currentIndex().row(), 1);
        QTRY_VERIFY(chartRange() == loaded);
        QCOMPARE(m_settings->language(), "zh_CN");
        chooseLanguage("English");
        QTRY_COMPARE(m_window->menuBar()->actions().first()->text(), "&File");
        press(Qt::Key_Down);
        QCOMPARE(row(), std::size_t(4));
    }

    void preferencesCountWhenTheyAreAccepted()
    {
        auto* dialog = openPreferences();
        dialog->findChildren<QComboBox*>().first()->setCurrentIndex(2); // dark
        dialog->findChildren<QSpinBox*>().first()->setValue(240);
        dialog->reject();
        QCOMPARE(m_theme.scheme(), Theme::Scheme::Light);
        dialog = openPreferences();
        dialog->findChildren<QComboBox*>().first()->setCurrentIndex(2);
        dialog->findChildren<QSpinBox*>().first()->setValue(240);
        dialog->findChildren<QSpinBox*>().last()->setValue(3);
        dialog->accept();
        QCOMPARE(m_theme.scheme(), Theme::Scheme::Dark);
        QCOMPARE(m_window->selection().twoMsl(), rfcTwoMsl);
        QCOMPARE(m_settings->recentListLength(), 3);
        m_theme.setScheme(Theme::Scheme::Light);
    }

private:
    static void settle() { QTest::qWait(450); }

    void select(std::size_t connection, std::size_t segment)
    {
        selectSegmentAt(m_window->selection(), *m_window->session().document(), ConnectionId(connection), segment);
    }

    std::size_t row() const
    {
        return selectedRow(m_window->selection(), *m_window->session().document()).value_or(99999);
    }

    LadderView* ladder() const { return m_window->findChild<LadderView*>(); }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget* focused = QApplication::focusWidget();
        QTest::keyClick(focused ? focused : ladder(), key, modifiers);
    }

    void chooseLanguage(const QString& name)
    {
        for (QAction* choice : m_window->findChild<LanguageMenu*>()->actions()) {
            if (choice->text() == name)
                return choice->trigger();
        }
    }

    PreferencesDialog* openPreferences()
    {
        QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier | Qt::ShiftModifier);
        return m_window->findChild<PreferencesDialog*>();
    }

    QTemporaryDir m_folder;
    Theme m_theme;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestWindowWays)
#include "tst_window_ways.moc"
