// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/load_maker.h"

#include <algorithm>
#include <random>
#include <vector>

namespace tcpladder {

namespace {

constexpr std::size_t ethernetLength = 14;
constexpr std::size_t ipLength = 20;
constexpr std::uint32_t usPerPacket = 20;
constexpr unsigned onePacketLostOf = 200;

/// One connection, and how far it has come.
struct Talk
{
    std::uint32_t number = 0;
    std::uint32_t step = 0; ///< packets sent so far
    std::uint32_t packets = 0;
    std::uint32_t next[2] = {}; ///< sequence numbers of client and server
};

class LoadMaker
{
public:
    LoadMaker(const Load& load, const std::function<void(std::span<const std::byte>)>& write)
        : m_load(load)
        , m_write(write)
        , m_perConnection(std::max(7U, load.packets / std::max(1U, load.connections)))
    {
    }

    void run()
    {
        writeFileHeader();
        std::vector<Talk> open;
        for (std::uint32_t i = 0; i < std::min(m_load.concurrent, m_load.connections); ++i)
            open.push_back(begin());
        for (std::uint32_t sent = 0; sent < m_load.packets; ++sent) {
            Talk& talk = open[m_random() % open.size()];
            if (talk.step == talk.packets)
                talk = begin();
            send(talk);
        }
        flush();
    }

private:
    Talk begin()
    {
        Talk talk;
        talk.number = m_begun++;
        talk.packets = m_perConnection;
        talk.next[0] = static_cast<std::uint32_t>(m_random());
        talk.next[1] = static_cast<std::uint32_t>(m_random());
        return talk;
    }

    /// SYN, SYN,ACK, ACK; two data segments and an ACK, over and over; FIN,ACK, FIN,ACK, ACK.
    void send(Talk& talk)
    {
        const std::uint32_t step = talk.step++;
        const std::uint32_t left = talk.packets - step;
        if (step < 2)
            segment(talk, step == 1, step == 0 ? 0x002 : 0x012, 0);
        else if (step == 2 || left == 1)
            segment(talk, false, 0x010, 0);
        else if (left <= 3)
            segment(talk, left == 2, 0x011, 0);
        else
            segment(talk, step % 3 != 2, step % 3 == 2 ? 0x010 : 0x018, step % 3 == 2 ? 0 : m_load.payloadLength);
    }

    void segment(Talk& talk, bool fromServer, std::uint16_t flags, std::uint32_t payload)
    {
        constexpr std::uint16_t finOrSyn = 0x003;
        const std::uint32_t sequence = talk.next[fromServer ? 1 : 0];
        const bool isLost = payload > 0 && m_random() % onePacketLostOf == 0;
        talk.next[fromServer ? 1 : 0] += payload + ((flags & finOrSyn) != 0);
        if (isLost) // before the capture point: a gap, and what follows from it
            talk.next[fromServer ? 1 : 0] += payload;
        const bool isSyn = flags & 0x002;
        const std::size_t optionsLength = isSyn ? 24 : 12;
        const std::size_t tcpLength = 20 + optionsLength;
        m_packet.assign(ethernetLength + ipLength + tcpLength + payload, std::byte{0x5a});
        putLinkAndNetwork(talk, fromServer, ipLength + tcpLength + payload);
        put(34, fromServer ? 443 : portOf(talk), 2);
        put(36, fromServer ? portOf(talk) : 443, 2);
        put(38, sequence, 4);
        put(42, flags & 0x010 ? talk.next[fromServer ? 0 : 1] : 0, 4);
        put(46, static_cast<std::uint32_t>(tcpLength / 4) << 12 | flags, 2);
        put(48, 64000, 2);
        put(50, 0, 4);
        putOptions(isSyn, talk);
        putChecksum(tcpLength + payload);
        record();
    }

    void putLinkAndNetwork(const Talk& talk, bool fromServer, std::size_t length)
    {
        std::fill_n(m_packet.begin(), 12, std::byte{2});
        put(12, 0x0800, 2);
        put(14, 0x4500, 2);
        put(16, static_cast<std::uint32_t>(length), 2);
        put(18, m_identification++ & 0xffff, 2);
        put(20, 0x4000, 2);
        put(22, 64 << 8 | 6, 2);
        put(24, 0, 2);
        const std::uint32_t client = 0x0a000000 + (talk.number / 50'000 << 8) + 1;
        put(26, fromServer ? 0xc0a80001 : client, 4);
        put(30, fromServer ? client : 0xc0a80001, 4);
        put(24, sum(14, ipLength, 0), 2);
    }

    static std::uint32_t portOf(const Talk& talk) { return 10'000 + talk.number % 50'000; }

    void putOptions(bool isSyn, const Talk& talk)
    {
        std::size_t at = 54;
        if (isSyn) { // maximum segment size 1460, SACK permitted, window scale 7
            for (const std::uint32_t options : {0x020405b4U, 0x04020303U, 0x07010101U}) {
                put(at, options, 4);
                at += 4;
            }
        }
        put(at, 0x0101080a, 4); // timestamps
        put(at + 4, 1000 + talk.step, 4);
        put(at + 8, 999 + talk.step, 4);
    }

    void putChecksum(std::size_t tcpLength)
    {
        const std::uint32_t addresses = ~sum(26, 8, 0) & 0xffff;
        const std::uint32_t pseudo = static_cast<std::uint32_t>(tcpLength) + 6 + addresses;
        put(50, sum(34, tcpLength, pseudo), 2);
    }

    std::uint32_t sum(std::size_t from, std::size_t length, std::uint32_t start) const
    {
        std::uint64_t total = start;
        for (std::size_t i = 0; i < length; ++i)
            total += std::to_integer<std::uint64_t>(m_packet[from + i]) << (i % 2 == 0 ? 8 : 0);
        while (total >> 16)
            total = (total & 0xffff) + (total >> 16);
        return static_cast<std::uint16_t>(~total);
    }

    void put(std::size_t at, std::uint32_t value, std::size_t width)
    {
        for (std::size_t i = 0; i < width; ++i)
            m_packet[at + i] = static_cast<std::byte>(value >> 8 * (width - 1 - i));
    }

    void writeFileHeader()
    {
        for (const std::uint32_t word : {0xa1b2c3d4U, 0x00040002U, 0U, 0U, m_load.snapLength, 1U})
            word32(word);
    }

    void record()
    {
        m_time += usPerPacket;
        const auto kept = std::min<std::size_t>(m_packet.size(), m_load.snapLength);
        word32(static_cast<std::uint32_t>(1'700'000'000 + m_time / 1'000'000));
        word32(static_cast<std::uint32_t>(m_time % 1'000'000));
        word32(static_cast<std::uint32_t>(kept));
        word32(static_cast<std::uint32_t>(m_packet.size()));
        m_out.insert(m_out.end(), m_packet.begin(), m_packet.begin() + static_cast<std::ptrdiff_t>(kept));
        if (m_out.size() > enough)
            flush();
    }

    void word32(std::uint32_t value)
    {
        for (int i = 0; i < 4; ++i)
            m_out.push_back(static_cast<std::byte>(value >> 8 * i));
    }

    void flush()
    {
        m_write(m_out);
        m_out.clear();
    }

    static constexpr std::size_t enough = std::size_t{1} << 20;

    const Load& m_load;
    const std::function<void(std::span<const std::byte>)>& m_write;
    std::uint32_t m_perConnection;
    std::mt19937_64 m_random{7}; // NOLINT(cert-msc51-cpp): the same bytes each time
    std::vector<std::byte> m_packet;
    std::vector<std::byte> m_out;
    std::uint64_t m_time = 0;
    std::uint32_t m_begun = 0;
    std::uint32_t m_identification = 1;
};

} // namespace

void makeLoad(const Load& load, const std::function<void(std::span<const std::byte>)>& write)
{
    LoadMaker(load, write).run();
}

} // namespace tcpladder
