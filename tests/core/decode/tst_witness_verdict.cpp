// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/decoder.h"
#include "core/decode/witness_verdict.h"
#include "tests/support/packet_builder.h"

#include <QTest>

using namespace tcpladder;

namespace {

/// A FIN as it was sent, its bytes, and a line that says the same.
struct Case
{
    std::vector<std::byte> bytes;
    TextWitness witness;

    Segment segment() const
    {
        Packet packet;
        packet.bytes = bytes;
        packet.originalLength = std::uint32_t(bytes.size());
        return *decodeSegment(packet, LinkType::Raw);
    }

    WitnessVerdict verdict() const { return judgeWitness(witness, segment(), bytes); }
};

constexpr std::size_t tcpOffset = 20;
const TcpFlags finAck = TcpFlag::Fin | TcpFlag::Ack;
const TcpFlags ackOnly(0x010);

Case sentFin()
{
    PacketSpec spec;
    spec.sequence = 7000;
    spec.acknowledgment = 9000;
    spec.window = 229;
    spec.flags = finAck;
    TextWitness witness;
    witness.line = 1;
    witness.hasBytes = true;
    witness.source = spec.source;
    witness.destination = spec.destination;
    witness.sourcePort = "40000";
    witness.destinationPort = "6378";
    witness.flags = finAck;
    witness.sequenceNumber = 7000;
    witness.acknowledgmentNumber = 9000;
    witness.window = std::uint16_t(229);
    witness.payloadLength = 0;
    return {buildIpPacket(spec), witness};
}

void putSum(std::vector<std::byte>& bytes, std::uint16_t sum)
{
    bytes[tcpOffset + 16] = std::byte(sum >> 8);
    bytes[tcpOffset + 17] = std::byte(sum & 0xff);
}

} // namespace

class TestWitnessVerdict : public QObject
{
    Q_OBJECT

private slots:
    void aLineThatSaysTheSameAgrees() { QVERIFY(sentFin().verdict().agrees()); }

    void theChecksumShowsThatTheBytesWereEdited()
    {
        Case edited = sentFin();
        edited.bytes[tcpOffset + 13] = std::byte{0x10};
        const WitnessVerdict verdict = edited.verdict();
        const FieldVerdict* flags = verdict.find(WitnessField::Flags);
        QVERIFY(flags);
        QVERIFY(flags->isDecided);
        QVERIFY(flags->textWasSent);
        QCOMPARE(flags->text, 0x011U);
        QCOMPARE(flags->bytes, 0x010U);
        Segment segment = edited.segment();
        applyVerdict(verdict, segment);
        QCOMPARE(segment.flags, finAck);
        QCOMPARE(segment.checksumStatus, ChecksumStatus::Good);
    }

    void theChecksumShowsThatTheLineWasEdited()
    {
        Case edited = sentFin();
        edited.witness.flags = ackOnly;
        const WitnessVerdict verdict = edited.verdict();
        QVERIFY(verdict.find(WitnessField::Flags)->isDecided);
        QVERIFY(!verdict.find(WitnessField::Flags)->textWasSent);
        Segment segment = edited.segment();
        applyVerdict(verdict, segment);
        QCOMPARE(segment.flags, finAck);
    }

    void aSumLeftToTheNetworkCardDecidesNothing()
    {
        Case edited = sentFin();
        edited.bytes[tcpOffset + 13] = std::byte{0x10};
        putSum(edited.bytes, 0);
        const Segment unfinished = edited.segment();
        // What the sending host's stack writes: the sum of the pseudo-header alone.
        const std::uint32_t sum = 0x0a00 + 0x0001 + 0x0a00 + 0x0002 + 6 + 20;
        putSum(edited.bytes, std::uint16_t(sum));
        QCOMPARE(edited.segment().checksumStatus, ChecksumStatus::Partial);
        QCOMPARE(unfinished.checksumStatus, ChecksumStatus::Bad);
        QVERIFY(!edited.verdict().find(WitnessField::Flags)->isDecided);
    }

    void aSumThatNeitherMakesRightDecidesNothing()
    {
        Case edited = sentFin();
        edited.bytes[tcpOffset + 13] = std::byte{0x10};
        putSum(edited.bytes, 0x1234);
        QVERIFY(!edited.verdict().find(WitnessField::Flags)->isDecided);
    }

    void bytesThatWereNotCapturedDecideNothing()
    {
        PacketSpec spec;
        spec.flags = ackOnly;
        spec.payload = "hello";
        Case cut{buildIpPacket(spec), sentFin().witness};
        cut.bytes.resize(cut.bytes.size() - 2);
        QVERIFY(!cut.verdict().find(WitnessField::Flags)->isDecided);
    }

    void eachNumberIsTriedAloneAndAllTogether()
    {
        Case edited = sentFin();
        edited.bytes[tcpOffset + 7] ^= std::byte{0x04}; // sequence number
        edited.witness.window = std::uint16_t(230);
        WitnessVerdict verdict = edited.verdict();
        QVERIFY(verdict.find(WitnessField::Sequence)->textWasSent);
        QVERIFY(!verdict.find(WitnessField::Window)->textWasSent);
        edited.witness.window = std::uint16_t(229);
        edited.bytes[tcpOffset + 13] = std::byte{0x10};
        verdict = edited.verdict();
        QVERIFY(verdict.find(WitnessField::Sequence)->textWasSent);
        QVERIFY(verdict.find(WitnessField::Flags)->textWasSent);
        Segment segment = edited.segment();
        applyVerdict(verdict, segment);
        QCOMPARE(segment.sequence.value, 7000U);
        QCOMPARE(segment.flags, finAck);
    }

    void bitsThatTcpdumpDoesNotPrintDoNotDiffer()
    {
        PacketSpec spec;
        spec.flags = TcpFlags(0x911); // AE and a reserved bit
        Case printed{buildIpPacket(spec), sentFin().witness};
        QVERIFY(!printed.verdict().find(WitnessField::Flags));
        printed.witness.flags = finAck.with(TcpFlag::Ae);
        QVERIFY(!printed.verdict().find(WitnessField::Flags));
    }

    void addressesAndPortsAreHeldAgainstTheBytes()
    {
        Case anonymous = sentFin();
        anonymous.witness.source = "192.168.1.10";
        QVERIFY(anonymous.verdict().addressesDiffer);
        QVERIFY(!anonymous.verdict().portsDiffer);
        anonymous.witness.destination = "192.168.1.10";
        QVERIFY(anonymous.verdict().addressesAreSame);
        Case moved = sentFin();
        moved.witness.sourcePort = "40001";
        QVERIFY(moved.verdict().portsDiffer);
        QVERIFY(!moved.verdict().addressesDiffer);
    }

    void namesDoNotDiffer()
    {
        Case named = sentFin();
        named.witness.source = "client.example";
        named.witness.sourcePort = "idmgratm";
        QVERIFY(named.verdict().agrees());
    }
};

QTEST_GUILESS_MAIN(TestWitnessVerdict)
#include "tst_witness_verdict.moc"
