// SPDX-License-Identifier: GPL-3.0-or-later
// What one packet shows by itself: checksum, size, options, timestamps, twins, congestion marks.
#include "core/finding/ecn_rules.h"
#include "tests/support/conversation.h"

#include <QTest>

#include <utility>

using namespace tcpladder;
using namespace std::chrono_literals;

namespace {

using Change = std::function<void(Segment&)>;

std::vector<std::uint32_t> only(SegmentId segment)
{
    return {segment.value};
}

Change stamped(std::uint32_t value, std::uint32_t echo)
{
    return [=](Segment& segment) { segment.options.timestamps = TcpTimestamps{value, echo}; };
}

Change summed(ChecksumStatus status)
{
    return [=](Segment& segment) { segment.checksumStatus = status; };
}

Change placed(std::uint16_t identification, std::uint8_t timeToLive)
{
    return [=](Segment& segment) {
        segment.ipIdentification = identification;
        segment.timeToLive = timeToLive;
    };
}

Change flagged(std::initializer_list<TcpFlag> flags)
{
    return [flags = std::vector(flags)](Segment& segment) {
        for (const TcpFlag flag : flags)
            segment.flags = segment.flags.with(flag);
    };
}

void announceMss(Segment& segment)
{
    segment.options.maximumSegmentSize = 1460;
}

void mark(Segment& segment)
{
    segment.trafficClass = 3;
}

std::uint8_t variantOf(const Conversation& talk, FindingKind kind)
{
    const Finding* finding = talk.finding(kind);
    return finding ? finding->variant : std::uint8_t{255};
}

} // namespace

class TestPacketRules : public QObject
{
    Q_OBJECT

private slots:
    void aWrongChecksumIsToldAndTheSegmentCountsForNothing()
    {
        Conversation talk;
        talk.shakeHands();
        const SegmentId wrong = talk.with(summed(ChecksumStatus::Bad)).a({"A", 1, 1, 100});
        const SegmentId again = talk.later(300ms).a({"A", 1, 1, 100});
        QCOMPARE(talk.found(FindingKind::ChecksumWrong), only(wrong));
        QVERIFY(again.isValid() && talk.found(FindingKind::RtoRetransmission).empty());
    }

    void anUnfinishedChecksumIsToldOncePerSide()
    {
        Conversation talk;
        const SegmentId first = talk.with(summed(ChecksumStatus::Partial)).a({"S"});
        talk.b({"SA", 0, 1});
        talk.with(summed(ChecksumStatus::Partial)).a({"A", 1, 1});
        QCOMPARE(talk.found(FindingKind::ChecksumPartial), only(first));
        QVERIFY(talk.found(FindingKind::ChecksumWrong).empty());
    }

    void anAckOfOctetsWithAWrongChecksumNamesTheDamagedSegment()
    {
        Conversation talk;
        talk.shakeHands();
        const SegmentId damaged = talk.with(summed(ChecksumStatus::Bad)).a({"A", 1, 1, 100});
        const SegmentId ack = talk.b({"A", 1, 101});
        QCOMPARE(talk.found(FindingKind::AckOfUnseen), only(ack));
        QCOMPARE(talk.finding(FindingKind::AckOfUnseen)->variant, 1);
        QCOMPARE(talk.finding(FindingKind::AckOfUnseen)->related, damaged);
    }

    void aSegmentAboveTheMssIsCutByTheSendersCardOrJoinedHere()
    {
        for (const auto& [status, variant] :
            {std::pair(ChecksumStatus::Partial, 0), std::pair(ChecksumStatus::Good, 1)}) {
            Conversation talk;
            talk.with(announceMss).a({"S"});
            talk.with(announceMss).b({"SA", 0, 1});
            talk.a({"A", 1, 1, 1460});
            QVERIFY(talk.found(FindingKind::OversizedSegment).empty());
            const SegmentId large = talk.with(summed(status)).a({"A", 1461, 1, 2920});
            QCOMPARE(talk.found(FindingKind::OversizedSegment), only(large));
            QCOMPARE(int(talk.finding(FindingKind::OversizedSegment)->variant), variant);
            QCOMPARE(talk.finding(FindingKind::OversizedSegment)->values[1], 1460U);
        }
    }

    void aBadOptionIsTold()
    {
        Conversation talk;
        const SegmentId bad = talk.with([](Segment& segment) { segment.options.malformed = true; }).a({"S"});
        QCOMPARE(talk.found(FindingKind::BadOption), only(bad));
    }

    void anOlderTimestampThanTheReceiverHasEchoedFailsPaws()
    {
        Conversation talk;
        talk.with(stamped(100, 0)).a({"S"});
        talk.with(stamped(900, 100)).b({"SA", 0, 1});
        talk.with(stamped(110, 900)).a({"A", 1, 1, 10});
        talk.with(stamped(910, 110)).b({"A", 1, 11});
        const SegmentId old = talk.with(stamped(105, 900)).a({"A", 1, 1, 10});
        talk.with(stamped(111, 910)).a({"A", 11, 1, 10});
        QCOMPARE(talk.found(FindingKind::Paws), only(old));
        QCOMPARE(talk.finding(FindingKind::Paws)->values[0], 105U);
        QCOMPARE(talk.finding(FindingKind::Paws)->values[1], 110U);
    }

    void timestampsWrapLikeNumbers()
    {
        Conversation talk;
        talk.with(stamped(0xfffffff0, 0)).a({"S"});
        talk.with(stamped(900, 0xfffffff0)).b({"SA", 0, 1});
        talk.with(stamped(5, 900)).a({"A", 1, 1, 10});
        talk.with(stamped(901, 5)).b({"A", 1, 11});
        QVERIFY(talk.found(FindingKind::Paws).empty());
        const SegmentId old = talk.with(stamped(0xfffffff8, 900)).a({"A", 1, 1, 10});
        QCOMPARE(talk.found(FindingKind::Paws), only(old));
    }

    void aPacketOnlyLaterEchoedIsNoOldOne()
    {
        Conversation talk; // the echo is of something that the sender has not sent in the capture
        talk.with(stamped(100, 0)).a({"S"});
        talk.with(stamped(900, 5000)).b({"SA", 0, 1});
        talk.with(stamped(110, 900)).a({"A", 1, 1, 10});
        QVERIFY(talk.found(FindingKind::Paws).empty());
    }

    void aBurstThatPassesTwoPlacesCountsOnce()
    {
        Conversation talk;
        talk.shakeHands();
        talk.with(placed(6, 64)).a({"A", 1, 1, 10});
        const SegmentId first = talk.with(placed(6, 63)).a({"A", 1, 1, 10});
        talk.with(placed(7, 64)).a({"A", 11, 1, 10});
        talk.with(placed(8, 64)).a({"A", 21, 1, 10});
        const SegmentId second = talk.with(placed(7, 63)).a({"A", 11, 1, 10});
        const SegmentId third = talk.with(placed(8, 63)).a({"A", 21, 1, 10});
        QCOMPARE(talk.found(FindingKind::CapturedTwice), (std::vector{first.value, second.value, third.value}));
        QVERIFY(talk.found(FindingKind::RtoRetransmission).empty());
    }

    void aPacketWithoutANumberIsCapturedTwiceWithinAMoment()
    {
        Conversation talk;
        talk.shakeHands();
        talk.with(placed(0, 64)).a({"A", 1, 1, 10});
        const SegmentId twin = talk.with(placed(0, 63)).a({"A", 1, 1, 10});
        const SegmentId again = talk.later(250ms).with(placed(0, 64)).a({"A", 1, 1, 10});
        QCOMPARE(talk.found(FindingKind::CapturedTwice), only(twin));
        QCOMPARE(talk.found(FindingKind::RtoRetransmission), only(again));
    }

    void twoBareAcksThatAreAlikeAreNoTwins()
    {
        Conversation talk;
        talk.shakeHands();
        const auto atOnce = [](Segment& segment) { segment.time = Timestamp{2000s}; };
        talk.with(atOnce).b({"A", 1, 1});
        talk.with(atOnce).b({"A", 1, 1});
        QVERIFY(talk.found(FindingKind::CapturedTwice).empty());
        talk.with(atOnce).b({"A", 1, 1, 10});
        const SegmentId twin = talk.with(atOnce).b({"A", 1, 1, 10});
        QCOMPARE(talk.found(FindingKind::CapturedTwice), only(twin));
    }

    void classicEcnIsAgreedInTheHandshake()
    {
        Conversation talk;
        const SegmentId syn = talk.with(flagged({TcpFlag::Ece, TcpFlag::Cwr})).a({"S"});
        const SegmentId answer = talk.with(flagged({TcpFlag::Ece})).b({"SA", 0, 1});
        QCOMPARE(talk.found(FindingKind::Ecn), only(answer));
        QCOMPARE(variantOf(talk, FindingKind::Ecn), std::to_underlying(EcnVariant::Accepted));
        QCOMPARE(talk.finding(FindingKind::Ecn)->related, syn);
    }

    void accurateEcnIsOfferedAndAnswered_data()
    {
        QTest::addColumn<std::uint16_t>("answer");
        QTest::addColumn<QString>("kinds");
        QTest::newRow("not-ECT") << std::uint16_t(0x080) << "accecn 0, accecn 1";
        QTest::newRow("ECT(1)") << std::uint16_t(0x0c0) << "accecn 0, accecn 1";
        QTest::newRow("ECT(0)") << std::uint16_t(0x100) << "accecn 0, accecn 1";
        QTest::newRow("CE") << std::uint16_t(0x180) << "accecn 0, accecn 1";
        QTest::newRow("classic") << std::uint16_t(0x040) << "accecn 0, ecn 1";
        QTest::newRow("none") << std::uint16_t(0x000) << "accecn 0, accecn 2";
    }

    void accurateEcnIsOfferedAndAnswered()
    {
        QFETCH(std::uint16_t, answer);
        QFETCH(QString, kinds);
        Conversation talk;
        talk.with(flagged({TcpFlag::Ae, TcpFlag::Cwr, TcpFlag::Ece})).a({"S"});
        talk.with([answer](Segment& segment) { segment.flags.bits |= answer; }).b({"SA", 0, 1});
        QStringList said;
        for (const Finding& finding : talk.findings())
            said << QStringLiteral("%1 %2")
                        .arg(QString::fromStdString(std::string(findingKindInfo(finding.kind).name)))
                        .arg(finding.variant);
        QCOMPARE(said.join(", "), kinds);
    }

    void theFirstMarkAndTheFirstReportAreTold()
    {
        Conversation talk;
        talk.with(flagged({TcpFlag::Ece, TcpFlag::Cwr})).a({"S"});
        talk.with(flagged({TcpFlag::Ece})).b({"SA", 0, 1});
        talk.a({"A", 1, 1});
        const SegmentId marked = talk.with(mark).a({"A", 1, 1, 10});
        talk.with(mark).a({"A", 11, 1, 10});
        const SegmentId report = talk.with(flagged({TcpFlag::Ece})).b({"A", 1, 21});
        talk.with(flagged({TcpFlag::Ece})).b({"A", 1, 21, 5});
        QCOMPARE(talk.found(FindingKind::Ecn), (std::vector<std::uint32_t>{1, marked.value, report.value}));
    }
};

QTEST_APPLESS_MAIN(TestPacketRules)
#include "tst_packet_rules.moc"
