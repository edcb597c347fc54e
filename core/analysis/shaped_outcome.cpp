// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/shaped_outcome.h"

#include <algorithm>
#include <memory>
#include <new>

namespace tcpladder {

static_assert(alignof(ShapedOutcome) >= alignof(Timestamp) && sizeof(Timestamp) % alignof(Finding) == 0
    && sizeof(Finding) % alignof(SegmentId) == 0);
static_assert(std::is_trivially_copyable_v<Finding> && std::is_trivially_destructible_v<ShapedOutcome>);

std::size_t ShapedOutcome::sizeFor(const ConnectionShape& shape, std::size_t segments)
{
    return sizeof(ShapedOutcome) + shape.stays.size() * sizeof(Timestamp) + shape.endFindings.size() * sizeof(Finding)
        + segments * sizeof(SegmentId);
}

ShapedOutcome& ShapedOutcome::keep(const ShapedConnection& connection, std::pmr::memory_resource& memory)
{
    const ConnectionShape& shape = connection.shape();
    const auto segments = connection.segments();
    void* const at = memory.allocate(sizeFor(shape, segments.size()), alignof(ShapedOutcome));
    auto* const kept = new (at) ShapedOutcome(shape, segments);
    auto* behind = reinterpret_cast<std::byte*>(kept + 1);
    const auto put = [&behind](const auto& value) {
        new (behind) auto(value);
        behind += sizeof value;
    };
    for (const TimeWait& stay : shape.stays)
        put(startOf(stay, segments));
    for (const Finding& ofShape : shape.endFindings)
        put(findingOf(ofShape, segments));
    for (const ShapedSegment& segment : segments)
        put(segment.id);
    return *kept;
}

void ShapedOutcome::discard(std::pmr::memory_resource& memory)
{
    memory.deallocate(this, sizeFor(m_shape, m_segments), alignof(ShapedOutcome));
}

std::span<const Timestamp> ShapedOutcome::starts() const
{
    return {reinterpret_cast<const Timestamp*>(this + 1), m_shape.stays.size()};
}

std::span<const Finding> ShapedOutcome::endFindings() const
{
    const auto* const behindStarts = starts().data() + m_shape.stays.size();
    return {reinterpret_cast<const Finding*>(behindStarts), m_shape.endFindings.size()};
}

std::span<const SegmentId> ShapedOutcome::ids() const
{
    const auto* const behindFindings = endFindings().data() + m_shape.endFindings.size();
    return {reinterpret_cast<const SegmentId*>(behindFindings), m_segments};
}

TransitionList ShapedOutcome::transitions() const
{
    return transitionsOf(m_shape, ids());
}

std::optional<TimeWait> ShapedOutcome::timeWait(Side side) const
{
    for (std::size_t i = 0; i < m_shape.stays.size(); ++i)
        if (m_shape.stays[i].side == side)
            return stayOf(m_shape.stays[i], starts()[i], ids());
    return std::nullopt;
}

void ShapedOutcome::finish(FindingSink& findings)
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    for (const Finding& finding : endFindings())
        findings.add(finding);
}

} // namespace tcpladder
