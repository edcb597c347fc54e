// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/header/field_marks.h"

namespace tcpladder {

DigitRange digitsOf(const PacketField& field)
{
    const std::size_t start = std::size_t{field.offset} * 2;
    if (field.bitCount == 0)
        return {start, std::size_t{field.length} * 2};
    const std::size_t first = field.firstBit / 4;
    const std::size_t last = (field.firstBit + field.bitCount - 1) / 4;
    return {start + first, last - first + 1};
}

FieldChoice choiceOf(std::span<const PacketField> fields, std::size_t position)
{
    FieldChoice choice{fields[position].field, 0};
    if (choice.field != HeaderField::TcpOption)
        return choice;
    for (std::size_t i = 0; i < position; ++i)
        choice.option += fields[i].field == HeaderField::TcpOption;
    return choice;
}

std::vector<DigitRange> digitsOf(std::span<const PacketField> fields, const FieldChoice& choice)
{
    std::vector<DigitRange> ranges;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (choiceOf(fields, i) == choice)
            ranges.push_back(digitsOf(fields[i]));
    }
    return ranges;
}

std::optional<FieldChoice> choiceAtDigit(std::span<const PacketField> fields, std::size_t digit)
{
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const DigitRange range = digitsOf(fields[i]);
        if (digit >= range.first && digit < range.end())
            return choiceOf(fields, i);
    }
    return {};
}

} // namespace tcpladder
