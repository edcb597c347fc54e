// SPDX-License-Identifier: GPL-3.0-or-later
// A capture that one thread reads for another against the same one read in turn.
#include "core/document/builder.h"
#include "core/source/open_capture.h"
#include "tests/support/capture_builder.h"
#include "tests/support/packet_builder.h"
#include "tests/support/tcpdump_text.h"
#include "tests/support/two_hosts.h"

#include <QTest>

#include <random>

using namespace tcpladder;

namespace {

/// Many connections at once, with every kind of packet that is handed on in another way: fragments of none, packets of
/// other protocols, cut ones.
std::vector<std::byte> mixedCapture(int packets)
{
    CaptureBuilder builder;
    std::mt19937 random(7);
    std::array<std::array<std::uint32_t, 2>, 50> next{};
    for (int i = 0; i < packets; ++i) {
        const auto connection = static_cast<std::uint16_t>(random() % next.size());
        const std::size_t sender = random() % 2;
        PacketSpec spec;
        spec.sourcePort = static_cast<std::uint16_t>(40000 + connection);
        spec.flags = TcpFlags(i < 200 ? 0x002 : random() % 40 == 0 ? 0x011 : random() % 60 == 0 ? 0x004 : 0x018);
        spec.sequence = 1000 + next[connection][sender];
        spec.acknowledgment = 1000 + next[connection][1 - sender];
        spec.payload.resize(random() % 3 == 0 ? 0 : random() % 600);
        if (random() % 20 != 0) // else the next one fills a hole, or repeats
            next[connection][sender] += static_cast<std::uint32_t>(spec.payload.size());
        if (sender == 1) {
            std::swap(spec.source, spec.destination);
            std::swap(spec.sourcePort, spec.destinationPort);
        }
        auto packet = buildEthernetPacket(spec);
        if (random() % 50 == 0)
            packet[23] = std::byte{17}; // UDP
        builder.add(1 + i / 1000, i % 1000 * 1000, packet, random() % 30 == 0 ? 40 : 65535);
    }
    return builder.bytes();
}

/// tcpdump's text, several times what is read at once, of a hundred connections in which five bytes each are sent and
/// acknowledged.
std::vector<std::byte> longListing()
{
    constexpr int connections = 100;
    QByteArray text;
    for (int i = 0; text.size() < 3'000'000; ++i) {
        const int turn = i / connections;
        const auto sent = static_cast<std::uint32_t>(5 * turn);
        PacketSpec data = fromClient(0x018, 1000 + sent, 4000);
        data.payload = "12345";
        PacketSpec reply = fromServer(0x010, 4000, 1005 + sent);
        data.sourcePort = reply.destinationPort = static_cast<std::uint16_t>(40000 + i % connections);
        const QByteArray behind = QByteArray::number(5 * turn + 5);
        const QByteArray numbers
            = turn == 0 ? "seq 1000:1005, ack 4000" : "seq " + QByteArray::number(5 * turn) + ':' + behind + ", ack 1";
        const QByteArray time
            = QByteArray::number(1'700'000'000 + i / 1000) + '.' + QByteArray::number(100'000 + i % 1000);
        text += printPacket(time, data, "Flags [P.], " + numbers + ", win 29200, length 5");
        text += printPacket(time, reply, "Flags [.], ack " + behind + ", win 29200, length 0");
    }
    const auto bytes = std::as_bytes(std::span(text.constData(), std::size_t(text.size())));
    return {bytes.begin(), bytes.end()};
}

enum class Way { InTurn, Ahead };

std::unique_ptr<CaptureDocument> load(const std::vector<std::byte>& bytes, Way way)
{
    auto capture = openCapture(makeMemorySource(bytes)).value();
    capture.takesLongToRead = way == Way::Ahead;
    auto document = std::make_unique<CaptureDocument>(capture.store);
    DocumentBuilder(*document, capture).run({});
    return document;
}

} // namespace

class TestReadAhead : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<bool>("isText");
        QTest::newRow("a capture") << false;
        QTest::newRow("a text, whose reader is helped") << true;
    }

    void givesTheSameSegments()
    {
        const auto [inTurn, ahead] = loaded();
        QVERIFY(inTurn->segmentCount() > 10'000);
        QCOMPARE(ahead->segmentCount(), inTurn->segmentCount());
        QCOMPARE(ahead->summary().packets, inTurn->summary().packets);
        for (std::size_t i = 0; i < inTurn->segmentCount(); ++i) {
            const SegmentRecord one = inTurn->segment(SegmentId(i));
            const SegmentRecord other = ahead->segment(SegmentId(i));
            QVERIFY(one.packet == other.packet && one.connection == other.connection && one.sender == other.sender
                && one.sequence == other.sequence && one.time == other.time
                && one.checksumStatus == other.checksumStatus);
        }
    }

    void givesTheSameStatesAndFindings()
    {
        const auto [inTurn, ahead] = loaded();
        QCOMPARE(ahead->findingCount(), inTurn->findingCount());
        for (std::size_t i = 0; i < inTurn->findingCount(); ++i) {
            QVERIFY(ahead->finding(FindingId(i)).kind == inTurn->finding(FindingId(i)).kind);
            QVERIFY(ahead->finding(FindingId(i)).segment == inTurn->finding(FindingId(i)).segment);
        }
        QCOMPARE(ahead->connectionCount(), inTurn->connectionCount());
        for (std::size_t i = 0; i < inTurn->connectionCount(); ++i)
            QVERIFY(std::ranges::equal(ahead->connection(ConnectionId(i)).analysis.transitions(),
                inTurn->connection(ConnectionId(i)).analysis.transitions()));
    }

private:
    struct Loaded
    {
        std::unique_ptr<CaptureDocument> inTurn;
        std::unique_ptr<CaptureDocument> ahead;
    };

    static Loaded loaded()
    {
        QFETCH_GLOBAL(const bool, isText);
        const auto bytes = isText ? longListing() : mixedCapture(60'000); // several times what is read ahead
        return {load(bytes, Way::InTurn), load(bytes, Way::Ahead)};
    }
};

QTEST_GUILESS_MAIN(TestReadAhead)
#include "tst_read_ahead.moc"
