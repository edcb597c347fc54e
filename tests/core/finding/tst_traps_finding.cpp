// SPDX-License-Identifier: GPL-3.0-or-later
// Where a reader of captures goes wrong about single segments: sizes, probes, windows, copies and marks.
#include "tests/support/conversation.h"

#include <QTest>

using namespace tcpladder;
using namespace std::chrono_literals;

namespace {

const std::string opening = R"(
    a S 0
    b S. 0 ack 1
    a . 1 ack 1
)";

const std::string opened = "CLOSED SYN_SENT ESTABLISHED";
const std::string accepted = "LISTEN SYN_RECEIVED ESTABLISHED";

void fromAnotherTap(Segment& segment)
{
    segment.ipIdentification = 77;
    segment.checksum = 0x1234;
    segment.timeToLive = 63;
}

void fromTheFirstTap(Segment& segment)
{
    fromAnotherTap(segment);
    segment.timeToLive = 64;
}

void offersScale(Segment& segment)
{
    segment.options.windowScale = 7;
    segment.options.maximumSegmentSize = 1460;
}

} // namespace

class TestTrapsFinding : public QObject
{
    Q_OBJECT

private slots:
    void trap7ASegmentLargerThanTheMssIsTheCardsWorkAndNoMistake()
    {
        Conversation talk;
        talk.with(offersScale).a({"S"});
        talk.with(offersScale).b({"SA", 0, 1});
        talk.a({"A", 1, 1});
        const SegmentId large = talk.a({"PA", 1, 1, 62491});
        talk.b({"A", 1, 62492});
        QCOMPARE(talk.found(FindingKind::OversizedSegment), std::vector{large.value});
        QCOMPARE(findingKindInfo(FindingKind::OversizedSegment).severity, Severity::Note);
        QCOMPARE(talk.course(Side::A), opened);
    }

    void trap13AFrameThatWasCapturedTwiceIsFedOnce()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.play(opening);
            talk.with(fromTheFirstTap).a({"FA", 1, 1, 10});
            const SegmentId copy = talk.with(fromAnotherTap).a({"FA", 1, 1, 10});
            QCOMPARE(talk.found(FindingKind::CapturedTwice), std::vector{copy.value});
            QVERIFY(talk.found(FindingKind::FinRetransmission).empty());
            QVERIFY(talk.found(FindingKind::RtoRetransmission).empty());
            QCOMPARE(talk.step(Side::A, TcpState::FinWait1)->cause, SegmentId(std::size_t{3}));
        });
    }

    void trap34AKeepAliveIsOneBelowWithNothingOutstandingUnlessTheWindowIsClosed()
    {
        forEachInitialNumber([](Conversation& talk) {
            const SegmentId alive = talk.play(opening + "a P. 1:11 ack 1 \n b . 1 ack 11 \n +1h a . 10 ack 1");
            QCOMPARE(talk.found(FindingKind::KeepAlive), std::vector{alive.value});
            const SegmentId probe = talk.play("b . 1 ack 11 win 0 \n +300ms a . 10 ack 1");
            QCOMPARE(talk.found(FindingKind::ZeroWindowProbe), std::vector{probe.value});
            QCOMPARE(talk.found(FindingKind::KeepAlive).size(), 1U);
        });
    }

    void trap35ARefusedProbeMovesNoNumberAndAClosedWindowNoState()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.play(
                opening + "a P. 1:11 ack 1 \n b . 1 ack 11 win 0 \n +300ms a . 11:12 ack 1 \n b . 1 ack 11 win 0");
            QCOMPARE(talk.found(FindingKind::ZeroWindowProbe).size(), 1U);
            talk.play("+1s b . 1 ack 11 win 1000 \n a P. 11:21 ack 1 \n b . 1 ack 21");
            QVERIFY(talk.found(FindingKind::RtoRetransmission).empty());
            QVERIFY(talk.found(FindingKind::OutOfOrder).empty());
            QCOMPARE(talk.course(Side::A), opened);
            QCOMPARE(talk.course(Side::B), accepted);
        });
    }

    void trap36WithoutTheHandshakeTheWindowsScaleIsUnknown()
    {
        Conversation middle;
        middle.play("a . 1 ack 1 \n b . 1 ack 1 win 10 \n a P. 1:11 ack 1"); // 10 octets, or 10 units
        QVERIFY(middle.found(FindingKind::WindowFull).empty());
        const SegmentId closed = middle.play("b . 1 ack 11 win 0");
        QCOMPARE(middle.found(FindingKind::ZeroWindow), std::vector{closed.value}); // zero is zero in any unit
        QVERIFY(!middle.analysis().facts().windowShift(Side::A));
    }

    void trap36TheScaleCountsOnlyIfBothOfferItAndNeverInASyn()
    {
        Conversation both;
        both.with(offersScale).a({"S"});
        both.with(offersScale).b({"SA", 0, 1});
        QCOMPARE(both.analysis().facts().windowShift(Side::A), std::optional<std::uint8_t>(7));
        Conversation one;
        one.with(offersScale).a({"S"});
        one.b({"SA", 0, 1});
        QCOMPARE(one.analysis().facts().windowShift(Side::A), std::optional<std::uint8_t>(0));
    }

    void trap39EcnBitsAndTheCounterOfAccEcnMoveNoState()
    {
        forEachInitialNumber([](Conversation& talk) {
            const auto marked = [](TcpFlags flags) {
                return [flags](Segment& segment) { segment.flags = TcpFlags(segment.flags.bits | flags.bits); };
            };
            const TcpFlags offer = TcpFlag::Ece | TcpFlag::Cwr | TcpFlag::Ae;
            talk.with(marked(offer)).a({"S"});
            talk.with(marked(TcpFlags().with(TcpFlag::Cwr))).b({"SA", 0, 1});
            talk.with(marked(TcpFlag::Ae | TcpFlag::Ece)).a({"A", 1, 1});
            talk.with(marked(offer)).a({"PA", 1, 1, 10});
            talk.with(marked(TcpFlag::Ae | TcpFlag::Cwr)).b({"A", 1, 11});
            QCOMPARE(talk.course(Side::A), opened);
            QCOMPARE(talk.course(Side::B), accepted);
            for (const std::uint32_t segment : talk.found(FindingKind::AccEcn))
                QVERIFY(segment < 2); // the counter behind the handshake is no event
            QVERIFY(!talk.found(FindingKind::AccEcn).empty());
        });
    }

    void trap40UrgentDataMovesNoState()
    {
        Conversation talk;
        talk.play(opening + "a PU. 1:11 ack 1 \n b . 1 ack 11 \n a F. 11 ack 1 \n b . 1 ack 12 \n b PU. 1:11 ack 12");
        QCOMPARE(talk.course(Side::A), opened + " FIN_WAIT_1 FIN_WAIT_2");
        QCOMPARE(talk.course(Side::B), accepted + " CLOSE_WAIT");
    }

    void trap41AMultipathSubflowIsATcpOfItsOwn()
    {
        const auto multipath = [](Segment& segment) { segment.options.multipath = true; };
        Conversation talk;
        talk.with(multipath).a({"S"});
        talk.with(multipath).b({"SA", 0, 1});
        talk.with(multipath).a({"A", 1, 1});
        talk.with(multipath).b({"FA", 1, 1}); // ends this subflow, whatever the others do
        QCOMPARE(talk.course(Side::A), opened + " CLOSE_WAIT");
    }
};

QTEST_APPLESS_MAIN(TestTrapsFinding)
#include "tst_traps_finding.moc"
