// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/large_pages.h"

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
///
/// Large pages are the fastest by far, unless the host of a virtual machine has to give them anew: that takes thirty
/// times as long, and small ones, most of which the system still has, may come sooner. Which it is changes from page to
/// page, so that both are timed: behind a large one that took longer than small ones do the next few are small, the
/// more the later it was. Where one costs little more than small ones, it is tried again soon.
class PagesAhead
{
public:
    /// Somebody who fills memory from front to back.
    class Filler
    {
        friend class PagesAhead;

        const std::byte* m_asked = nullptr; ///< the end of what was asked for
    };

    /// Without a clock all are large.
    explicit PagesAhead(Clock clock = {});
    PagesAhead(const PagesAhead&) = delete;
    PagesAhead& operator=(const PagesAhead&) = delete;
    ~PagesAhead() = default;

    /// Call it now and then. rest: what it will fill next, which has to live as long as this; used: bytes that it
    /// filled so far. Who has not used much gets little or nothing: he may never need more.
    void keepAhead(Filler& filler, std::span<std::byte> rest, std::size_t used);

    /// All of it, as soon as what was asked for before is there.
    void provide(const SharedPages& pages);

private:
    struct Request
    {
        std::span<std::byte> pages;
        std::shared_ptr<std::byte> owner; ///< none where they live as long as this
    };

    void run(const std::stop_token& stop);
    void ask(Request request);
    void provideNow(std::span<std::byte> pages);
    void provideSmall(std::span<std::byte> pages);
    void provideLarge(std::span<std::byte> pages);

    Clock m_clock;
    Duration m_timeOfSmall = Duration::max(); ///< that as much as a large page took lately, as small ones
    std::size_t m_smallLeft = 0;              ///< pieces to provide as small pages, before a large one is tried again
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Request> m_wanted;
    std::jthread m_thread; ///< last, so that it ends first
};

} // namespace tcpladder
