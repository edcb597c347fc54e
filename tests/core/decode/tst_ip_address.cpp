// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/ip_address.h"

#include <QTest>

#include <arpa/inet.h>

#include <random>

using namespace tcpladder;

namespace {

std::string bySystem(const IpAddress& address)
{
    char text[INET6_ADDRSTRLEN];
    return inet_ntop(address.version == IpVersion::V4 ? AF_INET : AF_INET6, address.bytes.data(), text, sizeof text);
}

} // namespace

class TestIpAddress : public QObject
{
    Q_OBJECT

private slots:
    void anAddressIsWrittenAsRfc5952Says_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written");
        QTest::newRow("dotted quad") << "192.168.1.10" << "192.168.1.10";
        QTest::newRow("all ones") << "255.255.255.255" << "255.255.255.255";
        QTest::newRow("any") << "0.0.0.0" << "0.0.0.0";
        QTest::newRow("no leading zeros, small letters") << "2001:0DB8:0001:0002:0003:0004:0005:0A06"
                                                         << "2001:db8:1:2:3:4:5:a06";
        QTest::newRow("longest run") << "2001:0:0:1:0:0:0:1" << "2001:0:0:1::1";
        QTest::newRow("first of two runs") << "2001:db8:0:0:1:0:0:1" << "2001:db8::1:0:0:1";
        QTest::newRow("one group is no run") << "2001:db8:0:1:1:1:1:1" << "2001:db8:0:1:1:1:1:1";
        QTest::newRow("run at the end") << "fe80:1:0:0:0:0:0:0" << "fe80:1::";
        QTest::newRow("loopback") << "::1" << "::1";
        QTest::newRow("unspecified") << "::" << "::";
        QTest::newRow("an IPv4 address in it") << "::ffff:10.0.0.1" << "::ffff:10.0.0.1";
    }

    void anAddressIsWrittenAsRfc5952Says()
    {
        QFETCH(QString, text);
        QFETCH(QString, written);
        const auto address = parseAddress(text.toStdString());
        QVERIFY(address);
        QCOMPARE(QString::fromStdString(formatAddress(*address)), written);
    }

    void theSystemWritesTheSame()
    {
        std::mt19937 random(1); // NOLINT(cert-msc51-cpp): the same addresses each time
        for (int i = 0; i < 100'000; ++i) {
            IpAddress address;
            address.version = i % 4 == 0 ? IpVersion::V4 : IpVersion::V6;
            const std::uint32_t present = random();
            for (std::size_t at = 0; at < address.size(); ++at)
                address.bytes[at] = present >> at / 2 & 1 ? static_cast<std::uint8_t>(random()) : std::uint8_t{0};
            QCOMPARE(formatAddress(address), bySystem(address));
        }
    }
};

QTEST_APPLESS_MAIN(TestIpAddress)
#include "tst_ip_address.moc"
