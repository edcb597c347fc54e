// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/chunked_store.h"
#include "core/base/ids.h"

#include <atomic>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace tcpladder {

/// What people wrote about packets into a pcapng file, and what somebody changes of it now. UTF-8, if they kept to the
/// rules. One thread adds what the file holds; every other function may be called from any thread.
class PacketComments
{
public:
    using Changes = std::map<PacketNumber, std::string>;

    /// In the order of the packets.
    void add(PacketNumber packet, std::string_view text);

    /// Empty where nobody commented on the packet.
    std::string of(PacketNumber packet) const;

    /// Those of the packets, ends included, that have one.
    std::vector<PacketNumber> between(PacketNumber first, PacketNumber last) const;

    /// An empty text takes the comment away.
    void change(PacketNumber packet, std::string text);
    /// What differs from the file as it was read; the comments taken away are empty.
    Changes changes() const;
    /// These have been saved since.
    void markSaved(const Changes& changes);
    bool hasUnsaved() const;

private:
    struct Comment
    {
        PacketNumber packet;
        std::string text;
    };

    std::size_t firstFrom(PacketNumber packet) const;
    std::string_view original(PacketNumber packet) const;

    ChunkedStore<Comment, 8, 4096> m_read;
    mutable std::mutex m_lock; ///< of what follows
    Changes m_changes;
    Changes m_saved;
    std::atomic<bool> m_isChanged = false; ///< most captures never are, and a million rows ask
};

} // namespace tcpladder
