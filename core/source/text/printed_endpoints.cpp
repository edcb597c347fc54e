// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/printed_endpoints.h"

#include <algorithm>

namespace tcpladder {

void PrintedEndpoints::note(const TextFlowKey& key, std::uint32_t hash, std::string_view text)
{
    if (m_entries.empty())
        m_entries.resize(places);
    Entry& entry = m_entries[placeOf(key, hash)];
    if (text.size() > entry.text.size())
        return;
    entry.key = key;
    entry.length = static_cast<std::uint8_t>(text.size());
    std::ranges::copy(text, entry.text.begin());
}

} // namespace tcpladder
