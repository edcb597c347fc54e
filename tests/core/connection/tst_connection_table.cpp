// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/connection/connection_table.h"
#include "tests/support/plain_segment.h"

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

void compareSender(const Endpoint& source, const Endpoint& destination, const std::vector<Endpoint>& endpoints)
{
    Segment segment;
    segment.packet = {1};
    segment.interface = InterfaceId(std::size_t{0});
    segment.networkOffset = 14;
    segment.transportOffset = source.address.version == IpVersion::V4 ? 34 : 54;
    segment.headerLength = 20;
    segment.source = source.address;
    segment.sourcePort = source.port;
    segment.destination = destination.address;
    segment.destinationPort = destination.port;
    PlainOrigin origin{.firstPacket = {1}, .ipv6 = {}};
    const auto plain = foldPlain(segment, origin);
    QVERIFY(plain);
    QCOMPARE(plain->pairHash, hashOf(segment));
    QCOMPARE(hashOf(EndpointPair{source, destination}), hashOf(segment));
    for (const Endpoint& one : endpoints)
        for (const Endpoint& other : endpoints)
            QVERIFY(senderOf(*plain, origin, {one, other}) == senderOf(segment, {one, other}));
}

} // namespace

class TestConnectionTable : public QObject
{
    Q_OBJECT

private slots:
    /// Whoever sends, be it to himself, or of another pair that is nearly the same.
    void tellsTheSenderOfPlainSegments()
    {
        std::vector<Endpoint> endpoints;
        for (const std::uint32_t host : {1U, 2U, 0x020001U})
            for (const std::uint16_t port : {10, 20, 0x1400})
                endpoints.push_back(endpoint(host, port));
        for (Endpoint& other : std::vector(endpoints)) {
            other.address.version = IpVersion::V6;
            endpoints.push_back(other);
            other.address.bytes[15] = 1;
            endpoints.push_back(other);
        }
        for (const Endpoint& source : endpoints)
            for (const Endpoint& destination : endpoints)
                if (source.address.version == destination.address.version)
                    compareSender(source, destination, endpoints);
    }

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
