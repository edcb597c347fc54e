// SPDX-License-Identifier: GPL-3.0-or-later
// Sums of whole machine words against RFC 1071's words of two bytes.
#include "core/decode/checksum.h"

#include <QTest>

#include <random>

using namespace tcpladder;

namespace {

/// RFC 1071 section 1, as it stands there.
std::uint16_t sumByWords(Bytes bytes, std::uint32_t start)
{
    std::uint64_t sum = start;
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        const auto upper = std::to_integer<std::uint32_t>(bytes[at]) << 8;
        sum += upper | (at + 1 < bytes.size() ? std::to_integer<std::uint32_t>(bytes[at + 1]) : 0);
    }
    while (sum > 0xffff)
        sum = (sum >> 16) + (sum & 0xffff);
    return static_cast<std::uint16_t>(sum);
}

std::vector<std::byte> randomBytes(std::mt19937& random, std::size_t count)
{
    std::vector<std::byte> bytes(count);
    for (std::byte& byte : bytes)
        byte = static_cast<std::byte>(random() % 8 == 0 ? 0xff : random());
    return bytes;
}

IpAddress address(const char* text)
{
    return parseAddress(text).value();
}

} // namespace

class TestChecksum : public QObject
{
    Q_OBJECT

private slots:
    void sumsAreThoseOfTheRfc()
    {
        std::mt19937 random(1071);
        for (std::size_t length = 0; length < 300; ++length) {
            for (const std::uint32_t start : {0U, 1U, 0xffffU, 0x1fffeU}) {
                const auto bytes = randomBytes(random, length);
                QCOMPARE(onesComplementSum(bytes, start), sumByWords(bytes, start));
            }
        }
    }

    void sumsOfNothingButOnesAndZeros()
    {
        for (const std::size_t length : {1, 2, 3, 4, 15, 16, 17, 20, 64, 1460, 65535}) {
            for (const std::byte byte : {std::byte{0}, std::byte{0xff}}) {
                const std::vector<std::byte> bytes(length, byte);
                QCOMPARE(onesComplementSum(bytes), sumByWords(bytes, 0));
            }
        }
    }

    void pseudoHeadersOfBothVersions_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("destination");
        QTest::newRow("IPv4") << "192.168.1.10" << "255.255.255.255";
        QTest::newRow("IPv6") << "2001:db8::1:ffff" << "fe80::dead:beef:1";
    }
    void pseudoHeadersOfBothVersions()
    {
        QFETCH(const QString, source);
        QFETCH(const QString, destination);
        const IpAddress from = address(source.toUtf8());
        const IpAddress to = address(destination.toUtf8());
        for (const std::uint32_t length : {20U, 1480U, 65535U, 70000U}) {
            std::vector<std::byte> header;
            for (const IpAddress& each : {from, to})
                for (std::size_t i = 0; i < each.size(); ++i)
                    header.push_back(static_cast<std::byte>(each.bytes[i]));
            for (const unsigned shift : {24, 16, 8, 0})
                header.push_back(static_cast<std::byte>(length >> shift));
            header.insert(header.end(), {std::byte{0}, std::byte{6}}); // the protocol
            QCOMPARE(pseudoHeaderSum(from, to, length), sumByWords(header, 0));
        }
    }

    /// The field makes the whole sum all ones; a single bit elsewhere doesn't leave it so.
    void aSegmentIsGoodPartialOrBad()
    {
        std::mt19937 random(793);
        const IpAddress from = address("10.0.0.1");
        const IpAddress to = address("10.0.0.2");
        for (std::size_t length = 20; length < 120; ++length) {
            auto segment = randomBytes(random, length);
            const auto setField = [&segment](std::uint16_t field) {
                segment[16] = static_cast<std::byte>(field >> 8);
                segment[17] = static_cast<std::byte>(field & 0xff);
            };
            const std::uint16_t pseudoHeader = pseudoHeaderSum(from, to, static_cast<std::uint32_t>(length));
            setField(pseudoHeader);
            QCOMPARE(verifyTcpChecksum(from, to, segment), ChecksumStatus::Partial);
            setField(0);
            setField(static_cast<std::uint16_t>(~sumByWords(segment, pseudoHeader)));
            QCOMPARE(verifyTcpChecksum(from, to, segment), ChecksumStatus::Good);
            segment[random() % length] ^= std::byte{4};
            QCOMPARE(verifyTcpChecksum(from, to, segment), ChecksumStatus::Bad);
        }
    }
};

QTEST_GUILESS_MAIN(TestChecksum)
#include "tst_checksum.moc"
