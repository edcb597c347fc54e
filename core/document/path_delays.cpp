// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/path_delays.h"

#include <algorithm>
#include <optional>
#include <span>

namespace tcpladder {

namespace {

constexpr std::size_t longestHandshake = 32; ///< segments, repeated ones included

std::optional<SegmentRecord> findSynAck(const CaptureDocument& document, std::span<const SegmentId> segments)
{
    for (const SegmentId id : segments)
        if (const SegmentRecord record = document.segment(id); record.has(TcpFlag::Syn) && record.has(TcpFlag::Ack))
            return record;
    return {};
}

} // namespace

std::optional<PathDelays> estimatePathDelays(const CaptureDocument& document, const Connection& connection)
{
    const std::span<const SegmentId> all(connection.segments);
    const auto segments = all.first(std::min(all.size(), longestHandshake));
    const auto answer = findSynAck(document, segments);
    if (!answer)
        return {};
    const Side initiator = peerOf(answer->sender);
    // The SYN that was answered is the last one before the answer: an earlier one may have been lost.
    std::optional<SegmentRecord> open;
    std::optional<SegmentRecord> close;
    for (const SegmentId id : segments) {
        const SegmentRecord record = document.segment(id);
        const bool isBefore = record.packet < answer->packet;
        if (record.sender != initiator || record.has(TcpFlag::Rst))
            continue;
        if (isBefore && record.has(TcpFlag::Syn))
            open = record;
        else if (!isBefore && !close && record.has(TcpFlag::Ack))
            close = record;
    }
    if (!open || !close || open->time == unknownTime || answer->time < open->time || close->time < answer->time)
        return {};
    PathDelays delays{};
    delays[indexOf(answer->sender)] = (answer->time - open->time) / 2;
    delays[indexOf(initiator)] = (close->time - answer->time) / 2;
    return delays;
}

} // namespace tcpladder
