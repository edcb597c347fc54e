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

/// A table with the connections that it finds.
struct Connections
{
    auto isOf(const EndpointPair& pair) const
    {
        return [this, pair](ConnectionId known) { return isSamePair(pairs[known.value], pair); };
    }

    ConnectionId open(const EndpointPair& pair)
    {
        pairs.push_back(pair);
        const ConnectionId id(pairs.size() - 1);
        table.assign(hashOf(pair), id, isOf(pair));
        return id;
    }
    ConnectionId find(const EndpointPair& pair) const { return table.find(hashOf(pair), isOf(pair)); }

    std::vector<EndpointPair> pairs;
    ConnectionTable table;
};

} // namespace

class TestConnectionTable : public QObject
{
    Q_OBJECT

private slots:
    void findsAPairWhicheverEndpointSends()
    {
        Connections connections;
        const ConnectionId opened = connections.open({endpoint(1, 10), endpoint(2, 20)});
        QCOMPARE(connections.find({endpoint(2, 20), endpoint(1, 10)}), opened);
    }

    void findsAnEndpointThatTalksToItself()
    {
        Connections connections;
        connections.open({endpoint(1, 10), endpoint(1, 11)});
        const ConnectionId opened = connections.open({endpoint(1, 10), endpoint(1, 10)});
        QCOMPARE(connections.find({endpoint(1, 10), endpoint(1, 10)}), opened);
    }

    void tellsPairsApartThatDifferInOnePort()
    {
        Connections connections;
        connections.open({endpoint(1, 10), endpoint(2, 20)});
        QVERIFY(!connections.find({endpoint(1, 20), endpoint(2, 10)}).isValid());
        QVERIFY(!connections.find({endpoint(1, 11), endpoint(2, 20)}).isValid());
    }

    void keepsTheLatestIncarnationOfAPair()
    {
        Connections connections;
        connections.open({endpoint(1, 10), endpoint(2, 20)});
        const ConnectionId second = connections.open({endpoint(2, 20), endpoint(1, 10)});
        QCOMPARE(connections.find({endpoint(1, 10), endpoint(2, 20)}), second);
    }

    void findsEveryOneOfManyPairsAfterItGrew()
    {
        Connections connections;
        constexpr std::uint32_t count = 100'000;
        for (std::uint32_t i = 0; i < count; ++i)
            connections.open({endpoint(i, std::uint16_t(i * 31)), endpoint(0xffffff, 80)});
        for (std::uint32_t i = 0; i < count; ++i)
            QCOMPARE(connections.find({endpoint(0xffffff, 80), endpoint(i, std::uint16_t(i * 31))}).value, i);
    }

    void saysOnceEachTimeWhereItWillGrowTo()
    {
        Connections connections;
        constexpr std::uint32_t count = 100'000;
        std::vector<SharedPages> told;
        for (std::uint32_t i = 0; i < count; ++i) {
            connections.open({endpoint(i, 1), endpoint(0xffffff, 80)});
            if (const SharedPages next = connections.table.prepareGrowth(); next.size > 0)
                told.push_back(next);
        }
        QCOMPARE(told.size(), std::size_t{2}); // at 32,768 and at 65,536 connections; smaller tables aren't worth it
        QCOMPARE(told.back().size, 2 * told.front().size);
        for (std::uint32_t i = 0; i < count; ++i)
            QCOMPARE(connections.find({endpoint(0xffffff, 80), endpoint(i, 1)}).value, i);
        QVERIFY(told.front().memory.use_count() == 1); // left long ago
        QVERIFY(told.back().memory.use_count() > 1);
    }
};

QTEST_GUILESS_MAIN(TestConnectionTable)
#include "tst_connection_table.moc"
