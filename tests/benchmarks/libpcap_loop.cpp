// SPDX-License-Identifier: GPL-3.0-or-later
// The yardstick: libpcap hands every packet of a file to a function that only counts it.
#include <pcap/pcap.h>

#include <cstdint>
#include <cstdio>

namespace {

void count(u_char* user, const pcap_pkthdr*, const u_char*)
{
    ++*reinterpret_cast<std::uint64_t*>(user);
}

} // namespace

int main(int argc, char** argv)
{
    char message[PCAP_ERRBUF_SIZE] = "one file is wanted";
    pcap_t* const capture = argc == 2 ? pcap_open_offline(argv[1], message) : nullptr;
    if (!capture) {
        std::fprintf(stderr, "libpcap_loop: %s\n", message);
        return 2;
    }
    std::uint64_t packets = 0;
    pcap_dispatch(capture, -1, count, reinterpret_cast<u_char*>(&packets));
    pcap_close(capture);
    std::printf("%llu packets\n", static_cast<unsigned long long>(packets));
    return 0;
}
