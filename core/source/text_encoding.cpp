// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text_encoding.h"

#include "core/source/text/text_cursor.h"

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

/// RFC 2045 section 6.7: "=3D" is a character, and "=" at the end of a line joins it with the next.
class QuotedPrintableDecoder final : public Decompressor
{
public:
    Result<Progress> unpack(Bytes input, std::span<std::byte> output) override
    {
        Progress progress;
        while (progress.consumed < input.size() && progress.produced + longestCharacter <= output.size()) {
            m_pending += static_cast<char>(input[progress.consumed++]);
            takePending(output, progress.produced);
        }
        progress.isAtEnd = progress.consumed == input.size();
        return progress;
    }

private:
    void takePending(std::span<std::byte> output, std::size_t& produced)
    {
        const std::string_view text = m_pending;
        const bool isBegun = text == "=" || text == "=\r" || (text.size() == 2 && hexDigitValue(text[1]) >= 0);
        if (text.front() == '=' && isBegun)
            return;
        if (text.size() == 3 && text.front() == '=' && hexDigitValue(text[2]) >= 0 && text[1] != '\r') {
            output[produced++] = static_cast<std::byte>(hexDigitValue(text[1]) << 4 | hexDigitValue(text[2]));
        } else if (text != "=\n" && text != "=\r\n") {
            for (const char c : text)
                output[produced++] = static_cast<std::byte>(c);
        }
        m_pending.clear();
    }

    std::string m_pending; ///< "=" and what may belong to it
};

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

/// A mail begins with a field of its header, and says at the start of a line how it is written.
bool isQuotedPrintableMail(Bytes head)
{
    constexpr std::string_view field = "\ncontent-transfer-encoding: quoted-printable";
    std::string text("\n");
    for (const std::byte byte : head) {
        const char c = static_cast<char>(byte);
        text += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    }
    const std::size_t nameEnd = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", 1);
    const bool beginsWithField = nameEnd != std::string::npos && nameEnd > 1 && text.compare(nameEnd, 2, ": ") == 0;
    return (beginsWithField || text.starts_with("\nfrom ")) && text.find(field) != std::string::npos;
}

} // namespace

std::unique_ptr<Decompressor> makeTextDecoderFor(Bytes head)
{
    if (const auto order = utf16Order(head))
        return std::make_unique<Utf16Decoder>(*order);
    if (isQuotedPrintableMail(head))
        return std::make_unique<QuotedPrintableDecoder>();
    return nullptr;
}

} // namespace tcpladder
