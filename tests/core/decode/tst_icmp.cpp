// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/icmp.h"
#include "core/document/builder.h"
#include "core/source/open_capture.h"
#include "tests/support/capture_builder.h"
#include "tests/support/packet_builder.h"

#include <QTest>

using namespace tcpladder;

namespace {

PacketSpec syn(bool isV6)
{
    PacketSpec spec;
    if (isV6) {
        spec.source = "2001:db8::1";
        spec.destination = "2001:db8::2";
    }
    spec.flags = TcpFlags(0x002);
    return spec;
}

/// A router's error with the first length octets of the packet.
std::vector<std::byte> errorAbout(const PacketSpec& spec, const char* icmpHex, std::size_t length)
{
    const auto quoted = buildIpPacket(spec);
    const bool isV6 = spec.source.find(':') != std::string::npos;
    ByteWriter writer;
    if (isV6)
        writer.hex("60000000")
            .u16(8 + length)
            .hex("3a40")
            .hex("20010db80000000000000000000000fe 20010db8000000000000000000000001");
    else
        writer.hex("4500").u16(28 + length).hex("00000000 40010000 0a0000fe 0a000001");
    return writer.hex(icmpHex).append(Bytes(quoted).first(length)).bytes();
}

} // namespace

class TestIcmp : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhichSegmentAnErrorIsAboutAndWhatItMeans_data()
    {
        QTest::addColumn<bool>("isV6");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("meaning");
        QTest::addColumn<int>("mtu");
        const auto row = [](const char* name, bool isV6, const char* header, IcmpMeaning meaning, int mtu = 0) {
            QTest::newRow(name) << isV6 << QByteArray(header) << int(meaning) << mtu;
        };
        row("host unreachable", false, "0301000000000000", IcmpMeaning::Soft);
        row("port unreachable", false, "0303000000000000", IcmpMeaning::Hard);
        row("administratively prohibited", false, "030d000000000000", IcmpMeaning::Hard);
        row("fragmentation needed", false, "0304000000000578", IcmpMeaning::TooBig, 1400);
        row("time exceeded", false, "0b00000000000000", IcmpMeaning::Soft);
        row("v6: no route", true, "0100000000000000", IcmpMeaning::Soft);
        row("v6: port unreachable", true, "0104000000000000", IcmpMeaning::Hard);
        row("v6: packet too big", true, "0200000000000500", IcmpMeaning::TooBig, 1280);
    }

    void tellsWhichSegmentAnErrorIsAboutAndWhatItMeans()
    {
        QFETCH(bool, isV6);
        QFETCH(QByteArray, header);
        QFETCH(int, meaning);
        QFETCH(int, mtu);
        const auto packet = errorAbout(syn(isV6), header.constData(), isV6 ? 48 : 28);
        const auto error = decodeIcmpError(LinkType::Raw, packet);
        QVERIFY(error);
        QCOMPARE(error->sourcePort, syn(isV6).sourcePort);
        QCOMPARE(formatAddress(error->destination), syn(isV6).destination);
        QVERIFY(error->sequence && error->sequence->value == syn(isV6).sequence);
        QCOMPARE(int(error->meaning), meaning);
        QCOMPARE(int(error->mtu), mtu);
    }

    void passesOverMessagesThatQuoteNothingOfTcp()
    {
        QVERIFY(!decodeIcmpError(LinkType::Raw, errorAbout(syn(false), "0800000000000000", 28)));
        QVERIFY(!decodeIcmpError(LinkType::Raw, errorAbout(syn(false), "0303000000000000", 20)));
    }

    void showsTheErrorAtTheSegmentThatItQuotes()
    {
        const auto bytes = CaptureBuilder(LinkType::Raw)
                               .add(1, 0, buildIpPacket(syn(false)))
                               .add(2, 0, errorAbout(syn(false), "030d000000000000", 28))
                               .bytes();
        auto capture = openCapture(makeMemorySource(bytes));
        CaptureDocument document(capture->store);
        DocumentBuilder(document, *capture).run({});
        QCOMPARE(document.segmentCount(), 1U);
        std::vector<Finding> errors;
        for (const FindingId id : document.connection(ConnectionId(0)).findings)
            if (document.finding(id).kind == FindingKind::IcmpError)
                errors.push_back(document.finding(id));
        QCOMPARE(errors.size(), 1U);
        QVERIFY(errors[0].segment == SegmentId(0));
        QCOMPARE(errors[0].values[0], 2U);
    }
};

QTEST_GUILESS_MAIN(TestIcmp)
#include "tst_icmp.moc"
