// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/plain_text_scanner.h"

#include "core/source/text/octets.h"

#include <algorithm>
#include <span>

namespace tcpladder {

namespace {

/// An octet of an address and the point behind it, as one word.
struct PrintedOctet
{
    std::uint32_t text = 0;
    std::uint32_t mask = 0;
    std::uint32_t length = 0;
};

constexpr auto printedOctets = [] {
    std::array<PrintedOctet, 256> table{};
    for (std::uint32_t octet = 0; octet < table.size(); ++octet) {
        PrintedOctet& printed = table[octet];
        const auto put = [&printed](std::uint32_t character) {
            printed.text |= character << (8 * printed.length);
            printed.mask |= std::uint32_t{0xff} << (8 * printed.length);
            ++printed.length;
        };
        if (octet >= 100)
            put('0' + octet / 100);
        if (octet >= 10)
            put('0' + octet / 10 % 10);
        put('0' + octet % 10);
        put('.');
    }
    return table;
}();

/// The first of the longest runs of two or more groups that are 0, which "::" stands for.
struct ZeroRun
{
    std::uint8_t begin = 0;
    std::uint8_t length = 0;
};

/// By the set of groups that are 0.
constexpr auto zeroRuns = [] {
    std::array<ZeroRun, 256> table{};
    for (unsigned zeros = 0; zeros < table.size(); ++zeros)
        for (unsigned begin = 0; begin < 8; ++begin) {
            const auto length = static_cast<unsigned>(std::countr_one(zeros >> begin));
            if (length > 1 && length > table[zeros].length)
                table[zeros] = {static_cast<std::uint8_t>(begin), static_cast<std::uint8_t>(length)};
        }
    return table;
}();

/// From 16 - n on: all bits set in n octets, and none in those behind.
constexpr auto fromStart = [] {
    std::array<std::uint8_t, 2 * sizeof(Octets)> octets{};
    std::ranges::fill(std::span(octets).first(sizeof(Octets)), 0xff);
    return octets;
}();

using Ipv6Groups = std::array<std::uint32_t, 8>;

/// What makes a reader of documents look twice: markup, a hex dump that a log's prefix may stand in front of, brackets
/// in brackets.
Octets suspicious(Octets text)
{
    return unprintable(text) | equal(text, '<') | equal(text, '&') | equal(text, 'x') | equal(text, '[');
}

} // namespace

/// One of eight digits and up to two more.
bool PlainTextScanner::takeLongNumber(std::uint32_t& number)
{
    constexpr int mostBehind = 2;
    std::uint64_t whole = join(valuesOf(load()));
    m_at += sizeof(std::uint64_t);
    for (int i = 0; i < mostBehind && isDigit(*m_at); ++i)
        whole = whole * 10 + static_cast<std::uint64_t>(*m_at++ - '0');
    number = static_cast<std::uint32_t>(whole);
    return whole <= 0xffff'ffff && !isDigit(*m_at);
}

bool PlainTextScanner::takeIpv4(const IpAddress& address)
{
    std::uint32_t different = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const PrintedOctet& octet = printedOctets[address.bytes[i]];
        const auto found = loadUnchecked<4>(reinterpret_cast<const std::byte*>(m_at), ByteOrder::Little);
        different |= (found ^ octet.text) & octet.mask;
        m_at += octet.length;
    }
    return different == 0;
}

bool PlainTextScanner::takeIpv6(const IpAddress& address)
{
    // An address that may end as an IPv4 one does has a spelling of its own.
    if (loadUnchecked<8>(reinterpret_cast<const std::byte*>(address.bytes.data()), ByteOrder::Big) == 0) [[unlikely]]
        return take(formatAddress(address)) && take(".");
    Ipv6Groups groups;
    unsigned zeros = 0;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        groups[i] = std::uint32_t{address.bytes[2 * i]} << 8 | address.bytes[2 * i + 1];
        zeros |= unsigned{groups[i] == 0} << i;
    }
    const ZeroRun run = zeroRuns[zeros];
    std::uint32_t different = 0;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (run.length > 0 && i == run.begin) {
            different |= static_cast<std::uint32_t>(m_at[0] ^ ':') | static_cast<std::uint32_t>(m_at[i == 0] ^ ':');
            m_at += i == 0 ? 2 : 1;
            i += run.length - 1U;
            continue;
        }
        different |= takeGroup(groups[i]);
        different |= static_cast<std::uint32_t>(*m_at ^ (i == groups.size() - 1 ? '.' : ':'));
        ++m_at;
    }
    const bool endsWithRun = run.length > 0 && run.begin + run.length == groups.size();
    return different == 0 && (!endsWithRun || take("."));
}

/// Up to four hexadecimal digits; 0 where they are there.
std::uint32_t PlainTextScanner::takeGroup(std::uint32_t group)
{
    // One digit in each octet, the first in the lowest.
    std::uint32_t digits = group >> 12 | (group >> 8 & 0x0f) << 8 | (group >> 4 & 0x0f) << 16 | (group & 0x0f) << 24;
    const std::uint32_t letters = (digits + 0x06060606) >> 4 & 0x01010101;
    const auto leading = static_cast<unsigned>(std::countr_zero(digits | 0x01000000)) / 8;
    digits = (digits + 0x30303030 + letters * ('a' - '0' - 10)) >> (8 * leading);
    const auto found = loadUnchecked<4>(reinterpret_cast<const std::byte*>(m_at), ByteOrder::Little);
    m_at += 4 - leading;
    return (found ^ digits) << (8 * leading);
}

bool PlainTextScanner::takeServiceName()
{
    const char* const begin = m_at;
    while (isLetter(*m_at) || isDigit(*m_at) || *m_at == '-' || *m_at == '_')
        ++m_at;
    return m_at > begin;
}

bool PlainTextScanner::skipBehindBracket()
{
    constexpr std::size_t step = sizeof(Octets);
    Octets wrong{};
    while (m_at <= m_end) {
        const Octets text = loadOctets(m_at);
        const std::size_t end = findSet(equal(text, ']'));
        if (end < step) {
            wrong |= suspicious(text) & loadOctets(fromStart.data() + step - end);
            m_at += end + 1;
            return !isAnySet(wrong);
        }
        wrong |= suspicious(text);
        m_at += step;
    }
    return false;
}

bool PlainTextScanner::skipRest()
{
    for (; m_at < m_end; ++m_at) {
        const auto c = static_cast<unsigned char>(*m_at);
        const bool mayBeOffset = c == 'x' && m_at[-1] == '0';
        if (c < ' ' || c >= 0x7f || c == '<' || c == '&' || mayBeOffset || (c == ')' && m_at + 1 == m_end))
            return false;
    }
    return m_at == m_end;
}

} // namespace tcpladder
