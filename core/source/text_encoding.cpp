// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text_encoding.h"

#include "core/source/mail_decoder.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace tcpladder {

namespace {

constexpr std::size_t longestCharacter = 4; // bytes of UTF-8

std::uint8_t octetAt(Bytes bytes, std::size_t offset)
{
    return std::to_integer<std::uint8_t>(bytes[offset]);
}

/// Takes a byte at a time, since input ends anywhere.
class Utf16Decoder final : public Decompressor
{
public:
    explicit Utf16Decoder(ByteOrder order)
        : m_order(order)
    {
    }

    Result<Progress> unpack(Bytes input, std::span<std::byte> output) override
    {
        Progress progress;
        while (progress.consumed < input.size() && progress.produced + longestCharacter <= output.size()) {
            const std::uint8_t next = octetAt(input, progress.consumed++);
            m_isHalf = !m_isHalf;
            const unsigned first = std::exchange(m_previous, next);
            if (m_isHalf)
                continue;
            const unsigned unit = m_order == ByteOrder::Little ? next << 8U | first : first << 8U | next;
            takeUnit(unit, output, progress.produced);
        }
        progress.isAtEnd = progress.consumed == input.size();
        return progress;
    }

private:
    void takeUnit(unsigned unit, std::span<std::byte> output, std::size_t& produced)
    {
        constexpr unsigned byteOrderMark = 0xfeff;
        constexpr unsigned replacement = 0xfffd;
        if (unit >= 0xd800 && unit < 0xdc00) {
            m_high = unit;
        } else if (unit >= 0xdc00 && unit < 0xe000) {
            write(m_high ? 0x10000 + ((m_high - 0xd800) << 10U) + (unit - 0xdc00) : replacement, output, produced);
            m_high = 0;
        } else if (unit != byteOrderMark) {
            write(unit, output, produced);
            m_high = 0;
        }
    }

    static void write(unsigned character, std::span<std::byte> output, std::size_t& produced)
    {
        const auto put = [&](unsigned value) { output[produced++] = static_cast<std::byte>(value); };
        if (character < 0x80) {
            put(character);
            return;
        }
        const unsigned more = character < 0x800 ? 1 : character < 0x10000 ? 2 : 3;
        constexpr unsigned heads[] = {0, 0xc0, 0xe0, 0xf0};
        put(heads[more] | character >> (6 * more));
        for (unsigned left = more; left > 0; --left)
            put(0x80 | (character >> (6 * (left - 1)) & 0x3f));
    }

    ByteOrder m_order;
    std::uint8_t m_previous = 0;
    bool m_isHalf = false; ///< the first byte of a unit came
    unsigned m_high = 0;   ///< of a pair of surrogates
};

/// Old Macintoshes, and terminals that were recorded, end lines by a carriage return alone.
class CarriageReturnDecoder final : public Decompressor
{
public:
    Result<Progress> unpack(Bytes input, std::span<std::byte> output) override
    {
        const std::size_t count = std::min(input.size(), output.size());
        std::ranges::replace_copy(input.first(count), output.begin(), std::byte{'\r'}, std::byte{'\n'});
        return Progress{.consumed = count, .produced = count, .isAtEnd = count == input.size()};
    }
};

bool endsLinesByReturnAlone(Bytes head)
{
    const auto has = [&](char c) { return std::ranges::find(head, static_cast<std::byte>(c)) != head.end(); };
    return has('\r') && !has('\n');
}

/// Signs of ASCII with a zero beside each: what a text in UTF-16 without a mark begins with.
bool isAsciiInUnits(Bytes head, std::size_t zeroAt)
{
    constexpr std::size_t enough = 32;
    if (head.size() < enough)
        return false;
    for (std::size_t at = 0; at < enough; at += 2) {
        const std::uint8_t sign = octetAt(head, at + 1 - zeroAt);
        if (octetAt(head, at + zeroAt) != 0 || sign > 0x7e
            || (sign < 0x20 && sign != '\t' && sign != '\r' && sign != '\n'))
            return false;
    }
    return true;
}

std::optional<ByteOrder> utf16Order(Bytes head)
{
    if (head.size() >= 2 && loadUnchecked<2>(head.data(), ByteOrder::Little) == 0xfeff)
        return ByteOrder::Little;
    if (head.size() >= 2 && loadUnchecked<2>(head.data(), ByteOrder::Big) == 0xfeff)
        return ByteOrder::Big;
    if (isAsciiInUnits(head, 1))
        return ByteOrder::Little;
    return isAsciiInUnits(head, 0) ? std::optional(ByteOrder::Big) : std::nullopt;
}

} // namespace

std::unique_ptr<Decompressor> makeTextDecoderFor(Bytes head)
{
    if (const auto order = utf16Order(head))
        return std::make_unique<Utf16Decoder>(*order);
    if (endsLinesByReturnAlone(head))
        return std::make_unique<CarriageReturnDecoder>();
    return makeMailDecoderFor(head);
}

} // namespace tcpladder
