// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/builder.h"
#include "core/document/load.h"
#include "core/finding/text_finding.h"
#include "core/report/wording.h"
#include "core/report/written_addresses.h"
#include "core/source/open_capture.h"

#include <QFile>
#include <QTest>

using namespace tcpladder;

namespace {

constexpr auto notesFile = TCPLADDER_TEST_DATA "/text/redis-telnet-notes.md";

std::unique_ptr<CaptureDocument> load(const QByteArray& text)
{
    const auto bytes = std::as_bytes(std::span(text.constData(), std::size_t(text.size())));
    auto capture = openCapture(makeMemorySource({bytes.begin(), bytes.end()}));
    auto document = std::make_unique<CaptureDocument>(capture->store);
    DocumentBuilder(*document, *capture).run({});
    return document;
}

QByteArray notes()
{
    QFile file(notesFile);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<Finding> findings(const CaptureDocument& document, FindingKind kind)
{
    std::vector<Finding> result;
    for (std::size_t i = 0; i < document.findingCount(); ++i) {
        const FindingId id(i);
        if (!document.isWithdrawn(id) && document.finding(id).kind == kind)
            result.push_back(document.finding(id));
    }
    return result;
}

/// Packets of the findings that a connection's list holds.
QByteArray packets(const CaptureDocument& document, ConnectionId connection, FindingKind kind)
{
    QByteArray result;
    for (const FindingId id : document.connection(connection).findings) {
        if (document.finding(id).kind == kind)
            result += QByteArray::number(document.finding(id).packet.value) + ' ';
    }
    return result.trimmed();
}

QByteArray course(const CaptureDocument& document, ConnectionId connection, Side side)
{
    std::string result;
    for (const Transition& step : document.connection(connection).analysis.transitions()) {
        if (step.side == side)
            result.append(stateName(step.to)).append(" ");
    }
    return QByteArray::fromStdString(result).trimmed();
}

} // namespace

class TestTextConflicts : public QObject
{
    Q_OBJECT

private slots:
    void theNotesGiveTheFlagsThatWereOnTheWire()
    {
        const auto document = load(notes());
        QCOMPARE(document->segmentCount(), 7U);
        QCOMPARE(document->connectionCount(), 2U);
        const std::array flags{0x002, 0x012, 0x010, 0x011, 0x010, 0x011, 0x010};
        for (std::size_t i = 0; i < flags.size(); ++i)
            QCOMPARE(int(document->segment(SegmentId(i)).flags().bits), flags[i]);
    }

    void eachVerdictHasItsReason()
    {
        const auto document = load(notes());
        const auto flags = findings(*document, FindingKind::TextFlagsDiffer);
        QCOMPARE(flags.size(), 2U);
        const auto& later = flags[0].packet.value == 4 ? flags[0] : flags[1];
        const auto& summed = flags[0].packet.value == 4 ? flags[1] : flags[0];
        QCOMPARE(int(later.variant), int(TextFlagsVerdict::TextByLater));
        QCOMPARE(document->segment(later.related).packet.value, 6U);
        QCOMPARE(int(summed.variant), int(TextFlagsVerdict::TextByChecksum));
        QCOMPARE(summed.packet.value, 6U);
        const std::string sentence = toEnglish(explainFinding(*document, later));
        QVERIFY2(sentence.find("Line 39 says FIN,ACK (0x011), its bytes say ACK (0x010)") == 0, sentence.c_str());
        QVERIFY2(sentence.find("Segment 3 acknowledges 2221282037") != std::string::npos, sentence.c_str());
    }

    void decidedFlagsMakeTheStates()
    {
        const auto document = load(notes());
        QCOMPARE(course(*document, ConnectionId(std::size_t{1}), Side::A), "ESTABLISHED FIN_WAIT_1 TIME_WAIT");
        QCOMPARE(course(*document, ConnectionId(std::size_t{1}), Side::B), "ESTABLISHED CLOSE_WAIT LAST_ACK CLOSED");
    }

    void aConnectionThatIsReplayedStillReusesItsPorts()
    {
        // The connection of the notes' second listing, opened and reset a second before.
        const QByteArray before
            = "18:19:16.000000 IP 10.249.172.42.33964 > 10.249.172.203.6378: Flags [S], seq 100, win 5, length 0\n"
              "18:19:16.100000 IP 10.249.172.203.6378 > 10.249.172.42.33964: Flags [R.], seq 0, ack 101, win 0, length "
              "0\n"
              "18:19:16.500000 IP 10.249.172.42.33964 > 10.249.172.203.6378: Flags [S], seq 81895237, win 5, length 0\n"
              "18:19:16.600000 IP 10.249.172.203.6378 > 10.249.172.42.33964: Flags [S.], seq 2221282035, ack 81895238, "
              "win 5, length 0\n";
        const QByteArray text = notes();
        const auto document = load(before + text.mid(text.indexOf("18:19:17.089341")));
        const ConnectionId second(std::size_t{1});
        QCOMPARE(packets(*document, second, FindingKind::TextFlagsDiffer), "5 7");
        QCOMPARE(packets(*document, second, FindingKind::PortReuse), "3");
    }

    void findingsOutliveTheReplayThatADecisionCauses()
    {
        const auto document = load(notes());
        const ConnectionId second(std::size_t{1});
        QCOMPARE(packets(*document, second, FindingKind::TextFlagsDiffer), "4 6");
        QCOMPARE(packets(*document, second, FindingKind::TextAddressesDiffer), "4");
        QCOMPARE(packets(*document, ConnectionId(std::size_t{0}), FindingKind::TextSameAddresses), "1");
    }

    void eachConnectionSaysOnceThatItsAddressesDiffer()
    {
        const auto document = load(notes());
        const auto differ = findings(*document, FindingKind::TextAddressesDiffer);
        QCOMPARE(differ.size(), 2U);
        const std::string sentence = toEnglish(explainFinding(*document, differ[0]));
        QVERIFY2(sentence.find("192.168.1.10 > 192.168.1.10, its bytes have 10.249.172.42 > 10.249.172.203")
                != std::string::npos,
            sentence.c_str());
    }

    void theLinesAddressesAreToldForEachSide()
    {
        const auto document = load(notes());
        const auto written = writtenAddresses(*document, document->connection(ConnectionId(std::size_t{1})));
        QVERIFY(written.has_value());
        QCOMPARE((*written)[indexOf(Side::A)], "192.168.1.10");
        QCOMPARE((*written)[indexOf(Side::B)], "192.168.1.11");
    }

    void aLineThatContradictsItselfTellsNoAddresses()
    {
        const auto document = load(notes());
        QVERIFY(!writtenAddresses(*document, document->connection(ConnectionId(std::size_t{0}))));
    }

    void withoutEvidenceTheBytesStand()
    {
        QByteArray cut = notes();
        // The listing ends before the acknowledgment that counts the FIN.
        cut.truncate(cut.indexOf("18:19:17.089787"));
        const auto document = load(cut);
        QCOMPARE(document->segmentCount(), 5U);
        QCOMPARE(int(document->segment(SegmentId(std::size_t{3})).flags().bits), 0x010);
        const auto flags = findings(*document, FindingKind::TextFlagsDiffer);
        QCOMPARE(flags.size(), 1U);
        QCOMPARE(int(flags[0].variant), int(TextFlagsVerdict::Undecided));
    }

    void unreadableLinesBecomeFindingsWithTheirNumber()
    {
        QByteArray broken = notes();
        broken.replace("Flags [S.], seq 2882988348", "Flags [S.], seq 28829x8348");
        const auto document = load(broken);
        const auto unreadable = findings(*document, FindingKind::TextUnreadableLine);
        QCOMPARE(unreadable.size(), 1U);
        QCOMPARE(unreadable[0].values[0], 24U);
        QCOMPARE(unreadable[0].packet.value, 2U);
        QCOMPARE(document->segmentCount(), 7U); // its bytes can be read
    }

    void namesWithoutNumbersAreSaid()
    {
        const auto document
            = load("12:00:00.000000 IP client.example.1024 > server.example.http: Flags [S], seq 1, win 5, "
                   "length 0\n12:00:01.000000 IP client.example.1024 > server.example.http: Flags [S], "
                   "seq 1, win 5, length 0\n");
        QCOMPARE(findings(*document, FindingKind::TextNamesUnresolved).size(), 1U);
        QCOMPARE(
            document->connection(ConnectionId(std::size_t{0})).connection.endpoint(Side::B).port, std::uint16_t(80));
    }

    void aSecondReadingGivesWhatTheFirstDecided()
    {
        const auto document = load(notes());
        const auto details = document->details(document->segment(SegmentId(std::size_t{3})));
        QVERIFY(details);
        QCOMPARE(int(details->segment.flags.bits), 0x011);
        QVERIFY(details->text);
        QVERIFY(details->text->text.starts_with("18:19:17.089341"));
    }
};

QTEST_GUILESS_MAIN(TestTextConflicts)
#include "tst_text_conflicts.moc"
