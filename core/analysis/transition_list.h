// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/short_list.h"
#include "core/state/transition.h"

#include <span>

namespace tcpladder {

/// The transitions of a connection: seen where they are kept, or made for whoever asks.
class TransitionList
{
public:
    /// Of a connection whose transitions are made.
    static constexpr std::size_t mostMade = 24;

    TransitionList() = default;
    /// Seen for as long as they stay there.
    explicit TransitionList(std::span<const Transition> kept)
        : m_kept(kept)
    {
    }

    /// Makes one more, where none are kept.
    void add(const Transition& transition) { m_made.add(transition); }

    std::span<const Transition> all() const { return m_kept.empty() ? m_made.all() : m_kept; }
    auto begin() const { return all().begin(); }
    auto end() const { return all().end(); }
    std::size_t size() const { return all().size(); }
    bool empty() const { return all().empty(); }

private:
    std::span<const Transition> m_kept;
    ShortList<Transition, mostMade> m_made;
};

} // namespace tcpladder
