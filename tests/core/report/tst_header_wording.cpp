// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/header_wording.h"

#include <QTest>

using namespace tcpladder;

namespace {

Segment segmentWith(TcpFlags flags)
{
    Segment segment;
    segment.source.version = IpVersion::V4;
    segment.flags = flags;
    segment.headerLength = 32;
    segment.sequence = {1000};
    segment.acknowledgment = {2000};
    segment.window = 229;
    return segment;
}

std::string flagsSentence(const Segment& segment)
{
    return toEnglish(explainFlags(segment).front());
}

const FlagsWordBit& bitOf(TcpFlag flag)
{
    return *std::ranges::find(flagsWordBits, std::optional(flag), &FlagsWordBit::flag);
}

} // namespace

class TestHeaderWording : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldHasANameAndAMeaning();
    void aFinSaysWhichNumberItUses();
    void flagsThatMakeNoSenseAreCalledSo();
    void theWindowIsScaledButNotOfASyn();
    void anMssIsExplainedByTheMtuOfItsIpVersion();
    void eachBitIsExplainedAsSetOrNot();
    void reservedBitsAndWeightsHaveTheirPlaces();
};

void TestHeaderWording::everyFieldHasANameAndAMeaning()
{
    const Segment segment = segmentWith(TcpFlags(0x10));
    for (int i = 0; i < int(HeaderField::Count); ++i) {
        const auto field = static_cast<HeaderField>(i);
        const FieldExplanation explanation = explainField(field, segment, {});
        QVERIFY(!explanation.name.empty());
        QVERIFY(field == HeaderField::TcpOption || !explanation.meaning.text.empty());
        QVERIFY(!isTcpHeaderField(field) || explanation.clause.starts_with("RFC 9293"));
    }
}

void TestHeaderWording::aFinSaysWhichNumberItUses()
{
    Segment segment = segmentWith(TcpFlag::Fin | TcpFlag::Ack);
    segment.payloadLength = 24;
    QCOMPARE(flagsSentence(segment),
        std::string("The sender closes its direction: its FIN uses sequence number 1024. "
                    "It acknowledges everything before 2000."));
}

void TestHeaderWording::flagsThatMakeNoSenseAreCalledSo()
{
    QVERIFY(flagsSentence(segmentWith(TcpFlag::Syn | TcpFlag::Fin)).starts_with("No correct TCP"));
    QVERIFY(flagsSentence(segmentWith(TcpFlags(0))).starts_with("No flag is set"));
    QVERIFY(flagsSentence(segmentWith(TcpFlags(0x08))).starts_with("Without ACK"));
}

void TestHeaderWording::theWindowIsScaledButNotOfASyn()
{
    SegmentContext context;
    QVERIFY(!scaledWindow(segmentWith(TcpFlags(0x10)), context));
    context.windowShift = 7;
    QCOMPARE(scaledWindow(segmentWith(TcpFlags(0x10)), context), std::optional<std::uint32_t>(29312));
    QCOMPARE(scaledWindow(segmentWith(TcpFlags(0x12)), context), std::optional<std::uint32_t>(229));
}

void TestHeaderWording::anMssIsExplainedByTheMtuOfItsIpVersion()
{
    TcpOptionPart part{TcpOptionPartKind::MaximumSegmentSize, 2, 2, 1460};
    Segment segment = segmentWith(TcpFlags(0x02));
    QCOMPARE(toEnglish(optionRemark(part, segment)), std::string("MTU 1500 - 20 - 20"));
    segment.source.version = IpVersion::V6;
    part.value = 1440;
    QCOMPARE(toEnglish(optionRemark(part, segment)), std::string("MTU 1500 - 40 - 20"));
}

void TestHeaderWording::eachBitIsExplainedAsSetOrNot()
{
    const Segment segment = segmentWith(TcpFlags(0x10));
    QCOMPARE(toEnglish(explainFlagsBit(bitOf(TcpFlag::Ack), segment).here),
        std::string("Set: acknowledges everything before 2000."));
    QVERIFY(toEnglish(explainFlagsBit(bitOf(TcpFlag::Syn), segment).here).starts_with("Not set"));
    QCOMPARE(toEnglish(explainFlagsBit(flagsWordBits[0], segment).here),
        std::string("Set: the four bits together say 8 words, which are 32 bytes."));
}

void TestHeaderWording::reservedBitsAndWeightsHaveTheirPlaces()
{
    QCOMPARE(flagsWordBits[0].mask(), std::uint16_t(0x8000));
    QCOMPARE(flagsWordBits[4].part, FlagsWordPart::Reserved);
    QCOMPARE(flagsWordBits[7].flag, std::optional(TcpFlag::Ae));
    for (const FlagsWordBit& bit : flagsWordBits) {
        if (bit.flag)
            QCOMPARE(bit.mask(), static_cast<std::uint16_t>(*bit.flag));
    }
}

QTEST_APPLESS_MAIN(TestHeaderWording)
#include "tst_header_wording.moc"
