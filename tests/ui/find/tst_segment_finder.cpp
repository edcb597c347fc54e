// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/builder.h"
#include "core/source/open_capture.h"
#include "tests/support/capture_builder.h"
#include "tests/support/packet_builder.h"
#include "ui/find/segment_finder.h"

#include <QTest>

using namespace tcpladder;

using Found = std::vector<std::size_t>;

/// A handshake with options, five octets and their repetition, an acknowledgment, a reset; before all of it another
/// connection's packet.
class TestSegmentFinder : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        PacketSpec other;
        other.sourcePort = 50000;
        other.flags = TcpFlags(0x002);
        m_builder.add(0, 0, buildEthernetPacket(other));
        add(true, 0x002, 0x10000, 0, "", "020405b401010402");
        add(false, 0x012, 7000, 0x10001, "", "020405b401010402");
        add(true, 0x010, 0x10001, 7001);
        add(true, 0x018, 0x10001, 7001, "hello");
        add(true, 0x018, 0x10001, 7001, "hello");
        add(false, 0x010, 7001, 0x10006);
        add(false, 0x014, 7001, 0x10006);
        auto capture = openCapture(makeMemorySource(m_builder.bytes()));
        QVERIFY(capture);
        m_document = std::make_unique<CaptureDocument>(capture->store);
        DocumentBuilder(*m_document, *capture).run({});
        QCOMPARE(m_document->connectionCount(), std::size_t(2));
    }

    void flagsAreFoundTogetherInAnyOrder()
    {
        QCOMPARE(find("SYN"), (Found{0, 1}));
        QCOMPARE(find("ack syn"), Found{1});
        QCOMPARE(find("SYN,ACK"), Found{1});
        QCOMPARE(find("FIN"), Found{});
    }

    void numbersAreFoundRelativeAndAbsolute()
    {
        QCOMPARE(find("ack 6", true), (Found{5, 6}));
        QCOMPARE(find("65542"), (Found{5, 6}));
        QCOMPARE(find("seq 7000"), Found{1});
        QCOMPARE(find("len 5"), (Found{3, 4}));
        QCOMPARE(find("0x7002"), Found{0});
    }

    void wholeWordsLeaveOutLongerOnes()
    {
        QCOMPARE(find("seq 700"), (Found{1, 5, 6}));
        QCOMPARE(find("seq 700", true), Found{});
        QCOMPARE(find("seq 7000", true), Found{1});
        QCOMPARE(find("SYN", true), (Found{0, 1}));
    }

    void optionsAndStatesAreFound()
    {
        QCOMPARE(find("mss 1460"), (Found{0, 1}));
        QCOMPARE(find("SYN_SENT"), Found{0});
        QCOMPARE(find("established"), (Found{1, 2}));
    }

    void findingsAreFoundByTheirTitles()
    {
        QCOMPARE(find("retransmission"), Found{4});
        QCOMPARE(find("after a timeout"), Found{4});
    }

    void aNumberSignNamesAPacket()
    {
        QCOMPARE(find("#1"), Found{}); // is another connection's
        QCOMPARE(find("#2"), Found{0});
        QCOMPARE(find("#5"), Found{3});
    }

    void nothingIsFoundOverALinesEnd()
    {
        QCOMPARE(find("5 win"), Found{});
        QVERIFY(find("").empty());
    }

    void stepsFindTheSameAsOneGo()
    {
        SegmentFinder finder;
        finder.start(ConnectionId(1), SegmentQuery("ack", false));
        int steps = 1;
        while (finder.advance(*m_document, 1))
            ++steps;
        QCOMPARE(steps, 7);
        QCOMPARE(Found(finder.matches().begin(), finder.matches().end()), find("ack"));
        QCOMPARE(finder.rankOf(3), std::optional<std::size_t>(2));
        QVERIFY(!finder.rankOf(0));
    }

    void lookingAgainFindsNothingTwice()
    {
        SegmentFinder finder;
        finder.start(ConnectionId(1), SegmentQuery("ack", false));
        while (finder.advance(*m_document, 3)) { }
        const std::size_t count = finder.matches().size();
        finder.lookAgainAtTheLast();
        QVERIFY(!finder.isAtEnd());
        while (finder.advance(*m_document, 3)) { }
        QCOMPARE(finder.matches().size(), count);
    }

private:
    void add(bool isClients, std::uint16_t flags, std::uint32_t sequence, std::uint32_t acknowledgment,
        const std::string& payload = {}, const std::string& options = {})
    {
        PacketSpec spec;
        spec.flags = TcpFlags(flags);
        spec.sequence = sequence;
        spec.acknowledgment = acknowledgment;
        spec.payload = payload;
        spec.optionsHex = options;
        if (!isClients) {
            std::swap(spec.source, spec.destination);
            std::swap(spec.sourcePort, spec.destinationPort);
        }
        m_builder.add(++m_second, 0, buildEthernetPacket(spec));
    }

    Found find(const QString& text, bool wholeWords = false) const
    {
        SegmentFinder finder;
        finder.start(ConnectionId(1), SegmentQuery(text, wholeWords));
        while (finder.advance(*m_document, 1000)) { }
        return {finder.matches().begin(), finder.matches().end()};
    }

    CaptureBuilder m_builder;
    std::uint32_t m_second = 0;
    std::unique_ptr<CaptureDocument> m_document;
};

QTEST_GUILESS_MAIN(TestSegmentFinder)
#include "tst_segment_finder.moc"
