// SPDX-License-Identifier: GPL-3.0-or-later
// What people leave in a capture: bookmarks and comments, in the window.
#include "ui/ladder/ladder_view.h"
#include "ui/session/bookmarks.h"
#include "ui/session/navigator.h"
#include "ui/shell/bookmark_menu.h"
#include "ui/shell/comment_dialog.h"
#include "ui/shell/main_window.h"
#include "ui/support/settings.h"
#include "ui/support/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <functional>

using namespace tcpladder;

class TestNotes : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        m_settings = std::make_unique<Settings>(m_folder.filePath("settings.ini"));
        m_settings->setLanguage("en");
        m_settings->setLastFolder(m_folder.path());
        m_window = std::make_unique<MainWindow>(m_theme, *m_settings);
        m_window->show();
        open(TCPLADDER_SAMPLE);
        select(0, 1);
        ladder()->setFocus();
    }

    void cleanup()
    {
        if (m_window && m_window->session().document())
            m_window->session().document()->comments().markSaved(m_window->session().document()->comments().changes());
        m_window.reset();
        m_settings.reset();
        QFile::remove(m_folder.filePath("settings.ini"));
    }

    void keysSetBookmarksAndLeadThroughThem()
    {
        press(Qt::Key_M, Qt::ControlModifier);
        select(1, 3);
        press(Qt::Key_M, Qt::ControlModifier);
        select(0, 5);
        press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_window->selection().connection(), ConnectionId(1));
        QCOMPARE(row(), std::size_t(3));
        press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier); // and round
        QCOMPARE(m_window->selection().connection(), ConnectionId(0));
        QCOMPARE(row(), std::size_t(1));
        press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_window->selection().connection(), ConnectionId(1));
    }

    void theMenuListsThem()
    {
        press(Qt::Key_M, Qt::ControlModifier);
        auto* menu = m_window->findChild<BookmarkMenu*>();
        emit menu->aboutToShow();
        QCOMPARE(menu->actions().last()->text().left(12), "#2: SYN,ACK ");
        select(0, 5);
        menu->actions().last()->trigger();
        QCOMPARE(row(), std::size_t(1));
    }

    void aCommentIsWrittenAndShown()
    {
        comment("Watch this one");
        QVERIFY(m_window->isWindowModified());
        QCOMPARE(m_window->session().document()->comment({2}), "Watch this one");
        bool isShown = false;
        for (const QLabel* label : m_window->findChildren<QLabel*>(QStringLiteral("packetNotes")))
            isShown = isShown || label->text().contains("Watch this one");
        QVERIFY(isShown);
        comment("");
        QVERIFY(!m_window->isWindowModified());
    }

    void saveAsWritesItAndReadsItBack()
    {
        comment("Watch this one");
        const QString path = m_folder.filePath("saved.pcapng");
        answerFileDialog(path);
        press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!m_window->isWindowModified());
        QCOMPARE(m_window->windowTitle(), "saved.pcapng[*] – tcpladder");
        open(path);
        QCOMPARE(m_window->session().document()->comment({2}), "Watch this one");
        QCOMPARE(m_window->session().document()->connectionCount(), std::size_t(3));
    }

    void closingAsksBeforeCommentsAreLost()
    {
        comment("Watch this one");
        answerQuestion(QMessageBox::Cancel);
        QVERIFY(!m_window->close());
        QVERIFY(m_window->isVisible());
        answerQuestion(QMessageBox::Discard);
        QVERIFY(m_window->close());
    }

    void anotherFileAsksToo()
    {
        comment("Watch this one");
        answerQuestion(QMessageBox::Cancel);
        m_window->openFile(TCPLADDER_SAMPLE);
        QCOMPARE(m_window->session().document()->comment({2}), "Watch this one");
    }

private:
    void open(const QString& path)
    {
        m_window->openFile(path);
        QTRY_COMPARE(m_window->session().state(), CaptureSession::State::Complete);
    }

    void select(std::size_t connection, std::size_t segment)
    {
        selectSegmentAt(m_window->selection(), *m_window->session().document(), ConnectionId(connection), segment);
    }

    void comment(const QString& text)
    {
        press(Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
        auto* dialog = m_window->findChild<CommentDialog*>();
        QVERIFY(dialog);
        dialog->findChild<QPlainTextEdit*>()->setPlainText(text);
        dialog->accept();
        QTRY_VERIFY(!m_window->findChild<CommentDialog*>());
    }

    /// As soon as such a dialog keeps the program waiting.
    template <typename Dialog>
    void answer(const std::function<void(Dialog&)>& act)
    {
        auto* timer = new QTimer(m_window.get());
        connect(timer, &QTimer::timeout, timer, [timer, act] {
            auto* dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            timer->deleteLater();
            act(*dialog);
        });
        timer->start(10);
    }

    void answerQuestion(QMessageBox::StandardButton button)
    {
        answer<QMessageBox>([button](QMessageBox& box) { box.button(button)->click(); });
    }

    void answerFileDialog(const QString& path)
    {
        answer<QFileDialog>([path](QFileDialog& dialog) {
            dialog.selectFile(path);
            QMetaObject::invokeMethod(&dialog, "accept");
        });
    }

    std::size_t row() const
    {
        return selectedRow(m_window->selection(), *m_window->session().document()).value_or(99999);
    }

    LadderView* ladder() const { return m_window->findChild<LadderView*>(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(ladder(), key, modifiers);
    }

    QTemporaryDir m_folder;
    Theme m_theme;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestNotes)
#include "tst_notes.moc"
