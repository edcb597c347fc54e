// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/connection/segment_store.h"

#include <algorithm>

namespace tcpladder {

namespace {

// How far a clock may go back behind the first segment of a context: a quarter of what it can count.
constexpr std::uint64_t timeBefore = std::uint64_t{1} << 30;

// Of those that were made last: segments go back and forth between the interfaces of a host or a switch.
constexpr std::uint32_t contextsToTry = 64;

} // namespace

SegmentStore::Context::Context(const Wide& segment, std::uint32_t placeInGroup)
    : shape(segment.shape)
    , start(segment.time - timeBefore)
    , offset(segment.offset)
    , packet(segment.packet - placeInGroup)
    , payloadHigh(segment.payloadHigh)
    , capturedHigh(segment.capturedHigh)
{
}

SegmentStore::Place SegmentStore::otherPlaceFor(const Wide& segment)
{
    if (m_segments.size() % groupSize == 0)
        m_firstContexts.append(static_cast<std::uint32_t>(m_contexts.size()));
    const std::uint32_t place = placeInGroup(m_segments.size());
    const std::uint32_t first = m_firstContexts[m_firstContexts.size() - 1];
    const auto count = static_cast<std::uint32_t>(m_contexts.size()) - first;
    for (std::uint32_t back = 1; back <= std::min(count, contextsToTry); ++back) {
        const Context& context = m_contexts[first + count - back];
        if (context.fits(segment, place)) {
            m_latest = &context;
            m_latestNumber = count - back;
            return {context, m_latestNumber, place};
        }
    }
    m_latest = &m_contexts[m_contexts.emplace(segment, place)];
    m_latestNumber = count;
    return {*m_latest, m_latestNumber, place};
}

void SegmentStore::moveTo(SegmentId id, ConnectionId connection, Side sender)
{
    Packed& packed = m_segments[id.value];
    packed.connection = connection;
    constexpr auto others = (1U << Packed::senderShift) - 1;
    packed.contextAndRest = static_cast<std::uint16_t>(
        (packed.contextAndRest & others) | static_cast<std::uint32_t>(sender) << Packed::senderShift);
}

void SegmentStore::setFlags(SegmentId id, TcpFlags flags)
{
    std::uint16_t& word = m_segments[id.value].shorts.offsetAndFlags;
    word = static_cast<std::uint16_t>((word & 0xf000) | flags.bits);
}

} // namespace tcpladder
