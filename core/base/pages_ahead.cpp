// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/pages_ahead.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace tcpladder {

namespace {

// So far that the filler doesn't overtake it, and so little that what is never used is small beside what was.
constexpr std::size_t mostAhead = 2 * largePage;
constexpr std::size_t shareAhead = 16; // of what was used
constexpr std::size_t leastAhead = std::size_t{32} << 10;

// Of less, the part of a large page that is not used would be too much.
constexpr std::size_t leastUseOfLarge = 8 * largePage;

/// Up to where the next large page begins.
std::size_t restOfLargePage(const std::byte* from)
{
    return largePage - reinterpret_cast<std::uintptr_t>(from) % largePage;
}

} // namespace

PagesAhead::PagesAhead(Clock clock)
    : m_clock(std::move(clock))
    , m_thread([this](const std::stop_token& stop) { run(stop); })
{
}

void PagesAhead::keepAhead(Filler& filler, std::span<std::byte> rest, std::size_t used)
{
    const std::size_t ahead = std::min(used / shareAhead, mostAhead);
    if (ahead < leastAhead || rest.empty())
        return;
    std::byte* const end = rest.data() + rest.size();
    const bool isElsewhere = filler.m_asked < rest.data() || filler.m_asked > end;
    std::byte* const from = isElsewhere ? rest.data() : rest.data() + (filler.m_asked - rest.data());
    if (from >= rest.data() + ahead || from == end)
        return;
    const std::size_t piece = used < leastUseOfLarge ? ahead / 2 : restOfLargePage(from);
    const std::span<std::byte> next(from, std::min(piece, static_cast<std::size_t>(end - from)));
    filler.m_asked = next.data() + next.size();
    ask({next, {}});
}

void PagesAhead::provide(const SharedPages& pages)
{
    for (std::span<std::byte> rest = pages.all(); !rest.empty();) {
        const std::span<std::byte> piece = rest.first(std::min(restOfLargePage(rest.data()), rest.size()));
        ask({piece, pages.memory});
        rest = rest.subspan(piece.size());
    }
}

void PagesAhead::ask(Request request)
{
    const std::lock_guard guard(m_mutex);
    m_wanted.push_back(std::move(request));
    m_changed.notify_one();
}

void PagesAhead::run(const std::stop_token& stop)
{
    std::unique_lock guard(m_mutex);
    while (m_changed.wait(guard, stop, [this] { return !m_wanted.empty(); }) && !stop.stop_requested()) {
        const Request request = std::move(m_wanted.front());
        m_wanted.pop_front();
        guard.unlock();
        provideNow(request.pages);
        guard.lock();
    }
}

void PagesAhead::provideNow(std::span<std::byte> pages)
{
    const bool isLarge = pages.size() == largePage && restOfLargePage(pages.data()) == largePage;
    if (!isLarge)
        return provideSmall(pages);
    if (m_smallLeft == 0)
        return provideLarge(pages);
    --m_smallLeft;
    provideSmall(pages);
}

void PagesAhead::provideSmall(std::span<std::byte> pages)
{
    const Duration begin = m_clock ? m_clock() : Duration();
    providePages(pages, PageSize::Small);
    if (m_clock)
        m_timeOfSmall
            = (m_clock() - begin) * static_cast<Duration::rep>(largePage) / static_cast<Duration::rep>(pages.size());
}

/// What it took longer than small ones do is to stay an eighth of what those that follow take.
void PagesAhead::provideLarge(std::span<std::byte> pages)
{
    constexpr Duration::rep share = 8;
    constexpr Duration::rep most = 256;
    const Duration begin = m_clock ? m_clock() : Duration();
    providePages(pages, PageSize::Large);
    const Duration late = m_clock ? m_clock() - begin - m_timeOfSmall : Duration();
    if (late > Duration())
        m_smallLeft = static_cast<std::size_t>(std::min(share * late / std::max(m_timeOfSmall, Duration(1)), most));
}

} // namespace tcpladder
