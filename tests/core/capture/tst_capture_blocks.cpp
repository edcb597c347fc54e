// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/capture_blocks.h"
#include "tests/support/packet_builder.h"
#include "tests/support/read_back.h"

#include <QTest>

using namespace tcpladder;

namespace {

const Timestamp start = Timestamp(std::chrono::seconds(1'700'000'000) + Duration(123'456'789));

BlockBuffer captureOf(std::span<const std::vector<std::byte>> packets)
{
    BlockBuffer buffer;
    appendSectionHeader(buffer, "tst_capture_blocks");
    appendInterface(buffer, {.linkType = 1, .snapLength = 96, .name = "veth0", .filter = "port 6378"});
    for (const auto& packet : packets)
        appendPacket(buffer,
            {.time = start,
                .originalLength = std::uint32_t(packet.size()),
                .bytes = Bytes(packet).first(std::min<std::size_t>(packet.size(), 96))});
    appendStatistics(buffer, {.time = start, .received = packets.size(), .dropped = 1});
    return buffer;
}

} // namespace

class TestCaptureBlocks : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenIsReadBack()
    {
        PacketSpec spec;
        std::vector<std::vector<std::byte>> packets;
        for (const std::size_t length : {0, 1, 2, 3, 200}) { // each has another padding
            spec.payload = std::string(length, 'x');
            packets.push_back(buildEthernetPacket(spec));
        }
        const ReadBack read = readAll(captureOf(packets));
        QVERIFY(!read.damage);
        QVERIFY(read.isAtEnd);
        QCOMPARE(read.packets.size(), packets.size());
        for (std::size_t i = 0; i < packets.size(); ++i) {
            QCOMPARE(read.originalLengths[i], std::uint32_t(packets[i].size()));
            QVERIFY(std::ranges::equal(read.packets[i], Bytes(packets[i]).first(read.packets[i].size())));
            QCOMPARE(read.times[i], start);
        }
        QCOMPARE(read.packets.back().size(), 96U);
    }

    void theInterfaceKeepsItsName()
    {
        PacketSpec spec;
        const std::array packets{buildEthernetPacket(spec)};
        auto capture = openCapture(makeMemorySource(captureOf(packets)));
        QVERIFY(capture);
        QVERIFY(std::holds_alternative<Packet>(capture->reader->next()));
        QCOMPARE(capture->reader->interfaces().at(0).name, "veth0");
    }

    void aTextThatNoOptionHoldsIsCut()
    {
        BlockBuffer buffer;
        appendSectionHeader(buffer, "x");
        appendInterface(buffer, {.linkType = 1, .snapLength = 96, .name = std::string(100'000, 'n'), .filter = {}});
        const auto capture = openCapture(makeMemorySource(buffer));
        QVERIFY(capture);
        QVERIFY(std::holds_alternative<EndOfSource>(capture->reader->next()));
    }
};

QTEST_APPLESS_MAIN(TestCaptureBlocks)
#include "tst_capture_blocks.moc"
