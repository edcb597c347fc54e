// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <span>
#include <thread>

namespace tcpladder {

/// Has the system provide, in a thread of its own, the memory that others are about to fill.
///
/// The first write to a page waits until the system has found and cleared one, which for a large capture takes a third
/// of the loading; meanwhile another core has nothing to do.
class PagesAhead
{
public:
    /// Somebody who fills memory from front to back.
    class Filler
    {
        friend class PagesAhead;

        const std::byte* m_asked = nullptr; ///< the end of what was asked for
    };

    PagesAhead();
    PagesAhead(const PagesAhead&) = delete;
    PagesAhead& operator=(const PagesAhead&) = delete;
    ~PagesAhead() = default;

    /// Call it now and then. rest: what it will fill next, which has to live as long as this; used: bytes that it
    /// filled so far. A filler that has not used much gets nothing: it may never need more.
    void keepAhead(Filler& filler, std::span<std::byte> rest, std::size_t used);

private:
    void run(const std::stop_token& stop);

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<std::span<std::byte>> m_wanted;
    std::jthread m_thread; ///< last, so that it ends first
};

} // namespace tcpladder
