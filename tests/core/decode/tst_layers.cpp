// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/decoder.h"
#include "tests/support/byte_writer.h"
#include "tests/support/packet_builder.h"

#include <QTest>

using namespace tcpladder;

namespace {

PacketSpec innerSpec(bool isV6)
{
    PacketSpec spec;
    if (isV6) {
        spec.source = "2001:db8::1";
        spec.destination = "2001:db8::2";
    }
    spec.sourcePort = 51000;
    spec.destinationPort = 8080;
    spec.flags = TcpFlag::Psh | TcpFlag::Ack;
    spec.payload = "hello";
    return spec;
}

std::expected<Segment, DecodeProblem> decode(int linkType, Bytes bytes)
{
    Packet packet;
    packet.bytes = bytes;
    packet.originalLength = static_cast<std::uint32_t>(bytes.size());
    return decodeSegment(packet, LinkType(linkType));
}

std::vector<std::byte> behind(const char* headerHex, bool isV6 = false)
{
    return ByteWriter().hex(headerHex).append(buildIpPacket(innerSpec(isV6))).bytes();
}

QString namesOf(int linkType, Bytes bytes)
{
    QStringList names;
    for (const LayerRange& range : listLayers(LinkType(linkType), bytes, static_cast<std::uint32_t>(bytes.size())))
        names += QString::fromUtf8(layerName(range.layer).data(), qsizetype(layerName(range.layer).size()));
    return names.join(QStringLiteral(" > "));
}

// What stands in front in the rows below.
constexpr auto ethernetTo = "020000000002020000000001";
constexpr auto ethernetIpv4Udp = "0200000000020200000000010800 4500000000000000401100000a0000630a000064";

} // namespace

class TestLayers : public QObject
{
    Q_OBJECT

private slots:
    void findsTheSameSegmentBehindEveryLinkLayer_data()
    {
        QTest::addColumn<int>("linkType");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<bool>("isV6");
        QTest::addColumn<QString>("names");
        const auto row
            = [](const char* name, int linkType, const QByteArray& header, const char* names, bool isV6 = false) {
                  QTest::newRow(name) << linkType << header << isV6 << QString::fromLatin1(names);
              };
        const QByteArray ethernet = ethernetTo;
        row("802.3 with LLC and SNAP", 1, ethernet + "0035aaaa030000000800", "Ethernet > LLC > IPv4");
        row("802.1Q", 1, ethernet + "810000050800", "Ethernet > 802.1Q > IPv4");
        row("QinQ", 1, ethernet + "88a800058100000686dd", "Ethernet > 802.1Q > 802.1Q > IPv6", true);
        row("802.1ah", 1, ethernet + "88e700123456" + ethernet + "0800", "Ethernet > 802.1ah > Ethernet > IPv4");
        row("E-tag", 1, ethernet + "893f100000d300000800", "Ethernet > 802.1BR > IPv4");
        row("VN-Tag", 1, ethernet + "8926800040050800", "Ethernet > VN-Tag > IPv4");
        row("MACsec, integrity only", 1, ethernet + "88e50000000000010800", "Ethernet > MACsec > IPv4");
        row("NSH", 1, ethernet + "894f00020201000001ff", "Ethernet > NSH > IPv4");
        row("MPLS, two labels", 1, ethernet + "88470001003f00020140", "Ethernet > MPLS > IPv4");
        row("MPLS, Ethernet pseudowire", 1, ethernet + "88470001014000000000" + ethernet + "0800",
            "Ethernet > MPLS > Ethernet > IPv4");
        row("PPPoE", 1, ethernet + "8864110000010035 0021", "Ethernet > PPPoE > PPP > IPv4");
        row("preamble", 274, "55555555555555d5" + ethernet + "0800", "Ethernet preamble > Ethernet > IPv4");
        row("Token Ring with a route", 6, "1040020000000002820000000001 04300011 aaaa030000000800",
            "Token Ring > LLC > IPv4");
        row("FDDI", 10, "50" + ethernet + "aaaa030000000800", "FDDI > LLC > IPv4");
        row("ARCNET, RFC 1201", 7, "0102d4000001", "ARCNET > IPv4");
        row("ARCNET of Linux, RFC 1051", 129, "01020000f0", "ARCNET > IPv4");
        row("IP over Fibre Channel", 122, "00000200000000020000020000000001aaaa030000000800",
            "Fibre Channel > LLC > IPv4");
        row("RFC 1483", 100, "aaaa030000000800", "LLC > IPv4");
        row("IEEE 1394", 138, "000000000000000200000000000000010800", "IEEE 1394 > IPv4");
        row("PPP with framing", 9, "ff030021", "PPP > IPv4");
        row("PPP without", 9, "0057", "PPP > IPv6", true);
        row("PPP, compressed protocol", 50, "21", "PPP > IPv4");
        row("PPP with direction", 204, "01ff030021", "PPP direction > PPP > IPv4");
        row("pppd", 166, "00030021", "pppd > PPP > IPv4");
        row("Cisco HDLC", 104, "0f000800", "Cisco HDLC > IPv4");
        row("Cisco HDLC called PPP", 9, "0f000800", "Cisco HDLC > IPv4");
        row("Cisco HDLC, IPv6 called IPv4", 104, "0f000800", "Cisco HDLC > IPv6", true);
        row("Frame Relay", 107, "184103cc", "Frame Relay > IPv4");
        row("Frame Relay of Cisco", 107, "18410800", "Frame Relay > IPv4");
        row("cooked", 113, "00000001000602000000000100000800", "Linux cooked capture > IPv4");
        row("cooked, LLC", 113, "00000001000602000000000100000004aaaa030000000800",
            "Linux cooked capture > LLC > IPv4");
        row("cooked 2", 276, "86dd0000000000020001000602000000 00010000", "Linux cooked capture 2 > IPv6", true);
        row("null, little endian", 0, "02000000", "BSD loopback > IPv4");
        row("null, big endian, macOS' IPv6", 0, "0000001e", "BSD loopback > IPv6", true);
        row("loop", 108, "00000018", "OpenBSD loopback > IPv6", true);
        row("pflog", 117, QByteArray("3d020000") + QByteArray(60 * 2, '0'), "pflog > IPv4");
        row("enc", 109, "020000000000000100000000", "enc > IPv4");
        row("ipnet", 226, "011a0000" + QByteArray(20 * 2, '0'), "ipnet > IPv6", true);
        row("NFLOG", 239, "02000000 08000100 08000000 05000a0078000000 04000900", "NFLOG > IPv4");
        row("raw, BSD's number", 12, "", "IPv4");
        row("raw IPv6", 229, "", "IPv6", true);
        row("802.11", 105, "0801000002000000000102000000000202000000000300 00aaaa030000000800", "802.11 > LLC > IPv4");
        row("802.11, QoS, four addresses", 105,
            "8803000002000000000102000000000202000000000300 00020000000004 0000 aaaa030000000800",
            "802.11 > LLC > IPv4");
        row("radiotap", 127, "000008000000000008010000020000000001020000000002020000000003 0000aaaa030000000800",
            "radiotap > 802.11 > LLC > IPv4");
        row("radiotap with padded QoS header", 127,
            "00000900 02000000 20 88010000020000000001020000000002020000000003 00000000 0000 aaaa030000000800",
            "radiotap > 802.11 > LLC > IPv4");
        row("AVS", 163, "802110010000000808010000020000000001020000000002020000000003 0000aaaa030000000800",
            "AVS > 802.11 > LLC > IPv4");
        row("PPI over Ethernet", 192, "0000080001000000" + ethernet + "0800", "PPI > Ethernet > IPv4");
        row("Juniper Ethernet", 178, "4d4743800004 01020304" + ethernet + "0800", "Juniper > Ethernet > IPv4");
        row("Juniper without link layer", 179, "4d474302 00000002", "Juniper > IPv4");
        row("MPLS alone", 219, "00010140", "MPLS > IPv4");
        row("pktap", 258, "0c000000 01000000 01000000" + ethernet + "0800", "pktap > Ethernet > IPv4");
    }

    void findsTheSameSegmentBehindEveryLinkLayer() { checkRow(); }

    void findsTheSameSegmentInEveryTunnel_data()
    {
        QTest::addColumn<int>("linkType");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<bool>("isV6");
        QTest::addColumn<QString>("names");
        const auto row = [](const char* name, const QByteArray& header, const char* names, bool isV6 = false) {
            QTest::newRow(name) << 1 << header << isV6 << QString::fromLatin1(names);
        };
        const QByteArray ethernet = QByteArray(ethernetTo) + "0800";
        const auto ipv4 = [](const char* protocol) {
            return QByteArray(ethernetTo) + "0800 450000000000000040" + protocol + "00000a0000630a000064";
        };
        const auto ipv6 = [](const char* next) {
            return QByteArray(ethernetTo) + "86dd 600000000000" + next + "40" + QByteArray(64, '1');
        };
        const auto udp = [](const char* port) { return QByteArray(ethernetIpv4Udp) + "c000" + port + "00000000"; };
        row("IP in IP", ipv4("04"), "Ethernet > IPv4 > IPv4");
        row("6in4", ipv4("29"), "Ethernet > IPv4 > IPv6", true);
        row("4in6", ipv6("04"), "Ethernet > IPv6 > IPv4");
        row("GRE", ipv4("2f") + "00000800", "Ethernet > IPv4 > GRE > IPv4");
        row("GRE with checksum, key and sequence", ipv4("2f") + "b00086dd 00000000 00000001 00000002",
            "Ethernet > IPv4 > GRE > IPv6", true);
        row("NVGRE", ipv4("2f") + "20006558 00000100" + ethernet, "Ethernet > IPv4 > GRE > Ethernet > IPv4");
        row("PPTP", ipv4("2f") + "3081880b 00350001 00000001 00000002 ff030021", "Ethernet > IPv4 > GRE > PPP > IPv4");
        row("ERSPAN I", ipv4("2f") + "000088be" + ethernet, "Ethernet > IPv4 > GRE > Ethernet > IPv4");
        row("ERSPAN II", ipv4("2f") + "100088be 00000001 1000000000000000" + ethernet,
            "Ethernet > IPv4 > GRE > ERSPAN > Ethernet > IPv4");
        row("ERSPAN III with subheader",
            ipv4("2f") + "100022eb 00000001 20000000000000000000 0001 0000000000000000" + ethernet,
            "Ethernet > IPv4 > GRE > ERSPAN III > Ethernet > IPv4");
        row("WCCP", ipv4("2f") + "0000883e 00000000", "Ethernet > IPv4 > GRE > IPv4");
        row("EtherIP", ipv4("61") + "3000" + ethernet, "Ethernet > IPv4 > EtherIP > Ethernet > IPv4");
        row("AH", ipv4("33") + "04040000 00000001 00000002" + QByteArray(24, '0'), "Ethernet > IPv4 > AH > IPv4");
        row("IPv6 extension headers", ipv6("00") + "2b00000000000000 3c00000000000000 2900000000000000",
            "Ethernet > IPv6 > IPv6 extension > IPv6 extension > IPv6 extension > IPv6", true);
        row("VXLAN", udp("12b5") + "0800000000000100" + ethernet, "Ethernet > IPv4 > UDP > VXLAN > Ethernet > IPv4");
        row("VXLAN-GPE", udp("12b6") + "0c00000100000100", "Ethernet > IPv4 > UDP > VXLAN-GPE > IPv4");
        row("Geneve with options", udp("17c1") + "0200655800000100 0102800100000000" + ethernet,
            "Ethernet > IPv4 > UDP > Geneve > Ethernet > IPv4");
        row("GTP-U", udp("0868") + "30ff003500000001", "Ethernet > IPv4 > UDP > GTP-U > IPv4");
        row("GTP-U with extension", udp("0868") + "34ff003500000001 00000085 01000100",
            "Ethernet > IPv4 > UDP > GTP-U > IPv4");
        row("L2TP", udp("06a5") + "4002003500010001 ff030021", "Ethernet > IPv4 > UDP > L2TP > PPP > IPv4");
        row("CAPWAP, 802.3", udp("147f") + "0010000000000000" + ethernet,
            "Ethernet > IPv4 > UDP > CAPWAP > Ethernet > IPv4");
        row("CAPWAP, 802.11 with swapped control",
            udp("147f") + "0010030000000000" + "0108000002000000000102000000000202000000000300 00aaaa030000000800",
            "Ethernet > IPv4 > UDP > CAPWAP > 802.11 > LLC > IPv4");
        row("Teredo", udp("0dd8"), "Ethernet > IPv4 > UDP > IPv6", true);
        row("LISP", udp("10f5") + "8000000000000001", "Ethernet > IPv4 > UDP > LISP > IPv4");
        row("TZSP", udp("9090") + "01000001 0a01ff 00 01" + ethernet, "Ethernet > IPv4 > UDP > TZSP > Ethernet > IPv4");
        row("MPLS in UDP", udp("19eb") + "00010140", "Ethernet > IPv4 > UDP > MPLS > IPv4");
    }

    void findsTheSameSegmentInEveryTunnel() { checkRow(); }

    void says802_11FramesThatAreEncryptedAreNotTcp()
    {
        const auto packet = behind("0841000002000000000102000000000202000000000300 00aaaa030000000800");
        QVERIFY(decode(105, packet).error() == DecodeProblem::NotTcp);
    }

    void blamesNoPacketForLookingLikeATunnelByItsPortAlone()
    {
        const auto dns
            = ByteWriter().hex(ethernetIpv4Udp).hex("0035 12b5 0000 0000 08808180 00010001 00000000").bytes();
        QVERIFY(decode(1, dns).error() == DecodeProblem::NotTcp);
    }

    void doesNotTakeEthernetPaddingForData()
    {
        PacketSpec spec = innerSpec(false);
        spec.payload.clear();
        auto frame = buildEthernetPacket(spec);
        frame.resize(60);
        QCOMPARE(decode(1, frame)->payloadLength, 0U);
    }

    void goesByTheIpLengthWhereTheRecordsLengthIsSmaller()
    {
        auto frame = buildEthernetPacket(innerSpec(false));
        frame.resize(54 + 2); // as old programs wrote: cut, with the cut length as the length on the wire
        const auto segment = decode(1, frame);
        QCOMPARE(segment->payloadLength, 5U);
        QVERIFY(segment->checksumStatus == ChecksumStatus::Unverified);
    }

    void stopsInAPacketThatIsNothingButTunnels()
    {
        ByteWriter writer;
        for (int i = 0; i < 1000; ++i)
            writer.hex("4500ffff0000000040040000 0a0000010a000002");
        QVERIFY(!decode(101, writer.bytes()));
    }

    void namesALinkTypeThatItDoesNotKnow()
    {
        QVERIFY(decode(147, behind("")).error() == DecodeProblem::UnsupportedLinkType);
    }

private:
    static void checkRow()
    {
        QFETCH(int, linkType);
        QFETCH(QByteArray, header);
        QFETCH(bool, isV6);
        QFETCH(QString, names);
        const auto packet = behind(header.constData(), isV6);
        const auto segment = decode(linkType, packet);
        QVERIFY2(segment, qPrintable(namesOf(linkType, packet)));
        QCOMPARE(segment->sourcePort, 51000);
        QCOMPARE(segment->destinationPort, 8080);
        QCOMPARE(segment->payloadLength, 5U);
        QVERIFY(segment->checksumStatus == ChecksumStatus::Good);
        QCOMPARE(namesOf(linkType, packet), names);
        checkEveryCut(linkType, packet);
    }

    /// However short the snapshot, nothing is read behind its end (the sanitizers watch) and no other ports come out.
    static void checkEveryCut(int linkType, const std::vector<std::byte>& packet)
    {
        for (std::size_t length = 0; length < packet.size(); ++length) {
            const std::vector<std::byte> cut(packet.begin(), packet.begin() + static_cast<std::ptrdiff_t>(length));
            const auto segment = decode(linkType, cut);
            QVERIFY(!segment || segment->destinationPort == 8080);
        }
    }
};

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
