// SPDX-License-Identifier: GPL-3.0-or-later
// Of all that the program does, reading the rows of dumps takes a large text most: so there is a second piece of code
// for processors with AVX2, which nearly all have. It reads what readUntouchedDumpPlainly() reads.
#include "core/source/text/wide_dump.h"

#include "core/base/byte_reader.h"
#include "core/source/text/dump_row.h"

#include <algorithm>
#include <bit>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace tcpladder {

#if defined(__x86_64__)

namespace {

using namespace dump_row;

/// What is wrong in the rows so far.
struct WideFaults
{
    __m256i digits;     ///< not 0 where there is none, or something else than a blank between them
    __m128i smallest;   ///< character in each place of the column
    __m128i lineBreaks; ///< not 0 where a "<b" begins
    unsigned blanks;    ///< not 0 where there is none in front of the digits or the characters
};

[[gnu::target("avx2")]] inline __m128i load(const char* from)
{
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
}

/// Sixteen characters of each half of a row.
[[gnu::target("avx2")]] inline __m256i loadHalves(const char* from)
{
    return _mm256_inserti128_si256(_mm256_castsi128_si256(load(from)), load(from + dump_row::halfWidth), 1);
}

/// A constant that stays in its register: GCC 12 would build it anew in each row.
[[gnu::target("avx2")]] inline __m256i held(__m256i constant)
{
    asm("" : "+x"(constant));
    return constant;
}

[[gnu::target("avx2")]] inline __m256i inBothHalves(__m128i half)
{
    return held(_mm256_broadcastsi128_si256(half));
}

[[gnu::target("avx2")]] inline __m256i everywhere(char character)
{
    return held(_mm256_set1_epi8(character));
}

/// A half's first word has three groups of digits; the word four characters on has the fourth and all four blanks.
struct WideConstants
{
    static constexpr std::size_t secondWord = 4;

    __m256i threeGroups; ///< where they are in the first word
    __m256i fourth;      ///< where it is in the second
    __m256i blanks;      ///< in the second, all bits set
    __m256i digits;      ///< as they are written, from "0" on
    __m256i blank;
    __m256i zero;
    __m256i beforeTen; ///< what is ten less than an "a"
    __m256i weights;   ///< of a pair of digits
    __m256i angle;
    __m256i letterB;
};

[[gnu::target("avx2")]] inline WideConstants makeConstants()
{
    constexpr char no = -1;
    constexpr char letter = 'a' - '0';
    return {
        .threeGroups = inBothHalves(_mm_setr_epi8(0, 1, 2, 3, 5, 6, 7, 8, 10, 11, 12, 13, no, no, no, no)),
        .fourth = inBothHalves(_mm_setr_epi8(no, no, no, no, no, no, no, no, no, no, no, no, 11, 12, 13, 14)),
        .blanks = inBothHalves(_mm_setr_epi8(-1, 0, 0, 0, 0, -1, 0, 0, 0, 0, -1, 0, 0, 0, 0, -1)),
        .digits = inBothHalves(_mm_setr_epi8(
            0, 1, 2, 3, 4, 5, 6, 7, 8, 9, letter, letter + 1, letter + 2, letter + 3, letter + 4, letter + 5)),
        .blank = everywhere(' '),
        .zero = everywhere('0'),
        .beforeTen = everywhere('a' - 10),
        .weights = held(_mm256_set1_epi16(0x0110)),
        .angle = everywhere('<'),
        .letterB = everywhere('b'),
    };
}

/// As far from "0" as the digits of these values are; and as a blank is where a short row has none.
template <bool IsFull>
[[gnu::target("avx2")]] inline __m256i writtenAs(__m256i values, const WideConstants& known, __m256i hasDigits)
{
    const __m256i written = _mm256_shuffle_epi8(known.digits, values);
    if constexpr (IsFull)
        return written;
    else
        return _mm256_blendv_epi8(_mm256_set1_epi8(' ' - '0'), written, hasDigits);
}

/// Writes a row's sixteen bytes. hasDigits: all bits set where the row has digits, of those 32 that a full one has;
/// there is to be a blank where it has none.
///
/// What a digit would be worth is the lesser of what it would be as one of 0 to 9 and as one of a to f. Whether it is
/// one is seen by writing that value.
template <bool IsFull>
[[gnu::target("avx2")]] inline void readDigits(
    const char* row, const WideConstants& known, __m256i hasDigits, WideFaults& faults, std::byte* to)
{
    const __m256i first = loadHalves(row + firstDigit);
    const __m256i second = loadHalves(row + firstDigit + WideConstants::secondWord);
    const __m256i text
        = _mm256_or_si256(_mm256_shuffle_epi8(first, known.threeGroups), _mm256_shuffle_epi8(second, known.fourth));
    const __m256i fromZero = _mm256_sub_epi8(text, known.zero);
    const __m256i values = _mm256_min_epu8(fromZero, _mm256_sub_epi8(text, known.beforeTen));
    const __m256i expected = writtenAs<IsFull>(values, known, hasDigits);
    const __m256i wrongBlanks = _mm256_and_si256(_mm256_xor_si256(second, known.blank), known.blanks);
    faults.digits = _mm256_or_si256(faults.digits, _mm256_or_si256(_mm256_xor_si256(expected, fromZero), wrongBlanks));
    const __m256i words = _mm256_maddubs_epi16(values, known.weights);
    const __m128i bytes = _mm_packus_epi16(_mm256_castsi256_si128(words), _mm256_extracti128_si256(words, 1));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to), bytes);
}

/// column: of characters, blanks behind the row's end.
[[gnu::target("avx2")]] inline void checkRest(
    const char* row, const WideConstants& known, __m128i column, WideFaults& faults)
{
    const __m128i nextAsSmall = _mm_or_si128(load(row + characters + 1), _mm256_castsi256_si128(known.blank));
    const __m128i lineBreaks = _mm_and_si128(_mm_cmpeq_epi8(column, _mm256_castsi256_si128(known.angle)),
        _mm_cmpeq_epi8(nextAsSmall, _mm256_castsi256_si128(known.letterB)));
    faults.smallest = _mm_min_epi8(faults.smallest, column);
    faults.lineBreaks = _mm_or_si128(faults.lineBreaks, lineBreaks);
    const auto* const bytes = reinterpret_cast<const std::byte*>(row);
    const unsigned inFront = loadUnchecked<2>(bytes + prefixLength, ByteOrder::Little);
    faults.blanks |= (inFront ^ 0x2020U) | static_cast<unsigned>(row[characters - 1] ^ ' ');
}

[[gnu::target("avx2")]] inline bool isAny(const WideFaults& faults)
{
    const __m128i unprintable = _mm_cmplt_epi8(faults.smallest, _mm_set1_epi8(' '));
    const __m128i characters = _mm_or_si128(unprintable, faults.lineBreaks);
    return faults.blanks != 0 || !_mm256_testz_si256(faults.digits, faults.digits)
        || !_mm_testz_si128(characters, characters);
}

/// From 32 - n on: all bits set in n octets, and none in those behind.
alignas(32) constexpr auto fromStart = [] {
    std::array<std::uint8_t, 64> octets{};
    std::ranges::fill(octets.begin(), octets.begin() + 32, 0xff);
    return octets;
}();

/// A last row, which is shorter: its line ends in the column of characters. Says how many bytes it has; 0 where it is
/// no such row.
[[gnu::target("avx2")]] inline std::size_t readShortRow(
    const char* row, const WideConstants& known, WideFaults& faults, std::byte* to)
{
    const __m128i column = load(row + characters);
    const auto ends = static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(column, _mm_set1_epi8('\n'))));
    if (ends == 0)
        return 0;
    const auto count = static_cast<std::size_t>(std::countr_zero(ends));
    const auto* const masks = reinterpret_cast<const char*>(fromStart.data()) + 32;
    const __m256i hasDigits = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(masks - 2 * count));
    const __m128i blank = _mm256_castsi256_si128(known.blank);
    readDigits<false>(row, known, hasDigits, faults, to);
    checkRest(row, known, _mm_blendv_epi8(blank, column, load(masks - count)), faults);
    return count;
}

} // namespace

bool hasWideDumps()
{
    return __builtin_cpu_supports("avx2");
}

[[gnu::target("avx2")]] UntouchedDumpOutcome readUntouchedDumpWidely(std::string_view text, UntouchedDump& dump)
{
    if (text.size() < lookedAt)
        return UntouchedDumpOutcome::CutShort;
    const char* at = text.data();
    const char* const last = at + (text.size() - lookedAt); // that can be looked at
    std::byte* const to = dump.to;
    const WideConstants known = makeConstants();
    WideFaults faults{};
    faults.smallest = _mm256_castsi256_si128(known.blank);
    std::size_t row = 0;
    for (; at <= last && row < most && at[lineLength - 1] == '\n' && hasPrefix(at, row); ++row, at += lineLength) {
        readDigits<true>(at, known, known.digits, faults, to + row * fullBytes);
        checkRest(at, known, load(at + characters), faults);
    }
    if (at > last)
        return UntouchedDumpOutcome::CutShort;
    dump.rowCount = row;
    dump.byteCount = row * fullBytes;
    if (row < most && hasPrefix(at, row)) {
        const std::size_t count = readShortRow(at, known, faults, to + dump.byteCount);
        if (count == 0)
            return UntouchedDumpOutcome::Other;
        ++dump.rowCount;
        dump.byteCount += count;
        at += characters + count + 1;
    }
    if (at > last)
        return UntouchedDumpOutcome::CutShort;
    dump.textLength = static_cast<std::size_t>(at - text.data());
    return dump.rowCount == 0 || isAny(faults) ? UntouchedDumpOutcome::Other : UntouchedDumpOutcome::Read;
}

#else

bool hasWideDumps()
{
    return false;
}

UntouchedDumpOutcome readUntouchedDumpWidely(std::string_view text, UntouchedDump& dump)
{
    return readUntouchedDumpPlainly(text, dump);
}

#endif

} // namespace tcpladder
