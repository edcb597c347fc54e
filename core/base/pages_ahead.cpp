// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/pages_ahead.h"

#include "core/base/large_pages.h"

#include <algorithm>

namespace tcpladder {

namespace {

constexpr std::size_t largePage = std::size_t{2} << 20;

// So far that the filler doesn't overtake it, and so little that what is never used is small beside what was.
constexpr std::size_t ahead = 2 * largePage;
constexpr std::size_t leastUse = 4 * ahead;

} // namespace

PagesAhead::PagesAhead()
    : m_thread([this](const std::stop_token& stop) { run(stop); })
{
}

void PagesAhead::keepAhead(Filler& filler, std::span<std::byte> rest, std::size_t used)
{
    if (used < leastUse || rest.empty())
        return;
    std::byte* const end = rest.data() + rest.size();
    const bool isElsewhere = filler.m_asked < rest.data() || filler.m_asked > end;
    std::byte* const from = isElsewhere ? rest.data() : rest.data() + (filler.m_asked - rest.data());
    if (from >= rest.data() + ahead || from == end)
        return;
    const std::span<std::byte> next(from, std::min<std::size_t>(largePage, static_cast<std::size_t>(end - from)));
    filler.m_asked = next.data() + next.size();
    const std::lock_guard guard(m_mutex);
    m_wanted.push_back(next);
    m_changed.notify_one();
}

void PagesAhead::run(const std::stop_token& stop)
{
    std::unique_lock guard(m_mutex);
    while (m_changed.wait(guard, stop, [this] { return !m_wanted.empty(); }) && !stop.stop_requested()) {
        const std::span<std::byte> pages = m_wanted.front();
        m_wanted.pop_front();
        guard.unlock();
        providePages(pages);
        guard.lock();
    }
}

} // namespace tcpladder
