// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever asks why gets a whole sentence: for each kind of finding, each transition, each fact of a connection.
#include "core/document/builder.h"
#include "core/finding/ecn_rules.h"
#include "core/finding/handshake_rules.h"
#include "core/finding/reset_rules.h"
#include "core/report/facts_wording.h"
#include "core/report/finding_texts.h"
#include "core/report/text_wording.h"
#include "core/report/wording.h"
#include "core/source/open_capture.h"
#include "core/state/transition_table.h"
#include "tests/support/capture_builder.h"
#include "tests/support/packet_builder.h"

#include <QRegularExpression>
#include <QTest>

#include <map>
#include <utility>

using namespace tcpladder;

namespace {

PacketSpec packet(bool fromClient, std::uint16_t flags, std::uint32_t sequence, std::uint32_t acknowledgment)
{
    PacketSpec spec;
    spec.flags = TcpFlags(flags);
    spec.sequence = sequence;
    spec.acknowledgment = acknowledgment;
    if (!fromClient) {
        std::swap(spec.source, spec.destination);
        std::swap(spec.sourcePort, spec.destinationPort);
    }
    return spec;
}

/// A connection of seven segments: 10.0.0.1:40000 opens and closes first.
std::vector<std::byte> wholeConnection()
{
    PacketSpec syn = packet(true, 0x002, 1000, 0);
    syn.optionsHex = "020405b403030701"; // MSS 1460, window scale 7
    CaptureBuilder capture;
    std::uint32_t fraction = 0;
    for (const PacketSpec& spec :
        {syn, packet(false, 0x012, 5000, 1001), packet(true, 0x010, 1001, 5001), packet(true, 0x011, 1001, 5001),
            packet(false, 0x010, 5001, 1002), packet(false, 0x011, 5001, 1002), packet(true, 0x010, 1002, 5002)})
        capture.add(1, fraction += 10, buildEthernetPacket(spec));
    return capture.bytes();
}

struct Loaded
{
    Loaded()
        : capture(openCapture(makeMemorySource(wholeConnection())).value())
        , document(capture.store)
        , builder(document, capture)
    {
        builder.run({});
    }

    OpenedCapture capture;
    CaptureDocument document;
    DocumentBuilder builder;
};

/// The places in a text are filled, it starts with a capital, an endpoint or a number, and it ends with a full stop.
void checkSentence(const Message& message)
{
    const QString text = QString::fromStdString(toEnglish(message));
    const QByteArray shown = text.toUtf8();
    static const QRegularExpression shape(QStringLiteral("^[A-Z0-9\\[].*[.]$"));
    QVERIFY2(shape.match(text).hasMatch(), shown);
    QVERIFY2(!text.contains(QRegularExpression(QStringLiteral("%[0-9]"))), shown);
    QVERIFY2(!text.contains(QLatin1String("  ")) && !text.contains(QLatin1String("->")), shown);
    QVERIFY2(!text.contains(QRegularExpression(QStringLiteral(" [.,;:)]|[(] "))), shown);
    for (std::size_t place = 1; place <= 9; ++place)
        if (message.text.find('%' + std::to_string(place)) != std::string_view::npos)
            QVERIFY2(message.arguments.size() >= place && !message.arguments[place - 1].empty(), shown);
}

Finding sample(FindingKind kind, std::uint8_t variant)
{
    Finding finding;
    finding.kind = kind;
    finding.variant = variant;
    finding.connection = ConnectionId(0);
    finding.segment = SegmentId(3);
    finding.related = SegmentId(0);
    finding.values = {4711, 4712, 4713};
    return finding;
}

bool isWordedElsewhere(FindingKind kind)
{
    return isTextFinding(kind) || kind == FindingKind::CaptureCutShort;
}

std::map<FindingKind, int> variantCounts()
{
    std::map<FindingKind, int> counts;
    for (const FindingText& text : findingTexts())
        ++counts[text.kind];
    return counts;
}

} // namespace

class TestWording : public QObject
{
    Q_OBJECT

private slots:
    void everyKindOfFindingHasAText()
    {
        const auto counts = variantCounts();
        for (int i = 0; i < int(FindingKind::Count); ++i) {
            const auto kind = static_cast<FindingKind>(i);
            QVERIFY2(counts.contains(kind) != isWordedElsewhere(kind), findingKindInfo(kind).name.data());
        }
    }

    void everyVariantHasAText()
    {
        const auto counts = variantCounts();
        QCOMPARE(counts.at(FindingKind::Rst), std::to_underlying(ResetReason::Count));
        QCOMPARE(counts.at(FindingKind::FastOpen), std::to_underlying(FastOpenVariant::Count));
        QCOMPARE(counts.at(FindingKind::Ecn), std::to_underlying(EcnVariant::Count));
        QCOMPARE(counts.at(FindingKind::AccEcn), std::to_underlying(AccEcnVariant::Count));
        std::map<FindingKind, int> next;
        for (const FindingText& text : findingTexts())
            QCOMPARE(int(text.variant), next[text.kind]++);
    }

    void everyFindingIsAWholeSentence()
    {
        const Loaded loaded;
        for (const FindingText& text : findingTexts())
            checkSentence(explainFinding(loaded.document, sample(text.kind, text.variant)));
    }

    void aFindingNamesItsNumbersAndItsSegment()
    {
        const Loaded loaded;
        const auto say = [&](FindingKind kind, std::uint8_t variant = 0) {
            return toEnglish(explainFinding(loaded.document, sample(kind, variant)));
        };
        QVERIFY(say(FindingKind::RstIgnored).starts_with("RST with sequence number 4711, where 4712 was expected:"));
        QVERIFY(say(FindingKind::RstIgnored).find("10.0.0.2:6378 goes on, as segment 1 shows") != std::string::npos);
        QVERIFY(say(FindingKind::ChecksumWrong).starts_with("The TCP checksum 0x1267 is wrong"));
        QVERIFY(say(FindingKind::AccEcn, 2).ends_with("AE, CWR and ECE are 111."));
    }

    void everyTransitionIsAWholeSentence()
    {
        const Loaded loaded;
        const auto rows = transitionTable();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            for (const Certainty certainty : {Certainty::Observed, Certainty::Proven, Certainty::Expected}) {
                Transition step;
                step.cause = SegmentId(1);
                step.proof = SegmentId(2);
                step.after = certainty == Certainty::Observed ? SegmentId{} : SegmentId(0);
                step.rule = {static_cast<std::uint8_t>(i)};
                step.from = rows[i].from;
                step.to = rows[i].to;
                step.certainty = certainty;
                const TransitionMessage message = explainTransition(loaded.document, step);
                checkSentence(message.cause);
                QVERIFY(toEnglish(message.cause).find(" → ") != std::string::npos);
                if (!message.proof.text.empty())
                    checkSentence(message.proof);
            }
        }
    }

    void everyTransitionCitesTheRfc()
    {
        for (const TransitionRow& row : transitionTable())
            QVERIFY2(row.clause.starts_with("RFC 9293 3."), row.clause.data());
    }

    void everyFactIsAWholeSentence()
    {
        const Loaded loaded;
        std::string all;
        for (const Message& fact : describeFacts(loaded.document, ConnectionId(0))) {
            checkSentence(fact);
            all += toEnglish(fact) + '\n';
        }
        for (const char* part : {"Opened by 10.0.0.1:40000, which sent the SYN.", "from SYN to ACK: 0.020 ms.",
                 "10.0.0.1:40000 announces MSS 1460 and window scale 7.", "sent 0 bytes of data in 4 segments",
                 "Closed by 10.0.0.1:40000 first, with four segments.", "The capture has the whole connection."})
            QVERIFY2(all.find(part) != std::string::npos, all.c_str());
    }
};

QTEST_APPLESS_MAIN(TestWording)
#include "tst_wording.moc"
