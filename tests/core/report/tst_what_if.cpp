// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/builder.h"
#include "core/document/situation_at.h"
#include "core/report/what_if_wording.h"
#include "core/source/open_capture.h"
#include "tests/support/capture_builder.h"
#include "tests/support/packet_builder.h"

#include <QTest>

#include <algorithm>

using namespace tcpladder;
using enum TcpState;

namespace {

constexpr std::uint32_t clientStart = 0xfffffff0; // its numbers wrap around 2^32 in the middle of the connection
constexpr std::uint32_t serverStart = 5000;
constexpr std::uint16_t fin = 0x001;
constexpr std::uint16_t syn = 0x002;
constexpr std::uint16_t rst = 0x004;
constexpr std::uint16_t psh = 0x008;
constexpr std::uint16_t ack = 0x010;
constexpr std::uint16_t urg = 0x020;

/// Numbers count from the initial ones.
struct Said
{
    bool isClients = true;
    std::uint16_t flags = 0;
    std::uint32_t sequence = 0;
    std::uint32_t acknowledgment = 0;
    std::size_t length = 0;
    std::uint32_t pause = 1000; ///< before it, in microseconds
};

const std::vector<Said> wholeLife{
    {true, syn, 0, 0},           // 1
    {false, syn | ack, 0, 1},    // 2
    {true, ack, 1, 1},           // 3
    {true, psh | ack, 1, 1, 20}, // 4
    {false, ack, 1, 21},         // 5
    {true, fin | ack, 21, 1},    // 6
    {false, ack, 1, 22},         // 7
    {false, fin | ack, 1, 22},   // 8
    {true, ack, 22, 2},          // 9
};

const std::vector<Said> simultaneousClose{
    {true, syn, 0, 0},
    {false, syn | ack, 0, 1},
    {true, ack, 1, 1},
    {true, fin | ack, 1, 1},
    {false, fin | ack, 1, 1, 0, 50}, // too soon to be an answer
    {true, ack, 2, 2},
    {false, ack, 2, 2},
};

PacketSpec packetOf(const Said& said)
{
    PacketSpec spec;
    spec.flags = TcpFlags(said.flags);
    spec.sequence = said.sequence + (said.isClients ? clientStart : serverStart);
    spec.acknowledgment = said.flags & ack ? said.acknowledgment + (said.isClients ? serverStart : clientStart) : 0;
    spec.payload.assign(said.length, 'x');
    if (!said.isClients) {
        std::swap(spec.source, spec.destination);
        std::swap(spec.sourcePort, spec.destinationPort);
    }
    return spec;
}

class Loaded
{
public:
    explicit Loaded(const std::vector<Said>& conversation)
    {
        CaptureBuilder builder;
        std::uint32_t time = 0;
        for (const Said& said : conversation) {
            PacketSpec spec = packetOf(said);
            spec.identification = static_cast<std::uint16_t>(time / 50 + 1);
            builder.add(1, time += said.pause, buildEthernetPacket(spec));
        }
        OpenedCapture capture = openCapture(makeMemorySource(builder.bytes())).value();
        m_document = std::make_unique<CaptureDocument>(capture.store);
        DocumentBuilder(*m_document, capture).run({});
    }

    /// \param number of the segment, from 1
    WhatIf flip(std::size_t number, std::uint16_t bits) const
    {
        const SegmentId id(number - 1);
        const SegmentDetails details = m_document->details(m_document->segment(id)).value();
        const std::uint16_t word = m_document->segment(id).offsetAndFlags ^ bits;
        return explainWhatIf(details, situationAt(*m_document, ConnectionId(std::size_t{0}), id), word);
    }

    std::size_t count() const { return m_document->segmentCount(); }
    std::uint16_t checksum(std::size_t number) const
    {
        return m_document->details(m_document->segment(SegmentId(number - 1))).value().segment.checksum;
    }

private:
    std::unique_ptr<CaptureDocument> m_document;
};

bool says(const WhatIf& whatIf, std::string_view words, bool isWrong = false)
{
    return std::ranges::any_of(whatIf.lines, [&](const WhatIfLine& line) {
        return line.isWrong == isWrong && toEnglish(line.message).find(words) != std::string::npos;
    });
}

void compareStates(const WhatIf& whatIf, TcpState sender, TcpState receiver)
{
    QCOMPARE(QByteArray(stateName(whatIf.outcome.sender.after).data()), QByteArray(stateName(sender).data()));
    QCOMPARE(QByteArray(stateName(whatIf.outcome.receiver.after).data()), QByteArray(stateName(receiver).data()));
}

} // namespace

class TestWhatIf : public QObject
{
    Q_OBJECT

private slots:
    void capturedBitsLeadToTheCapturedStates()
    {
        const Loaded capture(wholeLife);
        for (std::size_t number = 1; number <= capture.count(); ++number) {
            const WhatIf same = capture.flip(number, 0);
            QCOMPARE(same.outcome.reaction, WhatIfReaction::Accepts);
            QVERIFY(says(same, "as captured"));
            QVERIFY(!says(same, "(captured:"));
        }
    }

    void aCapturedFinThatCameLateIsToldApartFromOneThatArrives()
    {
        QVERIFY(says(Loaded(simultaneousClose).flip(4, 0),
            "Receiver B, if it arrives: ESTABLISHED → CLOSE_WAIT (captured: ESTABLISHED)"));
    }

    void aFlippedFlagMovesBothEndpointsByTheTable_data()
    {
        QTest::addColumn<std::size_t>("number");
        QTest::addColumn<std::uint16_t>("bits");
        QTest::addColumn<TcpState>("sender");
        QTest::addColumn<TcpState>("receiver");
        QTest::newRow("FIN in ESTABLISHED") << 5UZ << fin << FinWait1 << CloseWait;
        QTest::newRow("no FIN: nobody closes") << 6UZ << fin << Established << Established;
        QTest::newRow("FIN with the ACK of one") << 7UZ << fin << LastAck << TcpState::TimeWait;
        QTest::newRow("no FIN in CLOSE_WAIT") << 8UZ << fin << CloseWait << FinWait2;
        QTest::newRow("no ACK of the FIN") << 7UZ << ack << CloseWait << FinWait1;
        QTest::newRow("no ACK of the last FIN") << 9UZ << ack << TcpState::TimeWait << LastAck;
        QTest::newRow("RST in ESTABLISHED") << 5UZ << rst << Closed << Closed;
        QTest::newRow("RST in CLOSE_WAIT") << 7UZ << rst << Closed << Closed;
        QTest::newRow("SYN,ACK without ACK: both open") << 2UZ << ack << SynReceived << SynReceived;
        QTest::newRow("SYN in ESTABLISHED opens nothing") << 5UZ << syn << Established << Established;
        QTest::newRow("PSH moves nobody") << 7UZ << psh << CloseWait << FinWait2;
        QTest::newRow("URG moves nobody") << 5UZ << urg << Established << Established;
        QTest::newRow("data offset 4 is no segment") << 6UZ << std::uint16_t(0x1000) << Established << Established;
    }

    void aFlippedFlagMovesBothEndpointsByTheTable()
    {
        QFETCH(std::size_t, number);
        QFETCH(std::uint16_t, bits);
        QFETCH(TcpState, sender);
        QFETCH(TcpState, receiver);
        compareStates(Loaded(wholeLife).flip(number, bits), sender, receiver);
    }

    void aFinSaysWhatThePeerWouldHaveToAcknowledge()
    {
        const WhatIf whatIf = Loaded(wholeLife).flip(4, fin);
        QVERIFY(says(whatIf, "Sender A: ESTABLISHED → FIN_WAIT_1 (captured: ESTABLISHED)"));
        QVERIFY(says(whatIf, "acknowledge 6.")); // 0xfffffff0 + 1 + 20 + 1 around 2^32
    }

    void aReceiverWithoutAckDropsTheSegment()
    {
        const WhatIf whatIf = Loaded(wholeLife).flip(4, ack);
        QCOMPARE(whatIf.outcome.reaction, WhatIfReaction::DropsWithoutAck);
        QVERIFY(says(whatIf, "a correct TCP sets ACK", true));
    }

    void aLateSynOnlyDrawsAChallenge()
    {
        const WhatIf whatIf = Loaded(wholeLife).flip(4, syn);
        QCOMPARE(whatIf.outcome.reaction, WhatIfReaction::AnswersChallenge);
        QVERIFY(says(whatIf, "has sent its SYN already", true));
    }

    void combinationsThatNobodySendsAreCalledSo()
    {
        for (const std::uint16_t bits : {fin, rst})
            QVERIFY(says(Loaded(wholeLife).flip(1, bits), "more than one of SYN, FIN and RST", true));
        QVERIFY(!says(Loaded(wholeLife).flip(1, psh), "more than one of SYN, FIN and RST", true));
    }

    void ecnBitsMeanAnotherThingInTheHandshake()
    {
        const Loaded capture(wholeLife);
        QVERIFY(says(capture.flip(1, 0x0c0), "offer Explicit Congestion Notification"));
        QVERIFY(says(capture.flip(1, 0x1c0), "offer accurate ECN"));
        QVERIFY(says(capture.flip(1, 0x040), "offers nothing", true));
        QVERIFY(says(capture.flip(2, 0x040), "accepts Explicit Congestion Notification"));
        QVERIFY(says(capture.flip(2, 0x100), "accept accurate ECN"));
        QVERIFY(says(capture.flip(5, 0x040), "a router marked"));
        QVERIFY(says(capture.flip(5, 0x080), "slowed down"));
        QVERIFY(says(capture.flip(5, 0x140), "here 5"));
    }

    void reservedBitsMustBeZero()
    {
        for (const std::uint16_t bit : {0x800, 0x400, 0x200})
            QVERIFY(says(Loaded(wholeLife).flip(5, bit), "Reserved bits must be zero", true));
    }

    void theDataOffsetMovesTheBeginningOfTheData()
    {
        const Loaded capture(wholeLife); // headers of 20 bytes: data offset 5
        QVERIFY(says(
            capture.flip(4, 0x3000), "Data offset 6: the data would begin at byte 24 of the segment. 4 bytes", true));
        QVERIFY(says(capture.flip(4, 0x1000), "no header is shorter than 20", true));
        QVERIFY(says(capture.flip(4, 0xa000), "Data offset 15: the header would end 20 bytes behind", true));
    }

    void theChecksumIsRightForTheCapturedBitsOnly()
    {
        const Loaded capture(wholeLife);
        const WhatIf same = capture.flip(4, 0);
        QCOMPARE(same.checksum.status, ChecksumStatus::Good);
        QCOMPARE(same.checksum.needed, std::optional(capture.checksum(4)));
        const WhatIf changed = capture.flip(4, fin);
        QCOMPARE(changed.checksum.status, ChecksumStatus::Bad);
        // One bit more in the sum is one less in its complement.
        QCOMPARE(int(changed.checksum.needed.value()), capture.checksum(4) - 1);
    }

    void aSegmentThatCrossedOursIsNotAnAnswer()
    {
        // Of two FINs that crossed, neither acknowledges the other: without it the first is alone.
        compareStates(Loaded(simultaneousClose).flip(5, fin), Established, FinWait1);
        compareStates(Loaded(simultaneousClose).flip(6, rst), Closed, Closed);
    }
};

QTEST_GUILESS_MAIN(TestWhatIf)
#include "tst_what_if.moc"
