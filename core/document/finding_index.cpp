// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/finding_index.h"

#include <algorithm>
#include <utility>

namespace tcpladder {

namespace {

std::span<const FindingIndex::Entry> equalRange(const std::vector<FindingIndex::Entry>& entries, SegmentId segment)
{
    const auto found = std::ranges::equal_range(entries, segment, {}, &FindingIndex::Entry::segment);
    return {found.begin(), found.end()};
}

/// Only the part behind the first new entry's place is merged: mostly none.
void mergeInto(std::vector<FindingIndex::Entry>& entries, std::vector<FindingIndex::Entry> added)
{
    if (added.empty())
        return;
    std::ranges::sort(added);
    const auto first = std::ranges::upper_bound(entries, added.front()) - entries.begin();
    const auto middle = std::ssize(entries);
    entries.insert(entries.end(), added.begin(), added.end());
    std::inplace_merge(entries.begin() + first, entries.begin() + middle, entries.end());
}

} // namespace

void FindingIndex::update(const CaptureDocument& document, std::span<const FindingId> findings)
{
    const auto [known, fresh] = std::ranges::mismatch(m_known, findings);
    if (known != m_known.end()) { // one was withdrawn
        clear();
        add(document, findings);
    } else if (fresh != findings.end()) {
        add(document, {fresh, findings.end()});
    }
}

bool FindingIndex::updateSome(const CaptureDocument& document, std::span<const FindingId> findings, std::size_t most)
{
    update(document, findings.first(std::min(findings.size(), m_known.size() + most)));
    return m_known.size() == findings.size();
}

void FindingIndex::add(const CaptureDocument& document, std::span<const FindingId> findings)
{
    std::vector<Entry> bySegment;
    std::vector<Entry> byRelated;
    for (const FindingId id : findings) {
        const Finding& finding = document.finding(id);
        if (finding.segment.isValid())
            bySegment.push_back({finding.segment, id});
        if (finding.related.isValid())
            byRelated.push_back({finding.related, id});
    }
    mergeInto(m_bySegment, std::move(bySegment));
    mergeInto(m_byRelated, std::move(byRelated));
    m_known.insert(m_known.end(), findings.begin(), findings.end());
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
