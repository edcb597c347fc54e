// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture_helper/device_list.h"

#include <net/if.h>
#include <net/if_arp.h>
#include <netdb.h>
#include <pcap/pcap.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstring>
#include <memory>

namespace tcpladder::capture_helper {

namespace {

constexpr const char* everyDevice = "any";

/// libpcap lists sources that have no TCP as well: buses, Bluetooth, logs.
bool isNetworkDevice(const pcap_if_t& device)
{
    return std::strcmp(device.name, everyDevice) == 0 || if_nametoindex(device.name) != 0;
}

std::string wordsForState(const pcap_if_t& device)
{
    std::string words = (device.flags & PCAP_IF_UP) != 0 ? "up" : "down";
    if ((device.flags & PCAP_IF_LOOPBACK) != 0)
        words += " loopback";
    if ((device.flags & PCAP_IF_WIRELESS) != 0)
        words += " wireless";
    switch (device.flags & PCAP_IF_CONNECTION_STATUS) {
    case PCAP_IF_CONNECTION_STATUS_CONNECTED: return words + " connected";
    case PCAP_IF_CONNECTION_STATUS_DISCONNECTED: return words + " disconnected";
    default: return words;
    }
}

void printAddress(const sockaddr& address)
{
    const bool isV4 = address.sa_family == AF_INET;
    if (!isV4 && address.sa_family != AF_INET6)
        return;
    const socklen_t length = isV4 ? sizeof(sockaddr_in) : sizeof(sockaddr_in6);
    std::array<char, NI_MAXHOST> text{};
    if (getnameinfo(&address, length, text.data(), text.size(), nullptr, 0, NI_NUMERICHOST) == 0)
        std::printf("address %s\n", text.data());
}

void printDevice(const pcap_if_t& device)
{
    std::printf("device %s\nstate %s\n", device.name, wordsForState(device).c_str());
    for (const pcap_addr_t* address = device.addresses; address != nullptr; address = address->next) {
        if (address->addr != nullptr)
            printAddress(*address->addr);
    }
}

/// What the packets of a device begin with, as far as the kernel tells it to everybody.
int linkTypeOf(const std::string& device)
{
    if (device == everyDevice)
        return DLT_LINUX_SLL2;
    ifreq request{};
    device.copy(request.ifr_name, IFNAMSIZ - 1);
    const int descriptor = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    const bool isKnown = ioctl(descriptor, SIOCGIFHWADDR, &request) == 0;
    close(descriptor);
    const int hardware = isKnown ? request.ifr_hwaddr.sa_family : ARPHRD_ETHER;
    const bool isBareIp = hardware == ARPHRD_NONE || hardware == ARPHRD_PPP || hardware == ARPHRD_TUNNEL
        || hardware == ARPHRD_TUNNEL6 || hardware == ARPHRD_SIT || hardware == ARPHRD_IPGRE;
    return isBareIp ? DLT_RAW : DLT_EN10MB;
}

} // namespace

Result<void> listDevices()
{
    std::array<char, PCAP_ERRBUF_SIZE> error{};
    pcap_if_t* devices = nullptr;
    if (pcap_findalldevs(&devices, error.data()) != 0)
        return std::unexpected(Failure{FailureKind::DeviceFailed, error.data()});
    const std::unique_ptr<pcap_if_t, decltype(&pcap_freealldevs)> guard(devices, &pcap_freealldevs);
    for (const pcap_if_t* device = devices; device != nullptr; device = device->next) {
        if (isNetworkDevice(*device))
            printDevice(*device);
    }
    std::fflush(stdout);
    return {};
}

Result<void> checkFilter(const Options& options)
{
    const std::unique_ptr<pcap_t, decltype(&pcap_close)> pcap(
        pcap_open_dead(linkTypeOf(options.device), options.snapLength), &pcap_close);
    if (!pcap)
        return std::unexpected(Failure{FailureKind::DeviceFailed, "libpcap has no memory"});
    bpf_program program{};
    if (pcap_compile(pcap.get(), &program, options.filter.c_str(), 1, PCAP_NETMASK_UNKNOWN) != 0)
        return std::unexpected(Failure{FailureKind::BadFilter, pcap_geterr(pcap.get())});
    pcap_freecode(&program);
    return {};
}

} // namespace tcpladder::capture_helper
