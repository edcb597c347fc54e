// SPDX-License-Identifier: GPL-3.0-or-later
// Where a reader of captures goes wrong about frames and files, from the bytes to the connections.
#include "core/document/builder.h"
#include "core/source/open_capture.h"
#include "tests/support/capture_builder.h"
#include "tests/support/packet_builder.h"

#include <QTest>

using namespace tcpladder;

namespace {

PacketSpec spec(std::uint16_t flags, std::uint32_t sequence, std::uint32_t acknowledgment, std::string payload = {})
{
    PacketSpec made;
    made.flags = TcpFlags(flags);
    made.sequence = sequence;
    made.acknowledgment = acknowledgment;
    made.payload = std::move(payload);
    return made;
}

PacketSpec turned(PacketSpec made)
{
    std::swap(made.source, made.destination);
    std::swap(made.sourcePort, made.destinationPort);
    return made;
}

std::vector<PacketSpec> handshake()
{
    return {spec(0x002, 1000, 0), turned(spec(0x012, 5000, 1001)), spec(0x010, 1001, 5001)};
}

struct Loaded
{
    explicit Loaded(const CaptureBuilder& builder)
        : capture(openCapture(makeMemorySource(builder.bytes())).value())
        , document(capture.store)
    {
        DocumentBuilder(document, capture).run({});
    }

    TcpState state(std::size_t connection, Side side) const
    {
        return document.connection(ConnectionId(connection)).analysis.lastState(side);
    }

    OpenedCapture capture;
    CaptureDocument document;
};

std::vector<std::byte> withBytesBehindEthernetAddresses(
    const std::vector<std::byte>& packet, std::initializer_list<int> inserted)
{
    std::vector<std::byte> made = packet;
    std::vector<std::byte> bytes;
    for (const int value : inserted)
        bytes.push_back(static_cast<std::byte>(value));
    made.insert(made.begin() + 12, bytes.begin(), bytes.end());
    return made;
}

} // namespace

class TestTrapsCapture : public QObject
{
    Q_OBJECT

private slots:
    void trap9ACutSegmentHasTheLengthThatIpSays()
    {
        CaptureBuilder capture;
        std::uint32_t at = 0;
        for (const PacketSpec& packet : handshake())
            capture.add(1, at += 10, buildEthernetPacket(packet));
        capture.add(1, 500, buildEthernetPacket(spec(0x011, 1001, 5001, std::string(900, 'x'))), 54);
        capture.add(2, 0, buildEthernetPacket(turned(spec(0x010, 5001, 1902))), 54);
        const Loaded loaded(capture);
        QCOMPARE(loaded.document.segment(SegmentId(std::size_t{3})).payloadLength, 900U);
        QCOMPARE(loaded.document.segment(SegmentId(std::size_t{3})).checksumStatus, ChecksumStatus::Unverified);
        QCOMPARE(loaded.state(0, Side::A), TcpState::FinWait2);
    }

    void trap10LaterFragmentsAreNoSegments()
    {
        CaptureBuilder capture;
        std::vector<std::byte> fragment = buildEthernetPacket(spec(0x002, 1000, 0, std::string(16, 'x')));
        fragment[20] = std::byte{0x20}; // more fragments, and an offset of 8 octets
        fragment[21] = std::byte{0x01};
        capture.add(1, 0, fragment);
        const Loaded loaded(capture);
        QCOMPARE(loaded.document.segmentCount(), 0U);
        QCOMPARE(loaded.document.connectionCount(), 0U);
    }

    void trap11TagsArePassedOverAndPaddingIsNoData()
    {
        CaptureBuilder capture;
        std::vector<std::byte> tagged
            = withBytesBehindEthernetAddresses(buildEthernetPacket(spec(0x002, 1000, 0)), {0x81, 0x00, 0x00, 0x07});
        tagged = withBytesBehindEthernetAddresses(tagged, {0x88, 0xa8, 0x00, 0x09});
        tagged.resize(tagged.size() + 6);
        capture.add(1, 0, tagged);
        const Loaded loaded(capture);
        QCOMPARE(loaded.document.segmentCount(), 1U);
        QCOMPARE(loaded.document.segment(SegmentId(std::size_t{0})).payloadLength, 0U);
        QCOMPARE(loaded.state(0, Side::A), TcpState::SynSent);
    }

    void trap12TheInnermostTcpOfATunnelIsTheConnection()
    {
        CaptureBuilder capture(LinkType::Raw);
        std::vector<std::byte> tunnelled = buildIpPacket(spec(0x002, 1000, 0));
        std::vector<std::byte> outer(tunnelled.begin(), tunnelled.begin() + 20);
        const std::size_t length = tunnelled.size() + 20;
        outer[2] = static_cast<std::byte>(length >> 8);
        outer[3] = static_cast<std::byte>(length);
        outer[9] = std::byte{4};   // IP in IP (RFC 2003)
        outer[15] = std::byte{99}; // another host
        tunnelled.insert(tunnelled.begin(), outer.begin(), outer.end());
        capture.add(1, 0, tunnelled);
        const Loaded loaded(capture);
        QCOMPARE(loaded.document.connectionCount(), 1U);
        const Connection& connection = loaded.document.connection(ConnectionId(std::size_t{0})).connection;
        QCOMPARE(
            QString::fromStdString(formatEndpoint(connection.endpoint(Side::A))), QStringLiteral("10.0.0.1:40000"));
    }

    void trap43AnUnreachableIsShownAtTheSegmentThatItQuotes()
    {
        CaptureBuilder capture(LinkType::Raw);
        const std::vector<std::byte> syn = buildIpPacket(spec(0x002, 1000, 0));
        capture.add(1, 0, syn);
        std::vector<std::byte> error(syn.begin(), syn.begin() + 20);
        const std::size_t length = 20 + 8 + 28;
        error[2] = static_cast<std::byte>(length >> 8);
        error[3] = static_cast<std::byte>(length);
        error[9] = std::byte{1}; // ICMP: destination unreachable, port
        for (const int value : {3, 3, 0, 0, 0, 0, 0, 0})
            error.push_back(static_cast<std::byte>(value));
        error.insert(error.end(), syn.begin(), syn.begin() + 28);
        capture.add(1, 10, error);
        const Loaded loaded(capture);
        QCOMPARE(loaded.document.connectionCount(), 1U);
        QCOMPARE(loaded.document.findingCount(), 1U);
        QVERIFY(loaded.document.finding(FindingId(std::size_t{0})).kind == FindingKind::IcmpError);
        QCOMPARE(loaded.document.finding(FindingId(std::size_t{0})).segment, SegmentId(std::size_t{0}));
    }

    void trap44TwoTuplesAreTwoConnectionsHoweverAlike()
    {
        CaptureBuilder capture;
        std::uint32_t at = 0;
        for (PacketSpec packet : handshake()) { // before the translator, and behind it
            capture.add(1, at += 10, buildEthernetPacket(packet));
            (packet.source == "10.0.0.1" ? packet.source : packet.destination) = "192.0.2.1";
            capture.add(1, at += 1, buildEthernetPacket(packet));
        }
        const Loaded loaded(capture);
        QCOMPARE(loaded.document.connectionCount(), 2U);
        QCOMPARE(loaded.state(0, Side::A), TcpState::Established);
        QCOMPARE(loaded.state(1, Side::A), TcpState::Established);
    }

    void trap45AClockThatGoesBackIsSaidAndTheOrderOfTheFileStands()
    {
        CaptureBuilder capture;
        const std::vector<PacketSpec> packets = handshake();
        capture.add(10, 0, buildEthernetPacket(packets[0]));
        capture.add(9, 0, buildEthernetPacket(packets[1]));
        capture.add(11, 0, buildEthernetPacket(packets[2]));
        const Loaded loaded(capture);
        QCOMPARE(loaded.state(0, Side::B), TcpState::Established);
        QCOMPARE(loaded.document.segment(SegmentId(std::size_t{1})).time, Timestamp(std::chrono::seconds(9)));
        const auto isClock = [&](std::size_t id) {
            return loaded.document.finding(FindingId(id)).kind == FindingKind::ClockBackwards;
        };
        bool found = false;
        for (std::size_t id = 0; id < loaded.document.findingCount(); ++id)
            found |= isClock(id);
        QVERIFY(found);
    }
};

QTEST_APPLESS_MAIN(TestTrapsCapture)
#include "tst_traps_capture.moc"
