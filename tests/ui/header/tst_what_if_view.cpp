// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/header/flags_view.h"
#include "ui/header/flags_word_text.h"
#include "ui/header/shown_segment.h"
#include "ui/session/capture_session.h"
#include "ui/session/navigator.h"
#include "ui/support/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace tcpladder;

class TestWhatIfView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void aClickOnABitShowsWhatItWouldMean();
    void flippingBackShowsWhatWasCaptured();
    void escAndTheButtonGoBack();
    void anotherSegmentGoesBack();
    void theKeyboardMovesFromCellToCellAndFlips();
    void keysOfTheWindowStayWithTheCells();
    void aWordIsUnderstoodAsHexAndAsBits_data();
    void aWordIsUnderstoodAsHexAndAsBits();
    void aTypedWordIsTriedAtOnce();
    void aPastedWordIsTried();
    void linesStayInsideTheView_data();
    void linesStayInsideTheView();

private:
    void select(std::size_t row);
    void click(std::size_t cell);
    bool says(const QString& words) const;

    Theme m_theme;
    CaptureSession m_session;
    Selection m_selection;
    std::unique_ptr<ShownSegment> m_shown;
    std::unique_ptr<FlagsView> m_view;
};

void TestWhatIfView::initTestCase()
{
    m_session.open(QStringLiteral(TCPLADDER_SAMPLE));
    QTRY_COMPARE(m_session.state(), CaptureSession::State::Complete);
}

/// The third segment is the ACK that ends the handshake.
void TestWhatIfView::init()
{
    m_selection.clear();
    m_shown = std::make_unique<ShownSegment>(m_session, m_selection);
    m_view = std::make_unique<FlagsView>(*m_shown, m_selection, m_theme);
    m_view->resize(700, 420);
    m_view->show();
    select(2);
}

void TestWhatIfView::select(std::size_t row)
{
    selectSegmentAt(m_selection, *m_session.document(), ConnectionId(std::size_t{0}), row);
    QVERIFY(m_shown->details());
}

void TestWhatIfView::click(std::size_t cell)
{
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, m_view->flagsLayout().cells[cell].rect.center().toPoint());
}

bool TestWhatIfView::says(const QString& words) const
{
    return m_view->content().tried && std::ranges::any_of(m_view->content().tried->lines, [&](const auto& line) {
        return line.text.contains(words);
    });
}

void TestWhatIfView::aClickOnABitShowsWhatItWouldMean()
{
    QCOMPARE(m_view->content().word, std::uint16_t(0x8010));
    click(15);
    QCOMPARE(m_view->content().word, std::uint16_t(0x8011));
    QCOMPARE(m_view->content().tried->captured, std::uint16_t(0x8010));
    QVERIFY(says(QStringLiteral("ESTABLISHED → FIN_WAIT_1")));
    QVERIFY(says(QStringLiteral("would have to acknowledge")));
    QVERIFY(says(QStringLiteral("checksum")));
    QVERIFY(m_view->flagsLayout().cells[15].isFlipped);
    QVERIFY(!m_view->flagsLayout().cells[11].isFlipped);
    QVERIFY(m_view->accessibleDescription().contains(m_view->content().tried->banner));
}

void TestWhatIfView::flippingBackShowsWhatWasCaptured()
{
    click(15);
    click(14);
    click(15);
    QCOMPARE(m_view->content().word, std::uint16_t(0x8012));
    click(14);
    QVERIFY(!m_view->content().tried);
    QCOMPARE(m_shown->flagsWord(), std::uint16_t(0x8010));
}

void TestWhatIfView::escAndTheButtonGoBack()
{
    auto* reset = m_view->findChild<QToolButton*>(QStringLiteral("resetFlags"));
    QVERIFY(reset->isHidden());
    click(15);
    QVERIFY(!reset->isHidden());
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QVERIFY(!m_view->content().tried);
    click(15);
    QTest::mouseClick(reset, Qt::LeftButton);
    QVERIFY(!m_view->content().tried);
    QVERIFY(reset->isHidden());
}

void TestWhatIfView::anotherSegmentGoesBack()
{
    click(15);
    select(3);
    QVERIFY(!m_view->content().tried);
    select(2);
    QVERIFY(!m_view->content().tried);
}

void TestWhatIfView::theKeyboardMovesFromCellToCellAndFlips()
{
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QCOMPARE(m_selection.chosenField()->field, HeaderField::TcpFlags);
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QTest::keyClick(m_view.get(), Qt::Key_Space);
    QCOMPARE(m_view->content().word, std::uint16_t(0x8012));
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(m_selection.chosenField()->field, HeaderField::TcpDataOffset);
    QTest::keyClick(m_view.get(), Qt::Key_Space);
    QCOMPARE(m_view->content().word, std::uint16_t(0x0012));
}

void TestWhatIfView::keysOfTheWindowStayWithTheCells()
{
    for (const auto key : {Qt::Key_Space, Qt::Key_Left, Qt::Key_Right}) {
        QKeyEvent event(QEvent::ShortcutOverride, key, Qt::NoModifier);
        event.ignore();
        QCoreApplication::sendEvent(m_view.get(), &event);
        QVERIFY(event.isAccepted());
    }
}

void TestWhatIfView::aWordIsUnderstoodAsHexAndAsBits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("word");
    QTest::newRow("hex") << "0x8010" << 0x8010;
    QTest::newRow("bare hex") << " 8010 " << 0x8010;
    QTest::newRow("upper case") << "0XA0C2" << 0xa0c2;
    QTest::newRow("bits") << "1000 0000 0001 0000" << 0x8010;
    QTest::newRow("bits without spaces") << "1000000000010001" << 0x8011;
    QTest::newRow("marked bits") << "0b1000_0000_0001_0000" << 0x8010;
    QTest::newRow("too short") << "0x801" << -1;
    QTest::newRow("too many bits") << "1000 0000 0001 0000 0" << -1;
    QTest::newRow("no digits") << "ACK!" << -1;
    QTest::newRow("a sign") << "-801" << -1;
}

void TestWhatIfView::aWordIsUnderstoodAsHexAndAsBits()
{
    QFETCH(QString, text);
    QFETCH(int, word);
    QCOMPARE(int(parseFlagsWord(text).value_or(0xffff)), word < 0 ? 0xffff : word);
    if (word >= 0)
        QCOMPARE(parseFlagsWord(binaryWord(std::uint16_t(word))), parseFlagsWord(hexWord(std::uint16_t(word))));
}

void TestWhatIfView::aTypedWordIsTriedAtOnce()
{
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, m_view->flagsLayout().word.center().toPoint());
    auto* editor = m_view->findChild<QLineEdit*>(QStringLiteral("flagsWord"));
    QVERIFY(!editor->isHidden());
    editor->clear();
    QTest::keyClicks(editor, QStringLiteral("1000 0000 0001 0001"));
    QCOMPARE(m_view->content().word, std::uint16_t(0x8011));
    QTest::keyClick(editor, Qt::Key_Return);
    QVERIFY(editor->isHidden());
    QCOMPARE(m_view->content().word, std::uint16_t(0x8011));
}

void TestWhatIfView::aPastedWordIsTried()
{
    QGuiApplication::clipboard()->setText(QStringLiteral("0x8014"));
    QTest::keyClick(m_view.get(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(m_view->content().word, std::uint16_t(0x8014));
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("0x8014 = 1000 0000 0001 0100"));
}

void TestWhatIfView::linesStayInsideTheView_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("docked at 1366") << QSize(560, 260);
    QTest::newRow("docked at 1600") << QSize(660, 320);
    QTest::newRow("maximised") << QSize(1920, 1000);
    QTest::newRow("beside charts at 1366") << QSize(560, 196);
}

void TestWhatIfView::linesStayInsideTheView()
{
    QFETCH(QSize, size);
    m_view->resize(size);
    for (const std::uint16_t word : {0x8011, 0x0010, 0x8017, 0x8212}) {
        m_view->tryWord(word);
        const FlagsLayout& layout = m_view->flagsLayout();
        QCOMPARE(layout.triedLines.size(), m_view->content().tried->lines.size());
        QVERIFY2(layout.triedBox.bottom() <= size.height(), qPrintable(QString::number(layout.triedBox.bottom())));
        QVERIFY(layout.triedBox.right() <= size.width());
        for (std::size_t i = 1; i < layout.triedLines.size(); ++i)
            QVERIFY(layout.triedLines[i - 1].bottom() <= layout.triedLines[i].top());
    }
}

QTEST_MAIN(TestWhatIfView)
#include "tst_what_if_view.moc"
