// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/builder.h"
#include "core/source/open_capture.h"
#include "tests/support/capture_builder.h"
#include "tests/support/two_hosts.h"

#include <QTest>

#include <thread>

using namespace tcpladder;

namespace {

/// A handshake, some data from the client, and both FINs.
void addConnection(CaptureBuilder& builder, std::uint16_t clientPort, int dataSegments, std::uint32_t second)
{
    std::vector<PacketSpec> specs{
        fromClient(0x002, 1000, 0), fromServer(0x012, 5000, 1001), fromClient(0x010, 1001, 5001)};
    std::uint32_t next = 1001;
    for (int i = 0; i < dataSegments; ++i, next += 10)
        specs.push_back(fromClient(0x018, next, 5001, "0123456789"));
    specs.push_back(fromServer(0x010, 5001, next));
    specs.push_back(fromClient(0x011, next, 5001));
    specs.push_back(fromServer(0x011, 5001, next + 1));
    specs.push_back(fromClient(0x010, next + 1, 5002));
    std::uint32_t fraction = 0;
    for (PacketSpec& spec : specs) {
        (spec.sourcePort == 6378 ? spec.destinationPort : spec.sourcePort) = clientPort;
        builder.add(second, fraction += 10, buildEthernetPacket(spec));
    }
}

/// What a router answers to the packet: an ICMP error that quotes it (RFC 792), checksums left out.
std::vector<std::byte> buildUnreachable(const PacketSpec& quoted)
{
    const auto inner = buildIpPacket(quoted);
    constexpr std::size_t quotedBytes = 28;
    ByteWriter packet;
    packet.u32(0).u32(0).u32(0).u16(0x0800);
    packet.u8(0x45).u8(0).u16(28 + quotedBytes).u32(0).u8(64).u8(1).u16(0).u32(0x0a0000fe).u32(0x0a000001);
    packet.u8(3).u8(1).u16(0).u32(0).append(Bytes(inner).first(quotedBytes));
    return packet.bytes();
}

struct Loaded
{
    explicit Loaded(const std::vector<std::byte>& bytes)
        : capture(openCapture(makeMemorySource(bytes)).value())
        , document(capture.store)
        , builder(document, capture)
    {
    }

    OpenedCapture capture;
    CaptureDocument document;
    DocumentBuilder builder;
};

} // namespace

class TestDocumentBuilder : public QObject
{
    Q_OBJECT

private slots:
    void sortsSegmentsIntoConnectionsWithCountsForEachSide()
    {
        CaptureBuilder capture;
        addConnection(capture, 40000, 3, 1);
        addConnection(capture, 40001, 5, 2);
        Loaded loaded(capture.bytes());
        loaded.builder.run({});
        const CaptureDocument& document = loaded.document;
        QVERIFY(document.summary().state == LoadState::Complete);
        QCOMPARE(document.connectionCount(), 2U);
        QCOMPARE(document.segmentCount(), 22U);
        const Connection& second = document.connection(ConnectionId(std::size_t{1})).connection;
        QCOMPARE(second.counts[0].payloadBytes, 50U);
        QCOMPARE(second.counts[0].segments, 9U);
        QCOMPARE(second.counts[1].segments, 3U);
        QCOMPARE(second.segments.size(), 12U);
        QCOMPARE(second.endpoint(Side::B).port, 6378);
    }

    void opensANewConnectionWhenAClosedPairIsUsedAgain()
    {
        CaptureBuilder capture;
        addConnection(capture, 40000, 1, 1);
        PacketSpec again = fromClient(0x002, 900'000, 0);
        capture.add(100, 0, buildEthernetPacket(again));
        Loaded loaded(capture.bytes());
        loaded.builder.run({});
        QCOMPARE(loaded.document.connectionCount(), 2U);
        QCOMPARE(loaded.document.connection(ConnectionId(std::size_t{1})).connection.previous.value, 0U);
        QCOMPARE(loaded.document.connection(ConnectionId(std::size_t{1})).connection.segments.size(), 1U);
    }

    void aSegmentThatComesLongAfterTheEndFindsAllThatWasKnown()
    {
        const auto kindsOf = [](const Loaded& loaded) {
            std::vector<FindingKind> kinds;
            for (const FindingId id : loaded.document.connection(ConnectionId(std::size_t{0})).findings)
                kinds.push_back(loaded.document.finding(id).kind);
            return kinds;
        };
        const auto load = [](int others) { // that end meanwhile
            CaptureBuilder capture;
            addConnection(capture, 40000, 3, 1);
            for (int i = 0; i < others; ++i)
                addConnection(capture, static_cast<std::uint16_t>(40001 + i), 1, 2);
            capture.add(3, 0, buildEthernetPacket(fromServer(0x011, 5001, 1032)));
            capture.add(3, 10, buildEthernetPacket(fromClient(0x010, 1032, 5002)));
            auto loaded = std::make_unique<Loaded>(capture.bytes());
            loaded->builder.run({});
            return loaded;
        };
        const auto alone = load(0);
        const auto among = load(3000);
        const ConnectionEntry& last = among->document.connection(ConnectionId(std::size_t{1000}));
        QVERIFY2(!last.analysis.isLive(), "nothing was released: this test shows nothing");
        const ConnectionEntry& single = alone->document.connection(ConnectionId(std::size_t{0}));
        QCOMPARE(last.analysis.transitions().size(), single.analysis.transitions().size());
        const ConnectionEntry& entry = among->document.connection(ConnectionId(std::size_t{0}));
        const std::size_t lastTwo = among->document.segmentCount() - 2;
        QCOMPARE(entry.connection.segments.size(), 12U);
        QCOMPARE(entry.connection.segments[10].value, lastTwo);
        QCOMPARE(entry.analysis.timeWait(Side::A)->restartedBy, SegmentId(lastTwo));
        QCOMPARE(entry.analysis.transitions().size(), single.analysis.transitions().size());
        QVERIFY(!kindsOf(*alone).empty());
        QVERIFY(kindsOf(*among) == kindsOf(*alone));
    }

    void whoWasNotAnsweredForLongIsTheSameAsAnyOther()
    {
        enum class Then { Nothing, RepeatsOnce, IsAnswered };
        const auto load = [](Then then, int others) { // that aren't answered either
            CaptureBuilder capture;
            capture.add(1, 0, buildEthernetPacket(fromClient(0x002, 1000, 0)));
            capture.add(2, 0, buildEthernetPacket(fromClient(0x002, 1000, 0)));
            for (int i = 0; i < others; ++i) {
                PacketSpec other = fromClient(0x002, 1000, 0);
                other.sourcePort = static_cast<std::uint16_t>(40001 + i);
                capture.add(3, static_cast<std::uint32_t>(i), buildEthernetPacket(other));
            }
            if (then == Then::RepeatsOnce)
                capture.add(4, 0, buildEthernetPacket(fromClient(0x002, 1000, 0)));
            if (then == Then::IsAnswered)
                capture.add(4, 0, buildEthernetPacket(fromServer(0x012, 5000, 1001)));
            auto loaded = std::make_unique<Loaded>(capture.bytes());
            loaded->builder.run({});
            return loaded;
        };
        const auto findingsOf = [](const Loaded& loaded) {
            std::vector<std::pair<FindingKind, std::uint64_t>> findings;
            for (const FindingId id : loaded.document.connection(ConnectionId(std::size_t{0})).findings)
                findings.emplace_back(loaded.document.finding(id).kind, loaded.document.finding(id).values[0]);
            return findings;
        };
        for (const Then then : {Then::Nothing, Then::RepeatsOnce, Then::IsAnswered}) {
            const auto alone = load(then, 0);
            const auto among = load(then, 8000);
            const ConnectionEntry& entry = among->document.connection(ConnectionId(std::size_t{0}));
            const ConnectionEntry& single = alone->document.connection(ConnectionId(std::size_t{0}));
            QVERIFY2(!among->document.connection(ConnectionId(std::size_t{1})).analysis.isLive(),
                "nothing was released: this test shows nothing");
            QCOMPARE(entry.analysis.isLive(), then != Then::Nothing);
            for (const Side side : {Side::A, Side::B})
                QCOMPARE(entry.analysis.lastState(side), single.analysis.lastState(side));
            QVERIFY(!findingsOf(*alone).empty());
            QVERIFY(findingsOf(*among) == findingsOf(*alone));
        }
    }

    void readingAheadGivesTheSameAsReadingInTurn()
    {
        CaptureBuilder capture;
        for (int i = 0; i < 1000; ++i) // many batches
            addConnection(capture, static_cast<std::uint16_t>(40000 + i), i % 7, static_cast<std::uint32_t>(i));
        Loaded inTurn(capture.bytes());
        Loaded ahead(capture.bytes());
        QVERIFY(!inTurn.capture.takesLongToRead);
        ahead.capture.takesLongToRead = true;
        inTurn.builder.run({});
        ahead.builder.run({});
        QCOMPARE(inTurn.document.connectionCount(), 1000U);
        QCOMPARE(ahead.document.connectionCount(), 1000U);
        QCOMPARE(ahead.document.segmentCount(), inTurn.document.segmentCount());
        QCOMPARE(ahead.document.findingCount(), inTurn.document.findingCount());
        for (std::size_t i = 0; i < inTurn.document.segmentCount(); ++i) {
            const SegmentRecord one = inTurn.document.segment(SegmentId(i));
            const SegmentRecord other = ahead.document.segment(SegmentId(i));
            QCOMPARE(other.packetOffset, one.packetOffset);
            QCOMPARE(other.connection, one.connection);
            QCOMPARE(other.sequence, one.sequence);
        }
    }

    void movesASynToTheConnectionThatItsAnswerShows()
    {
        CaptureBuilder capture;
        std::uint32_t fraction = 0;
        for (const PacketSpec& spec :
            {fromClient(0x002, 1000, 0), fromServer(0x012, 5000, 1001), fromClient(0x010, 1001, 5001),
                fromClient(0x002, 77'000, 0), fromServer(0x012, 99'000, 77'001), fromClient(0x010, 77'001, 99'001)})
            capture.add(1, fraction += 10, buildEthernetPacket(spec));
        Loaded loaded(capture.bytes());
        loaded.builder.run({});
        QCOMPARE(loaded.document.connectionCount(), 2U);
        const Connection& fresh = loaded.document.connection(ConnectionId(std::size_t{1})).connection;
        QCOMPARE(fresh.segments.size(), 3U);
        QCOMPARE(loaded.document.segment(fresh.segments.front()).sequence.value, 77'000U);
        for (const SegmentId id : fresh.segments)
            QCOMPARE(loaded.document.segment(id).connection.value, 1U);
        QCOMPARE(loaded.document.connection(ConnectionId(std::size_t{0})).connection.segments.size(), 3U);
    }

    /// Making a connection anew from what stays in it has to come to the same.
    void aConnectionThatLosesSegmentsToTheNextKeepsWhatElseWasFound()
    {
        CaptureBuilder capture;
        addConnection(capture, 40000, 1, 1);
        std::uint32_t fraction = 0;
        const auto add = [&](const std::vector<std::byte>& packet) { capture.add(2, fraction += 10, packet); };
        for (const PacketSpec& spec : {fromClient(0x002, 900'000, 0), fromServer(0x012, 800'000, 900'001),
                 fromClient(0x010, 900'001, 800'001), fromClient(0x018, 900'001, 800'001, "lost")})
            add(buildEthernetPacket(spec));
        add(buildUnreachable(fromClient(0x018, 900'001, 800'001, "lost")));
        add(buildEthernetPacket(fromClient(0x002, 77'000, 0)));
        add(buildUnreachable(fromClient(0x002, 77'000, 0)));
        add(buildEthernetPacket(fromServer(0x012, 99'000, 77'001)));
        Loaded loaded(capture.bytes());
        loaded.builder.run({});
        QCOMPARE(loaded.document.connectionCount(), 3U);
        const auto found = [&](std::size_t connection, FindingKind kind) {
            const auto& findings = loaded.document.connection(ConnectionId(connection)).findings;
            return std::ranges::count(findings, kind, [&](FindingId id) { return loaded.document.finding(id).kind; });
        };
        QCOMPARE(found(1, FindingKind::PortReuse), 1);
        QCOMPARE(found(1, FindingKind::SynInTimeWait), 1);
        QCOMPARE(found(1, FindingKind::IcmpError), 1);
        QCOMPARE(found(2, FindingKind::PortReuse), 1);
        QCOMPARE(found(2, FindingKind::IcmpError), 1);
    }

    void decodesASegmentAgainFromItsPacket()
    {
        CaptureBuilder capture;
        addConnection(capture, 40000, 1, 1);
        Loaded loaded(capture.bytes());
        loaded.builder.run({});
        const auto details = loaded.document.details(loaded.document.segment(SegmentId(std::size_t{3})));
        QVERIFY(details);
        QCOMPARE(details->segment.payloadLength, 10U);
        const auto payload = std::ranges::find(details->fields, HeaderField::Payload, &PacketField::field);
        QVERIFY(payload != details->fields.end());
        QCOMPARE(payload->offset, 14U + 20U + 20U);
        QCOMPARE(payload->length, 10U);
        QCOMPARE(details->bytes[payload->offset], std::byte{'0'});
    }

    /// Its IP header is damaged, so that only the length on the wire tells that it is cut, and no whole fragment.
    void decodesTheCutFirstFragmentOfADatagramAgain()
    {
        auto packet = buildEthernetPacket(fromClient(0x010, 5, 7, std::string(200, 'x')));
        packet[16] = packet[20] = packet[24] = std::byte{0x20}; // total length, more fragments, checksum
        CaptureBuilder capture;
        capture.add(1, 0, packet, 100);
        Loaded loaded(capture.bytes());
        loaded.builder.run({});
        QCOMPARE(loaded.document.segmentCount(), 1U);
        const auto again = loaded.document.decode(loaded.document.segment(SegmentId(std::size_t{0})));
        QVERIFY(again);
        QCOMPARE(again->sequence.value, 5U);
    }

    void letsAViewReadWhileItLoads()
    {
        CaptureBuilder capture;
        for (std::uint16_t port = 1000; port < 3000; ++port)
            addConnection(capture, port, 4, port);
        Loaded loaded(capture.bytes());
        std::jthread loader([&](const std::stop_token& stop) { loaded.builder.run(stop); });
        std::size_t seen = 0;
        bool complete = false;
        while (!complete) {
            const CaptureDocument::Reading reading(loaded.document);
            complete = loaded.document.summary().state == LoadState::Complete;
            QVERIFY(loaded.document.segmentCount() >= seen);
            seen = loaded.document.segmentCount();
            for (std::size_t i = 0; i < loaded.document.connectionCount(); i += 97) {
                const ConnectionEntry& entry = loaded.document.connection(ConnectionId(i));
                QVERIFY(!entry.connection.segments.empty());
                QVERIFY(!entry.analysis.transitions().empty());
                QCOMPARE(loaded.document.segment(entry.connection.segments.back()).connection.value, std::uint32_t(i));
            }
        }
        QCOMPARE(seen, 2000U * 11U);
    }

    void stopsWhenItIsCancelledAndKeepsWhatItHas()
    {
        CaptureBuilder capture;
        addConnection(capture, 40000, 1, 1);
        Loaded loaded(capture.bytes());
        std::stop_source stop;
        stop.request_stop();
        loaded.builder.run(stop.get_token());
        QVERIFY(loaded.document.summary().state == LoadState::Cancelled);
        QVERIFY(loaded.document.summary().revision > 0); // so that views look at it
    }

    void marksTheClockGoingBack()
    {
        CaptureBuilder capture;
        capture.add(10, 0, buildEthernetPacket(fromClient(0x002, 1000, 0)));
        capture.add(9, 0, buildEthernetPacket(fromServer(0x012, 5000, 1001)));
        Loaded loaded(capture.bytes());
        loaded.builder.run({});
        bool found = false;
        for (std::size_t i = 0; i < loaded.document.findingCount(); ++i)
            found = found || loaded.document.finding(FindingId(i)).kind == FindingKind::ClockBackwards;
        QVERIFY(found);
    }

    void aPacketsCommentIsKept()
    {
        const auto block = [](std::uint32_t type, ByteWriter body) {
            while (body.size() % 4 != 0)
                body.u8(0);
            return ByteWriter().u32(type).u32(body.size() + 12).append(body.bytes()).u32(body.size() + 12).bytes();
        };
        const auto packet = buildEthernetPacket(fromClient(0x002, 1000, 0));
        ByteWriter enhanced;
        enhanced.u32(0).u32(0).u32(0).u32(packet.size()).u32(packet.size()).append(packet);
        while (enhanced.size() % 4 != 0)
            enhanced.u8(0);
        ByteWriter commented = enhanced;
        commented.u16(1).u16(7).text("odd one").u8(0).u32(0);
        ByteWriter file;
        file.append(block(0x0a0d0d0a, ByteWriter().u32(0x1a2b3c4d).u16(1).u16(0).u32(0xffffffff).u32(0xffffffff)));
        file.append(block(1, ByteWriter().u16(1).u16(0).u32(0)));
        file.append(block(6, enhanced)).append(block(6, commented));
        Loaded loaded(file.bytes());
        loaded.builder.run({});
        QCOMPARE(loaded.document.segmentCount(), 2U);
        QVERIFY(loaded.document.comment({1}).empty());
        QVERIFY(loaded.document.comment({2}) == "odd one");
        QVERIFY(loaded.document.details(loaded.document.segment(SegmentId(std::size_t{1})))->comment == "odd one");
    }

    void aDatagramThatIsNeverWholeIsTold()
    {
        CaptureBuilder capture(LinkType::Raw);
        auto fragment = buildIpPacket(fromClient(0x018, 1000, 0, std::string(64, 'x')));
        fragment[6] = std::byte{0x20}; // more fragments
        capture.add(1, 0, fragment);
        Loaded loaded(capture.bytes());
        loaded.builder.run({});
        QCOMPARE(loaded.document.segmentCount(), 0U);
        QCOMPARE(loaded.document.findingCount(), 1U);
        const Finding& finding = loaded.document.finding(FindingId(std::size_t{0}));
        QVERIFY(finding.kind == FindingKind::FragmentMissing);
        QCOMPARE(finding.packet.value, 1U);
        QCOMPARE(finding.values[0], 84U);
    }
};

QTEST_GUILESS_MAIN(TestDocumentBuilder)
#include "tst_document_builder.moc"
