// SPDX-License-Identifier: GPL-3.0-or-later
// A capture that is read while it grows gives what it gives when it is read whole.
#include "core/capture/capture_blocks.h"
#include "core/document/builder.h"
#include "core/source/open_capture.h"
#include "tests/support/packet_builder.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <fstream>
#include <tuple>

using namespace tcpladder;

namespace {

/// Shows a few bytes more each time it was read to what was its end.
class GrowingBytes final : public ByteSource
{
public:
    GrowingBytes(std::vector<std::byte> bytes, std::size_t step)
        : m_bytes(std::move(bytes))
        , m_step(step)
        , m_shown(step)
    {
    }

    Result<std::size_t> readAt(std::uint64_t offset, std::span<std::byte> buffer) const override
    {
        const Bytes there = Bytes(m_bytes).first(m_shown);
        const Bytes read = there.subspan(std::min<std::size_t>(offset, there.size()));
        const std::size_t count = std::min(read.size(), buffer.size());
        std::ranges::copy(read.first(count), buffer.begin());
        if (count < buffer.size())
            m_shown = std::min(m_shown + m_step, m_bytes.size());
        return count;
    }

    Result<std::uint64_t> size() const override { return m_shown; }
    bool mayGrow() const override { return m_shown < m_bytes.size(); }

private:
    std::vector<std::byte> m_bytes;
    std::size_t m_step;
    mutable std::size_t m_shown; // the test has no second thread
};

std::vector<std::byte> contentsOf(const QString& path)
{
    std::ifstream file(path.toStdString(), std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    const auto bytes = std::as_bytes(std::span(text));
    return {bytes.begin(), bytes.end()};
}

std::unique_ptr<CaptureDocument> load(std::shared_ptr<const ByteSource> source)
{
    auto capture = openCapture(std::move(source));
    if (!capture)
        return nullptr;
    auto document = std::make_unique<CaptureDocument>(capture->store);
    DocumentBuilder(*document, *capture).run({});
    return document;
}

using FoundThing = std::tuple<int, int, std::size_t, std::size_t, std::size_t, std::array<std::uint64_t, 3>>;

/// All that stands; in which order it was found may differ.
std::vector<FoundThing> findingsOf(const CaptureDocument& document)
{
    std::vector<FoundThing> found;
    for (std::size_t i = 0; i < document.findingCount(); ++i) {
        const Finding& finding = document.finding(FindingId(i));
        if (!document.isWithdrawn(FindingId(i)))
            found.emplace_back(int(finding.kind), int(finding.variant), finding.connection.value, finding.segment.value,
                finding.related.value, finding.values);
    }
    std::ranges::sort(found);
    return found;
}

QByteArray coursesOf(const CaptureDocument& document)
{
    QByteArray courses;
    for (std::size_t i = 0; i < document.connectionCount(); ++i) {
        const ConnectionEntry& entry = document.connection(ConnectionId(i));
        courses += QByteArray::number(qulonglong(entry.connection.segments.size()));
        for (const Transition& step : entry.analysis.transitions())
            courses += QByteArray(" ") + (step.side == Side::A ? "a " : "b ")
                + QByteArray(stateName(step.to).data(), qsizetype(stateName(step.to).size())) + ' '
                + QByteArray::number(step.cause.value) + ' ' + QByteArray::number(step.after.value) + ' '
                + QByteArray::number(step.proof.value) + ' ' + QByteArray::number(int(step.certainty));
        courses += '\n';
    }
    return courses;
}

} // namespace

class TestGrowingCapture : public QObject
{
    Q_OBJECT

private slots:
    void aCaptureThatGrowsGivesTheSame_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("sample") << QStringLiteral(TCPLADDER_SAMPLES "/redis-telnet.pcap");
        QTest::newRow("notes") << QStringLiteral(TCPLADDER_TEST_DATA "/text/redis-telnet-notes.md");
        const QByteArray captures = qgetenv("TCPLADDER_CAPTURES");
        const QDir folder(QString::fromLocal8Bit(captures) + QStringLiteral("/real"));
        if (captures.isEmpty())
            return;
        for (const QFileInfo& file : folder.entryInfoList({"*.pcap", "*.pcapng"}, QDir::Files))
            if (file.size() < 12'000)
                QTest::newRow(qPrintable(file.fileName())) << file.filePath();
    }

    void aCaptureThatGrowsGivesTheSame()
    {
        QFETCH(QString, path);
        const auto bytes = contentsOf(path);
        const auto whole = load(makeMemorySource(bytes));
        QVERIFY(whole);
        // An odd number, so that it stops within records, headers and fields; each stop takes the time of a pause.
        constexpr std::size_t stops = 6;
        const auto grown = load(std::make_shared<GrowingBytes>(bytes, bytes.size() / stops | 1));
        QVERIFY(grown);
        QCOMPARE(grown->segmentCount(), whole->segmentCount());
        QCOMPARE(coursesOf(*grown), coursesOf(*whole));
        QVERIFY(findingsOf(*grown) == findingsOf(*whole));
    }

    /// As when a device is captured on which nothing happens yet.
    void anInterfaceThatComesLongBeforeItsPacketsIsKnown()
    {
        BlockBuffer file;
        appendSectionHeader(file, "test");
        appendInterface(file, {.linkType = 1, .snapLength = 65535, .name = "ladder0", .filter = {}});
        const std::size_t beforePackets = file.size();
        PacketSpec spec;
        spec.flags = TcpFlags(0x002);
        const auto packet = buildEthernetPacket(spec);
        appendPacket(file, {.time = {}, .originalLength = std::uint32_t(packet.size()), .bytes = packet});
        const auto document = load(std::make_shared<GrowingBytes>(file, beforePackets));
        QVERIFY(document);
        QCOMPARE(document->segmentCount(), 1U);
        QCOMPARE(document->interface(InterfaceId(std::size_t{0})).name, std::string("ladder0"));
        QVERIFY(document->decode(document->segment(SegmentId(std::size_t{0}))));
    }
};

QTEST_GUILESS_MAIN(TestGrowingCapture)
#include "tst_growing_capture.moc"
