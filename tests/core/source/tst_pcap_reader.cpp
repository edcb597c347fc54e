// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/open_capture.h"
#include "tests/support/capture_builder.h"
#include "tests/support/read_back.h"

#include <QTest>

using namespace tcpladder;

namespace {

std::vector<std::byte> somePacket(std::size_t length)
{
    std::vector<std::byte> packet(length);
    for (std::size_t i = 0; i < length; ++i)
        packet[i] = static_cast<std::byte>(i * 7);
    return packet;
}

} // namespace

class TestPcapReader : public QObject
{
    Q_OBJECT

private slots:
    void readsBothByteOrdersAndBothResolutions_data()
    {
        QTest::addColumn<int>("order");
        QTest::addColumn<bool>("nanoseconds");
        QTest::addColumn<qint64>("fraction");
        QTest::newRow("little endian, microseconds") << int(ByteOrder::Little) << false << qint64(7000);
        QTest::newRow("big endian, microseconds") << int(ByteOrder::Big) << false << qint64(7000);
        QTest::newRow("little endian, nanoseconds") << int(ByteOrder::Little) << true << qint64(7);
        QTest::newRow("big endian, nanoseconds") << int(ByteOrder::Big) << true << qint64(7);
    }

    void readsBothByteOrdersAndBothResolutions()
    {
        QFETCH(int, order);
        QFETCH(bool, nanoseconds);
        QFETCH(qint64, fraction);
        CaptureBuilder builder(LinkType::Ethernet, ByteOrder(order), nanoseconds);
        builder.add(1'400'000'000, 7, somePacket(60)).add(1'400'000'001, 8, somePacket(1500), 96);
        const ReadBack result = readAll(builder.bytes());
        QVERIFY(!result.damage);
        QCOMPARE(result.packets.size(), 2U);
        QCOMPARE(result.times[0].time_since_epoch().count(), 1'400'000'000'000'000'000 + fraction);
        QCOMPARE(result.packets[0], somePacket(60));
        QCOMPARE(result.packets[1].size(), 96U);
        QCOMPARE(result.originalLengths[1], 1500U);
    }

    void aPacketOfWhichNothingWasKeptIsFetchedAsNothing()
    {
        CaptureBuilder builder;
        builder.add(1, 0, somePacket(60), 0).add(2, 0, somePacket(60));
        auto capture = openCapture(makeMemorySource(builder.bytes()));
        const auto packet = std::get<Packet>(capture->reader->next());
        const auto bytes = capture->store->fetch(packet.offset, 0);
        QVERIFY(bytes && bytes->empty());
    }

    void fetchesEachPacketAgainByItsOffset()
    {
        const auto bytes = CaptureBuilder().add(1, 0, somePacket(60)).add(2, 0, somePacket(333)).bytes();
        auto capture = openCapture(makeMemorySource(bytes));
        QVERIFY(capture);
        for (const std::size_t length : {60U, 333U}) {
            const ReadStep step = capture->reader->next();
            const auto& packet = std::get<Packet>(step);
            const auto fetched = capture->store->fetch(packet.offset, std::uint32_t(packet.bytes.size()));
            QVERIFY(fetched);
            QCOMPARE(*fetched, somePacket(length));
        }
    }

    void readsPacketsThatStraddleItsWindow()
    {
        CaptureBuilder builder;
        constexpr int count = 60;
        for (int i = 0; i < count; ++i)
            builder.add(std::uint32_t(i), 0, somePacket(65000 + std::size_t(i)));
        const ReadBack result = readAll(builder.bytes());
        QVERIFY(!result.damage);
        QCOMPARE(result.packets.size(), std::size_t(count));
        for (int i = 0; i < count; ++i)
            QCOMPARE(result.packets[std::size_t(i)], somePacket(65000 + std::size_t(i)));
    }

    void givesAllWholePacketsOfACutFileAndTheOffsetOfTheCut()
    {
        auto bytes = CaptureBuilder().add(1, 0, somePacket(60)).add(2, 0, somePacket(80)).bytes();
        bytes.resize(bytes.size() - 10);
        const ReadBack result = readAll(bytes);
        QCOMPARE(result.packets.size(), 1U);
        QVERIFY(result.damage);
        QVERIFY(result.damage->code == ErrorCode::RecordCutShort);
        QCOMPARE(result.damage->offset.value(), std::uint64_t(bytes.size()));
    }

    void refusesARecordLongerThanAnyPacketInsteadOfAllocatingIt()
    {
        auto bytes = CaptureBuilder().add(1, 0, somePacket(60)).bytes();
        ByteWriter lie(ByteOrder::Little);
        lie.u32(2).u32(0).u32(0xfffffff0).u32(0xfffffff0);
        bytes.insert(bytes.end(), lie.bytes().begin(), lie.bytes().end());
        const ReadBack result = readAll(bytes);
        QCOMPARE(result.packets.size(), 1U);
        QVERIFY(result.damage && result.damage->code == ErrorCode::RecordTooLong);
        QCOMPARE(result.damage->offset.value(), 24U + 16U + 60U);
    }

    void readsTheVariantsThatGoByTheNameOfPcap_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("record");
        QTest::addColumn<qint64>("nanoseconds");
        const QByteArray rest = "00000000 00000000 0000ffff 00000001";
        QTest::newRow("2.2: lengths the other way round")
            << "a1b2c3d4 0002 0002" + rest << QByteArray("00000001 00000007 00000005 00000003") << qint64(7000);
        QTest::newRow("2.3: the smaller length is the captured one")
            << "a1b2c3d4 0002 0003" + rest << QByteArray("00000001 00000007 00000003 00000005") << qint64(7000);
        QTest::newRow("2.3 as 2.2") << "a1b2c3d4 0002 0003" + rest << QByteArray("00000001 00000007 00000005 00000003")
                                    << qint64(7000);
        QTest::newRow("DG/UX") << "a1b2c3d4 021f 0000" + rest << QByteArray("00000001 00000007 00000005 00000003")
                               << qint64(7000);
        QTest::newRow("Kuznetzov") << "a1b2cd34 0002 0004" + rest
                                   << QByteArray("00000001 00000007 00000003 00000005 00000001 0008 00 00")
                                   << qint64(7000);
        QTest::newRow("Navtel") << "a12b3c4d 0002 0004" + rest << QByteArray("00000001 00000007 00000003 00000005")
                                << qint64(7);
        QTest::newRow("IXIA, by hardware") << "1c0001ac 0002 0004" + rest + "00000013"
                                           << QByteArray("00000001 00000007 00000003 00000005") << qint64(7);
        QTest::newRow("IXIA, by software") << "1c0001ab 0002 0004" + rest + "00000013"
                                           << QByteArray("00000001 00000007 00000003 00000005") << qint64(7000);
    }

    void readsTheVariantsThatGoByTheNameOfPcap()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, record);
        QFETCH(qint64, nanoseconds);
        const auto bytes = ByteWriter().hex(header.constData()).hex(record.constData()).hex("aabbcc").bytes();
        const ReadBack result = readAll(bytes);
        QVERIFY(!result.damage);
        QCOMPARE(result.packets.size(), 1U);
        QCOMPARE(result.packets[0], ByteWriter().hex("aabbcc").bytes());
        QCOMPARE(result.originalLengths[0], 5U);
        QCOMPARE(result.times[0].time_since_epoch().count(), 1'000'000'000 + nanoseconds);
    }

    void findsLongerRecordHeadersThanTheMagicNumberTells_data()
    {
        QTest::addColumn<QByteArray>("magic");
        QTest::addColumn<QByteArray>("rest");
        QTest::newRow("Red Hat 6.1") << QByteArray("a1b2c3d4") << QByteArray("00000001 0008 00 00");
        QTest::newRow("Nokia") << QByteArray("a1b2c3d4") << QByteArray("00000001");
        QTest::newRow("SuSE 6.3") << QByteArray("a1b2cd34") << QByteArray("00000001 0008 00 00 00000000");
    }

    void findsLongerRecordHeadersThanTheMagicNumberTells()
    {
        QFETCH(QByteArray, magic);
        QFETCH(QByteArray, rest);
        ByteWriter file;
        file.hex(magic.constData()).hex("0002 0004 00000000 00000000 0000ffff 00000001");
        for (const char* time : {"50000001", "50000002", "50000003"})
            file.hex(time).hex("00000007 00000003 00000005").hex(rest.constData()).hex("aabbcc");
        const ReadBack result = readAll(file.bytes());
        QVERIFY(!result.damage);
        QCOMPARE(result.packets.size(), 3U);
        QCOMPARE(result.packets[2], ByteWriter().hex("aabbcc").bytes());
        QCOMPARE(result.times[2].time_since_epoch().count(), 0x50000003LL * 1'000'000'000 + 7000);
    }

    void takesTheMagicNumberAtItsWordWhereNothingElseMakesSense()
    {
        auto bytes = CaptureBuilder().add(1, 0, somePacket(60)).bytes();
        bytes.insert(bytes.end(), 40, std::byte{0xff});
        QCOMPARE(readAll(bytes).packets.size(), 1U);
    }

    void saysWhatIsWrongWithAFileThatIsNoCapture()
    {
        QVERIFY(readAll(std::vector<std::byte>{}).damage->code == ErrorCode::FileIsEmpty);
        QVERIFY(readAll(ByteWriter().text("PK").u32(0x03040000).text("not a capture").bytes()).damage->code
            == ErrorCode::UnknownFormat);
        QVERIFY(readAll(ByteWriter().u32(0xa1b2c3d4).u16(2).bytes()).damage->code == ErrorCode::HeaderCutShort);
        QVERIFY(readAll(ByteWriter().u32(0xa1b2c3d4).u16(543).u16(4).u32(0).u32(0).u32(0).u32(1).bytes()).damage->code
            == ErrorCode::UnsupportedPcapVersion);
    }
};

QTEST_GUILESS_MAIN(TestPcapReader)
#include "tst_pcap_reader.moc"
