// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/pcap_record_length.h"

#include <array>
#include <span>

namespace tcpladder {

namespace {

constexpr std::uint8_t usualLength = 16;
constexpr std::uint8_t kuznetzovLength = 24;

constexpr std::array beyondUsual = std::to_array<std::uint8_t>({24, 20}); ///< Red Hat 6.1, Nokia
constexpr std::array beyondKuznetzov = std::to_array<std::uint8_t>({28}); ///< SuSE 6.3

constexpr int triedRecords = 4;
constexpr int convincingRecords = 2;

std::span<const std::uint8_t> otherLengths(const PcapHeader& header)
{
    if (header.nanoseconds || header.lengths != PcapLengths::CapturedFirst)
        return {};
    if (header.recordHeaderLength == usualLength)
        return beyondUsual;
    return header.recordHeaderLength == kuznetzovLength ? std::span(beyondKuznetzov) : std::span<const std::uint8_t>();
}

/// How far the first records make sense.
struct Sense
{
    int records = 0;
    bool contradicted = false;
};

Sense senseOf(const ByteSource& source, const PcapHeader& header, std::uint8_t recordHeaderLength)
{
    Sense sense;
    std::uint64_t position = header.fileHeaderLength;
    std::array<std::byte, usualLength> head;
    while (sense.records < triedRecords && source.readAt(position, head).value_or(0) == head.size()) {
        const auto word = [&](std::size_t index) { return loadUnchecked<4>(head.data() + 4 * index, header.order); };
        const std::uint32_t microseconds = word(1);
        const std::uint32_t captured = word(2);
        const std::uint32_t original = word(3);
        if (microseconds >= 1'000'000 || captured > longestPcapRecord || captured > original) {
            sense.contradicted = true;
            break;
        }
        ++sense.records;
        position += recordHeaderLength + captured;
    }
    return sense;
}

} // namespace

std::uint8_t findRecordHeaderLength(const ByteSource& source, const PcapHeader& header)
{
    const auto others = otherLengths(header);
    if (others.empty() || !senseOf(source, header, header.recordHeaderLength).contradicted)
        return header.recordHeaderLength;
    for (const std::uint8_t length : others) {
        const Sense sense = senseOf(source, header, length);
        if (!sense.contradicted && sense.records >= convincingRecords)
            return length;
    }
    return header.recordHeaderLength;
}

} // namespace tcpladder
