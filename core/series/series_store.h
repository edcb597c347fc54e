// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/doubling_store.h"
#include "core/base/timestamp.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <ranges>
#include <utility>

namespace tcpladder {

/// Points of a chart in the order of their times, written by one thread while any other reads: see DoublingStore.
///
/// A stretch of millions of points that falls into one column of pixels is drawn as its lowest and its highest point.
/// To find those without looking at each point there is a pyramid above them: for every 64 points a node that names the
/// lowest and the highest of them, for every 64 nodes another one, and so on. A stretch then consists of a few whole
/// blocks and less than 64 points or nodes of each level at either end. Nodes are written before the point that
/// completes them is published, so that whoever sees the points sees their nodes.
///
/// A Point has a time, and low() and high(), which return std::uint64_t.
template <class Point>
class SeriesStore
{
public:
    /// Positions of the first lowest and the first highest point of a stretch.
    struct Extremes
    {
        std::size_t lowest = 0;
        std::size_t highest = 0;
    };

    std::size_t size() const { return m_points.size(); }
    bool empty() const { return m_points.empty(); }
    const Point& operator[](std::size_t position) const { return m_points[position]; }

    /// Only the writing thread calls this.
    void append(const Point& point)
    {
        const std::size_t position = m_points.size();
        m_open[0].add(static_cast<std::uint32_t>(position), point.low(), point.high());
        if ((position & (blockSize(1) - 1)) == blockSize(1) - 1)
            closeBlocks(position + 1);
        m_points.append(point);
    }

    /// Of the points [first, last), which are there and not none.
    Extremes extremes(std::size_t first, std::size_t last) const
    {
        Extremes found{first, first};
        for (std::size_t at = first; at < last;) {
            const std::size_t level = largestBlockAt(at, last);
            if (level == 0) {
                consider(found, at, at);
            } else {
                const Node node = m_levels[level - 1][at >> (blockLog2 * level)];
                consider(found, node.lowest, node.highest);
            }
            at += blockSize(level);
        }
        return found;
    }

    /// Position of the first point that is not before the time; of those behind `first`, which is not behind it.
    std::size_t firstAt(Duration time, std::size_t first = 0) const
    {
        const auto positions = std::views::iota(first, std::max(first, size()));
        const auto found
            = std::ranges::lower_bound(positions, time, {}, [this](std::size_t i) { return m_points[i].time; });
        return first + static_cast<std::size_t>(found - positions.begin());
    }

private:
    static constexpr std::size_t blockLog2 = 6;
    static constexpr std::size_t levelCount = 4;

    struct Node
    {
        std::uint32_t lowest = 0;
        std::uint32_t highest = 0;
    };

    /// What is to become a node.
    struct Block
    {
        Node node;
        std::uint64_t low = std::numeric_limits<std::uint64_t>::max();
        std::uint64_t high = 0;
        bool isEmpty = true;

        void add(std::uint32_t position, std::uint64_t pointLow, std::uint64_t pointHigh)
        {
            add({{position, position}, pointLow, pointHigh, false});
        }

        void add(const Block& other)
        {
            if (isEmpty || other.low < low) {
                low = other.low;
                node.lowest = other.node.lowest;
            }
            if (isEmpty || other.high > high) {
                high = other.high;
                node.highest = other.node.highest;
            }
            isEmpty = false;
        }
    };

    static constexpr std::size_t blockSize(std::size_t level) { return std::size_t{1} << (blockLog2 * level); }

    static std::size_t largestBlockAt(std::size_t at, std::size_t last)
    {
        std::size_t level = 0;
        while (level < levelCount && (at & (blockSize(level + 1) - 1)) == 0 && at + blockSize(level + 1) <= last)
            ++level;
        return level;
    }

    /// Of all levels that are complete with so many points.
    void closeBlocks(std::size_t points)
    {
        for (std::size_t level = 0; level < levelCount && (points & (blockSize(level + 1) - 1)) == 0; ++level) {
            const Block closed = std::exchange(m_open[level], {});
            m_levels[level].append(closed.node);
            if (level + 1 < levelCount)
                m_open[level + 1].add(closed);
        }
    }

    void consider(Extremes& found, std::size_t lowest, std::size_t highest) const
    {
        if (m_points[lowest].low() < m_points[found.lowest].low())
            found.lowest = lowest;
        if (m_points[highest].high() > m_points[found.highest].high())
            found.highest = highest;
    }

    DoublingStore<Point> m_points;
    std::array<DoublingStore<Node>, levelCount> m_levels;
    std::array<Block, levelCount> m_open; ///< the writer's
};

} // namespace tcpladder
