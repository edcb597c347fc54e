// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/decoder.h"
#include "core/decode/plain_packet.h"
#include "tests/support/byte_writer.h"
#include "tests/support/packet_builder.h"

#include <QTest>

using namespace tcpladder;

namespace {

constexpr auto timestamps = "0101080a0000000100000002";
constexpr auto blocks = "0101080a00000001000000020101050a0000100000002000";

Packet packetOf(Bytes bytes, std::size_t originalLength)
{
    Packet packet;
    packet.number = {7};
    packet.interface = InterfaceId(std::size_t{3});
    packet.time = Timestamp(std::chrono::seconds(9));
    packet.offset = 40;
    packet.bytes = bytes;
    packet.originalLength = static_cast<std::uint32_t>(originalLength);
    return packet;
}

/// An IP packet behind a link header.
std::vector<std::byte> buildPacket(
    std::string_view linkHeaderHex, const char* source, const char* optionsHex = "", const char* payload = "")
{
    PacketSpec spec;
    spec.source = source;
    spec.destination = std::string(source) + "1";
    spec.optionsHex = optionsHex;
    spec.payload = payload;
    spec.flags = TcpFlag::Psh | TcpFlag::Ack;
    spec.acknowledgment = 4'000'000'000;
    return ByteWriter().hex(linkHeaderHex).append(buildIpPacket(spec)).bytes();
}

/// The packet's segment in one line of the cache, which stands third in its batch; nothing where that has no room.
std::optional<Segment> decodeInLine(const Packet& packet, LinkType linkType)
{
    PlainSegment plain;
    PlainOrigin origin{.firstPacket = {packet.number.value - 2}, .offset = packet.offset - 30, .ipv6 = {{}}};
    if (!decodePlainPacket(packet, linkType, plain, origin))
        return {};
    plain.fromOffset = 30;
    return plain.unfold(origin, 2);
}

/// All ways give the same segment, or the same reason for none.
bool isSameAllWays(const Packet& packet, LinkType linkType)
{
    Segment chosen;
    Segment byLayers;
    const DecodeProblem problem = decodeSegment(packet, linkType, chosen);
    const auto inLine = decodeInLine(packet, linkType);
    return problem == decodeByLayers(packet, linkType, byLayers) && chosen == byLayers
        && (!inLine || (problem == DecodeProblem::None && *inLine == byLayers));
}

} // namespace

class TestPlainPacket : public QObject
{
    Q_OBJECT

private slots:
    void givesWhatTheWalkGives_data()
    {
        QTest::addColumn<LinkType>("linkType");
        QTest::addColumn<std::vector<std::byte>>("bytes");
        constexpr auto ethernet = "020000000002 020000000001";
        const std::string ipv4 = std::string(ethernet).append("0800");
        const std::string ipv6 = std::string(ethernet).append("86dd");
        QTest::newRow("IPv4") << LinkType::Ethernet << buildPacket(ipv4, "10.0.0.1");
        QTest::newRow("IPv4, data") << LinkType::Ethernet << buildPacket(ipv4, "10.0.0.1", timestamps, "PING");
        QTest::newRow("IPv4, SACK") << LinkType::Ethernet << buildPacket(ipv4, "10.0.0.1", blocks);
        QTest::newRow("IPv6") << LinkType::Ethernet << buildPacket(ipv6, "fd00::1", timestamps);
        QTest::newRow("IPv6, data") << LinkType::Ethernet << buildPacket(ipv6, "fd00::1", "", "an odd number of bytes");
        QTest::newRow("IPv4 alone") << LinkType::Raw << buildPacket("", "10.0.0.1", timestamps, "PING");
        QTest::newRow("IPv6 alone") << LinkType::Raw << buildPacket("", "fd00::1", timestamps, "PING");
        QTest::newRow("cooked") << LinkType::LinuxSll
                                << buildPacket("0000 0001 0006 020000000001 0000 0800", "10.0.0.1", timestamps, "PING");
        QTest::newRow("cooked, version 2")
            << LinkType::LinuxSll2
            << buildPacket("86dd 0000 00000002 0001 00 06 020000000001 0000", "fd00::1", timestamps, "PING");
    }

    void givesWhatTheWalkGives()
    {
        QFETCH(const LinkType, linkType);
        QFETCH(const std::vector<std::byte>, bytes);
        Segment segment;
        QVERIFY(decodePlainPacket(packetOf(bytes, bytes.size()), linkType, segment));
        QVERIFY(isSameAllWays(packetOf(bytes, bytes.size()), linkType));
    }

    /// However short the snapshot, and whatever the record says of the length on the wire.
    void givesTheSameOfCutPackets_data() { givesWhatTheWalkGives_data(); }

    void givesTheSameOfCutPackets()
    {
        QFETCH(const LinkType, linkType);
        QFETCH(const std::vector<std::byte>, bytes);
        for (std::size_t captured = 0; captured <= bytes.size(); ++captured) {
            const std::vector<std::byte> cut(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(captured));
            for (const std::size_t onTheWire :
                {std::size_t{0}, captured, bytes.size() - 1, bytes.size(), std::size_t{70'000}})
                QVERIFY2(isSameAllWays(packetOf(cut, onTheWire), linkType),
                    qPrintable(QStringLiteral("%1 of %2").arg(captured).arg(onTheWire)));
        }
    }

    void givesTheSameOfPaddedPackets_data() { givesWhatTheWalkGives_data(); }

    void givesTheSameOfPaddedPackets()
    {
        QFETCH(const LinkType, linkType);
        QFETCH(std::vector<std::byte>, bytes);
        bytes.insert(bytes.end(), 6, std::byte{0xee});
        Segment segment;
        QVERIFY(decodePlainPacket(packetOf(bytes, bytes.size()), linkType, segment));
        QVERIFY(isSameAllWays(packetOf(bytes, bytes.size()), linkType));
    }

    /// Every bit that stands in front of the payload, changed alone: versions, lengths, fragments, protocols, options.
    void givesTheSameOfDamagedPackets_data() { givesWhatTheWalkGives_data(); }

    void givesTheSameOfDamagedPackets()
    {
        QFETCH(const LinkType, linkType);
        QFETCH(std::vector<std::byte>, bytes);
        for (std::size_t bit = 0; bit < 8 * bytes.size(); ++bit) {
            const auto mask = std::byte(1U << bit % 8);
            bytes[bit / 8] ^= mask;
            QVERIFY2(
                isSameAllWays(packetOf(bytes, bytes.size()), linkType), qPrintable(QStringLiteral("bit %1").arg(bit)));
            bytes[bit / 8] ^= mask;
        }
    }

    void fitsIntoALine_data()
    {
        QTest::addColumn<QByteArray>("options");
        QTest::addColumn<quint32>("originalLength");
        QTest::addColumn<quint32>("interface");
        QTest::addColumn<bool>("fits");
        QTest::newRow("no options") << QByteArray() << 60U << 0U << true;
        QTest::newRow("timestamps") << QByteArray(timestamps) << 65'535U << 255U << true;
        QTest::newRow("SACK") << QByteArray(blocks) << 80U << 0U << false;
        QTest::newRow("twelve other octets") << QByteArray("020405b4 01010402 03030701") << 60U << 0U << false;
        QTest::newRow("long") << QByteArray() << 65'536U << 0U << false;
        QTest::newRow("many interfaces") << QByteArray() << 60U << 256U << false;
    }

    void fitsIntoALine()
    {
        QFETCH(const QByteArray, options);
        QFETCH(const quint32, originalLength);
        QFETCH(const quint32, interface);
        QFETCH(const bool, fits);
        for (const char* const source : {"10.0.0.1", "fd00::1"}) {
            const auto bytes = buildPacket("", source, options.constData());
            Packet packet = packetOf(bytes, originalLength);
            packet.interface = InterfaceId(std::size_t{interface});
            QCOMPARE(decodeInLine(packet, LinkType::Raw).has_value(), fits);
            QVERIFY(isSameAllWays(packet, LinkType::Raw));
        }
    }

    void leavesWhatIsNotPlain()
    {
        std::vector<std::byte> fragment = buildPacket("", "10.0.0.1", timestamps, "PING");
        fragment[6] = std::byte{0x20}; // more fragments
        Segment segment;
        QVERIFY(!decodePlainPacket(packetOf(fragment, fragment.size()), LinkType::Raw, segment));
        QVERIFY(segment == Segment());
        QVERIFY(!decodeInLine(packetOf(fragment, fragment.size()), LinkType::Raw));
    }
};

QTEST_APPLESS_MAIN(TestPlainPacket)
#include "tst_plain_packet.moc"
