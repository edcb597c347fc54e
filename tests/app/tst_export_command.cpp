// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/capture_builder.h"
#include "tests/support/packet_builder.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace tcpladder;

namespace {

struct Outcome
{
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
};

Outcome run(const QStringList& arguments, const QByteArray& input = {}, const QString& locale = "C.UTF-8",
    const QString& program = TCPLADDER_PROGRAM)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove("DISPLAY");
    environment.remove("WAYLAND_DISPLAY");
    environment.remove("LANGUAGE");
    environment.insert("LC_ALL", locale);
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished();
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// Rows of a table as maps from column to value.
QList<QMap<QByteArray, QByteArray>> rowsOf(const QByteArray& tsv)
{
    QList<QMap<QByteArray, QByteArray>> rows;
    QList<QByteArray> lines = tsv.split('\n');
    const QList<QByteArray> columns = lines.takeFirst().split('\t');
    for (const QByteArray& line : lines) {
        if (line.isEmpty())
            continue;
        const QList<QByteArray> cells = line.split('\t');
        QMap<QByteArray, QByteArray> row;
        for (qsizetype i = 0; i < columns.size(); ++i)
            row[columns[i]] = cells.value(i);
        rows.append(row);
    }
    return rows;
}

void writeFile(const QString& path, const std::vector<std::byte>& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(reinterpret_cast<const char*>(bytes.data()), qint64(bytes.size()));
}

std::vector<std::byte> handshake()
{
    PacketSpec syn;
    syn.flags = TcpFlags(0x002);
    syn.optionsHex = "020405b4 01030307";
    PacketSpec synAck;
    std::swap(synAck.source, synAck.destination);
    std::swap(synAck.sourcePort, synAck.destinationPort);
    synAck.flags = TcpFlags(0x012);
    synAck.sequence = 5000;
    synAck.acknowledgment = 1001;
    PacketSpec ack;
    ack.flags = TcpFlags(0x010);
    ack.sequence = 1001;
    ack.acknowledgment = 5001;
    return CaptureBuilder()
        .add(1, 0, buildEthernetPacket(syn))
        .add(1, 500, buildEthernetPacket(synAck))
        .add(1, 900, buildEthernetPacket(ack))
        .bytes();
}

} // namespace

class TestExportCommand : public QObject
{
    Q_OBJECT

private slots:
    void writesEverySegmentWithItsFields()
    {
        const QString path = m_folder.filePath("handshake.pcap");
        writeFile(path, handshake());
        const Outcome outcome = run({"export", "segments", path});
        QCOMPARE(outcome.errors, QByteArray());
        QCOMPARE(outcome.exitCode, 0);
        const auto rows = rowsOf(outcome.output);
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[0]["time"], QByteArray("1.000000000"));
        QCOMPARE(rows[0]["flags"], QByteArray("0x002"));
        QCOMPARE(rows[0]["mss"], QByteArray("1460"));
        QCOMPARE(rows[0]["wscale"], QByteArray("7"));
        QCOMPARE(rows[0]["checksum_status"], QByteArray("good"));
        QCOMPARE(rows[1]["src"], QByteArray("10.0.0.2"));
        QCOMPARE(rows[1]["sport"], QByteArray("6378"));
        QCOMPARE(rows[1]["ack"], QByteArray("1001"));
        QCOMPARE(rows[2]["mss"], QByteArray());
    }

    void writesTheStatesOfBothEndpoints()
    {
        const QString path = m_folder.filePath("handshake.pcap");
        writeFile(path, handshake());
        QList<QByteArray> client;
        QList<QByteArray> server;
        for (const auto& row : rowsOf(run({"export", "states", path}).output))
            (row["port"] == "6378" ? server : client).append(row["new_state"]);
        QCOMPARE(client, (QList<QByteArray>{"SYN_SENT", "ESTABLISHED"}));
        QCOMPARE(server.last(), QByteArray("ESTABLISHED"));
        QVERIFY(server.contains("SYN_RECEIVED"));
    }

    void writesJsonThatSaysTheSame()
    {
        const QString path = m_folder.filePath("handshake.pcap");
        writeFile(path, handshake());
        const Outcome outcome = run({"export", "segments", path, "--format", "json"});
        const QList<QByteArray> lines = outcome.output.trimmed().split('\n');
        QCOMPARE(lines.size(), 3);
        const QJsonObject first = QJsonDocument::fromJson(lines[0]).object();
        QCOMPARE(first["sport"].toInt(), 40000);
        QCOMPARE(first["flags"].toString(), QString("0x002"));
        QVERIFY(!first.contains("ts_val"));
    }

    void countsTheSampleAsItWasRecorded()
    {
        const Outcome outcome = run({"export", "connections", TCPLADDER_SAMPLE});
        QCOMPARE(outcome.exitCode, 0);
        const auto rows = rowsOf(outcome.output);
        QVERIFY(rows.size() >= 2);
        QCOMPARE(rows[0]["b_port"], QByteArray("6378"));
        QCOMPARE(rows[0]["b_last_state"], QByteArray("TIME_WAIT"));
    }

    void saysInOneLineWhyAFileCannotBeRead_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("reason");
        QTest::newRow("nothing in it") << QByteArray() << QByteArray("is empty");
        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16)
                                   << QByteArray("is neither a capture");
        QTest::newRow("a header cut short") << QByteArray("\xd4\xc3\xb2\xa1\x02\x00", 6) << QByteArray("at offset 6");
    }

    void saysInOneLineWhyAFileCannotBeRead()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, reason);
        const QString path = m_folder.filePath("broken.pcap");
        writeFile(path,
            {reinterpret_cast<const std::byte*>(content.data()),
                reinterpret_cast<const std::byte*>(content.data() + content.size())});
        const QString output = m_folder.filePath("broken.tsv");
        const Outcome outcome = run({"export", "segments", path, "--output", output});
        QCOMPARE(outcome.exitCode, 2);
        QCOMPARE(outcome.errors.count('\n'), 1);
        QVERIFY2(outcome.errors.contains(reason), outcome.errors);
        QVERIFY2(outcome.errors.contains("broken.pcap"), outcome.errors);
        QVERIFY(outcome.output.isEmpty());
        QVERIFY(!QFile::exists(output));
    }

    void saysThatAFileIsNotThere()
    {
        const Outcome outcome = run({"export", "segments", m_folder.filePath("missing.pcap")});
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.errors.contains("No such file"), outcome.errors);
    }

    void leavesNoHalfWrittenOutputWhereTheFolderIsMissing()
    {
        const Outcome outcome
            = run({"export", "segments", TCPLADDER_SAMPLE, "--output", m_folder.filePath("no/such/folder.tsv")});
        QCOMPARE(outcome.exitCode, 2);
        QCOMPARE(outcome.errors.count('\n'), 1);
    }

    void replacesAnOlderOutputOnlyByAWholeOne()
    {
        const QString output = m_folder.filePath("kept.tsv");
        writeFile(output, ByteWriter().text("precious").bytes());
        QCOMPARE(run({"export", "segments", m_folder.filePath("missing.pcap"), "--output", output}).exitCode, 2);
        QFile file(output);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("precious"));
        QCOMPARE(run({"export", "segments", TCPLADDER_SAMPLE, "--output", output}).exitCode, 0);
        file.close();
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("frame\t"));
        QCOMPARE(QDir(m_folder.path()).entryList({"kept.tsv.*"}).size(), 0);
    }

    void givesAllWholePacketsOfACutFileAndAFinding()
    {
        auto bytes = handshake();
        bytes.resize(bytes.size() - 5);
        const QString path = m_folder.filePath("cut.pcap");
        writeFile(path, bytes);
        QCOMPARE(rowsOf(run({"export", "segments", path}).output).size(), 2);
        bool found = false;
        for (const auto& row : rowsOf(run({"export", "findings", path}).output))
            found = found || row["kind"] == "capture_cut_short";
        QVERIFY(found);
    }

    void refusesArgumentsItDoesNotKnow()
    {
        const Outcome outcome = run({"export", "packets", TCPLADDER_SAMPLE});
        QCOMPARE(outcome.exitCode, 2);
        QCOMPARE(outcome.errors.count('\n'), 1);
    }

    void saysWhatIsWrongWithAnArgument_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("said");
        const QStringList ladder{"export", "ladder", TCPLADDER_SAMPLE};
        QTest::newRow("unknown") << QStringList{"--foo"} << QByteArray("nothing is known of --foo");
        QTest::newRow("missing") << QStringList{"export"} << QByteArray("WHAT is missing");
        QTest::newRow("another word") << QStringList{"export", "words", TCPLADDER_SAMPLE}
                                      << QByteArray("WHAT: wants one of segments, connections");
        QTest::newRow("no value") << ladder + QStringList{"--format"} << QByteArray("--format wants a value");
        QTest::newRow("zero") << ladder + QStringList{"--connection", "0"}
                              << QByteArray("--connection: wants a number from 1 on");
        QTest::newRow("too large") << ladder + QStringList{"--scale", "99"}
                                   << QByteArray("--scale: wants a number in 0.1 \xe2\x80\x93 32");
        QTest::newRow("no number") << ladder + QStringList{"--two-msl", "long"}
                                   << QByteArray("--two-msl: wants a number that is not negative");
        QTest::newRow("without its option") << QStringList{"--filter", "tcp"} << QByteArray("goes with --live only");
    }

    void saysWhatIsWrongWithAnArgument()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, said);
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.errors.contains(said), outcome.errors.constData());
        QCOMPARE(outcome.errors.count('\n'), 1);
    }

    void drawsALadderWithoutADisplay()
    {
        const QString output = m_folder.filePath("ladder.svg");
        const Outcome outcome = run({"export", "ladder", TCPLADDER_SAMPLE, "--connection", "1", "--output", output});
        QCOMPARE(outcome.errors, QByteArray());
        QCOMPARE(outcome.exitCode, 0);
        QFile file(output);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray svg = file.readAll();
        QVERIFY(svg.contains("<svg"));
        QVERIFY(svg.contains("TIME_WAIT"));
    }

    void theEndingOrTheFormatSaysHowALadderIsWritten()
    {
        const QByteArray mermaid = run({"export", "ladder", TCPLADDER_SAMPLE, "--format", "mmd"}).output;
        QVERIFY(mermaid.startsWith("sequenceDiagram\n"));
        QVERIFY(
            run({"export", "ladder", TCPLADDER_SAMPLE, "--format", "pdf", "--output", "-"}).output.startsWith("%PDF-"));
        const QString output = m_folder.filePath("ladder.puml");
        QCOMPARE(run({"export", "ladder", TCPLADDER_SAMPLE, "--output", output}).exitCode, 0);
        QFile file(output);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("@startuml\n"));
    }

    void aRangeOfSegmentsIsWrittenAlone()
    {
        const QByteArray text
            = run({"export", "ladder", TCPLADDER_SAMPLE, "--format", "mmd", "--segments", "2-3"}).output;
        QVERIFY(!text.contains(">>B: 1 "));
        QVERIFY(text.contains(": 2 ") && text.contains(": 3 "));
        QVERIFY(!text.contains(": 4 "));
    }

    void aLadderInAFormatThatThereIsNotIsRefused()
    {
        const Outcome unknown = run({"export", "ladder", TCPLADDER_SAMPLE, "--format", "gif"});
        QCOMPARE(unknown.exitCode, 2);
        QVERIFY2(unknown.errors.contains("svg, pdf, png, mmd, puml or txt"), unknown.errors);
        const QString output = m_folder.filePath("ladder.gif");
        QCOMPARE(run({"export", "ladder", TCPLADDER_SAMPLE, "--output", output}).exitCode, 2);
        QVERIFY(!QFile::exists(output));
        QCOMPARE(run({"export", "segments", TCPLADDER_SAMPLE, "--format", "svg"}).exitCode, 2);
        QCOMPARE(run({"export", "ladder", TCPLADDER_SAMPLE, "--format", "txt", "--segments", "3-2"}).exitCode, 2);
    }

    void speaksTheUsersLanguage()
    {
        const QStringList missing{"export", "connections", m_folder.filePath("missing.pcap")};
        const Outcome chinese = run(missing, {}, "zh_CN.UTF-8");
        QCOMPARE(chinese.exitCode, 2);
        QVERIFY2(QString::fromUtf8(chinese.errors).contains(QStringLiteral("无法打开")), chinese.errors);
        QVERIFY(QString::fromUtf8(run({"--help"}, {}, "zh_CN.UTF-8").output).contains(QStringLiteral("用法")));
        for (const char* const locale : {"C", "en_GB.UTF-8", "de_DE.UTF-8"}) {
            QVERIFY(run(missing, {}, locale).errors.contains("cannot be opened"));
            QVERIFY(run({"--help"}, {}, locale).output.contains("Usage"));
        }
        const Outcome table = run({"export", "connections", TCPLADDER_SAMPLE}, {}, "zh_CN.UTF-8");
        QCOMPARE(table.output, run({"export", "connections", TCPLADDER_SAMPLE}).output);
    }

    /// They take longer to load than most captures.
    void isNotLinkedToQt()
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("LD_TRACE_LOADED_OBJECTS", "1"); // ld.so(8): lists them, and runs nothing
        process.setProcessEnvironment(environment);
        process.start(TCPLADDER_PROGRAM, {"--version"});
        process.waitForFinished();
        const QByteArray libraries = process.readAllStandardOutput();
        QVERIFY2(libraries.contains("libpcap") && !libraries.contains("libQt"), libraries);
    }

    void saysWhenThereIsNoSuchConnection()
    {
        const Outcome outcome
            = run({"export", "ladder", TCPLADDER_SAMPLE, "--connection", "99", "--output", m_folder.filePath("x.svg")});
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.errors.contains("no connection of that number"), outcome.errors);
        QVERIFY(!QFile::exists(m_folder.filePath("x.svg")));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestExportCommand)
#include "tst_export_command.moc"
