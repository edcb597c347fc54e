// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/load_maker.h"

#include <cstdio>
#include <cstdlib>

using namespace tcpladder;

int main(int argc, char** argv)
{
    if (argc != 6) {
        std::fprintf(stderr, "make_load PACKETS CONNECTIONS CONCURRENT SNAPLEN PAYLOAD > FILE\n");
        return 2;
    }
    const auto number = [&](int i) { return static_cast<std::uint32_t>(std::strtoul(argv[i], nullptr, 10)); };
    makeLoad({number(1), number(2), number(3), number(4), number(5)},
        [](std::span<const std::byte> bytes) { std::fwrite(bytes.data(), 1, bytes.size(), stdout); });
    return std::ferror(stdout) || std::fflush(stdout) != 0 ? 1 : 0;
}
