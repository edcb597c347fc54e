// SPDX-License-Identifier: GPL-3.0-or-later
// Connections of a document that go the same way, of which all but the first few share what was inferred.
#include "core/document/builder.h"
#include "core/source/open_capture.h"
#include "tests/support/capture_builder.h"
#include "tests/support/packet_builder.h"

#include <QTest>

#include <functional>

using namespace tcpladder;

namespace {

constexpr std::size_t connections = 40; // one after the other
constexpr std::uint32_t secondsEach = 10;

/// What differs from one to the other: ports, numbers, and how long it takes.
class Talk
{
public:
    Talk(CaptureBuilder& capture, std::uint32_t which)
        : m_capture(capture)
        , m_which(which)
        , m_client(1000 + 7919 * which)
        , m_server(77'000 + 104'729 * which)
    {
    }

    void fromClient(std::uint16_t flags, const std::string& payload = {}) { send(flags, true, payload); }
    void fromServer(std::uint16_t flags, const std::string& payload = {}) { send(flags, false, payload); }
    void repeat()
    {
        m_microseconds += 1'000'000;
        --m_client;
        fromClient(0x002);
    }
    void lose(std::uint32_t octets) { m_client += octets; }

private:
    void send(std::uint16_t flags, bool isClient, const std::string& payload)
    {
        PacketSpec spec;
        spec.flags = TcpFlags(flags);
        spec.payload = payload;
        spec.identification = ++m_identification;
        spec.sourcePort = static_cast<std::uint16_t>(40000 + m_which);
        std::uint32_t& own = isClient ? m_client : m_server;
        spec.sequence = own;
        spec.acknowledgment = (flags & 0x10) ? (isClient ? m_server : m_client) : 0;
        own += static_cast<std::uint32_t>(payload.size()) + (flags & 1) + (flags >> 1 & 1);
        if (!isClient) {
            std::swap(spec.source, spec.destination);
            std::swap(spec.sourcePort, spec.destinationPort);
        }
        m_microseconds += 300 + m_which;
        m_capture.add(
            m_which * secondsEach + m_microseconds / 1'000'000, m_microseconds % 1'000'000, buildEthernetPacket(spec));
    }

    CaptureBuilder& m_capture;
    std::uint32_t m_which;
    std::uint32_t m_client;
    std::uint32_t m_server;
    std::uint32_t m_microseconds = 0;
    std::uint16_t m_identification = 0;
};

struct Loaded
{
    explicit Loaded(const std::function<void(Talk)>& talk)
    {
        CaptureBuilder builder;
        for (std::uint32_t i = 0; i < connections; ++i)
            talk(Talk(builder, i));
        capture = openCapture(makeMemorySource(builder.bytes())).value();
        document = std::make_unique<CaptureDocument>(capture.store);
        DocumentBuilder(*document, capture).run({});
    }

    const ConnectionEntry& entry(std::size_t i) const { return document->connection(ConnectionId(i)); }

    OpenedCapture capture;
    std::unique_ptr<CaptureDocument> document;
};

/// Places in the connection instead of segments, so that two can be compared.
std::vector<Transition> courseOf(const ConnectionEntry& entry)
{
    const TransitionList transitions = entry.analysis.transitions();
    std::vector<Transition> course(transitions.begin(), transitions.end());
    const std::uint32_t first = entry.connection.segments.front().value;
    for (Transition& change : course)
        for (SegmentId* const id : {&change.cause, &change.after, &change.proof})
            id->value -= id->isValid() ? first : 0;
    return course;
}

std::vector<std::pair<FindingKind, std::uint32_t>> findingsOf(const Loaded& loaded, const ConnectionEntry& entry)
{
    std::vector<std::pair<FindingKind, std::uint32_t>> findings;
    for (const FindingId id : entry.findings) {
        const Finding& finding = loaded.document->finding(id);
        findings.emplace_back(finding.kind, finding.segment.value - entry.connection.segments.front().value);
    }
    return findings;
}

/// The first was analysed whole: nobody had gone its way.
void compareWithFirst(const Loaded& loaded)
{
    QCOMPARE(loaded.document->connectionCount(), connections);
    const ConnectionEntry& first = loaded.entry(0);
    for (std::size_t i = 1; i < connections; ++i) {
        QVERIFY(courseOf(loaded.entry(i)) == courseOf(first));
        QVERIFY(findingsOf(loaded, loaded.entry(i)) == findingsOf(loaded, first));
        QVERIFY(loaded.entry(i).analysis.facts().close == first.analysis.facts().close);
        QCOMPARE(loaded.entry(i).connection.segments.size(), first.connection.segments.size());
    }
}

bool isShaped(const ConnectionEntry& entry)
{
    return KeptAnalysis(entry.analysis).shaped();
}

} // namespace

class TestShapedConnections : public QObject
{
    Q_OBJECT

private slots:
    void areLikeThoseBeforeThem()
    {
        const Loaded loaded([](Talk talk) {
            talk.fromClient(0x002);
            talk.fromServer(0x012);
            talk.fromClient(0x010);
            talk.fromClient(0x018, "question");
            talk.fromServer(0x018, "answer");
            talk.fromClient(0x011);
            talk.fromServer(0x011);
            talk.fromClient(0x010);
        });
        compareWithFirst(loaded);
        QVERIFY(!isShaped(loaded.entry(0)));
        QVERIFY2(isShaped(loaded.entry(connections - 1)), "none had a shape: this test shows nothing");
        const ConnectionEntry& last = loaded.entry(connections - 1);
        const auto stay = last.analysis.timeWait(Side::A);
        QVERIFY(stay && stay->startedBy == last.connection.segments[6] && stay->lastAck == last.connection.segments[7]);
        // Two of its segments each 300 microseconds and some later than the one before.
        QCOMPARE(last.analysis.facts().initialRoundTrip, std::optional<Duration>(std::chrono::microseconds(2 * 339)));
        QCOMPARE(loaded.document->finding(last.findings[0]).kind, FindingKind::ThreeSegmentClose);
    }

    /// Its findings were reported already when it becomes unlike the others.
    void keepTheirFindingsWhenTheyBecomeUnlike()
    {
        const Loaded loaded([](Talk talk) {
            talk.fromClient(0x002);
            talk.repeat();
            talk.fromServer(0x012);
            talk.fromClient(0x010);
            talk.lose(100);
            talk.fromClient(0x018, "behind a hole");
            talk.fromServer(0x004);
        });
        compareWithFirst(loaded);
        const auto kindsOfLast = findingsOf(loaded, loaded.entry(connections - 1));
        QCOMPARE(
            std::ranges::count(kindsOfLast, FindingKind::SynRetransmission, [](auto one) { return one.first; }), 1);
    }

    void tellWhatTheEndShows()
    {
        const Loaded loaded([](Talk talk) {
            talk.fromClient(0x002);
            talk.fromServer(0x012);
            talk.fromClient(0x010);
        });
        compareWithFirst(loaded);
        QVERIFY(isShaped(loaded.entry(connections - 1)));
        const auto kindsOfLast = findingsOf(loaded, loaded.entry(connections - 1));
        QCOMPARE(kindsOfLast.size(), std::size_t{1});
        QCOMPARE(kindsOfLast[0].first, FindingKind::NeverClosed);
    }
};

QTEST_GUILESS_MAIN(TestShapedConnections)
#include "tst_shaped_connections.moc"
