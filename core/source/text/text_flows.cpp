// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/text_flows.h"

#include <cstring>

namespace tcpladder {

namespace {

std::uint32_t distance(SequenceNumber a, SequenceNumber b)
{
    const std::int32_t difference = a - b;
    return difference < 0 ? 0u - static_cast<std::uint32_t>(difference) : static_cast<std::uint32_t>(difference);
}

std::uint64_t hashAddress(const IpAddress& address)
{
    std::uint64_t halves[2];
    std::memcpy(halves, address.bytes.data(), sizeof halves);
    return halves[0] ^ (halves[1] * 0x9e3779b97f4a7c15);
}

std::uint32_t sequenceLength(const TcpdumpSegment& printed)
{
    const TcpFlags flags = printed.flags.value_or(TcpFlags());
    return printed.payloadLength.value_or(0) + flags.has(TcpFlag::Syn) + flags.has(TcpFlag::Fin);
}

} // namespace

std::size_t TextFlows::KeyHash::operator()(const TextFlowKey& key) const noexcept
{
    std::uint64_t hash = hashAddress(key.source) * 3 + hashAddress(key.destination);
    hash = (hash ^ (std::uint64_t{key.sourcePort} << 16 | key.destinationPort)) * 0x9e3779b97f4a7c15;
    return hash ^ (hash >> 29);
}

void TextFlows::Direction::advance(SequenceNumber to)
{
    if (!hasNext || to > next)
        next = to;
    hasNext = true;
}

TextFlows::Ends TextFlows::find(const TextFlowKey& key)
{
    const TextFlowKey reversed = key.reversed();
    const bool turned = reversed < key;
    Flow& flow = m_flows[turned ? reversed : key];
    return {flow, flow.directions[turned], flow.directions[!turned]};
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
    const auto [flow, sender, receiver] = find(key);
    const TcpFlags flags = printed.flags.value_or(TcpFlags());
    const bool hasAck = flags.has(TcpFlag::Ack) && printed.acknowledgment;
    const bool setsBases = hasAck && (!flow.hasBases || flags.has(TcpFlag::Syn));
    AbsoluteNumbers numbers;
    numbers.knowsSequence = printed.sequence.has_value();
    numbers.knowsAcknowledgment = printed.acknowledgment.has_value();
    numbers.sequence = printed.sequence ? SequenceNumber{*printed.sequence} : sender.next;
    numbers.acknowledgment = {printed.acknowledgment.value_or(0)};
    if (setsBases) {
        flow.hasBases = true;
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
    const auto [flow, sender, receiver] = find(key);
    const TcpFlags flags = printed.flags.value_or(TcpFlags());
    const bool hasAck = flags.has(TcpFlag::Ack) && printed.acknowledgment;
    AbsoluteNumbers numbers;
    numbers.knowsSequence = printed.sequence.has_value();
    numbers.knowsAcknowledgment = printed.acknowledgment.has_value();
    numbers.sequence = {printed.sequence.value_or(0)};
    numbers.acknowledgment = {printed.acknowledgment.value_or(0)};
    if (hasAck && flow.hasBases && !flags.has(TcpFlag::Syn)) {
        if (printed.sequence)
            numbers.sequence = absolute(*printed.sequence, sender.base, wire.sequence);
        numbers.acknowledgment = absolute(*printed.acknowledgment, receiver.base, wire.acknowledgment);
    } else if (hasAck) {
        flow.hasBases = true;
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

} // namespace tcpladder
