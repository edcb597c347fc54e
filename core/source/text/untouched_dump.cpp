// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/untouched_dump.h"

#include "core/source/text/dump_row.h"
#include "core/source/text/octets.h"
#include "core/source/text/wide_dump.h"

namespace tcpladder {

namespace {

using namespace dump_row;

// Where three words cover all between the prefix and the characters.
constexpr std::array<std::size_t, 3> words{0, 16, 25};
constexpr std::size_t wordsEnd = characters - firstDigit;

/// The digits of four groups without the blanks between them.
Octets gatherDigits(const char* text)
{
    using Groups [[gnu::vector_size(16)]] = std::uint32_t;
    const auto group = [text](std::size_t at) {
        std::uint32_t digits;
        std::memcpy(&digits, text + at, sizeof digits);
        return digits;
    };
    return std::bit_cast<Octets>(Groups{group(0), group(groupWidth), group(2 * groupWidth), group(3 * groupWidth)});
}

struct Digits
{
    Octets values;
    Octets wrong; ///< where there is none; capitals are somebody's
};

Digits readDigits(Octets text)
{
    const auto digits = std::bit_cast<Octets>(text - '0' < 10);
    const auto letters = std::bit_cast<Octets>(text - 'a' < 6);
    return {(text & 0x0f) + (letters & 9), ~(digits | letters)};
}

Octets join(Octets first, Octets second)
{
    const Octets high
        = __builtin_shufflevector(first, second, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30);
    const Octets low
        = __builtin_shufflevector(first, second, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31);
    return high << 4 | low;
}

/// Characters that cannot be in the column of characters, and a "<" in front of a "b".
Octets wrongCharacters(const char* text)
{
    const Octets own = loadOctets(text);
    const Octets next = loadOctets(text + 1);
    return unprintable(own) | (equal(own, '<') & equal(next | 0x20, 'b'));
}

/// What there has to be in a row of so many bytes: all bits set where there is to be a digit, a blank, or a character.
struct RowShape
{
    std::array<std::uint8_t, 32> digits{};
    std::array<std::array<std::uint8_t, 16>, words.size()> blanks{};
    std::array<std::uint8_t, 16> characters{};
};

constexpr RowShape shapeOf(std::size_t count)
{
    RowShape shape;
    std::array<std::uint8_t, wordsEnd> blanks{};
    blanks.fill(0xff);
    for (std::size_t i = 0; i < 2 * count; ++i) {
        shape.digits[i] = 0xff;
        blanks[i / 4 * groupWidth + i % 4] = 0;
    }
    for (std::size_t i = 0; i < count; ++i)
        shape.characters[i] = 0xff;
    for (std::size_t word = 0; word < words.size(); ++word)
        for (std::size_t i = 0; i < 16; ++i)
            shape.blanks[word][i] = blanks[words[word] + i];
    return shape;
}

constexpr auto shapes = [] {
    std::array<RowShape, fullBytes + 1> table{};
    for (std::size_t count = 0; count < table.size(); ++count)
        table[count] = shapeOf(count);
    return table;
}();

/// Writes a row's sixteen bytes, those behind its end as well, and says where it is not as it has to be.
Octets readRow(const char* text, const RowShape& shape, std::byte* to)
{
    const Digits first = readDigits(gatherDigits(text + firstDigit));
    const Digits second = readDigits(gatherDigits(text + firstDigit + halfWidth));
    const Octets bytes = join(first.values, second.values);
    std::memcpy(to, &bytes, sizeof bytes);
    Octets wrong
        = (first.wrong & loadOctets(shape.digits.data())) | (second.wrong & loadOctets(shape.digits.data() + 16));
    for (std::size_t word = 0; word < words.size(); ++word) {
        const Octets found = loadOctets(text + firstDigit + words[word]);
        wrong |= (found ^ ' ') & loadOctets(shape.blanks[word].data());
    }
    wrong |= (loadOctets(text + prefixLength) ^ ' ') & Octets{0xff, 0xff};
    return wrong | (wrongCharacters(text + characters) & loadOctets(shape.characters.data()));
}

/// Bytes in a row by where its line ends; 0 where that is nowhere.
std::size_t countBytes(const char* text)
{
    if (text[lineLength - 1] == '\n') [[likely]]
        return fullBytes;
    const void* const end = std::memchr(text + characters, '\n', fullBytes);
    return end ? static_cast<std::size_t>(static_cast<const char*>(end) - text) - characters : 0;
}

} // namespace

UntouchedDumpOutcome readUntouchedDumpPlainly(std::string_view text, UntouchedDump& dump)
{
    const char* at = text.data();
    const char* const end = at + text.size();
    Octets wrong{};
    std::size_t row = 0;
    std::size_t count = fullBytes;
    for (;; ++row) {
        if (static_cast<std::size_t>(end - at) < lookedAt)
            return UntouchedDumpOutcome::CutShort;
        if (count < fullBytes || row == most || !hasPrefix(at, row))
            break;
        count = countBytes(at);
        wrong |= readRow(at, shapes[count], dump.to + row * fullBytes);
        at += characters + count + 1;
        if (count == 0)
            return UntouchedDumpOutcome::Other;
    }
    dump.rowCount = row;
    dump.byteCount = row * fullBytes - (fullBytes - count);
    dump.textLength = static_cast<std::size_t>(at - text.data());
    return row == 0 || isAnySet(wrong) ? UntouchedDumpOutcome::Other : UntouchedDumpOutcome::Read;
}

UntouchedDumpOutcome readUntouchedDump(std::string_view text, UntouchedDump& dump)
{
    return hasWideDumps() ? readUntouchedDumpWidely(text, dump) : readUntouchedDumpPlainly(text, dump);
}

} // namespace tcpladder
