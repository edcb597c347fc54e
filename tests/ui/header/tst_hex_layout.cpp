// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/header/hex_layout.h"

#include <QTest>

using namespace tcpladder;

namespace {

constexpr QSizeF cell(8, 20);

} // namespace

class TestHexLayout : public QObject
{
    Q_OBJECT

private slots:
    void sixteenBytesMakeARow();
    void aNarrowWidthTakesEightBytesToARow();
    void aDigitIsFoundWhereItIsDrawn();
    void aCharacterMeansBothItsDigits();
    void theGapBetweenPairsMeansNothing();
    void aFieldOverTwoRowsIsMarkedInBoth();
    void theDataOffsetIsOneDigitAndTheFlagsAreThree();
    void aSharedDigitBelongsToTheFirstOfItsFields();
};

void TestHexLayout::sixteenBytesMakeARow()
{
    const HexGeometry geometry = layoutHex(52, cell, 600, 10);
    QCOMPARE(geometry.bytesPerRow, std::size_t(16));
    QCOMPARE(geometry.rowCount(), std::size_t(4));
    QVERIFY(geometry.width() <= 600);
}

void TestHexLayout::aNarrowWidthTakesEightBytesToARow()
{
    const HexGeometry geometry = layoutHex(52, cell, 400, 10);
    QCOMPARE(geometry.bytesPerRow, std::size_t(8));
    QVERIFY(geometry.width() <= 400);
}

void TestHexLayout::aDigitIsFoundWhereItIsDrawn()
{
    const HexGeometry geometry = layoutHex(52, cell, 600, 10);
    for (std::size_t digit = 0; digit < 104; ++digit) {
        const std::optional<DigitRange> found = geometry.digitsAt(geometry.digitRect(digit).center());
        QVERIFY(found);
        QCOMPARE(*found, (DigitRange{digit, 1}));
    }
}

void TestHexLayout::aCharacterMeansBothItsDigits()
{
    const HexGeometry geometry = layoutHex(52, cell, 600, 10);
    QCOMPARE(*geometry.digitsAt(geometry.characterRect(33).center()), (DigitRange{66, 2}));
    QVERIFY(!geometry.digitsAt(geometry.characterRect(52).center()));
}

void TestHexLayout::theGapBetweenPairsMeansNothing()
{
    const HexGeometry geometry = layoutHex(52, cell, 600, 10);
    QVERIFY(!geometry.digitsAt(geometry.digitRect(3).center() + QPointF(cell.width(), 0)));
    QVERIFY(!geometry.digitsAt(geometry.offsetRect(0).center()));
}

void TestHexLayout::aFieldOverTwoRowsIsMarkedInBoth()
{
    const HexGeometry geometry = layoutHex(52, cell, 600, 10);
    const std::vector<QRectF> rects = markedDigits(geometry, {28, 8});
    QCOMPARE(rects.size(), std::size_t(2));
    QVERIFY(rects[0].contains(geometry.digitRect(31).center()));
    QVERIFY(rects[1].contains(geometry.digitRect(32).center()));
    QCOMPARE(markedCharacters(geometry, {28, 8}).size(), std::size_t(2));
}

void TestHexLayout::theDataOffsetIsOneDigitAndTheFlagsAreThree()
{
    PacketField offset;
    offset.offset = 32;
    offset.length = 1;
    offset.bitCount = 4;
    QCOMPARE(digitsOf(offset), (DigitRange{64, 1}));
    PacketField flags;
    flags.offset = 32;
    flags.length = 2;
    flags.firstBit = 7;
    flags.bitCount = 9;
    QCOMPARE(digitsOf(flags), (DigitRange{65, 3}));
}

void TestHexLayout::aSharedDigitBelongsToTheFirstOfItsFields()
{
    std::vector<PacketField> fields(2);
    fields[0].field = HeaderField::TcpReserved;
    fields[0].length = 1;
    fields[0].firstBit = 4;
    fields[0].bitCount = 3;
    fields[1].field = HeaderField::TcpFlags;
    fields[1].length = 2;
    fields[1].firstBit = 7;
    fields[1].bitCount = 9;
    QCOMPARE(choiceAtDigit(fields, 1)->field, HeaderField::TcpReserved);
    QCOMPARE(choiceAtDigit(fields, 2)->field, HeaderField::TcpFlags);
    QVERIFY(!choiceAtDigit(fields, 4));
}

QTEST_GUILESS_MAIN(TestHexLayout)
#include "tst_hex_layout.moc"
