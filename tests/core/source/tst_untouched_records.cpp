// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/builder.h"
#include "core/report/reports.h"
#include "tests/support/both_ways.h"
#include "tests/support/read_text.h"
#include "tests/support/untouched_listing.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tcpladder;

namespace {

/// All that is exported of a capture.
QByteArray reportsOf(Result<OpenedCapture> capture)
{
    CaptureDocument document(capture->store);
    DocumentBuilder(document, *capture).run({});
    const QTemporaryDir folder;
    QByteArray reports;
    for (const Report report : {Report::Segments, Report::Connections, Report::States, Report::Findings}) {
        const QString path = folder.filePath(QStringLiteral("report"));
        auto output = OutputFile::open(path.toStdString());
        if (!output || !writeReport(document, report, TableFormat::Tsv, *output) || !output->commit())
            return {};
        QFile file(path);
        reports += file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }
    return reports;
}

const char* const lastTime = "12:00:00.000600";

/// Changes the last packet but one, or where the last one begins.
QByteArray change(QByteArray text, const QByteArray& from, const QByteArray& to)
{
    const auto at = text.lastIndexOf(from, text.indexOf(lastTime));
    return at < 0 ? QByteArray() : text.replace(at, from.size(), to);
}

/// As -x prints it.
QByteArray withoutCharacters(const QByteArray& text)
{
    QByteArrayList lines = text.split('\n');
    for (QByteArray& line : lines) {
        if (line.startsWith("\t0x"))
            line = line.left(line.lastIndexOf("  ")).trimmed().prepend('\t');
    }
    return lines.join('\n');
}

/// From its fourth packet on.
qsizetype startOfTried(const QByteArray& text)
{
    return text.indexOf(".000300 ") - qsizetype(qstrlen("12:00:00"));
}

/// Of the last packet but one, and how many of the four are still read by the short way.
struct Change
{
    const char* name;
    const char* from;
    const char* to;
    int untouched;
};

constexpr auto changes = std::to_array<Change>({
    {"a digit of the payload", "3132 3334 35", "3132 3335 35", 4},
    {"a capital digit", "0fa0", "0FA0", 3},
    {"a character that is no digit", "0fa0", "0fg0", 3},
    {"a row that is cut", "\t0x0020:  5019 7210", "\t0x0020:  5019", 3},
    {"a row too few", "\t0x0010:", "\t0x0020:", 3},
    {"a wrong offset", "\t0x0020:", "\t0x0021:", 3},
    {"an offset in capitals", "\t0x0020:", "\t0X0020:", 3},
    {"blanks for the tab", "\t0x0010:", "        0x0010:", 3},
    {"a third blank", "0:  4500", "0:   4500", 3},
    {"carriage returns", "length 5: HTTP: 12345\n", "length 5: HTTP: 12345\r\n", 3},
    {"another address", "10.0.0.2.6378 > 10.0.0.1.40000: Flags [FP.]", "10.0.0.3.6378 > 10.0.0.1.40000: Flags [FP.]",
        3},
    {"one address twice", "10.0.0.2.6378 > 10.0.0.1.40000: Flags [FP.]", "10.0.0.1.6378 > 10.0.0.1.40000: Flags [FP.]",
        3},
    {"another port", ".6378 > 10.0.0.1.40000: Flags [FP.]", ".6379 > 10.0.0.1.40000: Flags [FP.]", 3},
    {"a port with a leading zero", ".6378 > 10.0.0.1.40000: Flags [FP.]", ".06378 > 10.0.0.1.40000: Flags [FP.]", 3},
    {"a service's name", ".6378 > 10.0.0.1.40000: Flags [FP.]", ".redis > 10.0.0.1.40000: Flags [FP.]", 4},
    {"other flags", "[FP.]", "[P.]", 3},
    {"flags in another order", "[FP.]", "[PF.]", 3},
    {"another sequence number", "seq 1:6", "seq 2:7", 3},
    {"another end", "seq 1:6", "seq 1:7", 4},
    {"an absolute number", "seq 1:6, ack 20", "seq 4000:4005, ack 1019", 3},
    {"another acknowledgment", "ack 20, win 29200, length 5", "ack 21, win 29200, length 5", 3},
    {"another window", "win 29200, length 5", "win 29201, length 5", 3},
    {"another length", "length 5:", "length 6:", 3},
    {"no length", ", length 5: HTTP: 12345", "", 3},
    {"no window", ", win 29200, length 5", ", length 5", 4},
    {"a number beyond 32 bits", "seq 1:6", "seq 1:4294967296", 3},
    {"markup in the options", "TS val 20", "TS val <b>20</b>", 2},
    {"an entity in the options", "TS val 20", "TS val&#32;20", 3},
    {"brackets in the options", "nop,nop", "nop,[nop]", 3},
    {"no end of the options", "ecr 21]", "ecr 21", 3},
    {"a line break of a page in the characters", "<pre>", "<br/>", 3},
    {"a dump in the summary", "HTTP: 12345", "HTTP: 0x0000: 1", 2},
    {"letters behind the length", "HTTP: 12345", "HTTP: GET /index", 4},
    {"what looks like a header of -v", "HTTP: 12345", "HTTP: (hlim 1, next-header 6)", 3},
    {"a number like an offset behind the length", "HTTP: 12345", "HTTP: 0x12345", 3},
    {"another form of time", "12:00:00.000500", "1700000000.000500", 4},
    {"nanoseconds", "12:00:00.000500", "12:00:00.000500123", 4},
    {"a minute that can't be", "12:00:00.000500", "12:60:00.000500", 2},
    {"a second time", "12:00:00.000500 IP", "12:00:00.000500 12:00:00.000500 IP", 3},
    {"a quoted line", "12:00:00.000500", "> 12:00:00.000500", 3},
    {"a fence behind", "12:00:00.000600", "```\n12:00:00.000600", 3},
    {"an empty line behind", "12:00:00.000600", "\n12:00:00.000600", 3},
    {"prose behind", "12:00:00.000600", "that was all\n12:00:00.000600", 3},
    {"a datagram behind", "12:00:00.000600",
        "12:00:00.000550 IP 10.0.0.1.53 > 10.0.0.2.53: UDP, length 4\n12:00:00.000600", 4},
    {"another row behind", "12:00:00.000600", "\t0x0030:  4500                                     E.\n12:00:00.000600",
        3},
    {"a dump alone behind", "12:00:00.000600",
        "\t0x0000:  4500                                     E.\n12:00:00.000600", 3},
});

} // namespace

class TestUntouchedRecords : public QObject
{
    Q_OBJECT

private slots:
    void mostRecordsAreReadByTheShortWay()
    {
        const BothWays ipv4 = bothWays(listing());
        QCOMPARE(ipv4.difference, std::string());
        QCOMPARE(ipv4.packets, 7U);
        QCOMPARE(ipv4.untouched, 4U);
        const BothWays ipv6 = bothWays(listingOfIpv6());
        QCOMPARE(ipv6.difference, std::string());
        QCOMPARE(ipv6.packets, 6U);
        QCOMPARE(ipv6.untouched, 3U);
    }

    /// Each is near enough to be tried, and must give what the long way gives; untouched: how many still go the short
    /// way.
    void whatIsNotQuiteAsPrintedGivesTheSame_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("untouched");
        const QByteArray text = listing();
        for (const Change& each : changes)
            QTest::newRow(each.name) << change(text, each.from, each.to) << each.untouched;
        QTest::newRow("a line that is much too long") << change(text, "HTTP: 12345", QByteArray(5000, 'y')) << 2;
        QTest::newRow("no end of the last line") << text.chopped(1) << 4;
        QTest::newRow("carriage returns everywhere") << QByteArray(text).replace("\n", "\r\n") << 0;
        QTest::newRow("-x") << withoutCharacters(text) << 0;
    }

    void whatIsNotQuiteAsPrintedGivesTheSame()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const int, untouched);
        QVERIFY(!text.isEmpty());
        const BothWays both = bothWays(text);
        QCOMPARE(both.difference, std::string());
        QCOMPARE(int(both.untouched), untouched);
        QCOMPARE(reportsOf(openText(sourceOf(text))), reportsOf(openTextLineByLine(sourceOf(text))));
    }

    /// The line of a packet says FIN, its bytes do not, and no checksum tells: what comes by the short way does.
    void aSegmentOfTheShortWayTellsWhatWasSent()
    {
        PacketSpec spec = fromServer(0x010, 4000, 1019);
        auto bytes = buildIpPacket(spec);
        const std::size_t checksum = bytes.size() - 4;
        bytes[checksum] = bytes[checksum + 1] = std::byte{0x5a};
        const QByteArray text = change(
            listing(), printRows(buildIpPacket(with(fromServer(0x019, 4000, 1019), "12345"))), printRows(bytes));
        const QByteArray conflicting = QByteArray(text).replace(
            "[FP.], seq 1:6, ack 20, win 29200, length 5: HTTP: 12345", "[F.], seq 1, ack 20, win 29200, length 0");
        const QByteArray later
            = printPacket("12:00:00.000610", fromClient(0x010, 1019, 4001), "Flags [.], ack 2, win 29200, length 0");
        const QByteArray whole = conflicting.left(conflicting.indexOf(lastTime)) + later + later + later;
        QVERIFY(bothWays(whole).untouched >= 4U);
        const QByteArray reports = reportsOf(openText(sourceOf(whole)));
        QCOMPARE(reports, reportsOf(openTextLineByLine(sourceOf(whole))));
        QVERIFY(reports.contains("Segment 7 acknowledges 4001"));
    }

    /// The text with another character at that place, one more, one less, or nothing from there on, in turn.
    static QByteArray changed(const QByteArray& text, qsizetype at)
    {
        const QByteArray others(" \t\n09axF.:,<]\xc3");
        switch (const qsizetype turn = at % (others.size() + 3)) {
        case 0: return QByteArray(text).remove(at, 1);
        case 1: return QByteArray(text).insert(at, text[at]);
        case 2: return text.left(at);
        default: return QByteArray(text).replace(at, 1, others.mid(turn - 3, 1));
        }
    }

    /// Characters from the fourth packet on are replaced, taken away, doubled, and the text ended there: one of these
    /// changes at each place, in turn, since all of them take minutes under a sanitizer.
    void whateverIsTypedGivesTheSame()
    {
        for (const QByteArray& text : {listing(), listingOfIpv6()}) {
            for (auto at = startOfTried(text); at < text.size(); ++at) {
                const std::string difference = bothWays(changed(text, at)).difference;
                QVERIFY2(difference.empty(), (std::to_string(at) + ": " + difference).c_str());
            }
        }
    }

    void largePacketsGiveTheSame_data()
    {
        QTest::addColumn<int>("length");
        for (const int length : {1400, 2007, 2008, 2009, 30000, 65495})
            QTest::addRow("%d", length) << length;
    }

    void largePacketsGiveTheSame()
    {
        QFETCH(const int, length);
        const QByteArray fields = "Flags [P.], seq 1:" + QByteArray::number(length + 1) + ", ack 1, win 29200, length "
            + QByteArray::number(length);
        QByteArray text = listing();
        for (int i = 0; i < 20; ++i)
            text += printPacket(
                "12:00:01.000000", with(fromClient(0x018, 1000, 4000), std::string(std::size_t(length), 'y')), fields);
        const BothWays both = bothWays(text);
        QCOMPARE(both.difference, std::string());
        QCOMPARE(both.packets, 27U);
        QCOMPARE(both.untouched, 24U);
    }

    /// -S, and a capture that was cut to what stands in the dump.
    void absoluteNumbersAndCutDumpsGiveTheSame()
    {
        QByteArray text = listing();
        text.replace("seq 1:20, ack 1,", "seq 1000:1019, ack 4000,")
            .replace("ack 1,", "ack 4000,")
            .replace("ack 20,", "ack 1019,");
        text.replace("seq 1:6", "seq 4000:4005");
        const BothWays absolute = bothWays(text);
        QCOMPARE(absolute.difference, std::string());
        QCOMPARE(absolute.untouched, 4U);
        text = listing();
        const auto row = text.lastIndexOf("\t0x0020:", text.indexOf("12:00:00.000600"));
        const BothWays cut = bothWays(text.left(row) + "\t0x0020:  5019 7210 0000 0000                      P.r.....\n"
            + text.mid(text.indexOf("12:00:00.000600")));
        QCOMPARE(cut.difference, std::string());
        QCOMPARE(cut.untouched, 4U);
    }
};

QTEST_GUILESS_MAIN(TestUntouchedRecords)
#include "tst_untouched_records.moc"
