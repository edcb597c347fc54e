// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/cache_transfer.h"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <thread>

namespace tcpladder {

namespace {

constexpr Duration longest = std::chrono::milliseconds(5);
constexpr unsigned rounds = 8; // of which the best counts, since the system may interrupt any
constexpr unsigned passesInRound = 64;

/// What two threads hand to and fro. Odd numbers are for the other one, even ones for the one that measures.
class Ball
{
public:
    void answer()
    {
        std::uint32_t seen = 0;
        while (seen != over) {
            const std::uint32_t now = m_number.load(std::memory_order_acquire);
            if (now != seen && now != over && now % 2 == 1)
                m_number.store(now + 1, std::memory_order_release);
            seen = now;
        }
    }

    /// Whether it came back in time.
    bool passes(const Clock& clock, Duration deadline)
    {
        constexpr unsigned looksBetweenClocks = 1024;
        const std::uint32_t sent = m_number.load(std::memory_order_relaxed) + 1;
        m_number.store(sent, std::memory_order_release);
        for (unsigned looks = 1; m_number.load(std::memory_order_acquire) == sent; ++looks) {
            if (looks % looksBetweenClocks == 0 && clock() > deadline)
                return false;
        }
        return true;
    }

    void end() { m_number.store(over, std::memory_order_release); }

private:
    static constexpr std::uint32_t over = ~std::uint32_t{0};

    alignas(64) std::atomic<std::uint32_t> m_number = 0;
};

} // namespace

std::optional<Duration> measureCacheTransfer(const Clock& clock)
{
    if (std::thread::hardware_concurrency() < 2)
        return {};
    Ball ball;
    const std::jthread other([&ball] { ball.answer(); });
    const Duration deadline = clock() + longest;
    std::optional<Duration> best;
    bool goesOn = ball.passes(clock, deadline); // waits for the thread to begin
    for (unsigned round = 0; goesOn && round < rounds; ++round) {
        const Duration begin = clock();
        for (unsigned pass = 0; goesOn && pass < passesInRound; ++pass)
            goesOn = ball.passes(clock, deadline);
        const Duration each = (clock() - begin) / (2 * passesInRound);
        if (goesOn)
            best = std::min(best.value_or(each), each);
    }
    ball.end();
    return best;
}

} // namespace tcpladder
