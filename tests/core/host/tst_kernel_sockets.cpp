// SPDX-License-Identifier: GPL-3.0-or-later
// Sockets of this process on the loopback device, and what the kernel says of them.
#include "core/host/kernel_sockets.h"

#include <QTest>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

using namespace tcpladder;

namespace {

class Socket
{
public:
    explicit Socket(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    Socket(Socket&& other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
    {
    }
    Socket& operator=(Socket&&) = delete;
    ~Socket() { close(); }

    void close()
    {
        if (m_descriptor >= 0)
            ::close(std::exchange(m_descriptor, -1));
    }
    int descriptor() const { return m_descriptor; }

    Endpoint local() const
    {
        sockaddr_storage storage{};
        socklen_t length = sizeof storage;
        if (m_descriptor < 0 || ::getsockname(m_descriptor, reinterpret_cast<sockaddr*>(&storage), &length) != 0)
            return {};
        if (storage.ss_family == AF_INET) {
            const auto& v4 = reinterpret_cast<const sockaddr_in&>(storage);
            return {makeIpAddress(std::as_bytes(std::span(&v4.sin_addr, 1))), ntohs(v4.sin_port)};
        }
        const auto& v6 = reinterpret_cast<const sockaddr_in6&>(storage);
        return {makeIpAddress(std::as_bytes(std::span(&v6.sin6_addr, 1))), ntohs(v6.sin6_port)};
    }

private:
    int m_descriptor;
};

struct Pair
{
    Socket listening;
    Socket client;
    Socket server;

    bool isConnected() const { return client.descriptor() >= 0 && server.descriptor() >= 0; }
};

Pair connectOverLoopback(int family)
{
    Socket listening(::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_storage storage{};
    storage.ss_family = static_cast<sa_family_t>(family);
    if (family == AF_INET)
        reinterpret_cast<sockaddr_in&>(storage).sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    else
        reinterpret_cast<sockaddr_in6&>(storage).sin6_addr = in6addr_loopback;
    socklen_t length = family == AF_INET ? sizeof(sockaddr_in) : sizeof(sockaddr_in6);
    auto* address = reinterpret_cast<sockaddr*>(&storage);
    Socket client(::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const bool isListening = listening.descriptor() >= 0 && ::bind(listening.descriptor(), address, length) == 0
        && ::listen(listening.descriptor(), 1) == 0 && ::getsockname(listening.descriptor(), address, &length) == 0;
    if (!isListening || client.descriptor() < 0 || ::connect(client.descriptor(), address, length) != 0) {
        client.close();
        return {std::move(listening), std::move(client), Socket(-1)};
    }
    Socket server(::accept4(listening.descriptor(), nullptr, nullptr, SOCK_CLOEXEC));
    return {std::move(listening), std::move(client), std::move(server)};
}

/// Nothing where the kernel has no such socket, or does not answer.
std::optional<KernelSocket> ask(const Endpoint& local, const Endpoint& remote)
{
    return findKernelSocket(local, remote).value_or(std::nullopt);
}

} // namespace

class TestKernelSockets : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (const auto answer = kernelSocketsInTimeWait(); !answer)
            QSKIP(answer.error().detail.c_str());
    }

    void bothEndsOfAConnectionAreEstablished_data() { addFamilies(); }
    void bothEndsOfAConnectionAreEstablished()
    {
        QFETCH(int, family);
        const Pair pair = connectOverLoopback(family);
        if (!pair.isConnected())
            QSKIP("this family has no loopback here");
        const Endpoint client = pair.client.local();
        const Endpoint server = pair.server.local();
        for (const auto& [local, remote] : {std::pair(client, server), std::pair(server, client)}) {
            const auto socket = ask(local, remote);
            QVERIFY(socket.has_value());
            QCOMPARE(socket->state, TcpState::Established);
            QCOMPARE(socket->local, local);
            QVERIFY(!socket->timeWaitLeft.has_value());
        }
    }

    void whoClosesFirstWaits_data() { addFamilies(); }
    void whoClosesFirstWaits()
    {
        QFETCH(int, family);
        Pair pair = connectOverLoopback(family);
        if (!pair.isConnected())
            QSKIP("this family has no loopback here");
        const Endpoint client = pair.client.local();
        const Endpoint server = pair.server.local();
        pair.server.close();
        QTRY_COMPARE(ask(client, server)->state, TcpState::CloseWait);
        QTRY_COMPARE(ask(server, client)->state, TcpState::FinWait2);
        pair.client.close();
        QTRY_COMPARE(ask(server, client)->state, TcpState::TimeWait);
        const auto left = ask(server, client)->timeWaitLeft;
        QVERIFY(left && *left > std::chrono::seconds(50) && *left <= std::chrono::seconds(60));
        QVERIFY(!ask(client, server).has_value());
        const auto waiting = kernelSocketsInTimeWait().value();
        QVERIFY(std::ranges::any_of(
            waiting, [&](const KernelSocket& socket) { return socket.local == server && socket.remote == client; }));
    }

    void theListenerIsNotTheConnection()
    {
        const Pair pair = connectOverLoopback(AF_INET);
        QVERIFY(pair.isConnected());
        Endpoint stranger = pair.client.local();
        stranger.port = 1;
        QVERIFY(!ask(pair.server.local(), stranger).has_value());
    }

private:
    static void addFamilies()
    {
        QTest::addColumn<int>("family");
        QTest::newRow("IPv4") << AF_INET;
        QTest::newRow("IPv6") << AF_INET6;
    }
};

QTEST_GUILESS_MAIN(TestKernelSockets)
#include "tst_kernel_sockets.moc"
