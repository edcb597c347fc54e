// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/finding_index.h"

#include <algorithm>

namespace tcpladder {

namespace {

std::span<const FindingIndex::Entry> equalRange(const std::vector<FindingIndex::Entry>& entries, SegmentId segment)
{
    const auto found = std::ranges::equal_range(entries, segment, {}, &FindingIndex::Entry::segment);
    return {found.begin(), found.end()};
}

} // namespace

void FindingIndex::update(const CaptureDocument& document, const std::vector<FindingId>& findings)
{
    if (m_known == findings)
        return;
    m_known = findings;
    m_bySegment.clear();
    m_byRelated.clear();
    for (const FindingId id : findings) {
        const Finding& finding = document.finding(id);
        if (finding.segment.isValid())
            m_bySegment.push_back({finding.segment, id});
        if (finding.related.isValid())
            m_byRelated.push_back({finding.related, id});
    }
    std::ranges::sort(m_bySegment);
    std::ranges::sort(m_byRelated);
}

std::span<const FindingIndex::Entry> FindingIndex::at(SegmentId segment) const
{
    return equalRange(m_bySegment, segment);
}

std::span<const FindingIndex::Entry> FindingIndex::relatedTo(SegmentId segment) const
{
    return equalRange(m_byRelated, segment);
}

void FindingIndex::clear()
{
    *this = {};
}

} // namespace tcpladder
