// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/read_text.h"

#include <QFile>
#include <QTest>

using namespace tcpladder;

namespace {

QByteArray notes()
{
    QFile file(TCPLADDER_TEST_DATA "/text/redis-telnet-notes.md");
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestTextDocuments : public QObject
{
    Q_OBJECT

private slots:
    void linesThatAnotherProgramNumberedOrStampedAreReadAsTheyWere_data()
    {
        QTest::addColumn<QByteArray>("format"); // %1 is the line's number
        QTest::newRow("cat -n") << QByteArray("     %1\t");
        QTest::newRow("grep -n") << QByteArray("%1:");
        QTest::newRow("syslog") << QByteArray("Nov 25 06:10:00 gate tcpdump[7]: ");
        QTest::newRow("journalctl -o short-precise") << QByteArray("Nov 25 06:10:00.123456 gate tcpdump[7]: ");
        QTest::newRow("journalctl -o short-iso") << QByteArray("2026-11-25T06:10:00+0000 gate tcpdump[7]: ");
        QTest::newRow("ts") << QByteArray("06:10:00.123456 ");
        QTest::newRow("docker logs -t") << QByteArray("2026-11-25T06:10:00.123456789Z ");
        QTest::newRow("mail") << QByteArray("> > ");
    }

    void linesThatAnotherProgramNumberedOrStampedAreReadAsTheyWere()
    {
        QFETCH(QByteArray, format);
        QByteArray text;
        int number = 0;
        for (const QByteArray& line : notes().split('\n')) {
            ++number;
            if (line.contains(" IP ") || line.contains("0x0"))
                text += QByteArray(format).replace("%1", QByteArray::number(number)) + line + '\n';
        }
        const ReadText plain = readText(notes());
        const ReadText read = readText(text);
        QCOMPARE(read.packets.size(), plain.packets.size());
        for (std::size_t i = 0; i < plain.packets.size(); ++i) {
            QVERIFY(read.packets[i].bytes == plain.packets[i].bytes);
            QCOMPARE(read.packets[i].packet.time, plain.packets[i].packet.time);
            QVERIFY(read.packets[i].witness->hasBytes);
        }
    }

    void aDumpInsideADecodedPayloadIsNotThePacket()
    {
        const ReadText text = readText(line("12:00:00.000000", "Flags [P.], seq 1:5, ack 1, win 5, length 4: BGP")
            + "\t  Origin (1), length: 1, Flags [T]: IGP\n\t    0x0000:  0000 0064\n");
        QCOMPARE(text.packets.size(), 1U);
        QVERIFY(text.damages.empty());
        QVERIFY(!text.packets[0].witness->hasBytes);
        QCOMPARE(text.segment(0).payloadLength, 4U);
    }

    void aNumberOfManyDigitsInAPayloadIsNotThePacket()
    {
        const ReadText text
            = readText(line("12:00:00.000000", "Flags [P.], seq 1:105, ack 1, win 5, length 104") + "E..?.@..\n"
                + "6123445837688608686152407038527467274077809178469732898382301496397838498722168927420416000000000000"
                  "0000\n");
        QCOMPARE(text.packets.size(), 1U);
        QVERIFY(!text.packets[0].witness->hasBytes);
    }

    void dumpsBeginAtTheLinkHeaderOrBehindIt_data()
    {
        QTest::addColumn<QByteArray>("front");
        QTest::addColumn<int>("linkType");
        QTest::newRow("IP") << QByteArray() << int(LinkType::Raw);
        QTest::newRow("Ethernet") << QByteArray("020000007702020000007701 0800") << int(LinkType::Ethernet);
        QTest::newRow("SLL2") << QByteArray("0800000000000002000104060200000077010000") << int(LinkType::LinuxSll2);
        QTest::newRow("SLL") << QByteArray("00000001000602000000770100000800") << int(LinkType::LinuxSll);
        QTest::newRow("BSD loopback") << QByteArray("02000000") << int(LinkType::BsdNull);
        QTest::newRow("PPPoE without Ethernet") << QByteArray("1100069d00320021") << int(LinkType::Raw);
    }

    void dumpsBeginAtTheLinkHeaderOrBehindIt()
    {
        QFETCH(QByteArray, front);
        QFETCH(int, linkType);
        const QByteArray packet
            = "4510003c2db8400040069e0c0af9ac2a0af9accb808018ea51943a0300000000a00272106f160000020405b4"
              "0402080ab51917bb0000000001030307";
        const QByteArray digits = front.replace(" ", "") + packet;
        QByteArray dump
            = "12:00:00.000000 IP 10.249.172.42.32896 > 10.249.172.203.6378: Flags [S], seq 1368668675, win "
              "29200, length 0\n";
        for (int at = 0; at < digits.size(); at += 32)
            dump += "\t0x" + QByteArray::number(at / 2, 16).rightJustified(4, '0') + ":  " + digits.mid(at, 32) + '\n';
        const ReadText text = readText(dump);
        QCOMPARE(text.packets.size(), 1U);
        QCOMPARE(int(text.capture.reader->interfaces().at(0).linkType), linkType);
        QCOMPARE(text.segment(0).sequence.value, 1368668675U);
        QVERIFY(text.packets[0].witness->hasBytes);
    }

    void quotationsInDocumentsAreRead_data()
    {
        QTest::addColumn<QByteArray>("document");
        const QByteArray listing = relativeListing();
        const auto decorate = [&](const QByteArray& front, const QByteArray& back) {
            QByteArray result;
            for (const QByteArray& each : listing.split('\n')) {
                if (!each.isEmpty())
                    result += front + each + back + '\n';
            }
            return result;
        };
        QByteArray escaped = listing;
        escaped.replace(">", "&gt;");
        QTest::newRow("fence") << "Text.\n```shell\n" + listing + "```\nMore text.\n";
        QTest::newRow("indented") << "Text::\n\n" + decorate("    ", "") + "\nMore text.\n";
        QTest::newRow("list") << decorate("- `", "`");
        QTest::newRow("Markdown quotation") << decorate("> ", "");
        QTest::newRow("mail quotation") << decorate(">> > ", "");
        QTest::newRow("Windows line ends") << decorate("", "\r");
        QTest::newRow("HTML") << "<html><body><pre><code>" + escaped + "</code></pre></body></html>\n";
        QTest::newRow("HTML with highlighting")
            << "<pre>" + decorate("<span class=\"line\">", "</span>").replace(" > ", " &gt; ") + "</pre>";
        QTest::newRow("HTML, one line") << "<td class=\"code\"><pre>"
                + decorate("<span class=\"line\">", "</span><br>").replace("\n", "") + "</pre>";
        QTest::newRow("byte order mark") << "\xef\xbb\xbf" + listing;
    }

    void quotationsInDocumentsAreRead()
    {
        QFETCH(QByteArray, document);
        const ReadText text = readText(document);
        QCOMPARE(text.packets.size(), 5U);
        QVERIFY(text.damages.empty());
        QCOMPARE(text.segment(3).sequence.value, 1001U);
        QCOMPARE(text.segment(4).options.sacks()[0].left.value, 1051U);
        for (const ReadPacket& packet : text.packets)
            QCOMPARE(text.capture.store->fetch(packet.packet.offset, std::uint32_t(packet.bytes.size())), packet.bytes);
    }

    void linesThatAMailProgramWrappedAreJoined()
    {
        const ReadText text = readText("> 12:00:00.000000 IP 10.0.0.1.1024 > 10.0.0.2.80: Flags [S], seq\n"
                                       "> 1000, win 64240, options [mss 1460,sackOK,nop,\n"
                                       "> wscale 7], length 0\n"
                                       "> 12:00:00.010000 IP 10.0.0.2.80 > 10.0.0.1.1024: Flags [S.], seq 5000,\n"
                                       "> ack 1001, win 65160, length 0\n");
        QCOMPARE(text.packets.size(), 2U);
        QVERIFY(text.damages.empty());
        QCOMPARE(text.segment(0).options.windowScale, std::uint8_t(7));
        QCOMPARE(text.segment(1).acknowledgment.value, 1001U);
    }

    void theOldBookIsRead()
    {
        const ReadText text
            = readText("1   0.0                   svr4.1037 > bsdi.discard: S 1415531521:1415531521(0)\n"
                       "                          win 4096 <mss 1024>\n"
                       "2   0.002402 (0.0024)     bsdi.discard > svr4.1037: S 1823083521:1823083521(0)\n"
                       "                          ack 1415531522 win 4096 <mss 1024>\n"
                       "3   0.007224 (0.0048)     svr4.1037 > bsdi.discard: . ack 1823083522 win 4096\n");
        QCOMPARE(text.packets.size(), 3U);
        QVERIFY(text.damages.empty());
        QCOMPARE(int(text.segment(1).flags.bits), 0x012);
        QCOMPARE(text.segment(0).options.maximumSegmentSize, std::uint16_t(1024));
        QCOMPARE(text.segment(2).acknowledgment.value, 1823083522U);
        QCOMPARE(text.segment(0).destinationPort, std::uint16_t(9));
        QCOMPARE(text.segment(0).source, text.segment(1).destination);
        QVERIFY(text.packets[0].witness->hasPlaceholders);
        QCOMPARE(formatEpochSeconds(text.packets[2].packet.time), "0.007224000");
    }

    void aLineMissingInADumpIsNamed()
    {
        QByteArray cut = notes();
        cut.replace("\t0x0010:  0af9 accb 8080 18ea 5194 3a03 0000 0000  ........Q.:.....\n", "");
        const ReadText text = readText(cut);
        QCOMPARE(text.packets.size(), 7U);
        QCOMPARE(text.damages.size(), 1U);
        QCOMPARE(text.damages[0].packet.value, 1U);
    }

    void charactersThatLookLikeDigitsAreLeftOut()
    {
        // Somebody's editor made one space of many: only the next line's offset tells where the bytes end.
        const ReadText text
            = readText("12:00:00.000000 IP 10.0.0.1.1 > 10.0.0.2.2: Flags [P.], seq 1:9, ack 1, win 5, length 8\n"
                       "0x0000: 4500 0030 0001 0000 4006 0000 0a00 0001 E..0....@.......\n"
                       "0x0010: 0a00 0002 0001 0002 0000 0001 0000 0001 ................\n"
                       "0x0020: 5018 0005 0000 0000 6162 6364 3132 3334 P.......abcd1234\n");
        QCOMPARE(text.packets[0].bytes.size(), 48U);
        QVERIFY(text.damages.empty());
        QCOMPARE(text.segment(0).payloadLength, 8U);
    }

    void aDumpWithoutASummaryIsAPacket()
    {
        const ReadText text
            = readText("Frame 1, exported:\n\n"
                       "0000  45 10 00 34 2d b9 40 00 40 06 9e 13 0a f9 ac 2a   E..4-.@.@......*\n"
                       "0010  0a f9 ac cb 80 80 18 ea 51 94 3a 04 ab d6 e9 3d   ........Q.:....=\n"
                       "0020  80 10 00 e5 6f 0e 00 00 01 01 08 0a b5 19 17 bb   ....o...........\n"
                       "0030  87 3e 73 c5                                       .>s.\n\n"
                       "450000340000400040060000 0af9ac2a0af9accb808018ea51943a04abd6e93d801100e56f0e0000"
                       "0101080ab51917bb873e73c5\n");
        QCOMPARE(text.packets.size(), 2U);
        QVERIFY(!text.packets[0].witness);
        QCOMPARE(int(text.segment(0).flags.bits), 0x010);
        QCOMPARE(text.packets[1].bytes.size(), 52U);
        QCOMPARE(int(text.segment(1).flags.bits), 0x011);
    }

    void tsharksLinesAreReadWithAndWithoutBytes()
    {
        const QByteArray line
            = "    1   0.000000    10.77.0.1 -> 10.77.0.2    TCP 40 1 > 2 [SYN] Seq=0 Win=64240 Len=0 WS=128\n";
        const ReadText alone = readText(line);
        QCOMPARE(alone.packets.size(), 1U);
        QCOMPARE(int(alone.segment(0).flags.bits), 0x002);
        QCOMPARE(alone.segment(0).options.windowScale, std::uint8_t(7));
        const ReadText whole = readText(line
            + "\n0000  45 00 00 28 00 01 00 00 40 06 00 00 0a 4d 00 01   E..(....@....M..\n"
              "0010  0a 4d 00 02 00 01 00 02 42 cd 44 b3 00 00 00 00   .M......B.D.....\n"
              "0020  50 02 fa f0 00 00 00 00                           P.......\n");
        QCOMPARE(whole.packets.size(), 1U);
        QCOMPARE(whole.segment(0).sequence.value, 0x42cd44b3U);
        QVERIFY(whole.packets[0].witness->hasBytes);
        QVERIFY(!whole.packets[0].witness->sequenceNumber); // counted from 0
    }

    void proseAloneIsAnErrorOfItsOwn()
    {
        const ReadText text = readText("A text about TCP, with 192.168.1.10 > 192.168.1.11 in it.\n");
        QVERIFY(text.packets.empty());
        QCOMPARE(text.damages.size(), 1U);
        QCOMPARE(text.damages[0].error.code, ErrorCode::NoPacketsInText);
    }
};

QTEST_GUILESS_MAIN(TestTextDocuments)
#include "tst_text_documents.moc"
