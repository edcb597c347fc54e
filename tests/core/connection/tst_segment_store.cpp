// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/connection/segment_store.h"
#include "tests/support/plain_segment.h"

#include <QTest>

#include <limits>
#include <random>

using namespace tcpladder;

namespace {

constexpr std::size_t severalGroups = 3 * 4096 + 100;

/// The i-th of a capture that has nothing but ordinary TCP.
Segment ordinary(std::size_t i)
{
    Segment segment;
    segment.packet = {static_cast<std::uint32_t>(i + 1)};
    segment.interface = InterfaceId(std::size_t{0});
    segment.time = Timestamp(std::chrono::seconds(1'700'000'000) + std::chrono::microseconds(i));
    segment.packetOffset = 24 + 100 * i;
    segment.capturedLength = 84;
    segment.transportOffset = i % 2 == 0 ? 34 : 54; // IPv4 and IPv6
    segment.sequence = {static_cast<std::uint32_t>(i * 1460)};
    segment.acknowledgment = {static_cast<std::uint32_t>(~i)};
    segment.flags = TcpFlag::Ack | TcpFlag::Psh;
    segment.headerLength = 32;
    segment.window = static_cast<std::uint16_t>(i);
    segment.payloadLength = 1460;
    segment.checksumStatus = ChecksumStatus::Good;
    return segment;
}

ConnectionId connectionOf(std::size_t i)
{
    return ConnectionId(i * 7 % 1000);
}

Side senderOf(std::size_t i)
{
    return i % 3 == 0 ? Side::A : Side::B;
}

void compare(const SegmentRecord& record, const Segment& segment, std::size_t i)
{
    QCOMPARE(record.time, segment.time);
    QCOMPARE(record.packetOffset, segment.packetOffset);
    QCOMPARE(record.packet, segment.packet);
    QCOMPARE(record.connection, connectionOf(i));
    QCOMPARE(record.sequence, segment.sequence);
    QCOMPARE(record.acknowledgment, segment.acknowledgment);
    QCOMPARE(record.payloadLength, segment.payloadLength);
    QCOMPARE(record.capturedLength, segment.capturedLength);
    QCOMPARE(record.interface, segment.interface);
    QCOMPARE(record.flags(), segment.flags);
    QCOMPARE(record.headerLength(), segment.headerLength);
    QCOMPARE(record.window, segment.window);
    QCOMPARE(record.transportOffset, segment.transportOffset);
    QCOMPARE(record.known, segment.known);
    QCOMPARE(record.checksumStatus, segment.checksumStatus);
    QCOMPARE(record.sender, senderOf(i));
}

void compareAll(const SegmentStore& store, const std::vector<Segment>& segments)
{
    QCOMPARE(store.size(), segments.size());
    for (std::size_t i = 0; i < segments.size(); ++i) {
        compare(store[SegmentId(i)], segments[i], i);
        QCOMPARE(store.packetOf(SegmentId(i)), segments[i].packet);
        if (QTest::currentTestFailed())
            qFatal("segment %zu", i);
    }
}

/// Numbers that are near to each other, near to the ends of their range, or anywhere.
template <class Number>
Number anyNumber(std::mt19937_64& random)
{
    constexpr auto most = std::numeric_limits<Number>::max();
    const auto little = static_cast<Number>(random() % 4);
    switch (random() % 6) {
    case 0: return static_cast<Number>(random());
    case 1: return static_cast<Number>(most - little);
    case 2: return static_cast<Number>((most >> 1) + little - 1);
    default: return little;
    }
}

Segment anySegment(std::mt19937_64& random)
{
    Segment segment;
    segment.packet = {anyNumber<std::uint32_t>(random)};
    segment.interface.value = anyNumber<std::uint32_t>(random);
    segment.time = Timestamp(Duration(static_cast<Duration::rep>(anyNumber<std::uint64_t>(random))));
    if (random() % 8 == 0)
        segment.time = unknownTime;
    segment.packetOffset = anyNumber<std::uint64_t>(random);
    segment.capturedLength = anyNumber<std::uint32_t>(random);
    segment.payloadLength = anyNumber<std::uint32_t>(random);
    segment.transportOffset = anyNumber<std::uint16_t>(random);
    segment.sequence = {anyNumber<std::uint32_t>(random)};
    segment.acknowledgment = {anyNumber<std::uint32_t>(random)};
    segment.flags = TcpFlags(static_cast<std::uint16_t>(random() & 0x0fff));
    segment.headerLength = static_cast<std::uint8_t>(random() % 16 * 4);
    segment.window = anyNumber<std::uint16_t>(random);
    segment.known = {static_cast<std::uint16_t>(random() & TcpFieldSet::all)};
    segment.checksumStatus = static_cast<ChecksumStatus>(random() % 6);
    return segment;
}

} // namespace

class TestSegmentStore : public QObject
{
    Q_OBJECT

private slots:
    void givesBackOrdinarySegments();
    void givesBackPlainSegments();
    void givesBackAnySegments();
    void sharesContextsBetweenInterfaces();
    void sharesContextsInAQuietCapture();
    void keepsTheRestWhereSomethingChanges();
};

void TestSegmentStore::givesBackOrdinarySegments()
{
    SegmentStore store;
    std::vector<Segment> segments;
    for (std::size_t i = 0; i < severalGroups; ++i) {
        segments.push_back(ordinary(i));
        QCOMPARE(store.append(segments.back(), connectionOf(i), senderOf(i)), SegmentId(i));
    }
    compareAll(store, segments);
    QCOMPARE(store.contextCount(), 4U); // one for each group of 4096
}

/// The same as of any others, among which they are.
void TestSegmentStore::givesBackPlainSegments()
{
    SegmentStore store;
    std::vector<Segment> segments;
    PlainOrigin origin{.firstPacket = {1}, .ipv6 = {}};
    for (std::size_t i = 0; i < severalGroups; ++i) {
        Segment segment = ordinary(i);
        segment.source.version = segment.destination.version = i % 2 == 0 ? IpVersion::V4 : IpVersion::V6;
        segment.networkOffset = 14;
        segment.options.timestamps = {1, 2};
        segment.interface = InterfaceId(i / 100 % 3);
        segments.push_back(segment);
        const auto plain = foldPlain(segment, origin);
        QVERIFY(plain);
        if (i % 5 == 0)
            store.append(segment, connectionOf(i), senderOf(i));
        else
            QCOMPARE(
                store.append(*plain, segment.packet, segment.packetOffset, connectionOf(i), senderOf(i)), SegmentId(i));
    }
    compareAll(store, segments);
    QCOMPARE(store.contextCount(), 11U); // one for each group and interface; the last group is short
}

/// Each may need a context of its own.
void TestSegmentStore::givesBackAnySegments()
{
    SegmentStore store;
    std::vector<Segment> segments;
    std::mt19937_64 random(7);
    for (std::size_t i = 0; i < severalGroups; ++i) {
        segments.push_back(anySegment(random));
        store.append(segments.back(), connectionOf(i), senderOf(i));
    }
    compareAll(store, segments);
}

/// Many captures as one, each with an interface, a clock and offsets of its own.
void TestSegmentStore::sharesContextsBetweenInterfaces()
{
    constexpr std::size_t interfaces = 50;
    SegmentStore store;
    std::vector<Segment> segments;
    for (std::size_t i = 0; i < 4096; ++i) {
        Segment segment = ordinary(i);
        segment.interface = InterfaceId(i % interfaces);
        segment.packetOffset |= std::uint64_t{i % interfaces} << 48;
        segment.time -= std::chrono::hours(24 * 365) * (i % interfaces);
        segments.push_back(segment);
        store.append(segment, connectionOf(i), senderOf(i));
    }
    compareAll(store, segments);
    QCOMPARE(store.contextCount(), interfaces);
}

/// One segment a second, and forty packets that are none between two.
void TestSegmentStore::sharesContextsInAQuietCapture()
{
    SegmentStore store;
    std::vector<Segment> segments;
    for (std::size_t i = 0; i < 4096; ++i) {
        Segment segment = ordinary(i);
        segment.packet = {static_cast<std::uint32_t>(41 * i + 1)};
        segment.time += std::chrono::seconds(i);
        segments.push_back(segment);
        store.append(segment, connectionOf(i), senderOf(i));
    }
    compareAll(store, segments);
    QVERIFY(store.contextCount() < 4096 / 3);
}

void TestSegmentStore::keepsTheRestWhereSomethingChanges()
{
    std::mt19937_64 random(11);
    SegmentStore store;
    std::vector<Segment> segments;
    for (std::size_t i = 0; i < 100; ++i) {
        segments.push_back(anySegment(random));
        store.append(segments.back(), ConnectionId(std::size_t{0}), peerOf(senderOf(i)));
    }
    for (std::size_t i = 0; i < segments.size(); ++i) {
        segments[i].flags = TcpFlags(static_cast<std::uint16_t>(random() & 0x0fff));
        store.setFlags(SegmentId(i), segments[i].flags);
        store.moveTo(SegmentId(i), connectionOf(i), senderOf(i));
    }
    compareAll(store, segments);
}

QTEST_APPLESS_MAIN(TestSegmentStore)

#include "tst_segment_store.moc"
