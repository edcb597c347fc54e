// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/source/link_type.h"
#include "core/source/packet.h"

#include <memory>
#include <span>
#include <variant>
#include <vector>

namespace tcpladder {

class ByteSource;

/// The source is read to its end.
struct EndOfSource
{
};

/// Nothing more for now; a source that still grows may have more later.
struct NothingYet
{
};

/// A place that could not be read. After a damage that canContinue the next call reads on behind it.
struct Damage
{
    Error error;
    PacketNumber packet; ///< the packet it happened in or before
    bool canContinue = false;
    std::optional<std::uint32_t> line = std::nullopt; ///< of a text, from 1
};

using ReadStep = std::variant<Packet, Damage, NothingYet, EndOfSource>;

/// Walks over the packets of one source from front to back.
class PacketReader
{
public:
    virtual ~PacketReader() = default;

    virtual ReadStep next() = 0;

    /// The next packets, as many as are at hand and have room, for whoever wants millions; valid until the next call of
    /// either. packets: new ones, or left by an earlier call. None says nothing of what follows: next() tells.
    virtual std::size_t nextAtHand(std::span<Packet>) { return 0; }

    /// Does a piece of what the others have ahead of them, in another thread than theirs, from one thread at a time;
    /// false where there is nothing to do. The packets are the same.
    virtual bool help() { return false; }

    /// The interfaces met so far; a packet's interface is a position in it.
    virtual const std::vector<CaptureInterface>& interfaces() const = 0;

    /// Bytes of the source that next() has gone past, for progress.
    virtual std::uint64_t position() const = 0;
};

/// The lines of a text that a packet came from.
struct SourceText
{
    std::uint32_t firstLine = 0; ///< counted from 1
    std::string text;            ///< UTF-8, as in the source
};

/// Fetches packets again by the offset that their reader gave. Every function may be called from any thread.
class PacketStore
{
public:
    virtual ~PacketStore() = default;

    virtual Result<std::vector<std::byte>> fetch(std::uint64_t offset, std::uint32_t capturedLength) const = 0;

    /// Where the packet stands in a text; nothing for binary captures.
    virtual std::optional<SourceText> sourceText(std::uint64_t offset) const;
};

enum class CaptureFormat : std::uint8_t { Pcap, Pcapng, Snoop, Text };

/// A source whose format is known: the reader goes to the loader's thread, the store to whoever shows packets.
struct OpenedCapture
{
    CaptureFormat format = CaptureFormat::Pcap;
    std::uint64_t size = 0; ///< bytes when it was opened
    std::unique_ptr<PacketReader> reader;
    std::shared_ptr<const PacketStore> store;
    /// What it is read from, unpacked: for those who read it once more. One for each file that is merged.
    std::vector<std::shared_ptr<const ByteSource>> sources{};
    bool takesLongToRead = false; ///< a text, or compressed: longer than what becomes of its packets
};

} // namespace tcpladder
