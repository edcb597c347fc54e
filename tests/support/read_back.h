// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/open_capture.h"

#include <optional>
#include <vector>

namespace tcpladder {

/// What a reader gave up to the end, to nothing yet, or to a damage for good.
struct ReadBack
{
    std::vector<Timestamp> times;
    std::vector<std::vector<std::byte>> packets;
    std::vector<std::uint32_t> originalLengths;
    std::vector<std::uint32_t> numbers;
    std::optional<Error> damage;
    bool isAtEnd = false;
};

inline ReadBack readAll(PacketReader& reader)
{
    ReadBack result;
    for (;;) {
        const ReadStep step = reader.next();
        if (const auto* packet = std::get_if<Packet>(&step)) {
            result.times.push_back(packet->time);
            result.packets.emplace_back(packet->bytes.begin(), packet->bytes.end());
            result.originalLengths.push_back(packet->originalLength);
            result.numbers.push_back(packet->number.value);
            continue;
        }
        result.isAtEnd = std::holds_alternative<EndOfSource>(step);
        if (const auto* damage = std::get_if<Damage>(&step)) {
            result.damage = damage->error;
            if (damage->canContinue)
                continue;
        }
        return result;
    }
}

inline ReadBack readAll(std::shared_ptr<const ByteSource> source)
{
    auto capture = openCapture(std::move(source));
    if (capture)
        return readAll(*capture->reader);
    ReadBack result;
    result.damage = capture.error();
    return result;
}

inline ReadBack readAll(const std::vector<std::byte>& bytes)
{
    return readAll(makeMemorySource(bytes));
}

} // namespace tcpladder
