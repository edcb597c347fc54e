// SPDX-License-Identifier: GPL-3.0-or-later
// A capture that one thread reads for another against the same one read in turn.
#include "core/document/builder.h"
#include "core/source/open_capture.h"
#include "tests/support/capture_builder.h"
#include "tests/support/packet_builder.h"

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
    void initTestCase()
    {
        const auto bytes = mixedCapture(60'000); // several times what is read ahead
        m_inTurn = load(bytes, Way::InTurn);
        m_ahead = load(bytes, Way::Ahead);
    }

    void givesTheSameSegments()
    {
        QVERIFY(m_inTurn->segmentCount() > 50'000);
        QCOMPARE(m_ahead->segmentCount(), m_inTurn->segmentCount());
        QCOMPARE(m_ahead->summary().packets, m_inTurn->summary().packets);
        for (std::size_t i = 0; i < m_inTurn->segmentCount(); ++i) {
            const SegmentRecord one = m_inTurn->segment(SegmentId(i));
            const SegmentRecord other = m_ahead->segment(SegmentId(i));
            QVERIFY(one.packet == other.packet && one.connection == other.connection && one.sender == other.sender
                && one.sequence == other.sequence && one.time == other.time
                && one.checksumStatus == other.checksumStatus);
        }
    }

    void givesTheSameStatesAndFindings()
    {
        QVERIFY(m_inTurn->findingCount() > 1000);
        QCOMPARE(m_ahead->findingCount(), m_inTurn->findingCount());
        for (std::size_t i = 0; i < m_inTurn->findingCount(); ++i) {
            QVERIFY(m_ahead->finding(FindingId(i)).kind == m_inTurn->finding(FindingId(i)).kind);
            QVERIFY(m_ahead->finding(FindingId(i)).segment == m_inTurn->finding(FindingId(i)).segment);
        }
        QCOMPARE(m_ahead->connectionCount(), m_inTurn->connectionCount());
        for (std::size_t i = 0; i < m_inTurn->connectionCount(); ++i)
            QVERIFY(std::ranges::equal(m_ahead->connection(ConnectionId(i)).analysis.transitions(),
                m_inTurn->connection(ConnectionId(i)).analysis.transitions()));
    }

private:
    std::unique_ptr<CaptureDocument> m_inTurn;
    std::unique_ptr<CaptureDocument> m_ahead;
};

QTEST_GUILESS_MAIN(TestReadAhead)
#include "tst_read_ahead.moc"
