// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/tcpdump_hex.h"

#include <QTest>

using namespace tcpladder;

namespace {

QByteArray hexOf(const std::optional<HexLine>& line)
{
    if (!line)
        return "no hex line";
    return QByteArray(reinterpret_cast<const char*>(line->bytes.data()), line->count).toHex();
}

std::optional<HexLine> quickly(std::string_view line)
{
    HexLine hex;
    return parseUntouchedHexLine(line, hex) ? std::optional(hex) : std::nullopt;
}

} // namespace

class TestTcpdumpHex : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryShapeOfALine_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray bytes = QByteArray("451000342db9400040069e130af9ac2a");
        QTest::newRow("-x") << QByteArray("\t0x0000:  4510 0034 2db9 4000 4006 9e13 0af9 ac2a") << bytes;
        QTest::newRow("-X") << QByteArray("\t0x0000:  4510 0034 2db9 4000 4006 9e13 0af9 ac2a  E..4-.@.@......*")
                            << bytes;
        QTest::newRow("characters like digits")
            << QByteArray("\t0x0010:  6162 6364 6566 3031 3233 3435 3637 3839  abcdef0123456789")
            << QByteArray("61626364656630313233343536373839");
        QTest::newRow("last line") << QByteArray("\t0x0030:  873e 73c5                                .>s.")
                                   << QByteArray("873e73c5");
        QTest::newRow("odd count") << QByteArray("\t0x0030:  873e 73                                  .>s")
                                   << QByteArray("873e73");
        QTest::newRow("spaces in front") << QByteArray(
            "  0x0000:  4510 0034 2db9 4000 4006 9e13 0af9 ac2a  E..4-.@.@......*")
                                         << bytes;
        QTest::newRow("upper case") << QByteArray("\t0X0030:  873E 73C5").replace("0X", "0x") << QByteArray("873e73c5");
        QTest::newRow("one space before the characters")
            << QByteArray("0x0030: b519 17bb 0000 0000 0103 0307 ............")
            << QByteArray("b51917bb0000000001030307");
        QTest::newRow("tshark") << QByteArray(
            "0000  45 10 00 34 2d b9 40 00 40 06 9e 13 0a f9 ac 2a   E..4-.@.@......*")
                                << bytes;
        QTest::newRow("hexdump -C") << QByteArray(
            "00000000  45 10 00 34 2d b9 40 00  40 06 9e 13 0a f9 ac 2a  |E..4-.@.@......*|")
                                    << bytes;
        QTest::newRow("xxd") << QByteArray("00000000: 4510 0034 2db9 4000 4006 9e13 0af9 ac2a  E..4-.@.@......*")
                             << bytes;
        QTest::newRow("bare") << QByteArray("4510 0034 2db9 4000 4006 9e13 0af9 ac2a") << bytes;
        QTest::newRow("prose") << QByteArray("0x8010 is 1000 0000 0001 0000") << QByteArray("no hex line");
        QTest::newRow("words of letters a to f") << QByteArray("dead beef") << QByteArray("no hex line");
        QTest::newRow("empty") << QByteArray() << QByteArray("no hex line");
    }

    void readsEveryShapeOfALine()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, bytes);
        QCOMPARE(hexOf(parseHexLine(line.constData())), bytes);
    }

    void readsWhatSomebodyMarked_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("marked in Chinese brackets")
            << QByteArray("\t0x0020: \xe3\x80\x90"
                          "8010\xe3\x80\x91"
                          "00e3 6f0e 0000 0101 080a 87f6 ab8e  ....o...........")
            << QByteArray("801000e36f0e00000101080a87f6ab8e");
        QTest::newRow("marked, with a space behind")
            << QByteArray("\t0x0020:  \xe3\x80\x90"
                          "8010\xe3\x80\x91 00e5 f4e3 0000 0101 080a b5d1 4f9d  ..............O.")
            << QByteArray("801000e5f4e300000101080ab5d14f9d");
        QTest::newRow("marked in braces")
            << QByteArray("  0x0000:  {4500 0034 5f2b 4000 3f06 6db1 0af9 accb  E..4_+@.?.m.....")
            << QByteArray("450000345f2b40003f066db10af9accb");
        QTest::newRow("brace closed inside")
            << QByteArray("  0x0010:  0af9 ac2a} 18ea 84ac 8466 12f4 04e1 9f46  ...*.....f.....F")
            << QByteArray("0af9ac2a18ea84ac846612f404e19f46");
    }

    void readsWhatSomebodyMarked()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, bytes);
        QCOMPARE(hexOf(parseHexLine(line.constData())), bytes);
    }

    void theQuickReaderAgreesWithTheCarefulOne_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("-x") << QByteArray("\t0x0000:  4510 0034 2db9 4000 4006 9e13 0af9 ac2a");
        QTest::newRow("-X") << QByteArray("\t0x1230:  6162 6364 6566 3031 3233 3435 3637 3839  abcdef0123456789");
        QTest::newRow("capitals") << QByteArray("\t0x0000:  4510 0034 2DB9 4000 4006 9E13 0af9 ac2a");
        QTest::newRow("a digit less") << QByteArray("\t0x0000:  4510 0034 2db9 4000 4006 9e13 0af9 ac");
        QTest::newRow("short") << QByteArray("\t0x0030:  873e 73                                  .>s");
        QTest::newRow("one byte") << QByteArray("\t0x0030:  87                                       .");
    }

    void theQuickReaderAgreesWithTheCarefulOne()
    {
        QFETCH(QByteArray, line);
        const auto quick = quickly(line.constData());
        const auto careful = parseHexLine(line.constData());
        QVERIFY(quick && careful);
        QCOMPARE(hexOf(quick), hexOf(careful));
        QCOMPARE(quick->offset, careful->offset);
    }

    void theQuickReaderLeavesTouchedLinesAlone()
    {
        QVERIFY(!quickly("\t0x0020: \xe3\x80\x90"
                         "8010\xe3\x80\x91"
                         "00e3"));
        QVERIFY(!quickly("\t0x0020:  8010 {00e3"));
        QVERIFY(!quickly("\t0x0020:  8010 00"
                         " .."));
        QVERIFY(!quickly("\t0x0000:  4510 0034 2db9 4000 4006 9e13 0af9_ac2a"));
        QVERIFY(!quickly("\t0x0000:  4510 0034 2db9 4000 4006 9e13 0af9 acxa"));
        QVERIFY(!quickly("\t0x0020:  "));
        QVERIFY(!quickly("\t0x00"));
    }

    void readsExactlyWhatTheNextOffsetAsksFor()
    {
        const char* collapsed = "0x0000: 6162 6364 abcd";
        QCOMPARE(hexOf(parseHexLine(collapsed)), "61626364abcd");
        QCOMPARE(hexOf(parseHexLine(collapsed, 4)), "61626364");
        const char* gap = "0x0000:  4510  0034 2db9 4000 4006 9e13 0af9 ac2a  E..4-.@.@......*";
        QCOMPARE(hexOf(parseHexLine(gap)), "4510");
        QCOMPARE(hexOf(parseHexLine(gap, 16)), "451000342db9400040069e130af9ac2a");
        QCOMPARE(hexOf(parseHexLine("0x0000:  4510 zz34", 16)), "no hex line");
    }
};

QTEST_GUILESS_MAIN(TestTcpdumpHex)
#include "tst_tcpdump_hex.moc"
