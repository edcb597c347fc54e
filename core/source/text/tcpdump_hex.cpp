// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/tcpdump_hex.h"

#include "core/source/text/text_cursor.h"

#include <algorithm>

namespace tcpladder {

namespace {

constexpr std::size_t usualBytes = 16;
constexpr std::size_t mostOffsetDigits = 8;
constexpr std::size_t fewestOffsetDigits = 3;

// A line without offset is taken for hex only with so many digits on it, since "dead beef" is prose.
constexpr std::size_t fewestBareDigits = 16;

constexpr std::array<std::int8_t, 256> makeDigitTable()
{
    std::array<std::int8_t, 256> table{};
    for (int c = 0; c < 256; ++c)
        table[static_cast<std::size_t>(c)] = static_cast<std::int8_t>(hexDigitValue(static_cast<char>(c)));
    return table;
}

constexpr auto digitTable = makeDigitTable();

int digit(char c)
{
    return digitTable[static_cast<unsigned char>(c)];
}

/// Two digits as a byte, or a negative number.
int byteAt(const char* text)
{
    return digit(text[0]) * 16 | digit(text[1]);
}

std::size_t countHexDigits(std::string_view text)
{
    const auto end = std::ranges::find_if(text, [](char c) { return digit(c) < 0; });
    return static_cast<std::size_t>(end - text.begin());
}

/// "0x0010:  ", "0010  ", "00000010: "; nothing, and the place unchanged, where the line has no offset.
std::optional<std::uint32_t> takeOffset(TextCursor& cursor)
{
    constexpr std::string_view marks = "*_`~["; // somebody made the offset bold
    constexpr std::size_t unmistakable = 6;     // od has such offsets, and one space behind them
    TextCursor ahead = cursor;
    while (marks.find(ahead.peek()) != std::string_view::npos && !ahead.atEnd())
        ahead.skip(1);
    const bool prefixed = ahead.take("0x") || ahead.take("0X");
    const std::size_t digits = countHexDigits(ahead.rest());
    if (digits == 0 || digits > mostOffsetDigits || (!prefixed && digits < fewestOffsetDigits))
        return {};
    const auto offset = ahead.number<std::uint32_t>(16);
    const bool colon = ahead.take(':');
    while (marks.find(ahead.peek()) != std::string_view::npos && !ahead.atEnd())
        ahead.skip(1);
    const bool tab = ahead.peek() == '\t';
    const std::size_t gap = ahead.skipSpaces();
    if (!offset || (!colon && !tab && gap < 2 && (digits < unmistakable || gap == 0 || *offset % usualBytes != 0))
        || (gap == 0 && !ahead.atEnd()))
        return {};
    cursor = ahead;
    return offset;
}

/// Walks over the groups of digits behind the offset.
class GroupReader
{
public:
    GroupReader(std::string_view text, std::optional<std::size_t> wanted)
        : m_cursor(text)
        , m_limit(std::min(wanted.value_or(usualBytes), HexLine::maximumBytes))
        , m_ignoresGaps(wanted.has_value())
    {
    }

    HexLine read()
    {
        while (m_line.count < m_limit && step()) { }
        m_cursor.skipSpaces();
        m_line.textLength = m_cursor.rest().size();
        return m_line;
    }

private:
    /// One group of digits, one gap or one sign; false where the bytes end.
    bool step()
    {
        if (m_cursor.atEnd())
            return false;
        const char c = m_cursor.peek();
        if (isSpace(c))
            return takeGap();
        if (digit(c) >= 0)
            return takeGroup();
        return takeSign(c);
    }

    bool takeGap()
    {
        const std::size_t gap = m_cursor.skipSpaces();
        return m_ignoresGaps || gap < 2 || m_line.count == 0 || isHalfWay(gap);
    }

    /// Tools that print single bytes put a wider gap behind the eighth.
    bool isHalfWay(std::size_t gap) const { return gap == 2 && m_line.count == 8 && m_groupDigits == 2; }

    bool takeGroup()
    {
        const std::size_t digits = countHexDigits(m_cursor.rest());
        const std::string_view behind = m_cursor.rest().substr(digits);
        const bool isWord = !behind.empty() && (isLetter(behind.front()) || behind.front() == '.');
        if (digits % 2 != 0 || isWord)
            return false;
        const std::size_t count = std::min(digits / 2, m_limit - m_line.count);
        for (std::size_t i = 0; i < count; ++i)
            m_line.bytes[m_line.count++] = static_cast<std::byte>(byteAt(m_cursor.rest().data() + 2 * i));
        m_cursor.skip(2 * count);
        m_groupDigits = digits;
        return true;
    }

    /// Brackets and the like, and every character that is not ASCII: tcpdump prints none of these among characters'
    /// dots.
    bool takeSign(char c)
    {
        constexpr std::string_view signs = "{}[]()*_`'\"^~|<>,";
        if (static_cast<unsigned char>(c) < 0x80 && signs.find(c) == std::string_view::npos)
            return false;
        m_cursor.skip(1);
        return true;
    }

    TextCursor m_cursor;
    std::size_t m_limit;
    bool m_ignoresGaps;
    std::size_t m_groupDigits = 0;
    HexLine m_line;
};

/// "0x45" and "\x45" are how programs write a byte.
std::size_t prefixLength(std::string_view text)
{
    const bool hasPrefix = text.size() > 2 && (text[0] == '0' || text[0] == '\\') && (text[1] == 'x' || text[1] == 'X');
    return hasPrefix ? 2 : 0;
}

/// Digits and what may stand between them. With colons or hyphens each byte stands alone: an address of version 6, or
/// a unique id, is no packet.
bool isBareHex(std::string_view text, std::size_t fewestDigits)
{
    constexpr std::string_view between = " \t,;:-{}\"'";
    std::size_t digits = 0;
    bool isDivided = false;
    bool hasLongGroup = false;
    while (!text.empty()) {
        if (between.find(text.front()) != std::string_view::npos || text == "\\") {
            isDivided |= text.front() == ':' || text.front() == '-';
            text.remove_prefix(1);
            continue;
        }
        text.remove_prefix(prefixLength(text));
        const std::size_t group = countHexDigits(text);
        if (group == 0 || group % 2 != 0)
            return false;
        hasLongGroup |= group > 2;
        digits += group;
        text.remove_prefix(group);
    }
    return digits >= fewestDigits && !(isDivided && hasLongGroup);
}

/// The digits of "4500 003c 1c46 4000 4006 b1e6 0a00 0001  E..<.F@.@......": characters may be no more than bytes.
std::string_view withoutCharacters(std::string_view text)
{
    constexpr std::size_t digitsPerGroup = 4;
    const std::size_t gap = text.find("  ");
    if (gap == std::string_view::npos)
        return text;
    const std::string_view digits = text.substr(0, gap);
    const std::string_view characters = text.substr(text.find_first_not_of(' ', gap));
    const std::size_t groups = (digits.size() + 1) / (digitsPerGroup + 1);
    const std::size_t bytes = (digits.size() - (groups > 0 ? groups - 1 : 0)) / 2;
    const bool fits = characters.size() <= bytes && bytes <= usualBytes && isBareHex(digits, digitsPerGroup);
    return fits ? digits : text;
}

/// What stands in the braces of "unsigned char packet[60] = { 0x45, 0x00 };".
std::string_view withoutDeclaration(std::string_view text)
{
    const std::size_t equals = text.find("= {");
    if (equals == std::string_view::npos)
        return text;
    const std::string_view values = text.substr(equals + 3);
    return values.substr(0, values.find('}'));
}

std::optional<HexLine> parseBare(std::string_view text, std::size_t fewestDigits)
{
    text = withoutDeclaration(text);
    const std::size_t end = text.find_last_not_of(" \t");
    const std::string_view digits = withoutCharacters(text.substr(0, end == std::string_view::npos ? 0 : end + 1));
    if (!isBareHex(digits, fewestDigits))
        return {};
    HexLine line;
    line.bare = digits;
    std::vector<std::byte> bytes;
    appendBareBytes(digits, bytes, HexLine::maximumBytes);
    line.count = static_cast<std::uint8_t>(bytes.size());
    std::ranges::copy(bytes, line.bytes.begin());
    return line;
}

/// Up to eight groups of two bytes with a blank between them; the last may have one.
bool takeGroups(std::string_view line, std::size_t& at, HexLine& hex)
{
    constexpr std::size_t groupCount = 8;
    for (std::size_t group = 0; group < groupCount && at + 2 <= line.size(); ++group) {
        const int first = byteAt(line.data() + at);
        const int second = at + 4 <= line.size() ? byteAt(line.data() + at + 2) : -1;
        if (first < 0)
            return false;
        hex.bytes[hex.count++] = static_cast<std::byte>(first);
        at += 2;
        if (second >= 0) {
            hex.bytes[hex.count++] = static_cast<std::byte>(second);
            at += 2;
        }
        const bool more = at + 1 < line.size() && line[at] == ' ' && line[at + 1] != ' ';
        if (!more || second < 0)
            break;
        ++at;
    }
    return true;
}

constexpr std::size_t groupWidth = 5; // "4500 "

/// Two groups of four digits at once, as one word. A digit's low four bits are its value, or for a letter its value
/// less 9; the letter is told by bit 6. Whether they were digits shows when they are written again: capitals and all
/// else differ.
bool takeTwoGroups(const char* text, std::byte* to)
{
    constexpr std::uint64_t ofEach = 0x0101010101010101;
    const auto group = [text](std::size_t at) {
        return std::uint64_t{loadUnchecked<4>(reinterpret_cast<const std::byte*>(text + at), ByteOrder::Little)};
    };
    const std::uint64_t digits = group(0) | group(groupWidth) << 32;
    const std::uint64_t values = (digits & 0x0f * ofEach) + 9 * (digits >> 6 & ofEach);
    const std::uint64_t letters = (values + 6 * ofEach) >> 4 & ofEach;
    const std::uint64_t again = values + '0' * ofEach + ('a' - '0' - 10) * letters;
    const std::uint64_t joined = values << 4 | values >> 8; // the first of each two goes up
    for (std::size_t i = 0; i < 4; ++i)
        to[i] = static_cast<std::byte>(joined >> 16 * i);
    return again == digits;
}

/// All eight groups, which most lines have.
bool takeFullGroups(std::string_view line, std::size_t& at, HexLine& hex)
{
    constexpr std::size_t width = usualBytes / 2 * groupWidth - 1;
    if (line.size() < at + width)
        return false;
    const char* const groups = line.data() + at;
    bool isWhole = true;
    for (std::size_t i = 0; i < 4; ++i)
        isWhole &= takeTwoGroups(groups + 2 * i * groupWidth, hex.bytes.data() + 4 * i);
    for (std::size_t blank = groupWidth - 1; blank < width; blank += groupWidth)
        isWhole &= groups[blank] == ' ';
    if (!isWhole)
        return false;
    hex.count = usualBytes;
    at += width;
    return true;
}

} // namespace

bool parseUntouchedHexLine(std::string_view line, HexLine& hex)
{
    constexpr std::size_t prefixLength = 10; // "\t0x0010:  "
    if (line.size() < prefixLength + 2 || !line.starts_with("\t0x") || line.substr(7, 3) != ":  ")
        return false;
    const int high = byteAt(line.data() + 3);
    const int low = byteAt(line.data() + 5);
    if (high < 0 || low < 0)
        return false;
    hex.offset = static_cast<std::uint32_t>(high << 8 | low);
    hex.count = 0;
    hex.bare = {};
    std::size_t at = prefixLength;
    if (!takeFullGroups(line, at, hex) && !takeGroups(line, at, hex))
        return false;
    hex.textLength = line.size() - at;
    return hex.textLength == 0 || (hex.textLength >= 2 && line[at] == ' ' && line[at + 1] == ' ');
}

std::optional<HexLine> parseHexLine(std::string_view text, std::optional<std::size_t> wanted)
{
    TextCursor cursor(text);
    cursor.skipSpaces();
    const auto offset = takeOffset(cursor);
    if (!offset)
        return wanted ? std::nullopt : parseBare(cursor.rest(), fewestBareDigits);
    HexLine line = GroupReader(cursor.rest(), wanted).read();
    line.offset = offset;
    if (line.count == 0 || (wanted && line.count != *wanted))
        return {};
    return line;
}

std::string_view findStampedHex(std::string_view text)
{
    constexpr std::size_t digits = 4;
    for (std::size_t mark = text.find('x', 2); mark != std::string_view::npos; mark = text.find('x', mark + 1)) {
        const std::size_t at = mark - 1;
        if (text[at] != '0')
            continue;
        const std::string_view rest = text.substr(mark + 1);
        if (isSpace(text[at - 1]) && countHexDigits(rest) == digits && rest.substr(digits).starts_with(": "))
            return text.substr(at);
    }
    return {};
}

std::optional<HexLine> parseBareTail(std::string_view text)
{
    TextCursor cursor(text);
    cursor.skipSpaces();
    constexpr std::size_t oneByte = 2;
    return parseBare(cursor.rest(), oneByte);
}

void appendBareBytes(std::string_view bare, std::vector<std::byte>& to, std::size_t most)
{
    while (!bare.empty()) {
        bare.remove_prefix(prefixLength(bare));
        const int value = bare.size() < 2 ? -1 : digit(bare[0]) * 16 | digit(bare[1]);
        if (value < 0) {
            bare.remove_prefix(std::min<std::size_t>(1, bare.size()));
            continue;
        }
        if (to.size() < most)
            to.push_back(static_cast<std::byte>(value));
        bare.remove_prefix(2);
    }
}

} // namespace tcpladder
