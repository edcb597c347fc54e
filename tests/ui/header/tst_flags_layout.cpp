// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/header/flags_layout.h"
#include "ui/support/theme.h"

#include <QTest>

using namespace tcpladder;

namespace {

FlagsContent contentOf(std::uint16_t word)
{
    FlagsContent content;
    content.word = word;
    content.decided = word;
    content.meaning = QStringLiteral("ACK: acknowledges everything before 1.");
    content.captions = {QStringLiteral("data offset\n8"), QStringLiteral("reserved\n0"), QStringLiteral("flags\nACK")};
    return content;
}

FlagsContent disputedContent()
{
    FlagsContent content = contentOf(0x8010);
    content.decided = 0x8011;
    content.verdict = FlagsVerdict{QStringLiteral("The text says 0x8011"),
        QStringLiteral("The checksum f4e0 is right for 0x8011 only. ").repeated(4), QStringLiteral("Shown as FIN,ACK")};
    return content;
}

} // namespace

class TestFlagsLayout : public QObject
{
    Q_OBJECT

private slots:
    void sixteenCellsHoldTheBitsOf0x8010();
    void eachFlagIsNamedUnderItsCell();
    void nibblesStandAboveTheirFourCells();
    void aBitThatWasOtherwiseOnTheWireIsDisputed();
    void everythingStaysInsideItsArea_data();
    void everythingStaysInsideItsArea();
    void aWiderAreaMakesLargerCells();
    void aWideAndLowAreaHasItsSentencesBesideTheCells();
    void aPointInACellOrItsNameFindsTheBit();

private:
    Theme m_theme;
};

void TestFlagsLayout::sixteenCellsHoldTheBitsOf0x8010()
{
    const FlagsLayout layout = layoutFlags(contentOf(0x8010), QSizeF(640, 310), m_theme);
    QString bits;
    for (const FlagCell& cell : layout.cells)
        bits += cell.isSet ? QLatin1Char('1') : QLatin1Char('0');
    QCOMPARE(bits, QStringLiteral("1000000000010000"));
    QCOMPARE(layout.wordText, QStringLiteral("0x8010"));
}

void TestFlagsLayout::eachFlagIsNamedUnderItsCell()
{
    const FlagsLayout layout = layoutFlags(contentOf(0x8010), QSizeF(640, 310), m_theme);
    QStringList names;
    for (const FlagCell& cell : layout.cells) {
        names << cell.name;
        QVERIFY(cell.nameRect.top() >= cell.rect.bottom());
        QVERIFY(qAbs(cell.nameRect.center().x() - cell.rect.center().x()) < 0.5);
    }
    QCOMPARE(names.join(QLatin1Char(' ')), QStringLiteral("8 4 2 1    AE CWR ECE URG ACK PSH RST SYN FIN"));
}

void TestFlagsLayout::nibblesStandAboveTheirFourCells()
{
    const FlagsLayout layout = layoutFlags(contentOf(0xa012), QSizeF(640, 310), m_theme);
    QString digits;
    for (std::size_t i = 0; i < 4; ++i) {
        digits += layout.nibbles[i].digit;
        QCOMPARE(layout.nibbles[i].bracket.left(), layout.cells[4 * i].rect.left());
        QCOMPARE(layout.nibbles[i].bracket.right(), layout.cells[4 * i + 3].rect.right());
        QVERIFY(layout.nibbles[i].bracket.bottom() <= layout.cells[4 * i].rect.top());
    }
    QCOMPARE(digits, QStringLiteral("a012"));
}

void TestFlagsLayout::aBitThatWasOtherwiseOnTheWireIsDisputed()
{
    const FlagsLayout layout = layoutFlags(disputedContent(), QSizeF(640, 310), m_theme);
    for (std::size_t i = 0; i < 16; ++i)
        QCOMPARE(layout.cells[i].isDisputed, i == 15);
    QVERIFY(!layout.verdict.isEmpty());
    QVERIFY(layout.verdict.contains(layout.verdictReason));
}

void TestFlagsLayout::everythingStaysInsideItsArea_data()
{
    QTest::addColumn<QSizeF>("size");
    QTest::newRow("narrow") << QSizeF(420, 300);
    QTest::newRow("dock") << QSizeF(640, 310);
    QTest::newRow("low") << QSizeF(900, 260);
    QTest::newRow("presenter's") << QSizeF(1590, 260);
    QTest::newRow("screen") << QSizeF(1900, 1000);
}

void TestFlagsLayout::everythingStaysInsideItsArea()
{
    QFETCH(QSizeF, size);
    const FlagsLayout layout = layoutFlags(disputedContent(), size, m_theme);
    const QRectF area(QPointF(), size);
    for (const FlagCell& cell : layout.cells)
        QVERIFY(area.contains(cell.rect));
    QVERIFY(area.contains(layout.word));
    QVERIFY2(area.contains(layout.verdict), qPrintable(QString::number(layout.verdict.bottom())));
    for (const FlagGroup& group : layout.groups)
        QVERIFY(!layout.verdict.intersects(group.captionRect));
}

void TestFlagsLayout::aWiderAreaMakesLargerCells()
{
    const FlagsLayout small = layoutFlags(contentOf(0x8010), QSizeF(640, 400), m_theme);
    const FlagsLayout large = layoutFlags(contentOf(0x8010), QSizeF(1280, 800), m_theme);
    QVERIFY(large.cells[0].rect.width() > 1.8 * small.cells[0].rect.width());
}

void TestFlagsLayout::aWideAndLowAreaHasItsSentencesBesideTheCells()
{
    const QSizeF low(1590, 260);
    const FlagsLayout layout = layoutFlags(contentOf(0x8010), low, m_theme);
    const qreal cellsEnd = layout.cells.back().rect.right();
    QVERIFY(layout.word.left() > cellsEnd);
    QVERIFY(layout.meaning.left() > cellsEnd);
    QVERIFY(layout.meaning.top() >= layout.word.bottom());
    QVERIFY(QRectF(QPointF(), low).contains(layout.meaning));
    QVERIFY(cellsEnd > low.width() * 0.55);
}

void TestFlagsLayout::aPointInACellOrItsNameFindsTheBit()
{
    const FlagsLayout layout = layoutFlags(contentOf(0x8010), QSizeF(640, 310), m_theme);
    const std::optional<std::size_t> cell = layout.cellAt(layout.cells[11].rect.center());
    QCOMPARE(cell, std::optional(std::size_t(11)));
    QCOMPARE(layout.cellAt(layout.cells[15].nameRect.center()), std::optional(std::size_t(15)));
    QVERIFY(!layout.cellAt(layout.word.center()));
}

QTEST_MAIN(TestFlagsLayout)
#include "tst_flags_layout.moc"
