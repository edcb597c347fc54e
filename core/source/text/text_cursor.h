// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tcpladder {

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr bool isSpace(char c)
{
    return c == ' ' || c == '\t';
}

/// Where the first blank is, or the text's end. Much faster here than find_first_of(), which searches its set for every
/// character.
constexpr std::size_t findSpace(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size() && !isSpace(text[at]))
        ++at;
    return at;
}

/// 0..15, or -1 for anything that is no hexadecimal digit.
constexpr int hexDigitValue(char c)
{
    if (isDigit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/// Walks over a text from front to back. What is not there is not taken, and the place stays as it was.
class TextCursor
{
public:
    constexpr explicit TextCursor(std::string_view text)
        : m_rest(text)
    {
    }

    constexpr std::string_view rest() const { return m_rest; }
    constexpr bool atEnd() const { return m_rest.empty(); }
    constexpr char peek() const { return m_rest.empty() ? '\0' : m_rest.front(); }
    constexpr void skip(std::size_t count) { m_rest.remove_prefix(count < m_rest.size() ? count : m_rest.size()); }

    constexpr bool take(char c)
    {
        const bool there = peek() == c && !atEnd();
        if (there)
            m_rest.remove_prefix(1);
        return there;
    }

    constexpr bool take(std::string_view literal)
    {
        const bool there = m_rest.starts_with(literal);
        if (there)
            m_rest.remove_prefix(literal.size());
        return there;
    }

    constexpr std::size_t skipSpaces()
    {
        std::size_t count = 0;
        while (count < m_rest.size() && isSpace(m_rest[count]))
            ++count;
        m_rest.remove_prefix(count);
        return count;
    }

    /// Digits of the base, without sign or prefix; nothing where there are none or the value does not fit.
    template <class Number>
    std::optional<Number> number(int base = 10)
    {
        Number value = 0;
        const auto [end, error] = std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), value, base);
        if (error != std::errc() || peek() == '-')
            return {};
        m_rest.remove_prefix(static_cast<std::size_t>(end - m_rest.data()));
        return value;
    }

    /// What stands in front of the delimiter, which is taken as well; nothing where there is no delimiter.
    constexpr std::optional<std::string_view> upTo(std::string_view delimiter)
    {
        const std::size_t at = m_rest.find(delimiter);
        if (at == std::string_view::npos)
            return {};
        const std::string_view taken = m_rest.substr(0, at);
        m_rest.remove_prefix(at + delimiter.size());
        return taken;
    }

    constexpr std::size_t countDigits() const
    {
        std::size_t count = 0;
        while (count < m_rest.size() && isDigit(m_rest[count]))
            ++count;
        return count;
    }

private:
    std::string_view m_rest;
};

} // namespace tcpladder
