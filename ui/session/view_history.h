// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace tcpladder {

/// Where somebody has been, as a browser knows it: back and forward lead through it, a new place ends what was ahead.
template <class State>
class ViewHistory
{
public:
    static constexpr std::size_t longest = 200;

    bool canGoBack() const { return m_current > 0; }
    bool canGoForward() const { return m_current + 1 < m_states.size(); }

    /// Where the user is now; nothing new when they have not moved.
    void visit(State state)
    {
        if (!m_states.empty() && m_states[m_current] == state)
            return;
        if (!m_states.empty())
            m_states.resize(m_current + 1, state);
        m_states.push_back(std::move(state));
        if (m_states.size() > longest)
            m_states.erase(m_states.begin());
        m_current = m_states.size() - 1;
    }

    std::optional<State> back() { return canGoBack() ? std::optional(m_states[--m_current]) : std::nullopt; }
    std::optional<State> forward() { return canGoForward() ? std::optional(m_states[++m_current]) : std::nullopt; }

    void clear()
    {
        m_states.clear();
        m_current = 0;
    }

private:
    std::vector<State> m_states;
    std::size_t m_current = 0;
};

} // namespace tcpladder
