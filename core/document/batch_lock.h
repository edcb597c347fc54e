// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace tcpladder {

/// A mutex between the one loader and the views in which the loader, which wants it nearly always, steps back for a
/// view.
///
/// A plain mutex would starve the views: a thread that unlocks and locks again at once mostly wins against one that
/// sleeps in lock(). Here the loader asks before each batch whether a view waits, and lets it go first.
class BatchLock
{
public:
    /// For a view: waits at most for the batch under way.
    void lock()
    {
        m_waiting.fetch_add(1, std::memory_order_relaxed);
        m_mutex.lock();
        m_waiting.fetch_sub(1, std::memory_order_relaxed);
    }

    void unlock()
    {
        m_mutex.unlock();
        m_turn.notify_one();
    }

    /// For the loader: waits until no view holds or waits for the lock.
    void lockForBatch()
    {
        std::unique_lock guard(m_mutex);
        m_turn.wait(guard, [this] { return m_waiting.load(std::memory_order_relaxed) == 0; });
        guard.release();
    }

    void unlockBatch() { m_mutex.unlock(); }

private:
    std::mutex m_mutex;
    std::condition_variable m_turn;
    std::atomic<int> m_waiting = 0;
};

} // namespace tcpladder
