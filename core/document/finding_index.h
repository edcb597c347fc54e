// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"

#include <span>
#include <vector>

namespace tcpladder {

/// Which findings of a connection are at a segment, and which name it as the one they come from. Findings that are
/// added while a capture loads are merged in, so that half a million of them don't cost a frame each time.
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
    void update(const CaptureDocument& document, std::span<const FindingId> findings);

    /// The same with so many new ones at most, for who has no time for all; true once it has all.
    bool updateSome(const CaptureDocument& document, std::span<const FindingId> findings, std::size_t most);

    std::span<const Entry> at(SegmentId segment) const;
    std::span<const Entry> relatedTo(SegmentId segment) const;

    void clear();

private:
    void add(const CaptureDocument& document, std::span<const FindingId> findings);

    std::vector<FindingId> m_known;
    std::vector<Entry> m_bySegment;
    std::vector<Entry> m_byRelated;
};

} // namespace tcpladder
