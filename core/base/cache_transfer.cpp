// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/cache_transfer.h"

#include <sched.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <thread>

namespace tcpladder {

namespace {

constexpr Duration longest = std::chrono::milliseconds(2);
constexpr unsigned rounds = 8; // of which the best counts, since the system may interrupt any
constexpr unsigned passesInRound = 64;

/// Keeps this thread on its processor while it lives: whoever is woken is put beside who woke him.
class Stay
{
public:
    Stay()
    {
        CPU_ZERO(&m_allowed);
        const int own = ::sched_getcpu();
        if (own < 0 || ::sched_getaffinity(0, sizeof m_allowed, &m_allowed) != 0)
            return;
        m_others = m_allowed;
        CPU_CLR(static_cast<std::size_t>(own), &m_others);
        cpu_set_t here;
        CPU_ZERO(&here);
        CPU_SET(static_cast<std::size_t>(own), &here);
        ::sched_setaffinity(0, sizeof here, &here);
    }
    Stay(const Stay&) = delete;
    Stay& operator=(const Stay&) = delete;
    ~Stay() { ::sched_setaffinity(0, sizeof m_allowed, &m_allowed); }

    bool hasOthers() const { return CPU_COUNT(&m_others) > 0; }
    /// The calling thread is to run elsewhere.
    void leave() const { ::sched_setaffinity(0, sizeof m_others, &m_others); }

private:
    cpu_set_t m_allowed;  ///< processors of this thread
    cpu_set_t m_others{}; ///< those of them that it is not on
};

/// What two threads hand to and fro. Odd numbers are for the other one, even ones for the one that measures.
class Ball
{
public:
    void answer()
    {
        m_isAnswered.test_and_set();
        m_isAnswered.notify_one();
        std::uint32_t seen = 0;
        while (seen != over) {
            std::uint32_t now = m_number.load(std::memory_order_acquire);
            if (now != seen && now != over && now % 2 == 1) // an end that came meanwhile stays
                m_number.compare_exchange_strong(now, now + 1, std::memory_order_acq_rel);
            seen = now;
        }
    }

    /// Asleep, so that the other one has a processor to begin on.
    void waitForAnswers() const { m_isAnswered.wait(false); }

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
    alignas(64) std::atomic_flag m_isAnswered;
};

/// The best of some rounds, as far as they are played in time.
std::optional<Duration> play(Ball& ball, const Clock& clock)
{
    std::optional<Duration> best;
    bool goesOn = true;
    for (unsigned round = 0; goesOn && round < rounds; ++round) {
        const Duration begin = clock();
        for (unsigned pass = 0; goesOn && pass < passesInRound; ++pass)
            goesOn = ball.passes(clock, begin + longest);
        const Duration each = (clock() - begin) / (2 * passesInRound);
        if (goesOn)
            best = std::min(best.value_or(each), each);
    }
    return best;
}

} // namespace

std::optional<Duration> measureCacheTransfer(const Clock& clock)
{
    const Stay stay;
    if (!stay.hasOthers())
        return {};
    Ball ball;
    const std::jthread other([&] {
        stay.leave();
        ball.answer();
    });
    ball.waitForAnswers();
    const std::optional<Duration> transfer = play(ball, clock);
    ball.end();
    return transfer;
}

} // namespace tcpladder
