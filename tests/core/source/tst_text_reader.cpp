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

QString endpoint(const IpAddress& address, std::uint16_t port)
{
    return QString::fromStdString(formatAddress(address)) + ' ' + QString::number(port);
}

} // namespace

class TestTextReader : public QObject
{
    Q_OBJECT

private slots:
    void readsBothListingsOfTheNotes()
    {
        const ReadText text = readText(notes());
        QCOMPARE(text.packets.size(), 7U);
        QVERIFY(text.damages.empty());
        for (const ReadPacket& packet : text.packets)
            QVERIFY(packet.segment);
        QCOMPARE(endpoint(text.segment(0).source, text.segment(0).sourcePort), "10.249.172.42 32896");
        QCOMPARE(endpoint(text.segment(0).destination, text.segment(0).destinationPort), "10.249.172.203 6378");
        QCOMPARE(int(text.segment(0).flags.bits), 0x002);
        QCOMPARE(int(text.segment(1).flags.bits), 0x012);
        QCOMPARE(int(text.segment(3).flags.bits), 0x010); // what the bytes say; the summary says FIN
        QCOMPARE(text.segment(3).sequence.value, 2221282036U);
        QCOMPARE(text.segment(6).acknowledgment.value, 81895239U);
        QCOMPARE(text.segment(1).checksumStatus, ChecksumStatus::Good);
        QCOMPARE(formatEpochSeconds(text.packets[0].packet.time), "53884.199325000");
    }

    void handsOnWhatTheSummarySays()
    {
        const ReadText text = readText(notes());
        const auto& witness = text.packets.at(3).witness;
        QVERIFY(witness);
        QVERIFY(witness->hasBytes);
        QCOMPARE(witness->source, "192.168.1.10");
        QCOMPARE(witness->destinationPort, "33964");
        QCOMPARE(witness->flags, TcpFlag::Fin | TcpFlag::Ack);
        QCOMPARE(witness->sequenceNumber, 2221282036U);
        QCOMPARE(int(witness->line), 39);
    }

    void theStoreGivesThePacketAndItsLinesAgain()
    {
        const ReadText text = readText(notes());
        for (const ReadPacket& packet : text.packets)
            QCOMPARE(text.capture.store->fetch(packet.packet.offset, std::uint32_t(packet.bytes.size())), packet.bytes);
        const auto source = text.capture.store->sourceText(text.packets.at(3).packet.offset);
        QVERIFY(source);
        QCOMPARE(int(source->firstLine), 39);
        QVERIFY(source->text.starts_with("18:19:17.089341 IP"));
        QVERIFY(source->text.ends_with("..O."));
    }

    void relativeNumbersBecomeAbsolute()
    {
        const ReadText text = readText(relativeListing());
        QCOMPARE(text.packets.size(), 5U);
        QCOMPARE(text.segment(0).sequence.value, 1000U);
        QCOMPARE(text.segment(2).acknowledgment.value, 5001U);
        QCOMPARE(text.segment(3).sequence.value, 1001U);
        QCOMPARE(text.segment(3).payloadLength, 100U);
        QCOMPARE(text.segment(4).acknowledgment.value, 1101U);
        QCOMPARE(text.segment(4).options.sacks().size(), 1U);
        QCOMPARE(text.segment(4).options.sacks()[0].left.value, 1051U);
        QCOMPARE(text.segment(0).options.windowScale, std::uint8_t(7));
        QCOMPARE(text.segment(0).options.maximumSegmentSize, std::uint16_t(1460));
    }

    void absoluteNumbersStay()
    {
        const ReadText text = readText(answer("12:00:00.000001", "Flags [S.], seq 5000, ack 1001, win 65160, length 0")
            + line("12:00:00.010100", "Flags [.], ack 5001, win 502, length 0")
            + line("12:00:00.020000", "Flags [P.], seq 1001:1101, ack 5001, win 502, length 100"));
        QCOMPARE(text.segment(1).acknowledgment.value, 5001U);
        QCOMPARE(text.segment(2).sequence.value, 1001U);
    }

    void relativeNumbersGoRoundTheEndOfTheSequenceSpace()
    {
        const ReadText text = readText(line("12:00:00.000000", "Flags [S], seq 4294967290, win 64240, length 0")
            + answer("12:00:00.010000", "Flags [S.], seq 4294967295, ack 4294967291, win 65160, length 0")
            + line("12:00:00.020000", "Flags [P.], seq 1:101, ack 1, win 502, length 100")
            + answer("12:00:00.030000", "Flags [.], ack 101, win 501, length 0"));
        QCOMPARE(text.segment(2).sequence.value, 4294967291U);
        QCOMPARE(text.segment(2).acknowledgment.value, 0U);
        QCOMPARE(text.segment(3).acknowledgment.value, 95U);
    }

    void whatASummaryDoesNotSayIsUnknown()
    {
        const ReadText text = readText(relativeListing());
        const Segment& bareAck = text.segment(2);
        QVERIFY(!bareAck.known.has(TcpField::Sequence));
        QCOMPARE(bareAck.sequence.value, 1001U); // the next one in its direction
        QVERIFY(!bareAck.known.has(TcpField::Checksum));
        QCOMPARE(bareAck.checksumStatus, ChecksumStatus::Unknown);
        QVERIFY(bareAck.known.has(TcpField::Acknowledgment));
        QVERIFY(bareAck.known.has(TcpField::PayloadLength));
        QVERIFY(!text.packets[2].witness->hasBytes);
        const ReadText quiet = readText("12:00:00.000000 IP 10.0.0.1.1024 > 10.0.0.2.80: tcp 78\n");
        QVERIFY(!quiet.segment(0).known.has(TcpField::OffsetAndFlags));
        QCOMPARE(quiet.segment(0).payloadLength, 78U);
    }

    void aHeaderLengthIsKnownWhereTheLineTells_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<bool>("isKnown");
        QTest::addColumn<int>("headerLength");
        const QByteArray verbose = "12:00:00.000000 IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto TCP (6), "
                                   "length 60)\n    ";
        const QByteArray addresses = "10.0.0.1.1024 > 10.0.0.2.80: ";
        QTest::newRow("all options") << line("12:00:00.000000", "Flags [S], seq 1, win 5, options [mss 1460], length 0")
                                     << true << 24;
        QTest::newRow("a damaged option")
            << line("12:00:00.000000", "Flags [S], seq 1, win 5, options [mss 1460,[bad opt]], length 0") << false << 0;
        QTest::newRow("cut") << line("12:00:00.000000", "Flags [S], seq 1, win 5, options [[|tcp]>") << false << 0;
        QTest::newRow("cut, with IP's length")
            << verbose + addresses + "Flags [S], seq 1, win 5, options [mss 1460,[bad opt]], length 0\n"
            << true << 40;
        QTest::newRow("quiet") << QByteArray("12:00:00.000000 IP ") + addresses + "tcp 78\n" << false << 0;
        QTest::newRow("quiet, with IP's length") << verbose + addresses + "tcp 20\n" << true << 20;
    }

    void aHeaderLengthIsKnownWhereTheLineTells()
    {
        QFETCH(QByteArray, lines);
        QFETCH(bool, isKnown);
        const ReadText text = readText(lines);
        QCOMPARE(text.segment(0).known.has(TcpField::HeaderLength), isKnown);
        if (isKnown)
            QTEST(int(text.segment(0).headerLength), "headerLength");
    }

    void theStoreRebuildsWhatTheReaderRebuilt()
    {
        const ReadText text = readText("Some words first.\n\n" + relativeListing());
        for (const ReadPacket& packet : text.packets)
            QCOMPARE(text.capture.store->fetch(packet.packet.offset, std::uint32_t(packet.bytes.size())), packet.bytes);
        QCOMPARE(int(text.capture.store->sourceText(text.packets[4].packet.offset)->firstLine), 7);
    }

    void packetsOfOtherProtocolsAreCounted()
    {
        const ReadText text = readText("12:00:00.000000 ARP, Request who-has 10.0.0.2 tell 10.0.0.1, length 28\n"
            + line("12:00:00.000001", "Flags [S], seq 1, win 5, length 0"));
        QCOMPARE(text.packets.size(), 2U);
        QVERIFY(!text.packets[0].segment);
        QCOMPARE(text.segment(1).packet.value, 2U);
    }

    void aSegmentQuotedInAnIcmpErrorIsNoSegment()
    {
        const ReadText text
            = readText("12:00:00.000000 IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto ICMP (1), length 68)\n"
                       "    10.0.0.2 > 10.0.0.1: ICMP 10.0.0.2 tcp port 80 unreachable, length 48\n"
                       "\tIP (tos 0x0, ttl 64, id 2, offset 0, flags [DF], proto TCP (6), length 40)\n"
                       "    10.0.0.1.1024 > 10.0.0.2.80: Flags [S], seq 1, win 5, length 0\n");
        QCOMPARE(text.packets.size(), 1U);
        QVERIFY(!text.packets[0].segment);
    }

    void aTunnelledSegmentIsTheInnermostOne()
    {
        const ReadText text
            = readText("12:00:00.000000 IP (tos 0x0, ttl 2, id 0, offset 0, flags [DF], proto UDP (17), length 116)\n"
                       "    192.0.2.1.62974 > 192.0.2.2.6081: [no cksum] Geneve, Flags [none], vni 0x0\n"
                       "\tIP (tos 0x0, ttl 64, id 55620, offset 0, flags [none], proto TCP (6), length 40)\n"
                       "    10.0.0.1.2905 > 10.0.0.2.8080: Flags [.], seq 7, ack 9, win 512, length 0\n");
        QCOMPARE(text.packets.size(), 1U);
        QCOMPARE(endpoint(text.segment(0).source, text.segment(0).sourcePort), "10.0.0.1 2905");
        QCOMPARE(int(text.segment(0).timeToLive), 64);
        QCOMPARE(formatEpochSeconds(text.packets[0].packet.time), "43200.000000000");
    }

    void aHostWithoutAddressKeepsOnePlaceholder()
    {
        const ReadText text = readText(
            "12:00:00.000000 IP client.example.1024 > 10.0.0.2.http: Flags [S], seq 1, win 5, length 0\n"
            "12:00:00.000001 IP 10.0.0.2.http > client.example.1024: Flags [S.], seq 8, ack 2, win 5, length 0\n"
            "12:00:00.000002 IP6 client.example.1024 > fd77::2.nosuchservice: Flags [S], seq 1, win 5, length 0\n");
        QCOMPARE(text.segment(0).source, text.segment(1).destination);
        QCOMPARE(int(text.segment(0).source.bytes[0]), 240);
        QCOMPARE(text.segment(0).destinationPort, std::uint16_t(80));
        QCOMPARE(text.segment(2).source.version, IpVersion::V6);
        QCOMPARE(text.segment(2).destinationPort, std::uint16_t(65535));
    }

    void timesPassMidnight()
    {
        const ReadText text = readText(line("23:59:59.999999", "Flags [S], seq 1, win 5, length 0")
            + line("00:00:00.000001", "Flags [S], seq 1, win 5, length 0"));
        QCOMPARE(formatEpochSeconds(text.packets[1].packet.time), "86400.000001000");
    }

    void differencesAreToldFromTimesOfDay_data()
    {
        QTest::addColumn<QByteArray>("third");
        QTest::addColumn<QByteArray>("time");
        QTest::newRow("-ttt") << QByteArray("00:00:00.100000") << QByteArray("0.300000000");
        QTest::newRow("-ttttt") << QByteArray("00:00:00.300000") << QByteArray("0.300000000");
    }

    void differencesAreToldFromTimesOfDay()
    {
        QFETCH(QByteArray, third);
        QFETCH(QByteArray, time);
        const char* syn = "Flags [S], seq 1, win 5, length 0";
        const ReadText text
            = readText(line(" 00:00:00.000000", syn) + line(" 00:00:00.200000", syn) + line(" " + third, syn));
        QCOMPARE(QByteArray::fromStdString(formatEpochSeconds(text.packets[2].packet.time)), time);
    }

    void withoutTimesThereAreNone()
    {
        const ReadText text = readText("IP 10.0.0.1.1 > 10.0.0.2.2: Flags [S], seq 1, win 5, length 0\n"
                                       "IP (tos 0x0, ttl 3, id 1, offset 0, flags [DF], proto TCP (6), length 40)\n"
                                       "    10.0.0.2.2 > 10.0.0.1.1: Flags [S.], seq 7, ack 2, win 5, length 0\n");
        QCOMPARE(text.packets.size(), 2U);
        QCOMPARE(text.packets[0].packet.time, unknownTime);
        QCOMPARE(int(text.segment(1).timeToLive), 3);
    }

    void aPacketWhoseTimeCannotBeToldIsOne()
    {
        const auto packet = [](const QByteArray& time, int port) {
            return time + " IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 40)\n    10.0.0.1."
                + QByteArray::number(port) + " > 10.0.0.2.80: Flags [S], seq 1, win 5, length 0\n";
        };
        const ReadText text = readText(packet("12:00:00.000000", 1001) + packet("[Error converting time]", 1002)
            + packet("12:00:00.000002", 1003) + "12:00:00.000003 ARP, Request who-has 10.0.0.2 tell 10.0.0.1\n");
        QCOMPARE(text.packets.size(), 4U);
        QCOMPARE(int(text.segment(1).sourcePort), 1002);
        QCOMPARE(text.packets[1].packet.time, unknownTime);
        QCOMPARE(int(text.segment(2).sourcePort), 1003);
    }

    void anUnreadableLineIsCountedAndNamed()
    {
        const ReadText text = readText("Prose.\n" + line("12:00:00.000000", "Flags [S], seq 1, win 5, length 0")
            + line("12:00:00.000001", "Flags [S], seq one, win 5, length 0")
            + line("12:00:00.000002", "Flags [S], seq 1, win 5, length 0"));
        QCOMPARE(text.packets.size(), 3U);
        QVERIFY(!text.packets[1].segment);
        QCOMPARE(text.damages.size(), 1U);
        QVERIFY(text.damages[0].canContinue);
        QCOMPARE(text.damages[0].error.code, ErrorCode::UnreadableLine);
        QCOMPARE(int(*text.damages[0].line), 3);
        QCOMPARE(text.damages[0].packet.value, 2U);
    }
};

QTEST_GUILESS_MAIN(TestTextReader)
#include "tst_text_reader.moc"
