// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/builder.h"
#include "core/document/path_delays.h"
#include "core/source/open_capture.h"
#include "tests/support/capture_builder.h"
#include "tests/support/packet_builder.h"

#include <QTest>

using namespace tcpladder;
using namespace std::chrono_literals;

namespace {

struct Step
{
    std::uint32_t microseconds;
    bool isClients;
    std::uint16_t flags;
};

PacketSpec packetOf(const Step& step)
{
    PacketSpec spec;
    spec.flags = TcpFlags(step.flags);
    const bool isSyn = (step.flags & 0x002) != 0;
    spec.sequence = (step.isClients ? 1000 : 5000) + (isSyn ? 0 : 1);
    spec.acknowledgment = (step.flags & 0x010) == 0 ? 0 : step.isClients ? 5001 : 1001;
    if (!step.isClients) {
        std::swap(spec.source, spec.destination);
        std::swap(spec.sourcePort, spec.destinationPort);
    }
    return spec;
}

std::optional<PathDelays> delaysOf(const std::vector<Step>& steps)
{
    CaptureBuilder builder;
    for (const Step& step : steps)
        builder.add(1, step.microseconds, buildEthernetPacket(packetOf(step)));
    auto capture = openCapture(makeMemorySource(builder.bytes())).value();
    CaptureDocument document(capture.store);
    DocumentBuilder(document, capture).run({});
    return estimatePathDelays(document, document.connection(ConnectionId(std::size_t{0})).connection);
}

} // namespace

class TestPathDelays : public QObject
{
    Q_OBJECT

private slots:
    void theClientsCaptureIsAtTheClient()
    {
        const auto delays = delaysOf({{0, true, 0x002}, {40'000, false, 0x012}, {40'020, true, 0x010}});
        QVERIFY(delays.has_value());
        QCOMPARE((*delays)[indexOf(Side::A)], Duration(10us));
        QCOMPARE((*delays)[indexOf(Side::B)], Duration(20ms));
    }

    void betweenTheHostsEachHasItsPart()
    {
        const auto delays = delaysOf({{0, true, 0x002}, {30'000, false, 0x012}, {40'000, true, 0x010}});
        QCOMPARE((*delays)[indexOf(Side::A)], Duration(5ms));
        QCOMPARE((*delays)[indexOf(Side::B)], Duration(15ms));
    }

    void theSynThatWasAnsweredCounts()
    {
        const auto delays
            = delaysOf({{0, true, 0x002}, {500'000, true, 0x002}, {540'000, false, 0x012}, {540'020, true, 0x010}});
        QCOMPARE((*delays)[indexOf(Side::B)], Duration(20ms));
    }

    void withoutAWholeHandshakeNothingIsKnown()
    {
        QVERIFY(!delaysOf({{0, true, 0x002}, {40'000, false, 0x012}}));
        QVERIFY(!delaysOf({{0, true, 0x010}, {40'000, false, 0x010}}));
        QVERIFY(!delaysOf({{0, false, 0x012}, {40'000, true, 0x010}}));
    }
};

QTEST_APPLESS_MAIN(TestPathDelays)
#include "tst_path_delays.moc"
