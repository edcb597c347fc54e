// SPDX-License-Identifier: GPL-3.0-or-later
// Connections that are open and say nothing for long, among many others: their analyses are put away meanwhile.
#include "core/document/builder.h"
#include "core/source/open_capture.h"
#include "tests/support/capture_builder.h"
#include "tests/support/two_hosts.h"

#include <QTest>

using namespace tcpladder;

namespace {

constexpr std::uint32_t quietFrom = 10;
constexpr std::uint32_t quietTo = 500;
constexpr int many = 30'000;

struct Loaded
{
    explicit Loaded(const std::vector<std::byte>& bytes)
        : capture(openCapture(makeMemorySource(bytes)).value())
        , document(capture.store)
        , builder(document, capture)
    {
        builder.run({});
    }

    const ConnectionEntry& first() const { return document.connection(ConnectionId(std::size_t{0})); }

    OpenedCapture capture;
    CaptureDocument document;
    DocumentBuilder builder;
};

const std::vector<PacketSpec> handshake{
    fromClient(0x002, 1000, 0), fromServer(0x012, 5000, 1001), fromClient(0x010, 1001, 5001)};

/// What a connection does before and after it was quiet.
struct Conversation
{
    std::vector<PacketSpec> before;
    std::vector<PacketSpec> after;
};

/// others: half of them with a handshake that nobody ends, half with a whole one.
std::unique_ptr<Loaded> load(const Conversation& conversation, int others)
{
    CaptureBuilder capture;
    std::uint32_t second = 0;
    for (const PacketSpec& spec : conversation.before)
        capture.add(++second, 0, buildEthernetPacket(spec));
    for (int i = 0; i < others; ++i) {
        for (PacketSpec spec : std::span(handshake).first(i % 2 == 0 ? 2 : 3)) {
            std::string& client = spec.sourcePort == 6378 ? spec.destination : spec.source;
            client = "172.16." + std::to_string(i / 250) + '.' + std::to_string(i % 250 + 1);
            capture.add(quietFrom + static_cast<std::uint32_t>(i) / 1000, static_cast<std::uint32_t>(i % 1000) * 10,
                buildEthernetPacket(spec));
        }
    }
    for (const PacketSpec& spec : conversation.after)
        capture.add(quietTo + ++second, 0, buildEthernetPacket(spec));
    PacketSpec last = fromClient(0x002, 1, 0); // which ends all captures at the same time
    last.source = "192.0.2.1";
    capture.add(quietTo + 100, 0, buildEthernetPacket(last));
    return std::make_unique<Loaded>(capture.bytes());
}

std::string describe(const Loaded& loaded)
{
    const ConnectionEntry& entry = loaded.first();
    const auto name = [](auto value) { return std::to_string(static_cast<int>(value)); };
    std::string text;
    for (const Transition& change : entry.analysis.transitions())
        text += name(change.side) + ": " + name(change.from) + " to " + name(change.to) + ", ";
    for (const Side side : {Side::A, Side::B})
        text += "first " + name(entry.analysis.firstState(side)) + ", last " + name(entry.analysis.lastState(side))
            + ", ";
    for (const FindingId id : entry.findings) {
        const Finding& finding = loaded.document.finding(id);
        text += name(finding.kind) + ' ' + name(finding.variant) + ' ' + std::to_string(finding.values[0]) + ", ";
    }
    return text + std::to_string(entry.connection.segments.size()) + " segments";
}

} // namespace

class TestQuietConnections : public QObject
{
    Q_OBJECT

private slots:
    void areWhatTheyWereWhenTheyGoOn_data()
    {
        QTest::addColumn<bool>("hasData");
        QTest::addColumn<int>("then"); // segments after it was quiet, of those below
        for (const int then : {0, 1, 2, 5}) {
            QTest::addRow("handshake, %d", then) << false << then;
            QTest::addRow("data, %d", then) << true << then;
        }
    }

    void areWhatTheyWereWhenTheyGoOn()
    {
        QFETCH(const bool, hasData);
        QFETCH(const int, then);
        Conversation conversation{handshake, {}};
        std::uint32_t next = 1001;
        if (hasData) {
            conversation.before.push_back(fromClient(0x018, next, 5001, "0123456789"));
            conversation.before.push_back(fromServer(0x010, 5001, next += 10));
        }
        const std::vector<PacketSpec> rest{fromClient(0x018, next, 5001, "more"), fromServer(0x010, 5001, next + 4),
            fromClient(0x011, next + 4, 5001), fromServer(0x011, 5001, next + 5), fromClient(0x010, next + 5, 5002)};
        conversation.after.assign(rest.begin(), rest.begin() + then);
        const auto among = load(conversation, many);
        QCOMPARE(describe(*among), describe(*load(conversation, 0)));
        QCOMPARE(among->first().analysis.isReleased(), then == 0);
    }

    void thatAreHalfOpenAreWhatTheyWere()
    {
        const std::vector<PacketSpec> half(handshake.begin(), handshake.begin() + 2);
        for (const std::vector<PacketSpec>& after :
            {std::vector<PacketSpec>{}, {handshake[1]}, {handshake[2]}, {fromClient(0x004, 1001, 0)}})
            QCOMPARE(describe(*load({half, after}, many)), describe(*load({half, after}, 0)));
    }

    /// How long it waited for an answer counts when the capture ends.
    void thatRepeatInVainStayAsTheyAre()
    {
        Conversation conversation{handshake, {}};
        for (int i = 0; i < 2; ++i)
            conversation.before.push_back(fromClient(0x018, 1001, 5001, "0123456789"));
        const auto among = load(conversation, many);
        QVERIFY(!among->first().analysis.isReleased());
        QCOMPARE(describe(*among), describe(*load(conversation, 0)));
    }

    void mostOfManyArePutAway()
    {
        const auto loaded = load({handshake, {}}, many);
        std::size_t released = 0;
        for (std::size_t i = 0; i < loaded->document.connectionCount(); ++i)
            released += loaded->document.connection(ConnectionId(i)).analysis.isReleased();
        QVERIFY2(released > many / 3, std::to_string(released).c_str());
    }
};

QTEST_GUILESS_MAIN(TestQuietConnections)
#include "tst_quiet_connections.moc"
