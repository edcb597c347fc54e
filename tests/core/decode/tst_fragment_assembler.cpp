// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/checksum.h"
#include "core/decode/decoder.h"
#include "core/decode/fragment_assembler.h"
#include "tests/support/byte_writer.h"
#include "tests/support/packet_builder.h"

#include <QTest>

using namespace tcpladder;

namespace {

PacketSpec longSpec(const char* source, const char* destination)
{
    PacketSpec spec;
    spec.source = source;
    spec.destination = destination;
    spec.flags = TcpFlag::Psh | TcpFlag::Ack;
    for (int i = 0; i < 3000; ++i)
        spec.payload += static_cast<char>('a' + i % 26);
    return spec;
}

struct Cut
{
    std::size_t from = 0;
    std::size_t to = 0; ///< of the IP payload
    bool isLast = false;
};

std::vector<std::byte> ipv4Fragment(const std::vector<std::byte>& whole, const Cut& cut)
{
    ByteWriter writer;
    writer.append(Bytes(whole).first(20)).append(Bytes(whole).subspan(20 + cut.from, cut.to - cut.from));
    std::vector<std::byte> bytes = writer.bytes();
    bytes[2] = std::byte(bytes.size() >> 8);
    bytes[3] = std::byte(bytes.size());
    const std::size_t field = cut.from / 8 | (cut.isLast ? 0U : 0x2000U);
    bytes[6] = std::byte(field >> 8);
    bytes[7] = std::byte(field);
    bytes[10] = bytes[11] = {};
    const auto checksum = static_cast<std::uint16_t>(~onesComplementSum(Bytes(bytes).first(20)));
    bytes[10] = std::byte(checksum >> 8);
    bytes[11] = std::byte(checksum);
    return bytes;
}

std::vector<std::byte> ipv6Fragment(const std::vector<std::byte>& whole, const Cut& cut)
{
    ByteWriter writer;
    writer.append(Bytes(whole).first(4)).u16(8 + cut.to - cut.from).u8(44).append(Bytes(whole).subspan(7, 33));
    writer.u8(6).u8(0).u16(cut.from | (cut.isLast ? 0U : 1U)).u32(0x12345678);
    writer.append(Bytes(whole).subspan(40 + cut.from, cut.to - cut.from));
    return writer.bytes();
}

/// Hands the packets to an assembler one by one; what came out last, and after how many.
struct Outcome
{
    std::optional<AssembledPacket> assembled;
    std::size_t after = 0;
};

Outcome assemble(const std::vector<std::vector<std::byte>>& packets, FragmentAssembler& assembler)
{
    Outcome result;
    for (std::size_t i = 0; i < packets.size(); ++i) {
        Packet packet;
        packet.offset = 1000 * i;
        packet.bytes = packets[i];
        packet.time = Timestamp(std::chrono::seconds(i));
        const LayerWalk walk = walkToTcp(LinkType::Raw, packet.bytes, std::uint32_t(packet.bytes.size()));
        if (walk.problem != DecodeProblem::Fragment)
            continue;
        if (auto assembled = assembler.add(packet, walk)) {
            result.assembled = std::move(assembled);
            result.after = i + 1;
        }
    }
    return result;
}

Outcome assemble(const std::vector<std::vector<std::byte>>& packets)
{
    FragmentAssembler assembler;
    return assemble(packets, assembler);
}

std::expected<Segment, DecodeProblem> decode(const std::vector<std::byte>& bytes)
{
    Packet packet;
    packet.bytes = bytes;
    packet.originalLength = static_cast<std::uint32_t>(bytes.size());
    return decodeSegment(packet, LinkType::Raw);
}

} // namespace

class TestFragmentAssembler : public QObject
{
    Q_OBJECT

private slots:
    void putsIpv4FragmentsTogetherInWhateverOrderTheyCome()
    {
        const auto whole = buildIpPacket(longSpec("10.0.0.1", "10.0.0.2"));
        const std::size_t end = whole.size() - 20;
        const auto first = ipv4Fragment(whole, {0, 8});
        const auto second = ipv4Fragment(whole, {8, 1488});
        const auto last = ipv4Fragment(whole, {1488, end, true});
        for (const auto& packets : {std::vector{first, second, last}, std::vector{last, second, first},
                 std::vector{second, second, last, first}}) {
            const Outcome result = assemble(packets);
            QVERIFY(result.assembled);
            QCOMPARE(result.after, packets.size());
            const auto segment = decode(result.assembled->bytes);
            QVERIFY(segment);
            QVERIFY(segment->checksumStatus == ChecksumStatus::Good);
            QVERIFY(segment->ipChecksum == ChecksumStatus::Good);
            QCOMPARE(segment->payloadLength, 3000U);
        }
    }

    void putsIpv6FragmentsTogether()
    {
        const auto whole = buildIpPacket(longSpec("2001:db8::1", "2001:db8::2"));
        const std::size_t end = whole.size() - 40;
        const Outcome result = assemble({ipv6Fragment(whole, {1232, end, true}), ipv6Fragment(whole, {0, 1232})});
        QVERIFY(result.assembled);
        const auto segment = decode(result.assembled->bytes);
        QVERIFY(segment);
        QVERIFY(segment->checksumStatus == ChecksumStatus::Good);
        QCOMPARE(segment->payloadLength, 3000U);
    }

    void tellsHowToMakeThePacketAgain()
    {
        const auto whole = buildIpPacket(longSpec("10.0.0.1", "10.0.0.2"));
        const auto first = ipv4Fragment(whole, {0, 1480});
        const auto last = ipv4Fragment(whole, {1480, whole.size() - 20, true});
        const Outcome result = assemble({first, last});
        QCOMPARE(result.assembled->recipe.pieces.size(), 2U);
        const PacketPiece& second = result.assembled->recipe.pieces[1];
        QCOMPARE(second.packetOffset, 1000U);
        QCOMPARE(second.capturedLength, last.size());
        QCOMPARE(second.from, 20U);
    }

    void letsTheBytesThatCameFirstStandWhereFragmentsOverlap()
    {
        const auto whole = buildIpPacket(longSpec("10.0.0.1", "10.0.0.2"));
        auto forged = whole;
        std::ranges::fill(forged.begin() + 40, forged.end(), std::byte{'X'});
        const std::size_t end = whole.size() - 20;
        const Outcome result = assemble({ipv4Fragment(whole, {0, 1480}), ipv4Fragment(forged, {736, 1600}),
            ipv4Fragment(whole, {1480, end, true})});
        QVERIFY(result.assembled);
        const Bytes payload = Bytes(result.assembled->bytes).subspan(40);
        QCOMPARE(payload.size(), 3000U);
        QVERIFY(payload[1400] != std::byte{'X'});
        QVERIFY(payload[1500] == std::byte{'X'});
    }

    void keepsDatagramsOfDifferentIdentificationApart()
    {
        PacketSpec spec = longSpec("10.0.0.1", "10.0.0.2");
        const auto one = buildIpPacket(spec);
        spec.identification = 2;
        const auto other = buildIpPacket(spec);
        QVERIFY(
            !assemble({ipv4Fragment(one, {0, 1480}), ipv4Fragment(other, {1480, other.size() - 20, true})}).assembled);
    }

    void refusesAFragmentThatReachesBehindTheLongestDatagram()
    {
        const auto whole = buildIpPacket(longSpec("10.0.0.1", "10.0.0.2"));
        auto deadly = ipv4Fragment(whole, {1480, whole.size() - 20, true});
        deadly[6] = std::byte{0x1f};
        deadly[7] = std::byte{0xff};
        QVERIFY(!assemble({ipv4Fragment(whole, {0, 1480}), deadly}).assembled);
    }

    void forgetsADatagramThatIsNotCompleteAfterAMinute()
    {
        const auto whole = buildIpPacket(longSpec("10.0.0.1", "10.0.0.2"));
        std::vector<std::vector<std::byte>> packets{ipv4Fragment(whole, {0, 1480})};
        packets.resize(70, buildIpPacket({}));
        packets.push_back(ipv4Fragment(whole, {1480, whole.size() - 20, true}));
        QVERIFY(!assemble(packets).assembled);
    }

    void staysFastUnderAFloodOfFragmentsThatNeverEnd()
    {
        FragmentAssembler assembler;
        std::vector<std::vector<std::byte>> flood;
        PacketSpec spec = longSpec("10.0.0.1", "10.0.0.2");
        for (int i = 0; i < 20000; ++i) {
            spec.identification = static_cast<std::uint16_t>(i);
            flood.push_back(ipv4Fragment(buildIpPacket(spec), {0, 1480}));
        }
        QVERIFY(!assemble(flood, assembler).assembled);
        const auto whole = buildIpPacket(longSpec("10.0.0.3", "10.0.0.4"));
        QVERIFY(
            assemble({ipv4Fragment(whole, {0, 1480}), ipv4Fragment(whole, {1480, whole.size() - 20, true})}, assembler)
                .assembled);
    }
};

QTEST_GUILESS_MAIN(TestFragmentAssembler)
#include "tst_fragment_assembler.moc"
