// SPDX-License-Identifier: GPL-3.0-or-later
// segment_generator DEVICE SEGMENTS_A_SECOND SECONDS: small segments of 50 connections, right in every number, straight
// onto a device. For measure_live.py, which gives it one that leads nowhere else.
#include "tests/support/packet_builder.h"

#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <thread>

using namespace tcpladder;

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t connections = 50;
constexpr std::size_t inCall = 64; ///< packets for one system call

struct Conversation
{
    std::uint32_t sequence = 1000;
    std::uint32_t peerSequence = 5000;
};

/// Request and answer take turns, ten octets each.
class Traffic
{
public:
    std::vector<std::byte> next()
    {
        const std::size_t which = m_count % connections;
        const bool isAnswer = m_count / connections % 2 == 1;
        ++m_count;
        Conversation& talk = m_talks[which];
        PacketSpec spec;
        spec.source = isAnswer ? "10.99.0.1" : "10.99.0.2";
        spec.destination = isAnswer ? "10.99.0.2" : "10.99.0.1";
        spec.sourcePort = static_cast<std::uint16_t>(isAnswer ? 6378 : 40000 + which);
        spec.destinationPort = static_cast<std::uint16_t>(isAnswer ? 40000 + which : 6378);
        spec.flags = TcpFlags(0x018);
        spec.sequence = isAnswer ? talk.peerSequence : talk.sequence;
        spec.acknowledgment = isAnswer ? talk.sequence : talk.peerSequence;
        spec.payload = "0123456789";
        (isAnswer ? talk.peerSequence : talk.sequence) += static_cast<std::uint32_t>(spec.payload.size());
        return buildEthernetPacket(spec);
    }

private:
    std::array<Conversation, connections> m_talks;
    std::size_t m_count = 0;
};

int openDevice(const char* name)
{
    const int descriptor = ::socket(AF_PACKET, SOCK_RAW, 0);
    if (descriptor < 0)
        return -1;
    sockaddr_ll address{};
    address.sll_family = AF_PACKET;
    address.sll_ifindex = static_cast<int>(::if_nametoindex(name));
    return ::bind(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 ? descriptor : -1;
}

void sendAll(int device, std::vector<std::vector<std::byte>>& packets)
{
    std::array<iovec, inCall> parts{};
    std::array<mmsghdr, inCall> messages{};
    for (std::size_t i = 0; i < packets.size(); ++i) {
        parts[i] = {packets[i].data(), packets[i].size()};
        messages[i].msg_hdr.msg_iov = &parts[i];
        messages[i].msg_hdr.msg_iovlen = 1;
    }
    for (std::size_t sent = 0; sent < packets.size();) {
        const int count = ::sendmmsg(device, &messages[sent], static_cast<unsigned>(packets.size() - sent), 0);
        sent += count > 0 ? static_cast<std::size_t>(count) : 0;
    }
}

} // namespace

int main(int argc, char** argv)
{
    const int device = argc == 4 ? openDevice(argv[1]) : -1;
    if (device < 0)
        return 2;
    const double rate = std::atof(argv[2]);
    const auto total = static_cast<std::size_t>(rate * std::atof(argv[3]));
    Traffic traffic;
    const auto begin = Clock::now();
    for (std::size_t sent = 0; sent < total;) {
        const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
        const auto due = std::min(total, static_cast<std::size_t>(rate * seconds));
        std::vector<std::vector<std::byte>> packets;
        while (sent + packets.size() < due && packets.size() < inCall)
            packets.push_back(traffic.next());
        sendAll(device, packets);
        sent += packets.size();
        if (packets.empty())
            std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
    std::printf("sent %zu in %.2f s\n", total, std::chrono::duration<double>(Clock::now() - begin).count());
    return 0;
}
