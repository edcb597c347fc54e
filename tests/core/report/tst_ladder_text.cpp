// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/load.h"
#include "core/report/ladder_text.h"
#include "tests/support/capture_builder.h"
#include "tests/support/packet_builder.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

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

} // namespace

class TestLadderText : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_document = load(wholeConnection()); }

    void mermaidTellsSegmentsAndStatesFromTopToBottom()
    {
        const QByteArray text = write(LadderTextFormat::Mermaid);
        QVERIFY(text.startsWith("sequenceDiagram\n    participant A as 10.0.0.1:40000\n"));
        const QList<QByteArray> inOrder{"Note over B: LISTEN", "A->>B: 1 · 0.000000 s · SYN seq 0",
            "Note over A: SYN_SENT", "B->>A: 2 · 0.000010 s · SYN,ACK seq 0 ack 1", "Note over A: ESTABLISHED",
            "FIN,ACK seq 1 ack 1", "Note over A: FIN_WAIT_1", "Note over A: TIME_WAIT",
            "Note over A: CLOSED · 60.000060 s"};
        verifyOrder(text, inOrder);
    }

    void plantUmlIsAWholeDiagram()
    {
        const QByteArray text = write(LadderTextFormat::PlantUml);
        verifyOrder(text,
            {"@startuml\n", "participant \"10.0.0.1:40000\" as A", "A -> B : 1 · ", "hnote over A : SYN_SENT",
                "@enduml\n"});
    }

    void plainTextStandsInColumns()
    {
        const QByteArray text = write(LadderTextFormat::Plain);
        verifyOrder(
            text, {"A 10.0.0.1:40000", "B 10.0.0.2:6378", " SYN seq 0 -", ">|", "|<-", " SYN,ACK seq 0 ack 1 "});
        qsizetype bar = -1;
        for (const QByteArray& line : text.split('\n')) {
            if (!line.contains("->|") && !line.contains("|<-"))
                continue;
            QVERIFY(bar < 0 || line.indexOf('|') == bar);
            bar = line.indexOf('|');
        }
    }

    void numbersAreTheWiresOnRequest()
    {
        QVERIFY(write(LadderTextFormat::Plain, {.hasRelativeNumbers = false}).contains("SYN,ACK seq 5000 ack 1001"));
    }

    void aRangeBeginsInTheStatesThatHoldThere()
    {
        const QByteArray text = write(LadderTextFormat::Mermaid, {.first = 3, .end = 5});
        verifyOrder(text, {"Note over A: ESTABLISHED", "A->>B: 4 · ", "Note over A: FIN_WAIT_1", "B->>A: 5 · "});
        QVERIFY(!text.contains("A->>B: 3"));
        QVERIFY(!text.contains("B->>A: 6"));
        QVERIFY2(!text.contains("60.000060"), "the timer lies behind the range");
    }

    void aLongConnectionIsWrittenToItsEnd()
    {
        CaptureBuilder capture;
        for (std::uint32_t i = 0; i < 3000; ++i)
            capture.add(1, i, buildEthernetPacket(packet(true, 0x010, 1000 + i, 1)));
        const auto document = load(capture.bytes());
        std::size_t pieces = 0;
        QByteArray text;
        writeLadderText(
            *document, ConnectionId(0), {.format = LadderTextFormat::PlantUml}, [&](std::string_view piece) {
                ++pieces;
                text.append(piece.data(), qsizetype(piece.size()));
            });
        QCOMPARE(text.count("A -> B : "), 3000);
        QVERIFY(pieces > 5);
    }

private:
    static std::vector<std::byte> wholeConnection()
    {
        CaptureBuilder capture;
        std::uint32_t microseconds = 0;
        for (const PacketSpec& spec : {packet(true, 0x002, 1000, 0), packet(false, 0x012, 5000, 1001),
                 packet(true, 0x010, 1001, 5001), packet(true, 0x011, 1001, 5001), packet(false, 0x010, 5001, 1002),
                 packet(false, 0x011, 5001, 1002), packet(true, 0x010, 1002, 5002)}) {
            capture.add(1, microseconds, buildEthernetPacket(spec));
            microseconds += 10;
        }
        return capture.bytes();
    }

    std::unique_ptr<CaptureDocument> load(const std::vector<std::byte>& bytes) const
    {
        const QString path = m_folder.filePath(QStringLiteral("capture.pcap"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(reinterpret_cast<const char*>(bytes.data()), qint64(bytes.size()));
        file.close();
        auto loaded = loadCapture(path.toStdString());
        return loaded ? std::move(*loaded) : nullptr;
    }

    QByteArray write(LadderTextFormat format, LadderTextOptions options = {}) const
    {
        QByteArray text;
        options.format = format;
        writeLadderText(*m_document, ConnectionId(0), options,
            [&](std::string_view piece) { text.append(piece.data(), qsizetype(piece.size())); });
        return text;
    }

    static void verifyOrder(const QByteArray& text, const QList<QByteArray>& inOrder)
    {
        qsizetype from = 0;
        for (const QByteArray& piece : inOrder) {
            const qsizetype at = text.indexOf(piece, from);
            QVERIFY2(at >= 0, (piece + " is missing, or too early, in\n" + text).constData());
            from = at + piece.size();
        }
    }

    QTemporaryDir m_folder;
    std::unique_ptr<CaptureDocument> m_document;
};

QTEST_APPLESS_MAIN(TestLadderText)
#include "tst_ladder_text.moc"
