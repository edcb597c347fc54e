// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/connection/connection_table.h"

#include <QTest>

using namespace tcpladder;

namespace {

Endpoint endpoint(std::uint32_t host, std::uint16_t port)
{
    Endpoint result;
    result.address.version = IpVersion::V4;
    result.address.bytes = {10, std::uint8_t(host >> 16), std::uint8_t(host >> 8), std::uint8_t(host)};
    result.port = port;
    return result;
}

} // namespace

class TestConnectionTable : public QObject
{
    Q_OBJECT

private slots:
    void findsAPairWhicheverEndpointSends()
    {
        ConnectionTable table;
        table.assign({endpoint(1, 10), endpoint(2, 20)}, ConnectionId(std::size_t{7}));
        QCOMPARE(table.find({endpoint(2, 20), endpoint(1, 10)}).value, 7U);
    }

    void tellsPairsApartThatDifferInOnePort()
    {
        ConnectionTable table;
        table.assign({endpoint(1, 10), endpoint(2, 20)}, ConnectionId(std::size_t{7}));
        QVERIFY(!table.find({endpoint(1, 20), endpoint(2, 10)}).isValid());
        QVERIFY(!table.find({endpoint(1, 11), endpoint(2, 20)}).isValid());
    }

    void keepsTheLatestIncarnationOfAPair()
    {
        ConnectionTable table;
        const ConnectionKey key(endpoint(1, 10), endpoint(2, 20));
        table.assign(key, ConnectionId(std::size_t{1}));
        table.assign(key, ConnectionId(std::size_t{2}));
        QCOMPARE(table.find(key).value, 2U);
    }

    void findsEveryOneOfManyPairsAfterItGrew()
    {
        ConnectionTable table;
        constexpr std::uint32_t count = 100'000;
        for (std::uint32_t i = 0; i < count; ++i)
            table.assign({endpoint(i, std::uint16_t(i * 31)), endpoint(0xffffff, 80)}, ConnectionId(std::size_t{i}));
        for (std::uint32_t i = 0; i < count; ++i) {
            const ConnectionKey key(endpoint(0xffffff, 80), endpoint(i, std::uint16_t(i * 31)));
            QCOMPARE(table.find(key).value, i);
        }
    }
};

QTEST_GUILESS_MAIN(TestConnectionTable)
#include "tst_connection_table.moc"
