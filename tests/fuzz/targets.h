// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/byte_reader.h"

#include <array>
#include <string_view>

namespace tcpladder {

/// What is fed with hostile bytes. Each has its inputs in tests/fuzz/corpus/NAME, and in tests/fuzz/crashes/NAME those
/// that once broke it.
struct FuzzTarget
{
    std::string_view name;
    void (*run)(Bytes input);
};

void fuzzCapture(Bytes input);  ///< any container, compressed or not: every packet read, and fetched again
void fuzzText(Bytes input);     ///< the text reader, whatever the bytes look like
void fuzzPacket(Bytes input);   ///< two bytes of link type, then a packet for the decoder
void fuzzOptions(Bytes input);  ///< TCP options
void fuzzDocument(Bytes input); ///< a whole document, with its reports and the details of its segments

inline constexpr std::array fuzzTargets = std::to_array<FuzzTarget>({
    {"capture", fuzzCapture},
    {"text", fuzzText},
    {"packet", fuzzPacket},
    {"options", fuzzOptions},
    {"document", fuzzDocument},
});

} // namespace tcpladder
