// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding/connection_analysis.h"

#include <memory_resource>
#include <vector>

namespace tcpladder {

/// Has all analyses of a document, so that its connections, of which there are hundreds of thousands, need not be
/// looked at one by one when they go.
class AnalysisPool
{
public:
    /// The memory outlives it.
    explicit AnalysisPool(std::pmr::memory_resource& memory)
        : m_memory(memory)
    {
    }
    AnalysisPool(const AnalysisPool&) = delete;
    AnalysisPool& operator=(const AnalysisPool&) = delete;
    ~AnalysisPool();

    /// A new one, which stays with the pool. What was given back last lies in the cache, and costs no allocation.
    ConnectionAnalysis& take(ConnectionAnalysis::Origin origin);
    void giveBack(ConnectionAnalysis& analysis) { m_free.push_back(&analysis); }

    /// That were ever made.
    std::size_t size() const { return m_all.size(); }

private:
    std::pmr::memory_resource& m_memory;
    std::vector<ConnectionAnalysis*> m_all;
    std::vector<ConnectionAnalysis*> m_free;
};

} // namespace tcpladder
