// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/text_decoration.h"

#include "core/source/text/text_cursor.h"

#include <algorithm>
#include <array>

namespace tcpladder {

namespace {

constexpr std::size_t tabWidth = 8;
constexpr std::size_t longestTag = 1024;

struct Entity
{
    std::string_view name;
    std::string_view character;
};

constexpr auto entities = std::to_array<Entity>({
    {"gt", ">"},
    {"lt", "<"},
    {"amp", "&"},
    {"quot", "\""},
    {"apos", "'"},
    {"nbsp", " "},
    {"#62", ">"},
    {"#x3e", ">"},
    {"#x3E", ">"},
    {"#60", "<"},
    {"#38", "&"},
    {"#39", "'"},
    {"#x27", "'"},
    {"#34", "\""},
    {"#160", " "},
    {"#9", "\t"},
    {"#123", "{"},
    {"#125", "}"},
});

// Elements that highlighters and editors put around code. tcpdump's old "<mss 1460>" is none of them.
constexpr auto elements = std::to_array<std::string_view>({"span", "pre", "code", "br", "p", "div", "td", "tr", "table",
    "tbody", "b", "i", "em", "strong", "a", "font", "u", "mark", "li", "ol", "ul", "figure", "tt", "samp", "blockquote",
    "html", "body", "h1", "h2", "h3", "section", "article", "small", "s", "del", "ins", "kbd"});

bool isNameCharacter(char c)
{
    return isLetter(c) || isDigit(c);
}

/// Length of an HTML tag at the front of the text, or 0.
std::size_t tagLength(std::string_view text)
{
    std::size_t at = 1;
    if (at < text.size() && text[at] == '/')
        ++at;
    const std::size_t begin = at;
    while (at < text.size() && isNameCharacter(text[at]))
        ++at;
    std::string name(text.substr(begin, std::min<std::size_t>(at - begin, 12)));
    std::ranges::transform(
        name, name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c; });
    if (std::ranges::find(elements, name) == elements.end())
        return 0;
    const std::size_t end = text.substr(0, longestTag).find('>', at);
    return end == std::string_view::npos ? 0 : end + 1;
}

/// Replaces the entity at the front of the text and says how long it was; 0 where it is none.
std::size_t takeEntity(std::string_view text, std::string& to)
{
    constexpr std::size_t longest = 8;
    const std::size_t end = text.substr(0, longest).find(';');
    if (end == std::string_view::npos)
        return 0;
    const auto found = std::ranges::find(entities, text.substr(1, end - 1), &Entity::name);
    if (found == entities.end())
        return 0;
    to += found->character;
    return end + 1;
}

/// Whether there is anything to replace at all: most lines have nothing.
bool hasMarkup(std::string_view line)
{
    // Three searches for one character each are faster than one for any of three.
    return line.find('&') != std::string_view::npos || line.find('<') != std::string_view::npos
        || line.find('\x1b') != std::string_view::npos;
}

/// Length of a terminal's colour at the front of the text, "ESC [ 1 ; 31 m", or 0.
std::size_t colourLength(std::string_view text)
{
    const std::size_t end
        = text.starts_with("\x1b[") ? text.find_first_not_of("0123456789;", 2) : std::string_view::npos;
    return end == std::string_view::npos ? 0 : end + 1;
}

std::string_view replaceMarkup(std::string_view line, std::string& buffer)
{
    buffer.clear();
    for (std::size_t at = 0; at < line.size();) {
        std::size_t taken = 0;
        if (line[at] == '&')
            taken = takeEntity(line.substr(at), buffer);
        else if (line[at] == '<')
            taken = tagLength(line.substr(at));
        else if (line[at] == '\x1b')
            taken = colourLength(line.substr(at));
        if (taken == 0) {
            buffer += line[at];
            taken = 1;
        }
        at += taken;
    }
    return buffer;
}

std::size_t takeIndentation(std::string_view& text)
{
    std::size_t columns = 0;
    while (!text.empty() && isSpace(text.front())) {
        columns += text.front() == '\t' ? tabWidth : 1;
        text.remove_prefix(1);
    }
    return columns;
}

bool isFence(std::string_view text)
{
    return text.starts_with("```") || text.starts_with("~~~");
}

/// Signs in front of a line: "> " of mail and Markdown, "| " of tables and line blocks, "* " and "- " of lists, "`".
bool takeSign(std::string_view& text)
{
    if (text.empty())
        return false;
    const char c = text.front();
    const bool spaced = text.size() > 1 && isSpace(text[1]);
    const bool isSign = c == '>' || c == '|' || c == '`' || ((c == '*' || c == '-' || c == '+') && spaced);
    if (isSign)
        text.remove_prefix(1);
    return isSign;
}

/// Whether a line of tcpdump's begins here.
bool beginsWithPacket(std::string_view text)
{
    if (text.empty() || isSpace(text.front()) || text.starts_with("0x") || text.starts_with("IP"))
        return true;
    constexpr std::string_view time = "00:00:00.";
    return text.size() > time.size() && std::ranges::equal(text.substr(0, time.size()), time, [](char c, char form) {
        return form == '0' ? isDigit(c) : c == form;
    });
}

/// Number and tab in front of a line, as `cat -n` and `nl` print them, or number and colon of `grep -n`. The number of
/// tcpdump -# has blanks behind it, and behind an offset in a dump there are digits.
void takeLineNumber(std::string_view& line)
{
    std::string_view text = line;
    takeIndentation(text);
    const std::size_t digits = TextCursor(text).countDigits();
    if (digits == 0 || digits == text.size() || (text[digits] != '\t' && text[digits] != ':'))
        return;
    text.remove_prefix(digits + 1);
    if (beginsWithPacket(text))
        line = text;
}

bool endsListing(std::string_view line)
{
    return line.find("</pre") != std::string_view::npos || line.find("</PRE") != std::string_view::npos;
}

} // namespace

PlainLine undecorate(std::string_view line, std::string& buffer)
{
    PlainLine plain;
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    if (hasMarkup(line)) {
        plain.isFence = endsListing(line);
        line = replaceMarkup(line, buffer);
    }
    takeLineNumber(line);
    do {
        plain.indentation = takeIndentation(line);
        if (isFence(line)) {
            plain.isFence = true;
            break;
        }
    } while (takeSign(line));
    plain.text = line;
    return plain;
}

std::size_t findHtmlLineBreak(std::string_view text)
{
    constexpr std::size_t longestBreak = 7; // "<br />"
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
        if (at + 3 > text.size() || (text[at + 1] | 32) != 'b' || (text[at + 2] | 32) != 'r')
            continue;
        const std::size_t end = text.substr(at, longestBreak).find('>');
        if (end != std::string_view::npos)
            return at + end + 1;
    }
    return std::string_view::npos;
}

} // namespace tcpladder
