// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/decode_ahead.h"

#include "core/connection/connection_table.h"
#include "core/decode/decoder.h"
#include "core/decode/plain_packet.h"

#include <algorithm>
#include <limits>

namespace tcpladder {

namespace {

// Few enough that a batch stays in the cache that a processor has for itself.
constexpr std::size_t packetsPerBatch = 256;

// How long a source that still grows is left alone when it has nothing more: as often as views look.
constexpr std::chrono::milliseconds pauseForMore(40);

/// Its place in the batch.
std::uint16_t keep(DecodedBatch& batch, const Packet& packet)
{
    KeptPacket& copy = batch.keptCount < batch.kept.size() ? batch.kept[batch.keptCount] : batch.kept.emplace_back();
    ++batch.keptCount;
    copy.packet = packet;
    copy.bytes.assign(packet.bytes.begin(), packet.bytes.end());
    copy.comment.assign(packet.comment);
    if (packet.witness)
        copy.witness = *packet.witness;
    else
        copy.witness.reset();
    copy.packet.bytes = copy.bytes;
    copy.packet.comment = copy.comment;
    copy.packet.witness = copy.witness ? &*copy.witness : nullptr;
    return static_cast<std::uint16_t>(batch.keptCount - 1);
}

void noteOrigin(Segment& segment, const Packet& packet)
{
    segment.packet = packet.number;
    segment.interface = packet.interface;
    segment.time = packet.time;
}

/// False where there is no room for it in the line.
bool decodeInLine(DecodedPackets& packets, std::size_t position, const Packet& packet, LinkType linkType)
{
    PlainSegment& segment = packets.lines[position].segment;
    const std::uint64_t fromOffset = packet.offset - packets.origin.offset;
    if (fromOffset > std::numeric_limits<std::uint32_t>::max() || packet.number != packets.origin.packetAt(position)
        || !packet.comment.empty() || !decodePlainPacket(packet, linkType, segment, packets.origin))
        return false;
    segment.fromOffset = static_cast<std::uint32_t>(fromOffset);
    segment.pairHash = hashOf(segment, packets.origin);
    return true;
}

bool isWantedWhole(const Packet& packet, DecodeProblem problem)
{
    return !packet.comment.empty() || problem == DecodeProblem::Fragment || problem == DecodeProblem::IcmpError;
}

} // namespace

DecodeAhead::DecodeAhead(PacketReader& reader, Reading reading)
    : m_reader(reader)
{
    if (reading == Reading::Ahead)
        m_thread = std::jthread([this](const std::stop_token& whenGone) { run(whenGone); });
}

const DecodedBatch* DecodeAhead::nextInTurn(const std::stop_token& stop)
{
    DecodedBatch& batch = m_batches.front();
    while (!stop.stop_requested()) {
        fill(batch);
        if (batch.packetCount > 0 || batch.damage || batch.isLast)
            return &batch;
        pause(stop);
    }
    return nullptr;
}

const DecodedBatch* DecodeAhead::next(const std::stop_token& stop)
{
    if (!m_thread.joinable())
        return nextInTurn(stop);
    std::unique_lock guard(m_mutex);
    if (m_isLent && filled() == halfOfRing + 1)
        m_changed.notify_all();
    m_freed += m_isLent;
    m_isLent = false;
    bool hasHelped = false;
    while (filled() == 0 && !stop.stop_requested() && help(guard))
        hasHelped = true;
    m_enough = hasHelped || m_freed == 0 ? fewBatches : halfOfRing;
    const auto isWorthWaking = [this] { return filled() >= (m_isDrained ? 1 : m_enough); };
    if (filled() == 0 && !m_changed.wait(guard, stop, isWorthWaking))
        return nullptr;
    if (stop.stop_requested())
        return nullptr;
    m_isLent = true;
    return &m_batches[m_freed % batches];
}

/// Instead of waiting for the reader; false where there is nothing to do.
bool DecodeAhead::help(std::unique_lock<std::mutex>& guard)
{
    guard.unlock();
    const bool hasHelped = m_reader.help();
    guard.lock();
    return hasHelped;
}

/// The packet, where it is not plain.
DecodedPacket* DecodeAhead::decode(
    DecodedPackets& packets, std::size_t position, const Packet& packet, LinkType linkType)
{
    if (decodeInLine(packets, position, packet, linkType)) [[likely]]
        return nullptr;
    DecodedPacket& other = addOther(packets, position);
    other.agreesWithText = packet.agreesWithText;
    other.problem = decodeSegment(packet, linkType, other.segment);
    if (other.problem == DecodeProblem::None) [[likely]]
        packets.lines[position].segment.pairHash = hashOf(other.segment);
    else
        noteOrigin(other.segment, packet);
    return &other;
}

DecodedPacket& DecodeAhead::addOther(DecodedPackets& packets, std::size_t position)
{
    PlainSegment& line = packets.lines[position].segment;
    line.shorts.offsetAndFlags = 0;
    line.pairHash = 0;
    line.fromOffset = static_cast<std::uint32_t>(packets.others.size());
    packets.others.push_back(m_blank);
    return packets.others.back();
}

void DecodeAhead::run(const std::stop_token& stop)
{
    for (bool isLast = false; !isLast && waitForRoom(stop);) {
        DecodedBatch& batch = m_batches[m_filled % batches];
        fill(batch);
        isLast = batch.isLast;
        const bool isAll = isLast || (batch.packetCount < packetsPerBatch && !batch.damage);
        const bool isEmpty = batch.packetCount == 0 && !batch.damage && !isLast;
        publish(isEmpty ? 0 : 1, isAll);
        if (isAll && !isLast)
            pause(stop);
    }
}

bool DecodeAhead::waitForRoom(const std::stop_token& stop)
{
    std::unique_lock guard(m_mutex);
    if (filled() == batches)
        m_changed.wait(guard, stop, [this] { return filled() <= halfOfRing; });
    return !stop.stop_requested();
}

/// isAll: there is nothing more for now.
void DecodeAhead::publish(std::size_t count, bool isAll)
{
    const std::lock_guard guard(m_mutex);
    m_filled += count;
    m_isDrained = isAll;
    if (isAll || filled() >= m_enough)
        m_changed.notify_all();
}

void DecodeAhead::pause(const std::stop_token& stop)
{
    std::unique_lock guard(m_mutex);
    m_changed.wait_for(guard, stop, pauseForMore, [] { return false; });
}

/// Ends before a full batch where the source has nothing more for now.
void DecodeAhead::fill(DecodedBatch& batch)
{
    batch.interfaces.clear();
    batch.packets.lines.resize(packetsPerBatch);
    batch.packets.others.clear();
    batch.packets.origin.ipv6.clear();
    batch.keptCount = 0;
    batch.packetCount = 0;
    batch.damage.reset();
    while (batch.packetCount < packetsPerBatch) {
        if (takeAtHand(batch))
            continue;
        ReadStep step = m_reader.next();
        if (const auto* packet = std::get_if<Packet>(&step)) [[likely]] {
            take(batch, *packet);
            continue;
        }
        if (auto* damage = std::get_if<Damage>(&step))
            batch.damage = std::move(*damage);
        batch.isLast = std::holds_alternative<EndOfSource>(step) || (batch.damage && !batch.damage->canContinue);
        break;
    }
    if (batch.packetCount > 0)
        handOnInterfaces(batch);
    batch.position = m_reader.position();
}

/// Only with packets: what nobody takes for want of them is filled anew.
void DecodeAhead::handOnInterfaces(DecodedBatch& batch)
{
    const auto& interfaces = m_reader.interfaces();
    batch.interfaces.assign(interfaces.begin() + static_cast<std::ptrdiff_t>(m_interfaces), interfaces.end());
    m_interfaces = interfaces.size();
}

/// Here a capture's millions go through, each by a dozen functions that cost as much to enter as they do: they become
/// one.
[[gnu::flatten]] bool DecodeAhead::takeAtHand(DecodedBatch& batch)
{
    const std::size_t room = std::min(m_atHand.size(), packetsPerBatch - batch.packetCount);
    const std::size_t count = m_reader.nextAtHand(std::span(m_atHand).first(room));
    for (const Packet& packet : std::span(m_atHand).first(count))
        take(batch, packet);
    return count > 0;
}

LinkType DecodeAhead::linkTypeOf(InterfaceId interface)
{
    if (interface.value >= m_linkTypes.size()) [[unlikely]]
        for (const CaptureInterface& met : std::span(m_reader.interfaces()).subspan(m_linkTypes.size()))
            m_linkTypes.push_back(met.linkType);
    return m_linkTypes[interface.value];
}

void DecodeAhead::take(DecodedBatch& batch, const Packet& packet)
{
    const LinkType linkType = linkTypeOf(packet.interface);
    const std::size_t position = batch.packetCount++;
    if (position == 0) {
        batch.packets.origin.firstPacket = packet.number;
        batch.packets.origin.offset = packet.offset;
    }
    if (packet.witness) {
        DecodedPacket& decoded = addOther(batch.packets, position);
        noteOrigin(decoded.segment, packet);
        decoded.kept = keep(batch, packet);
        return;
    }
    DecodedPacket* const other = decode(batch.packets, position, packet, linkType);
    if (other && isWantedWhole(packet, other->problem)) [[unlikely]]
        other->kept = keep(batch, packet);
}

} // namespace tcpladder
