// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/builder.h"
#include "core/document/finding_index.h"
#include "core/source/open_capture.h"
#include "tests/support/capture_builder.h"
#include "tests/support/packet_builder.h"

#include <QTest>

#include <algorithm>

using namespace tcpladder;

/// One side of whose segments each was captured twice: findings that name another segment.
class TestFindingIndex : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        CaptureBuilder builder;
        for (std::uint32_t i = 0; i < 40; ++i) {
            PacketSpec packet;
            packet.flags = TcpFlags(0x018);
            packet.sequence = 1000 + 5 * i;
            packet.payload = "hello";
            packet.identification = static_cast<std::uint16_t>(i + 1);
            builder.add(i, 0, buildEthernetPacket(packet));
            builder.add(i, 10, buildEthernetPacket(packet));
        }
        auto capture = openCapture(makeMemorySource(builder.bytes()));
        QVERIFY(capture);
        m_document = std::make_unique<CaptureDocument>(capture->store);
        DocumentBuilder(*m_document, *capture).run({});
        QCOMPARE(m_document->connectionCount(), std::size_t(1));
        QVERIFY(findings().size() > 30);
    }

    void inPartsItBecomesTheSame()
    {
        constexpr std::size_t part = 5;
        FindingIndex whole;
        whole.update(*m_document, findings());
        FindingIndex grown;
        std::size_t parts = 1;
        std::size_t related = 0;
        while (!grown.updateSome(*m_document, findings(), part))
            ++parts;
        QCOMPARE(parts, (findings().size() + part - 1) / part);
        for (std::size_t i = 0; i < m_document->segmentCount(); ++i) {
            QVERIFY(std::ranges::equal(grown.at(SegmentId(i)), whole.at(SegmentId(i))));
            QVERIFY(std::ranges::equal(grown.relatedTo(SegmentId(i)), whole.relatedTo(SegmentId(i))));
            related += whole.relatedTo(SegmentId(i)).size();
        }
        QVERIFY(related > 30);
        QVERIFY(grown.updateSome(*m_document, findings(), part)); // nothing is new
    }

private:
    std::span<const FindingId> findings() const
    {
        const auto& all = m_document->connection(ConnectionId(std::size_t{0})).findings;
        return {all.begin(), all.end()};
    }

    std::unique_ptr<CaptureDocument> m_document;
};

QTEST_GUILESS_MAIN(TestFindingIndex)
#include "tst_finding_index.moc"
