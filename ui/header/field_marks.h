// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/packet_fields.h"
#include "ui/session/selection.h"

#include <span>

namespace tcpladder {

/// A run of hexadecimal digits, two for each byte, counted from the packet's start: fields end inside of bytes too.
struct DigitRange
{
    std::size_t first = 0;
    std::size_t count = 0;

    constexpr std::size_t end() const { return first + count; }
    constexpr std::size_t firstByte() const { return first / 2; }
    constexpr std::size_t endByte() const { return (end() + 1) / 2; }
    constexpr bool operator==(const DigitRange&) const = default;
};

DigitRange digitsOf(const PacketField& field);

/// The name under which the selection knows the field at this position.
FieldChoice choiceOf(std::span<const PacketField> fields, std::size_t position);

/// Every digit of the chosen field; several runs where it is made of several headers.
std::vector<DigitRange> digitsOf(std::span<const PacketField> fields, const FieldChoice& choice);

/// The field that a digit belongs to, the first one where two share it.
std::optional<FieldChoice> choiceAtDigit(std::span<const PacketField> fields, std::size_t digit);

} // namespace tcpladder
