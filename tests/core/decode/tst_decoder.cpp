// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/decoder.h"
#include "tests/support/byte_writer.h"
#include "tests/support/packet_builder.h"

#include <QTest>

using namespace tcpladder;

namespace {

auto decode(LinkType linkType, const std::vector<std::byte>& bytes, std::size_t originalLength = 0)
{
    Packet packet;
    packet.number = {1};
    packet.bytes = bytes;
    packet.originalLength = std::uint32_t(originalLength ? originalLength : bytes.size());
    return decodeSegment(packet, linkType);
}

std::vector<std::byte> behind(std::string_view headerHex, const std::vector<std::byte>& ipPacket)
{
    return ByteWriter().hex(headerHex).append(ipPacket).bytes();
}

PacketSpec synSpec()
{
    PacketSpec spec;
    spec.flags = TcpFlags(0x002);
    spec.sequence = 1368668675;
    spec.optionsHex = "020405b4 0402 080a b51917bb 00000000 01 030307";
    return spec;
}

} // namespace

class TestDecoder : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryFieldOfTheHeader()
    {
        PacketSpec spec;
        spec.flags = TcpFlag::Psh | TcpFlag::Ack | TcpFlag::Urg;
        spec.acknowledgment = 4'000'000'000;
        spec.window = 513;
        spec.payload = "PING";
        const auto segment = decode(LinkType::Ethernet, buildEthernetPacket(spec));
        QVERIFY(segment);
        QCOMPARE(formatAddress(segment->source), std::string("10.0.0.1"));
        QCOMPARE(formatAddress(segment->destination), std::string("10.0.0.2"));
        QCOMPARE(segment->sourcePort, 40000);
        QCOMPARE(segment->destinationPort, 6378);
        QCOMPARE(segment->sequence.value, 1000U);
        QCOMPARE(segment->acknowledgment.value, 4'000'000'000U);
        QCOMPARE(segment->flags.bits, 0x038);
        QCOMPARE(segment->window, 513);
        QCOMPARE(segment->headerLength, 20);
        QCOMPARE(segment->payloadLength, 4U);
        QCOMPARE(segment->transportOffset, 34);
        QVERIFY(segment->checksumStatus == ChecksumStatus::Good);
        QVERIFY(segment->ipChecksum == ChecksumStatus::Good);
        QVERIFY(segment->known.isComplete());
    }

    void readsTheOptionsOfASyn()
    {
        const auto segment = decode(LinkType::Ethernet, buildEthernetPacket(synSpec()));
        QVERIFY(segment);
        QCOMPARE(segment->options.maximumSegmentSize.value(), 1460);
        QCOMPARE(segment->options.windowScale.value(), 7);
        QVERIFY(segment->options.sackPermitted);
        QCOMPARE(segment->options.timestamps->value, 0xb51917bbU);
        QVERIFY(!segment->options.malformed);
    }

    void findsTheSameSegmentBehindEachLinkLayer_data()
    {
        QTest::addColumn<int>("linkType");
        QTest::addColumn<QByteArray>("header");
        const auto row = [](const char* name, LinkType type, const char* header) {
            QTest::newRow(name) << int(type) << QByteArray(header);
        };
        row("Ethernet", LinkType::Ethernet, "020000000002 020000000001 0800");
        row("802.1Q", LinkType::Ethernet, "020000000002 020000000001 8100 0005 0800");
        row("802.1ad in 802.1Q", LinkType::Ethernet, "020000000002 020000000001 88a8 0005 8100 0006 0800");
        row("Linux SLL", LinkType::LinuxSll, "0000 0001 0006 0200000000010000 0800");
        row("Linux SLL2", LinkType::LinuxSll2, "0800 0000 00000002 0001 00 06 0200000000010000");
        row("BSD null of a little-endian host", LinkType::BsdNull, "02000000");
        row("BSD null of a big-endian host", LinkType::BsdNull, "00000002");
        row("OpenBSD loop", LinkType::BsdLoop, "00000002");
        row("raw IP", LinkType::Raw, "");
        row("raw IP as old files number it", LinkType::RawBsd, "");
        row("raw IPv4", LinkType::Ipv4, "");
    }

    void findsTheSameSegmentBehindEachLinkLayer()
    {
        QFETCH(int, linkType);
        QFETCH(QByteArray, header);
        const auto packet = behind(header.toStdString(), buildIpPacket(synSpec()));
        const auto segment = decode(LinkType(linkType), packet);
        QVERIFY(segment);
        QCOMPARE(segment->sequence.value, 1368668675U);
        QCOMPARE(segment->flags.bits, 0x002);
        QVERIFY(segment->checksumStatus == ChecksumStatus::Good);
    }

    void readsIpv6BehindExtensionHeaders()
    {
        PacketSpec spec = synSpec();
        spec.source = "2001:db8::1";
        spec.destination = "2001:db8::2";
        auto packet = buildIpPacket(spec);
        QVERIFY(decode(LinkType::Raw, packet)->checksumStatus == ChecksumStatus::Good);
        const auto hopByHop = ByteWriter().hex("06 00 0104 00000000").bytes();
        packet.insert(packet.begin() + 40, hopByHop.begin(), hopByHop.end());
        packet[6] = std::byte{0};
        packet[5] = std::byte(std::to_integer<int>(packet[5]) + 8);
        const auto segment = decode(LinkType::Raw, packet);
        QVERIFY(segment);
        QCOMPARE(segment->transportOffset, 48);
        QCOMPARE(formatAddress(segment->source), std::string("2001:db8::1"));
        QVERIFY(segment->checksumStatus == ChecksumStatus::Good);
    }

    void tellsAChecksumLeftToTheNetworkCardFromAWrongOne()
    {
        auto packet = buildIpPacket(synSpec());
        // Addresses 0a00 0001 0a00 0002, protocol 6, length 40: what the host's stack leaves for the card to finish.
        const auto pseudoHeader = ByteWriter().u16(0x0a00 + 0x0001 + 0x0a00 + 0x0002 + 6 + 40).bytes();
        packet[36] = pseudoHeader[0];
        packet[37] = pseudoHeader[1];
        QVERIFY(decode(LinkType::Raw, packet)->checksumStatus == ChecksumStatus::Partial);
        packet[37] = std::byte{0xee};
        QVERIFY(decode(LinkType::Raw, packet)->checksumStatus == ChecksumStatus::Bad);
    }

    void takesEthernetPaddingForNoData()
    {
        PacketSpec spec;
        spec.flags = TcpFlags(0x010);
        auto packet = buildEthernetPacket(spec);
        packet.resize(60);
        const auto segment = decode(LinkType::Ethernet, packet);
        QVERIFY(segment);
        QCOMPARE(segment->payloadLength, 0U);
        QVERIFY(segment->checksumStatus == ChecksumStatus::Good);
    }

    void showsTheFieldsThatAShortSnapshotKept()
    {
        PacketSpec spec = synSpec();
        spec.payload = std::string(100, 'x');
        const auto whole = buildIpPacket(spec);
        const auto cut = [&](std::size_t length) {
            return decode(LinkType::Raw, {whole.begin(), whole.begin() + std::ptrdiff_t(length)}, whole.size());
        };
        const auto withFlags = cut(20 + 14);
        QVERIFY(withFlags);
        QCOMPARE(withFlags->flags.bits, 0x002);
        QCOMPARE(withFlags->payloadLength, 100U);
        QVERIFY(!withFlags->known.has(TcpField::Window));
        QVERIFY(withFlags->checksumStatus == ChecksumStatus::Unverified);
        QVERIFY(!cut(20 + 12)->known.has(TcpField::OffsetAndFlags));
        QVERIFY(cut(20 + 3).error() == DecodeProblem::CutShort);
        const auto optionsCut = cut(20 + 24);
        QCOMPARE(optionsCut->options.maximumSegmentSize.value(), 1460);
        QVERIFY(!optionsCut->known.has(TcpField::Options));
        QVERIFY(!optionsCut->options.malformed);
    }

    void showsTheHalfOfATimestampsOptionThatAShortSnapshotKept()
    {
        const std::array option{
            std::byte{8}, std::byte{10}, std::byte{0}, std::byte{0}, std::byte{1}, std::byte{2}, std::byte{0}};
        const TcpOptions options = decodeTcpOptions(option);
        QVERIFY(!options.timestamps);
        QCOMPARE(options.cutTimestampValue.value(), 0x102U);
        QVERIFY(!decodeTcpOptions(Bytes(option).first(5)).cutTimestampValue);
    }

    void takesALengthOfZeroForAFrameThatTheCardWasToSplit()
    {
        PacketSpec spec;
        spec.flags = TcpFlags(0x010);
        spec.payload = std::string(5000, 'x');
        auto packet = buildEthernetPacket(spec);
        packet[14 + 2] = packet[14 + 3] = std::byte{0};
        QCOMPARE(decode(LinkType::Ethernet, packet)->payloadLength, 5000U);
    }

    void believesTheLengthOfIpRatherThanTheRecordsUnlessTheHeaderIsDamaged()
    {
        auto packet = buildIpPacket(synSpec());
        const auto payload = [&] { return decode(LinkType::Raw, packet)->payloadLength; };
        const auto set = [&](std::size_t at, int value) { packet[at] = std::byte(value); };
        set(2, 1); // 256 more; the checksum's 0x0100 less
        set(10, std::to_integer<int>(packet[10]) - 1);
        QCOMPARE(payload(), 256U); // as in captures of programs that wrote the cut length twice
        set(10, std::to_integer<int>(packet[10]) ^ 0x10);
        QCOMPARE(payload(), 0U);
        QVERIFY(decode(LinkType::Raw, packet)->hasMalformedHeader);
    }

    void aPacketInATunnelEndsWhereTheTunnelsPacketDoes()
    {
        auto inner = buildIpPacket(synSpec());
        inner[2] = std::byte{1};
        inner[10] = std::byte(std::to_integer<int>(inner[10]) - 1);
        const auto outer = behind("4500 0050 0000 4000 4004 0000 0a000009 0a00000a", inner);
        const auto segment = decode(LinkType::Raw, outer);
        QVERIFY(segment);
        QCOMPARE(segment->payloadLength, 0U);
        QVERIFY(segment->hasMalformedHeader);
    }

    void neverTakesAFragmentForASegment()
    {
        auto packet = buildIpPacket(synSpec());
        packet[7] = std::byte{1};
        QVERIFY(decode(LinkType::Raw, packet).error() == DecodeProblem::Fragment);
        packet[6] = std::byte{0x20};
        packet[7] = std::byte{0};
        QVERIFY(decode(LinkType::Raw, packet).error() == DecodeProblem::Fragment);
    }

    void callsLengthsThatCannotBeMalformed()
    {
        auto packet = buildIpPacket(synSpec());
        packet[0] = std::byte{0x44};
        QVERIFY(decode(LinkType::Raw, packet).error() == DecodeProblem::Malformed);
    }

    void keepsASegmentWhoseDataOffsetCannotBeButSaysSo()
    {
        auto packet = buildIpPacket(synSpec());
        for (const int dataOffset : {0x40, 0xf0}) {
            packet[32] = std::byte(dataOffset);
            const auto segment = decode(LinkType::Raw, packet);
            QVERIFY(segment);
            QVERIFY(segment->hasMalformedHeader);
            QCOMPARE(segment->sequence.value, synSpec().sequence);
        }
    }

    void keepsUnknownAndBrokenOptionsWithTheirBytes()
    {
        const auto options = ByteWriter().hex("fd04abcd 01 0204").bytes();
        const auto entries = listTcpOptions(options);
        QCOMPARE(entries.size(), 3U);
        QCOMPARE(entries[0].kind, 253);
        QCOMPARE(entries[0].length, 4);
        QVERIFY(!entries[0].malformed);
        QCOMPARE(entries[2].kind, 2);
        QVERIFY(entries[2].malformed);
        QVERIFY(decodeTcpOptions(options).malformed);
    }
};

QTEST_GUILESS_MAIN(TestDecoder)
#include "tst_decoder.moc"
