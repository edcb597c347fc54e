// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"

#include <array>
#include <optional>

namespace tcpladder {

/// The numbers that relative sequence numbers count from, by the side that sends them: the first that each side sent;
/// where it sent none, the first that its peer acknowledged as received from it.
class SequenceOrigins
{
public:
    /// Decides anew what is not certain yet. Call under a Reading, always with the same connection.
    void update(const CaptureDocument& document, const Connection& connection);

    SequenceNumber sequenceOrigin(const SegmentRecord& record) const;
    SequenceNumber acknowledgmentOrigin(const SegmentRecord& record) const;

private:
    std::array<std::optional<SequenceNumber>, 2> m_origins;
    std::array<bool, 2> m_hasSent{};
};

/// Relative to the origin. A little behind it is negative, as of a keep-alive; further behind it is a stream of more
/// than 2 GB.
std::int64_t relativeNumber(SequenceNumber number, SequenceNumber origin);

} // namespace tcpladder
