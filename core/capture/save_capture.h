// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/ids.h"
#include "core/source/byte_source.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace tcpladder {

/// Comments that packets are to have instead of their own, by the packets' numbers; empty ones take a comment away.
using CommentChanges = std::map<PacketNumber, std::string>;

struct SavedCapture
{
    std::uint64_t packets = 0;
    std::uint64_t packetsWithoutBytes = 0; ///< that a text tells of and holds no bytes of: not in the file
    std::uint64_t packetsWithoutTime = 0;  ///< stand at the epoch, since the file has no other word for it
    std::uint64_t lostComments = 0;        ///< their packets aren't in the file, or have no room for one
    std::optional<Error> damage;           ///< where the source could not be read further
    bool isCancelled = false;

    bool operator==(const SavedCapture&) const = default;
};

struct SaveSteps
{
    std::function<void(Bytes)> write;                     ///< takes the file, piece by piece
    std::function<bool(std::uint64_t position)> progress; ///< in the sources' bytes; false gives it up
};

/// Writes the sources, captures or texts, as one pcapng file with the comments changed.
///
/// A single pcapng source keeps every block and option as it is, but for the comments. Others give their packets,
/// merged by time, with their interfaces and the resolution of their clocks.
Result<SavedCapture> saveAsPcapng(
    std::span<const std::shared_ptr<const ByteSource>> sources, const CommentChanges& comments, const SaveSteps& steps);

} // namespace tcpladder
