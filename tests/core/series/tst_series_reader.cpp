// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/load.h"
#include "core/series/series_reader.h"
#include "tests/support/capture_builder.h"
#include "tests/support/packet_builder.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tcpladder;

class TestSeriesReader : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void batchesTogetherMakeTheWholeConnection();
    void whatTheAnalysisFoundTellsRepetitionsApart();
    void aConnectionThatIsNotThereHasNoSeries();

private:
    static constexpr int segments = 20'000; ///< more than a batch
    static constexpr int repeated = 15'000;

    QTemporaryDir m_folder;
    std::unique_ptr<CaptureDocument> m_document;
};

void TestSeriesReader::initTestCase()
{
    CaptureBuilder capture;
    std::uint32_t next = 1000;
    for (int i = 0; i < segments; ++i) {
        PacketSpec packet;
        packet.sourcePort = 40'000;
        packet.flags = TcpFlag::Psh | TcpFlag::Ack;
        packet.payload = "hello";
        packet.sequence = i == repeated ? next - 5 : next;
        next += i == repeated ? 0 : 5;
        const auto micros = static_cast<std::uint32_t>(i) * 20'000U;
        capture.add(micros / 1'000'000, micros % 1'000'000, buildEthernetPacket(packet));
    }
    QFile file(m_folder.filePath("long.pcap"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(reinterpret_cast<const char*>(capture.bytes().data()), static_cast<qint64>(capture.bytes().size()));
    file.close();
    auto loaded = loadCapture(file.fileName().toStdString());
    QVERIFY(loaded.has_value());
    m_document = std::move(*loaded);
}

void TestSeriesReader::batchesTogetherMakeTheWholeConnection()
{
    ConnectionSeries series;
    SeriesReader reader(*m_document, ConnectionId(0), series);
    int batches = 0;
    while (reader.readSegments() == SeriesReader::Outcome::More)
        ++batches;
    QVERIFY(batches > 1);
    QCOMPARE(reader.segmentsDone(), std::size_t(segments));
    while (reader.readOptions() == SeriesReader::Outcome::More)
        ;
    QCOMPARE(reader.optionsDone(), std::size_t(segments));
    QCOMPARE(series.of(Side::A).sentAs(SentKind::Data).size(), std::size_t(segments - 1));
    QCOMPARE(series.duration.load(), Duration(std::chrono::milliseconds((segments - 1) * 20)));
}

void TestSeriesReader::whatTheAnalysisFoundTellsRepetitionsApart()
{
    ConnectionSeries series;
    SeriesReader reader(*m_document, ConnectionId(0), series);
    while (reader.readSegments() == SeriesReader::Outcome::More)
        ;
    const auto& again = series.of(Side::A).sentAs(SentKind::Retransmitted);
    QCOMPARE(again.size(), std::size_t(1));
    QCOMPARE(again[0].segment, SegmentId(std::size_t(repeated)));
}

void TestSeriesReader::aConnectionThatIsNotThereHasNoSeries()
{
    ConnectionSeries series;
    SeriesReader reader(*m_document, ConnectionId(7), series);
    QCOMPARE(reader.readSegments(), SeriesReader::Outcome::CaughtUp);
    QCOMPARE(series.origin.load(), unknownTime);
}

QTEST_APPLESS_MAIN(TestSeriesReader)
#include "tst_series_reader.moc"
