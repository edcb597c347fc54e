// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/packet_comments.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace tcpladder {

void PacketComments::add(PacketNumber packet, std::string_view text)
{
    if (!m_read.isFull())
        m_read.append({packet, std::string(text)});
}

std::string PacketComments::of(PacketNumber packet) const
{
    if (m_isChanged) {
        const std::scoped_lock guard(m_lock);
        if (const auto changed = m_changes.find(packet); changed != m_changes.end())
            return changed->second;
    }
    return std::string(original(packet));
}

void PacketComments::change(PacketNumber packet, std::string text)
{
    const std::scoped_lock guard(m_lock);
    if (text == original(packet))
        m_changes.erase(packet);
    else
        m_changes[packet] = std::move(text);
    m_isChanged = !m_changes.empty();
}

PacketComments::Changes PacketComments::changes() const
{
    const std::scoped_lock guard(m_lock);
    return m_changes;
}

void PacketComments::markSaved(const Changes& changes)
{
    const std::scoped_lock guard(m_lock);
    m_saved = changes;
}

bool PacketComments::hasUnsaved() const
{
    const std::scoped_lock guard(m_lock);
    return m_changes != m_saved;
}

std::vector<PacketNumber> PacketComments::between(PacketNumber first, PacketNumber last) const
{
    std::vector<PacketNumber> packets;
    const std::scoped_lock guard(m_lock);
    for (std::size_t i = firstFrom(first); i < m_read.size() && m_read[i].packet <= last; ++i) {
        if (!m_changes.contains(m_read[i].packet))
            packets.push_back(m_read[i].packet);
    }
    for (auto changed = m_changes.lower_bound(first); changed != m_changes.upper_bound(last); ++changed) {
        if (!changed->second.empty())
            packets.push_back(changed->first);
    }
    return packets;
}

std::size_t PacketComments::firstFrom(PacketNumber packet) const
{
    const auto indices = std::views::iota(std::size_t{0}, m_read.size());
    const auto found
        = std::ranges::lower_bound(indices, packet, {}, [this](std::size_t i) { return m_read[i].packet; });
    return found == indices.end() ? indices.size() : *found;
}

std::string_view PacketComments::original(PacketNumber packet) const
{
    const std::size_t found = firstFrom(packet);
    return found < m_read.size() && m_read[found].packet == packet ? m_read[found].text : std::string_view{};
}

} // namespace tcpladder
