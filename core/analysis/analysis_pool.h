// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/shaped_connection.h"
#include "core/base/object_pool.h"

namespace tcpladder {

/// Has all analyses of a document, so that its connections, of which there are hundreds of thousands, need not be
/// looked at one by one when they go; and the shapes of those that have none.
class AnalysisPool
{
public:
    /// The memory outlives it.
    explicit AnalysisPool(std::pmr::memory_resource& memory)
        : m_analyses(memory)
        , m_shaped(memory)
    {
    }

    ConnectionAnalysis& take(ConnectionAnalysis::Origin origin) { return m_analyses.take(origin); }
    void giveBack(ConnectionAnalysis& analysis) { m_analyses.giveBack(analysis); }
    /// That were ever made.
    std::size_t size() const { return m_analyses.size(); }

    ShapedConnection& takeShaped() { return m_shaped.take(m_shapes.beginning()); }
    void giveBack(ShapedConnection& connection) { m_shaped.giveBack(connection); }

    ConnectionShapes& shapes() { return m_shapes; }

private:
    ConnectionShapes m_shapes;
    ObjectPool<ConnectionAnalysis> m_analyses;
    ObjectPool<ShapedConnection> m_shaped;
};

} // namespace tcpladder
