// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"

#include <span>
#include <vector>

namespace tcpladder {

/// Which findings of a connection are at a segment, and which name it as the one they come from. Sorted once for each
/// change, then asked for each visible row.
class FindingIndex
{
public:
    struct Entry
    {
        SegmentId segment;
        FindingId finding;

        constexpr auto operator<=>(const Entry&) const = default;
    };

    /// Call under a Reading; does nothing when the findings are those of last time.
    void update(const CaptureDocument& document, const std::vector<FindingId>& findings);

    std::span<const Entry> at(SegmentId segment) const;
    std::span<const Entry> relatedTo(SegmentId segment) const;

    void clear();

private:
    std::vector<FindingId> m_known;
    std::vector<Entry> m_bySegment;
    std::vector<Entry> m_byRelated;
};

} // namespace tcpladder
