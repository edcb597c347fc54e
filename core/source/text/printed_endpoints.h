// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/text/text_flows.h"

#include <array>
#include <string_view>
#include <vector>

namespace tcpladder {

/// What a tcpdump last printed for the endpoints of a segment: " IP 10.1.2.3.45488 > 198.18.5.33.http". For the same
/// endpoints it prints the same, so that most lines need one comparison where their addresses would have to be spelled.
///
/// A table without probing: who comes later takes the place.
class PrintedEndpoints
{
public:
    /// Empty where nothing is known. hash: the key's.
    std::string_view of(const TextFlowKey& key, std::uint32_t hash) const
    {
        if (m_entries.empty())
            return {};
        const Entry& entry = m_entries[placeOf(key, hash)];
        return entry.length > 0 && entry.key == key ? std::string_view(entry.text.data(), entry.length)
                                                    : std::string_view();
    }

    /// These are about to be asked for.
    void prefetch(const TextFlowKey& key, std::uint32_t hash) const
    {
        if (!m_entries.empty())
            prefetchWhole(m_entries[placeOf(key, hash)]);
    }

    /// A text that is too long for the table is forgotten.
    void note(const TextFlowKey& key, std::uint32_t hash, std::string_view text);

private:
    static constexpr std::size_t places = 4096; ///< both directions of two thousand connections

    struct alignas(64) Entry
    {
        TextFlowKey key;
        std::uint8_t length = 0;
        std::array<char, 89> text{};
    };
    static_assert(sizeof(Entry) == 128);

    /// The hash is the same in both directions.
    static std::size_t placeOf(const TextFlowKey& key, std::uint32_t hash)
    {
        constexpr std::uint32_t odd = 0x9e3779b1;
        return (hash + key.sourcePort * odd) >> 8 & (places - 1);
    }

    std::vector<Entry> m_entries; ///< none before the first
};

} // namespace tcpladder
