// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/builder.h"
#include "core/document/newest_segment.h"
#include "core/source/open_capture.h"
#include "tests/support/capture_builder.h"
#include "tests/support/packet_builder.h"

#include <QTest>

using namespace tcpladder;

namespace {

struct Step
{
    std::uint16_t clientPort;
    bool isClients;
    std::uint16_t flags;
};

constexpr std::uint16_t syn = 0x002;
constexpr std::uint16_t ack = 0x010;
constexpr std::uint16_t reset = 0x014;

std::unique_ptr<CaptureDocument> documentOf(const std::vector<Step>& steps)
{
    CaptureBuilder builder;
    std::uint32_t time = 0;
    for (const Step& step : steps) {
        PacketSpec spec;
        spec.sourcePort = step.clientPort;
        spec.flags = TcpFlags(step.flags);
        spec.sequence = (step.isClients ? 1000 : 5000) + ((step.flags & syn) != 0 ? 0 : 1);
        spec.acknowledgment = (step.flags & ack) == 0 ? 0 : step.isClients ? 5001 : 1001;
        if (!step.isClients) {
            std::swap(spec.source, spec.destination);
            std::swap(spec.sourcePort, spec.destinationPort);
        }
        builder.add(1, ++time, buildEthernetPacket(spec));
    }
    auto capture = openCapture(makeMemorySource(builder.bytes())).value();
    auto document = std::make_unique<CaptureDocument>(capture.store);
    DocumentBuilder(*document, capture).run({});
    return document;
}

const std::vector<Step> twoOpen{{40001, true, syn}, {40001, false, syn | ack}, {40001, true, ack}, {40002, true, syn},
    {40002, false, syn | ack}, {40002, true, ack}};

} // namespace

class TestNewestSegment : public QObject
{
    Q_OBJECT

private slots:
    void anEmptyCaptureHasNone() { QVERIFY(!newestSegment(CaptureDocument(), {}).isValid()); }

    void withoutAChoiceItIsTheLastOfAll() { QCOMPARE(newestSegment(*documentOf(twoOpen), {}).value, 5U); }

    void aConnectionThatIsOpenKeepsTheView()
    {
        QCOMPARE(newestSegment(*documentOf(twoOpen), ConnectionId(std::size_t{0})).value, 2U);
        QCOMPARE(newestSegment(*documentOf(twoOpen), ConnectionId(std::size_t{1})).value, 5U);
    }

    void aLaterConnectionTakesItWhenThisOneIsOver()
    {
        auto steps = twoOpen;
        steps.insert(steps.begin() + 3, {40001, true, reset});
        QCOMPARE(newestSegment(*documentOf(steps), ConnectionId(std::size_t{0})).value, 6U);
    }

    void anEarlierConnectionDoesNotTakeItBack()
    {
        auto steps = twoOpen;
        steps.push_back({40002, true, reset});
        steps.push_back({40001, true, ack});
        QCOMPARE(newestSegment(*documentOf(steps), ConnectionId(std::size_t{1})).value, 6U);
    }
};

QTEST_GUILESS_MAIN(TestNewestSegment)
#include "tst_newest_segment.moc"
