// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finding/analysis_pool.h"

#include <algorithm>
#include <memory>

namespace tcpladder {

AnalysisPool::~AnalysisPool()
{
    std::ranges::for_each(m_all, std::destroy_at<ConnectionAnalysis>);
}

ConnectionAnalysis& AnalysisPool::take(ConnectionAnalysis::Origin origin)
{
    if (m_free.empty()) {
        m_all.push_back(std::pmr::polymorphic_allocator<>(&m_memory).new_object<ConnectionAnalysis>(origin));
        return *m_all.back();
    }
    ConnectionAnalysis* const analysis = m_free.back();
    m_free.pop_back();
    std::destroy_at(analysis); // in its place: half of the time of a copy
    return *std::construct_at(analysis, origin);
}

} // namespace tcpladder
