// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/targets.h"

/// libFuzzer's entry; TCPLADDER_FUZZ_TARGET is the function under test.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    tcpladder::TCPLADDER_FUZZ_TARGET(std::as_bytes(std::span(data, size)));
    return 0;
}
