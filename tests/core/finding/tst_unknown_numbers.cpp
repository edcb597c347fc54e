// SPDX-License-Identifier: GPL-3.0-or-later
// tcpdump prints no sequence number for a bare ACK: the segment is there all the same.
#include "tests/support/conversation.h"

#include <QTest>

using namespace tcpladder;
using namespace std::chrono_literals;

namespace {

/// The number that the text's reader puts in is a guess.
void unnumbered(Segment& segment)
{
    segment.sequence = {};
    segment.known.remove(TcpField::Sequence);
}

} // namespace

class TestUnknownNumbers : public QObject
{
    Q_OBJECT

private slots:
    void aBareAckWithoutItsNumberLosesNothing()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.a({"S"});
            talk.b({"SA", 0, 1});
            talk.with(unnumbered).a({"A", 0, 1});
            talk.b({"PA", 1, 1, 100});
            talk.with(unnumbered).a({"A", 0, 101});
            talk.a({"PA", 1, 101, 50});
            talk.with(unnumbered).b({"A", 0, 51});
            for (const FindingKind kind : {FindingKind::SegmentNotCaptured, FindingKind::AckOfUnseen,
                     FindingKind::OutOfOrder, FindingKind::RtoRetransmission, FindingKind::DupAck})
                QVERIFY(talk.found(kind).empty());
            QCOMPARE(talk.state(Side::A), TcpState::Established);
            QCOMPARE(talk.state(Side::B), TcpState::Established);
        });
    }

    void itsAcknowledgmentCounts()
    {
        Conversation talk;
        talk.shakeHands();
        for (std::uint32_t from = 1; from < 500; from += 100)
            talk.a({"A", from, 1, 100});
        for (int i = 0; i < 4; ++i)
            talk.with(unnumbered).b({"A", 0, 101});
        const SegmentId again = talk.a({"A", 101, 1, 100});
        QCOMPARE(talk.found(FindingKind::DupAck).size(), 3U);
        QCOMPARE(talk.found(FindingKind::FastRetransmission), std::vector{again.value});
    }

    void itsAcknowledgmentClosesTheConnection()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            talk.a({"FA", 1, 1});
            talk.with(unnumbered).b({"A", 0, 2});
            QCOMPARE(talk.state(Side::A), TcpState::FinWait2);
            talk.b({"FA", 1, 2});
            talk.with(unnumbered).a({"A", 0, 2});
            QCOMPARE(talk.course(Side::A), "CLOSED SYN_SENT ESTABLISHED FIN_WAIT_1 FIN_WAIT_2 TIME_WAIT");
            QCOMPARE(talk.course(Side::B), "LISTEN SYN_RECEIVED ESTABLISHED CLOSE_WAIT LAST_ACK CLOSED");
            QVERIFY(talk.found(FindingKind::AckOfUnseen).empty());
        });
    }
};

QTEST_APPLESS_MAIN(TestUnknownNumbers)
#include "tst_unknown_numbers.moc"
