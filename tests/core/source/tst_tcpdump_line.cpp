// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/tcpdump_line.h"
#include "core/source/text/tshark_line.h"

#include <QTest>

using namespace tcpladder;

namespace {

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), qsizetype(view.size()));
}

TcpdumpLine parse(const char* line)
{
    return parseTcpdumpLine(line);
}

} // namespace

class TestTcpdumpLine : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryFieldOfASynAck()
    {
        const auto line
            = parse("14:58:04.199708 IP 192.168.1.10.6378 > 192.168.1.11.idmgratm: Flags [S.], seq 2882988348, "
                    "ack 1368668676, win 28960, options [mss 1460,sackOK,TS val 2269017029 ecr 3038320571,nop,"
                    "wscale 7], length 0");
        QCOMPARE(line.kind, TcpdumpLineKind::Segment);
        QCOMPARE(text(line.source.host), "192.168.1.10");
        QCOMPARE(text(line.source.port), "6378");
        QCOMPARE(text(line.destination.host), "192.168.1.11");
        QCOMPARE(text(line.destination.port), "idmgratm");
        QCOMPARE(line.segment.flags, TcpFlag::Syn | TcpFlag::Ack);
        QCOMPARE(line.segment.sequence, 2882988348U);
        QCOMPARE(line.segment.acknowledgment, 1368668676U);
        QCOMPARE(line.segment.window, std::uint16_t(28960));
        QCOMPARE(line.segment.payloadLength, 0U);
        QCOMPARE(text(line.segment.options), "mss 1460,sackOK,TS val 2269017029 ecr 3038320571,nop,wscale 7");
        QVERIFY(line.segment.endsWithLength);
    }

    void readsEveryFormOfTime_data()
    {
        QTest::addColumn<QByteArray>("front");
        QTest::addColumn<int>("form");
        QTest::addColumn<qint64>("nanoseconds");
        QTest::newRow("-t") << QByteArray() << int(TextTimeForm::None) << qint64(0);
        QTest::newRow("default") << QByteArray("00:01:02.000003 ") << int(TextTimeForm::TimeOfDay)
                                 << qint64(62'000'003'000);
        QTest::newRow("-tt") << QByteArray("1349367980.467968 ") << int(TextTimeForm::Epoch)
                             << qint64(1'349'367'980'467'968'000);
        QTest::newRow("-ttt") << QByteArray(" 00:00:00.094145 ") << int(TextTimeForm::TimeOfDay) << qint64(94'145'000);
        QTest::newRow("-ttt, backwards") << QByteArray("-00:00:00.000001 ") << int(TextTimeForm::TimeOfDay)
                                         << qint64(-1000);
        QTest::newRow("-tttt") << QByteArray("2012-10-04 16:26:20.467968 ") << int(TextTimeForm::Date)
                               << qint64(1'349'367'980'467'968'000);
        QTest::newRow("nanoseconds") << QByteArray("1795326217.513684041 ") << int(TextTimeForm::Epoch)
                                     << qint64(1'795'326'217'513'684'041);
        QTest::newRow("later than can be said") << QByteArray("9700000000.000001 ") << int(TextTimeForm::Epoch)
                                                << qint64(lastTextSecond * 1'000'000'000 + 1000);
        QTest::newRow("-#") << QByteArray("  100  1349367980.467968 ") << int(TextTimeForm::Epoch)
                            << qint64(1'349'367'980'467'968'000);
        QTest::newRow("-# -t") << QByteArray("    1  ") << int(TextTimeForm::None) << qint64(0);
        QTest::newRow("TCP/IP Illustrated")
            << QByteArray("2   0.002402 (0.0024)     ") << int(TextTimeForm::Elapsed) << qint64(2'402'000);
    }

    void readsEveryFormOfTime()
    {
        QFETCH(QByteArray, front);
        QFETCH(int, form);
        QFETCH(qint64, nanoseconds);
        const QByteArray line = front + "IP 10.0.0.1.1024 > 10.0.0.2.80: Flags [.], ack 1, win 63, length 0";
        const TcpdumpLine parsed = parseTcpdumpLine(line.constData());
        QCOMPARE(parsed.kind, TcpdumpLineKind::Segment);
        QCOMPARE(int(parsed.time.form), form);
        QCOMPARE(qint64(parsed.time.value.count()), nanoseconds);
        QCOMPARE(text(parsed.source.host), "10.0.0.1");
    }

    void passesOverWhatStandsInFrontOfTheAddresses_data()
    {
        QTest::addColumn<QByteArray>("front");
        QTest::newRow("interface and direction") << QByteArray("05:43:37.513684 ifb0  Out IP ");
        QTest::newRow("interface that is gone") << QByteArray("05:43:37.513684 ?     In  IP ");
        QTest::newRow("Ethernet") << QByteArray("16:26:20.467968 b0:75:0c:00:00:01 > 1c:7e:e5:4c:a1:cb, ethertype IPv4 "
                                                "(0x0800), length 58: ");
        QTest::newRow("Ethernet without a time, and the card's maker")
            << QByteArray("    1  00:00:00:00:00:01 (oui Ethernet) > 00:00:00:00:00:02 (oui Unknown), ethertype IPv4 "
                          "(0x0800), length 54: ");
        QTest::newRow("a time that could not be told") << QByteArray("[Error converting time] IP ");
        QTest::newRow("SLL2 with -e") << QByteArray(
            "05:43:37.513684 ifb0  Out ifindex 2 02:00:00:00:77:01 ethertype IPv4 "
            "(0x0800), length 80: ");
        QTest::newRow("BSD loopback with -e") << QByteArray("14:23:04.904305 AF IPv4 (2), length 68: ");
        QTest::newRow("PPPoE") << QByteArray("16:40:55.856435 PPPoE  [ses 0x69d] IP ");
        QTest::newRow("tunnel") << QByteArray("07:29:43.239453 IP 81.131.67.131 > 192.88.99.1: IP ");
        QTest::newRow("cut packet") << QByteArray("07:29:43.239453 IP truncated-ip - 24 bytes missing! ");
        QTest::newRow("old tcpdump") << QByteArray("07:29:43.239453 ");
    }

    void passesOverWhatStandsInFrontOfTheAddresses()
    {
        QFETCH(QByteArray, front);
        const QByteArray line = front + "10.77.0.1.41603 > 10.77.0.2.8000: Flags [F.], seq 5, ack 6, win 64, length 0";
        const TcpdumpLine parsed = parseTcpdumpLine(line.constData());
        QCOMPARE(parsed.kind, TcpdumpLineKind::Segment);
        QCOMPARE(text(parsed.source.host), "10.77.0.1");
        QCOMPARE(text(parsed.source.port), "41603");
        QCOMPARE(text(parsed.destination.host), "10.77.0.2");
        QCOMPARE(parsed.segment.sequence, 5U);
    }

    void readsNamesWithPointsAndDashes()
    {
        const auto line
            = parse("00:00:00.000001 IP db_primary.internal.ftp-data > mail-gw.1140: Flags [none], win 1, length 0");
        QCOMPARE(line.kind, TcpdumpLineKind::Segment);
        QCOMPARE(text(line.source.host), "db_primary.internal");
        QCOMPARE(text(line.source.port), "ftp-data");
        QCOMPARE(text(line.destination.host), "mail-gw");
        QCOMPARE(line.segment.flags, TcpFlags());
    }

    void readsIpv6WithItsHeader()
    {
        const auto line
            = parse("05:40:38.958026 IP6 (class 0xc0, flowlabel 0xd8682, hlim 63, next-header TCP (6) payload "
                    "length: 40) fd77::1.42057 > fd77::2.8000: Flags [S], cksum 0x173c (correct), seq 3258596628, "
                    "win 64800, length 0");
        QCOMPARE(line.kind, TcpdumpLineKind::Segment);
        QVERIFY(line.isIpv6);
        QCOMPARE(text(line.source.host), "fd77::1");
        QCOMPARE(text(line.destination.port), "8000");
        QVERIFY(line.ip);
        QCOMPARE(int(line.ip->timeToLive), 63);
        QCOMPARE(int(line.ip->trafficClass), 0xc0);
        QCOMPARE(line.ip->tcpLength, 40U);
        QCOMPARE(line.segment.checksum, std::uint16_t(0x173c));
        QVERIFY(line.segment.checksumIsGood);
    }

    void readsBothLinesOfTheVerboseForm()
    {
        const auto header
            = parse("16:40:55.856435 IP (tos 0x10, ttl 128, id 311, offset 0, flags [DF], proto TCP (6), length 48)");
        QCOMPARE(header.kind, TcpdumpLineKind::Header);
        QCOMPARE(int(header.ip->identification), 311);
        QCOMPARE(int(header.ip->timeToLive), 128);
        QCOMPARE(header.ip->tcpLength, 28U);
        QVERIFY(header.ip->dontFragment);
        const auto untold = parse("    3  [Error converting time] IP (tos 0x10, ttl 128, id 311, offset 0, flags [DF], "
                                  "proto TCP (6), length 48)");
        QCOMPARE(untold.kind, TcpdumpLineKind::Header);
        QVERIFY(untold.isNumbered);
        const auto second
            = parse("    10.0.0.1.179 > 10.0.0.2.1024: Flags [P.], cksum 0x5858 (incorrect -> 0xe30a), seq 1:9, "
                    "ack 1, win 5, length 8: BGP");
        QCOMPARE(second.kind, TcpdumpLineKind::Segment);
        QVERIFY(!second.namesProtocol);
        QVERIFY(second.segment.checksumIsWrong);
        QCOMPARE(second.segment.payloadLength, 8U);
    }

    void readsTheRareParts()
    {
        const auto urgent
            = parse("1.000000 IP 10.0.0.1.1 > 10.0.0.2.2: Flags [P.U], seq 51:52, ack 1, win 63, urg 1, length 1");
        QCOMPARE(urgent.segment.urgentPointer, std::uint16_t(1));
        QCOMPARE(urgent.segment.flags, TcpFlag::Psh | TcpFlag::Ack | TcpFlag::Urg);
        const auto stray = parse(
            "IP 10.0.0.1.1 > 10.0.0.2.2: Flags [none], seq 7, [ack 9 != 0 while ACK flag not set], win 512, length 0");
        QCOMPARE(stray.segment.acknowledgment, 9U);
        QVERIFY(stray.segment.endsWithLength);
        const auto ecn = parse("IP 10.0.0.1.1 > 10.0.0.2.2: Flags [SEWe], seq 7, win 512, length 0");
        QCOMPARE(ecn.segment.flags, TcpFlag::Syn | TcpFlag::Ece | TcpFlag::Cwr | TcpFlag::Ae);
        const auto brackets = parse("IP 10.0.0.1.1 > 10.0.0.2.2: Flags [S], seq 7, win 5, options [mptcp 4 capable v1 "
                                    "flags [H],eol], length 0");
        QCOMPARE(text(brackets.segment.options), "mptcp 4 capable v1 flags [H],eol");
        const auto cut = parse("IP 10.0.0.1.1 > 10.0.0.2.2: Flags [.], seq 1:5, ack 1, win 5, options [nop,TS[|tcp]>");
        QVERIFY(cut.segment.cut);
        const auto wrapped = parse("IP 10.0.0.1.1 > 10.0.0.2.2: Flags [S], seq 7,");
        QCOMPARE(wrapped.kind, TcpdumpLineKind::Segment);
        QVERIFY(!wrapped.segment.endsWithLength);
    }

    void readsQuietLines()
    {
        const auto line = parse("16:26:20.467968 IP 192.168.0.100.13047 > 3.3.3.3.13054: tcp 78");
        QCOMPARE(line.kind, TcpdumpLineKind::Segment);
        QVERIFY(!line.segment.flags);
        QCOMPARE(line.segment.payloadLength, 78U);
    }

    void readsTheOldSpelling()
    {
        const auto syn = parse(
            "1   0.0                   svr4.1037 > bsdi.discard: S 1415531521:1415531521(0) win 4096 <mss 1024>");
        QCOMPARE(syn.kind, TcpdumpLineKind::Segment);
        QCOMPARE(text(syn.source.host), "svr4");
        QCOMPARE(text(syn.destination.port), "discard");
        QCOMPARE(syn.segment.flags, TcpFlags(0x002));
        QCOMPARE(syn.segment.sequence, 1415531521U);
        QCOMPARE(text(syn.segment.options), "mss 1024");
        const auto ack
            = parse("10:20:30.123456 IP 10.0.0.1.1024 > 10.0.0.2.80: . [tcp sum ok] ack 1823083522 win 4096 (DF)");
        QCOMPARE(ack.segment.flags, TcpFlags(0x010));
        QCOMPARE(ack.segment.acknowledgment, 1823083522U);
        QVERIFY(ack.segment.checksumIsGood);
        const auto fin = parse("10:20:30.123456 10.0.0.1.1024 > 10.0.0.2.80: FP 1:100(99) ack 1 win 4096 urg 5");
        QCOMPARE(fin.segment.flags, TcpFlags(0x039));
        QCOMPARE(fin.segment.payloadLength, 99U);
        const auto ecn = parse("10:20:30.123456 10.0.0.1.1024 > 10.0.0.2.80: S [ECN-Echo,CWR] 5:5(0) win 4096");
        QCOMPARE(ecn.segment.flags, TcpFlags(0x0c2));
    }

    void readsTsharksLines_data()
    {
        QTest::addColumn<QByteArray>("line");
        const QByteArray values = " [SYN, ACK] Seq=0 Ack=1 Win=65160 Len=0 MSS=1460 SACK_PERM TSval=7 TSecr=5 WS=1024";
        const QByteArray arrow = "\xe2\x86\x92";
        QTest::newRow("tshark") << "    2   0.020392    10.77.0.2 " + arrow + " 10.77.0.1    TCP 74 8000 " + arrow
                + " 40662" + values;
        QTest::newRow("old tshark") << "  2   0.020392    10.77.0.2 -> 10.77.0.1    TCP 74 8000 > 40662" + values;
        QTest::newRow("remark") << "    2   0.020392    10.77.0.2 " + arrow
                + " 10.77.0.1    TCP 74 [TCP Retransmission] 8000 " + arrow + " 40662" + values;
        QTest::newRow("Wireshark")
            << "      2 0.020392       10.77.0.2             10.77.0.1             TCP      74     8000 " + arrow
                + " 40662" + values;
    }

    void readsTsharksLines()
    {
        QFETCH(QByteArray, line);
        const TcpdumpLine parsed = parseTcpdumpLine(line.constData());
        QCOMPARE(parsed.kind, TcpdumpLineKind::Segment);
        QCOMPARE(text(parsed.source.host), "10.77.0.2");
        QCOMPARE(text(parsed.source.port), "8000");
        QCOMPARE(text(parsed.destination.host), "10.77.0.1");
        QCOMPARE(text(parsed.destination.port), "40662");
        QCOMPARE(parsed.segment.flags, TcpFlag::Syn | TcpFlag::Ack);
        QCOMPARE(parsed.segment.acknowledgment, 1U);
        QCOMPARE(parsed.segment.window, std::uint16_t(65160));
        QCOMPARE(tsharkOptionsAsTcpdump(parsed.segment.options), "mss 1460,sackOK,TS val 7 ecr 5,wscale 10");
    }

    void aScaledWindowIsNotTakenForTheHeaders()
    {
        const auto line = parse(
            "    3   0.020430    10.77.0.1 -> 10.77.0.2    TCP 66 40662 > 8000 [ACK] Seq=1 Ack=1 Win=64512 Len=0");
        QCOMPARE(line.kind, TcpdumpLineKind::Segment);
        QVERIFY(!line.segment.window);
    }

    void tellsPacketsOfOtherProtocols_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("kind");
        const auto other = int(TcpdumpLineKind::OtherPacket);
        QTest::newRow("ARP") << QByteArray("20:31:17.039331 ARP, Request who-has 2.1.1.2 tell 2.1.1.1, length 28")
                             << other;
        QTest::newRow("ARP, -t") << QByteArray("ARP, Request who-has 2.1.1.2 tell 2.1.1.1, length 28") << other;
        QTest::newRow("UDP") << QByteArray(
            "20:31:17.039331 IP 10.0.0.1.53 > 10.0.0.2.5353: 56178+ A? www.example.org. (33)")
                             << other;
        QTest::newRow("fragment") << QByteArray("20:31:17.039331 IP 10.0.0.1 > 10.0.0.2: ip-proto-6") << other;
        QTest::newRow("tshark") << QByteArray("   4   0.043945    10.77.0.1 -> 10.77.0.2    HTTP 116 GET / HTTP/1.1")
                                << other;
        QTest::newRow("unknown") << QByteArray("20:31:17.039331 CFMv0 unknown (204), MD Level 0, length 168") << other;
        QTest::newRow("ICMP error") << QByteArray(
            "20:31:17.039331 IP 10.0.0.1 > 10.0.0.2: ICMP 10.0.0.1 tcp port 80 unreachable, length 68")
                                    << int(TcpdumpLineKind::Quotation);
    }

    void tellsPacketsOfOtherProtocols()
    {
        QFETCH(QByteArray, line);
        QFETCH(int, kind);
        QCOMPARE(int(parseTcpdumpLine(line.constData()).kind), kind);
    }

    void passesOverProse_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("words") << QByteArray("192.168.1.10 is where redis listens, on port 6378.");
        QTest::newRow("comparison") << QByteArray("a > b: S is a state and win is a word");
        QTest::newRow("command") << QByteArray("tcpdump -i eth0 -n 'port 6378 and tcp'  -X -s 0 -S");
        QTest::newRow("clock") << QByteArray("14:58:04 the capture began");
        QTest::newRow("protocol's name") << QByteArray("IP is older than TCP > UDP");
        QTest::newRow("decoded payload") << QByteArray("\t  Origin (1), length: 1, Flags [T]: EGP");
    }

    void passesOverProse()
    {
        QFETCH(QByteArray, line);
        QCOMPARE(parseTcpdumpLine(line.constData()).kind, TcpdumpLineKind::Prose);
    }

    void saysWhereASegmentCannotBeRead_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("letter") << QByteArray("IP 10.0.0.1.1 > 10.0.0.2.2: Flags [X], seq 7, win 512, length 0");
        QTest::newRow("number") << QByteArray("IP 10.0.0.1.1 > 10.0.0.2.2: Flags [S], seq ?, win 512, length 0");
        QTest::newRow("too large") << QByteArray(
            "IP 10.0.0.1.1 > 10.0.0.2.2: Flags [S], seq 4294967296, win 512, length 0");
        QTest::newRow("no port") << QByteArray("12:00:00.000000 IP a > b: Flags [S], seq 7, win 512, length 0");
        QTest::newRow("no arrow") << QByteArray("12:00:00.000000 IP 10.0.0.1.1: Flags [S], seq 7, win 512, length 0");
    }

    void saysWhereASegmentCannotBeRead()
    {
        QFETCH(QByteArray, line);
        QCOMPARE(parseTcpdumpLine(line.constData()).kind, TcpdumpLineKind::Unreadable);
    }
};

QTEST_GUILESS_MAIN(TestTcpdumpLine)
#include "tst_tcpdump_line.moc"
