// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/text_flows.h"

#include <algorithm>
#include <utility>

namespace tcpladder {

namespace {

std::uint32_t distance(SequenceNumber a, SequenceNumber b)
{
    const std::int32_t difference = a - b;
    return difference < 0 ? 0u - static_cast<std::uint32_t>(difference) : static_cast<std::uint32_t>(difference);
}

std::uint64_t hashEnd(const AddressHalves& address, std::uint16_t port)
{
    constexpr std::uint64_t spread = 0x9e3779b97f4a7c15;
    const std::uint64_t product = (address[0] ^ std::uint64_t{port} << 48) * spread ^ address[1];
    return (product ^ product >> 32) * spread;
}

std::uint32_t sequenceLength(const TcpdumpSegment& printed)
{
    const TcpFlags flags = printed.flags.value_or(TcpFlags());
    return printed.payloadLength.value_or(0) + flags.has(TcpFlag::Syn) + flags.has(TcpFlag::Fin);
}

} // namespace

std::uint32_t TextFlowKey::hashOf(const AddressHalves& source, std::uint16_t sourcePort,
    const AddressHalves& destination, std::uint16_t destinationPort)
{
    return static_cast<std::uint32_t>((hashEnd(source, sourcePort) + hashEnd(destination, destinationPort)) >> 32);
}

void TextFlows::Direction::advance(SequenceNumber to)
{
    if (!hasNext || to > next)
        next = to;
    hasNext = true;
}

/// The slot that has the flow, or the empty one where it belongs.
TextFlows::Place TextFlows::placeOf(const TextFlowKey& key, std::uint32_t hash)
{
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
        Flow& flow = m_slots[at];
        if (flow.isEmpty() || flow.key == key)
            return {flow, false};
        if (flow.key.isReverseOf(key))
            return {flow, true};
    }
}

void TextFlows::makeSlots(std::size_t count)
{
    const std::vector<Flow> flows = std::exchange(m_slots, std::vector<Flow>(count));
    for (const Flow& flow : flows) {
        if (!flow.isEmpty())
            placeOf(flow.key, flow.key.hash()).flow = flow;
    }
}

TextFlows::Ends TextFlows::find(const TextFlowKey& key, std::uint32_t hash)
{
    constexpr std::size_t firstSlotCount = 64;
    if (m_slots.size() * 3 / 4 <= m_used) [[unlikely]]
        makeSlots(std::max(firstSlotCount, 2 * m_slots.size()));
    const auto [flow, turned] = placeOf(key, hash);
    if (flow.isEmpty()) {
        flow.key = key;
        ++m_used;
    }
    return {flow.directions[turned], flow.directions[!turned]};
}

SequenceNumber TextFlows::absolute(std::uint32_t printed, SequenceNumber base, SequenceNumber near)
{
    // A jump of a gigabyte is no jump: the listing then changed its way of numbering, if the other fits.
    constexpr std::uint32_t tooFar = 1u << 30;
    constexpr std::uint32_t fits = 1u << 24;
    const SequenceNumber asPrinted{printed};
    const SequenceNumber relative = base + printed;
    if (asPrinted == relative)
        return relative;
    const bool isNear = distance(relative, near) <= distance(asPrinted, near);
    const bool isRelative = m_numbering == Numbering::Relative;
    const bool isFar = distance(isRelative ? relative : asPrinted, near) > tooFar;
    const bool otherFits = distance(isRelative ? asPrinted : relative, near) < fits;
    if (m_numbering == Numbering::Unknown || (isFar && otherFits))
        m_numbering = isNear ? Numbering::Relative : Numbering::Absolute;
    return m_numbering == Numbering::Relative ? relative : asPrinted;
}

AbsoluteNumbers TextFlows::resolve(const TextFlowKey& key, const TcpdumpSegment& printed)
{
    const auto [sender, receiver] = find(key, key.hash());
    const TcpFlags flags = printed.flags.value_or(TcpFlags());
    const bool hasAck = flags.has(TcpFlag::Ack) && printed.acknowledgment;
    const bool setsBases = hasAck && (!sender.hasBase || flags.has(TcpFlag::Syn));
    AbsoluteNumbers numbers;
    numbers.knowsSequence = printed.sequence.has_value();
    numbers.knowsAcknowledgment = printed.acknowledgment.has_value();
    numbers.sequence = printed.sequence ? SequenceNumber{*printed.sequence} : sender.next;
    numbers.acknowledgment = {printed.acknowledgment.value_or(0)};
    if (setsBases) {
        sender.hasBase = receiver.hasBase = true;
        sender.base = numbers.sequence;
        receiver.base = numbers.acknowledgment - 1;
    } else if (hasAck) {
        if (printed.sequence)
            numbers.sequence = absolute(*printed.sequence, sender.base, sender.next);
        numbers.acknowledgment = absolute(*printed.acknowledgment, receiver.base, receiver.next);
    }
    const bool isRelative = hasAck && m_numbering != Numbering::Absolute;
    numbers.sackBase = isRelative ? receiver.base : SequenceNumber{};
    if (flags.has(TcpFlag::Syn))
        sender.hasNext = false;
    sender.advance(numbers.sequence + sequenceLength(printed));
    if (hasAck)
        receiver.advance(numbers.acknowledgment);
    return numbers;
}

AbsoluteNumbers TextFlows::resolve(const TextFlowKey& key, const TcpdumpSegment& printed, const WireNumbers& wire)
{
    const auto [sender, receiver] = find(key, key.hash());
    const TcpFlags flags = printed.flags.value_or(TcpFlags());
    const bool hasAck = flags.has(TcpFlag::Ack) && printed.acknowledgment;
    AbsoluteNumbers numbers;
    numbers.knowsSequence = printed.sequence.has_value();
    numbers.knowsAcknowledgment = printed.acknowledgment.has_value();
    numbers.sequence = {printed.sequence.value_or(0)};
    numbers.acknowledgment = {printed.acknowledgment.value_or(0)};
    if (hasAck && sender.hasBase && !flags.has(TcpFlag::Syn)) {
        if (printed.sequence)
            numbers.sequence = absolute(*printed.sequence, sender.base, wire.sequence);
        numbers.acknowledgment = absolute(*printed.acknowledgment, receiver.base, wire.acknowledgment);
    } else if (hasAck) {
        sender.hasBase = receiver.hasBase = true;
        sender.base = wire.sequence;
        receiver.base = wire.acknowledgment - 1;
        // A quotation from the middle of a listing begins with relative numbers. Somebody who edits changes one number.
        const bool isCutOut
            = numbers.acknowledgment != wire.acknowledgment && (!printed.sequence || numbers.sequence != wire.sequence);
        if (isCutOut) {
            sender.base = wire.sequence - numbers.sequence.value;
            receiver.base = wire.acknowledgment - numbers.acknowledgment.value;
            numbers.sequence = wire.sequence;
            numbers.acknowledgment = wire.acknowledgment;
        }
    }
    sender.advance(wire.sequence + wire.sequenceLength);
    if (hasAck)
        receiver.advance(wire.acknowledgment);
    return numbers;
}

bool TextFlows::noteAgreement(const TextFlowKey& key, std::uint32_t hash, TcpFlags flags,
    std::optional<std::uint32_t> sequence, std::optional<std::uint32_t> acknowledgment, const WireNumbers& wire)
{
    const auto [sender, receiver] = find(key, hash);
    const bool hasAck = flags.has(TcpFlag::Ack) && acknowledgment;
    const bool usesBases = hasAck && sender.hasBase && !flags.has(TcpFlag::Syn);
    if (usesBases && m_numbering == Numbering::Unknown)
        return false;
    const bool isRelative = usesBases && m_numbering == Numbering::Relative;
    const auto differs
        = [isRelative](std::optional<std::uint32_t> printed, SequenceNumber base, SequenceNumber number) {
              return printed && (isRelative ? base : SequenceNumber{}) + *printed != number;
          };
    if (differs(sequence, sender.base, wire.sequence) || differs(acknowledgment, receiver.base, wire.acknowledgment))
        return false;
    if (hasAck && !usesBases) {
        sender.hasBase = receiver.hasBase = true;
        sender.base = wire.sequence;
        receiver.base = wire.acknowledgment - 1;
    }
    sender.advance(wire.sequence + wire.sequenceLength);
    if (hasAck)
        receiver.advance(wire.acknowledgment);
    return true;
}

} // namespace tcpladder
