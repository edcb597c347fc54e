// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/header/bytes_panel.h"
#include "ui/shell/dock_panel.h"
#include "ui/shell/language_menu.h"
#include "ui/shell/main_window.h"
#include "ui/shell/message_bar.h"
#include "ui/states/diagram_figure.h"
#include "ui/states/diagram_layout.h"
#include "ui/support/settings.h"
#include "ui/support/theme.h"
#include "ui/support/translation.h"

#include <QLabel>
#include <QListView>
#include <QMenuBar>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace tcpladder;

namespace {

bool isChinese(const QString& text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.script() == QChar::Script_Han; });
}

/// Two words in small letters, beside what is the same in every language.
bool hasEnglishProse(const QString& text)
{
    static const QRegularExpression prose(QStringLiteral("\\b[a-z]{2,} [a-z]{2,}\\b"));
    QString words = text;
    words.remove(QRegularExpression(QStringLiteral("<[^>]*>")));
    return words.contains(prose);
}

QStringList textsOf(const QWidget& window)
{
    QStringList texts;
    for (const QAction* action : window.findChildren<QAction*>())
        texts << action->text() << action->toolTip();
    for (const QLabel* label : window.findChildren<QLabel*>())
        texts << label->text();
    for (const QAbstractButton* button : window.findChildren<QAbstractButton*>())
        texts << button->text() << button->toolTip();
    for (const QWidget* widget : window.findChildren<QWidget*>())
        texts << widget->toolTip() << widget->accessibleName() << widget->accessibleDescription();
    return texts;
}

} // namespace

class TestChinese : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_translation = std::make_unique<Translation>(QStringLiteral("zh_CN")); }

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

    void theMenusAreChinese()
    {
        QStringList titles;
        for (const QAction* action : m_window->menuBar()->actions())
            titles << action->text();
        QCOMPARE(
            titles, (QStringList{"文件(&F)", "编辑(&E)", "视图(&V)", "转到(&G)", "抓包(&C)", "播放(&P)", "帮助(&H)"}));
    }

    void nothingOfTheStartPageIsEnglish() { expectNoEnglish(); }

    void nothingOfAnOpenCaptureIsEnglish()
    {
        open();
        expectNoEnglish();
        QCOMPARE(dockTitles(), (QStringList{"图表", "字节", "报文段表", "标志", "状态", "诊断", "连接"}));
    }

    void sentencesOfCoreAreChinese()
    {
        open();
        int findings = 0;
        for (const QListView* list : m_window->findChildren<QListView*>()) {
            for (int row = 0; row < list->model()->rowCount(); ++row) {
                const QString sentence = list->model()->index(row, 0).data(Qt::ToolTipRole).toString();
                findings += isChinese(sentence) ? 1 : 0;
                QVERIFY2(!hasEnglishProse(sentence), qPrintable(sentence));
            }
        }
        QVERIFY(findings > 0);
    }

    void aFileThatCannotBeReadIsRefusedInChinese()
    {
        m_window->openFile(m_folder.filePath("missing.pcap"));
        const QString text = m_window->findChild<MessageBar*>()->text();
        QVERIFY2(text.startsWith("missing.pcap：无法打开（"), qPrintable(text));
    }

    /// On a screen of 1366x768 with a title bar. Chinese lines are higher.
    void theWindowWithChartsFitsALowScreen()
    {
        open();
        auto* charts = m_window->findChild<DockPanel*>(QStringLiteral("charts"));
        charts->show();
        charts->raise();
        QCoreApplication::processEvents();
        const int needed = m_window->minimumSizeHint().height();
        QVERIFY2(needed <= 768 - 20, qPrintable(QString::number(needed)));
    }

    void linesOfIdeographsDontTouchInTheStateDiagram()
    {
        const DiagramLayout layout = layoutDiagram(QRectF(0, 0, 448, 490), m_theme);
        int pairs = 0;
        for (std::size_t i = 1; i < layout.labels.size(); ++i) {
            const DiagramLabel& upper = layout.labels[i - 1];
            const DiagramLabel& lower = layout.labels[i];
            const qreal step = lower.rect.top() - upper.rect.top();
            if (lower.figureEdge != upper.figureEdge || step > 1.5 * upper.rect.height())
                continue; // the line is between them
            QVERIFY2(step >= QFontMetricsF(layout.labelFont).height(), qPrintable(upper.text));
            ++pairs;
        }
        QVERIFY2(pairs >= 4, qPrintable(QString::number(pairs)));
    }

    void theStateDiagramFindsRoomForEveryChineseWord()
    {
        const DiagramLayout layout = layoutDiagram(QRectF(QPointF(), figureSize), m_theme);
        QStringList words;
        for (const DiagramLabel& label : layout.labels)
            words << label.text;
        QStringList expected;
        for (const FigureEdge& edge : figureEdges()) {
            for (const char* text : {edge.event, edge.action}) {
                if (*text)
                    expected << QCoreApplication::translate("diagram", text).split(u'\n');
            }
        }
        std::ranges::sort(words);
        std::ranges::sort(expected);
        QCOMPARE(words, expected);
    }

    void qtsOwnTextsAreChineseToo()
    {
        if (QCoreApplication::translate("QPlatformTheme", "Cancel") == "Cancel")
            QSKIP("Qt's translations are not installed");
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), "取消");
    }

    void aChosenLanguageIsKept()
    {
        const QList<QAction*> choices = m_window->findChild<LanguageMenu*>()->actions();
        QVERIFY(choices.first()->isChecked()); // as the system
        for (QAction* choice : choices) {
            if (choice->text() == "English")
                choice->trigger();
        }
        QTRY_COMPARE(m_settings->language(), "en");
    }

    void theFirstLanguageThatThereIsCounts_data()
    {
        QTest::addColumn<QStringList>("wanted");
        QTest::addColumn<QString>("chosen");
        QTest::newRow("mainland") << QStringList{"zh-CN", "zh-Hans-CN", "en-US"} << "zh_CN";
        QTest::newRow("Singapore writes the same") << QStringList{"zh-Hans-SG"} << "zh_CN";
        QTest::newRow("Taiwan does not") << QStringList{"zh-TW"} << "en";
        QTest::newRow("English before Chinese") << QStringList{"en-GB", "zh-CN"} << "en";
        QTest::newRow("a language that nobody translated to") << QStringList{"fr-FR", "zh-CN"} << "zh_CN";
        QTest::newRow("none") << QStringList{} << "en";
    }

    void theFirstLanguageThatThereIsCounts()
    {
        QFETCH(const QStringList, wanted);
        QTEST(chooseLanguage(wanted), "chosen");
    }

private:
    void open()
    {
        m_window->openFile(TCPLADDER_SAMPLE);
        QTRY_VERIFY(m_window->selection().segment().isValid());
        QTest::qWait(300); // the rest of the capture, and what is drawn of it
    }

    QStringList dockTitles() const
    {
        QStringList titles;
        for (const DockPanel* dock : m_window->findChildren<DockPanel*>())
            titles << dock->windowTitle();
        std::ranges::sort(titles);
        return titles;
    }

    void expectNoEnglish()
    {
        for (const QString& text : textsOf(*m_window))
            QVERIFY2(!hasEnglishProse(text), qPrintable(text));
    }

    QTemporaryDir m_folder;
    Theme m_theme;
    std::unique_ptr<Translation> m_translation;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestChinese)
#include "tst_chinese.moc"
