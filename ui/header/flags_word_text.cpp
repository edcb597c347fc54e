// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/header/flags_word_text.h"

#include <QStringList>

#include <algorithm>

namespace tcpladder {

namespace {

constexpr qsizetype hexDigits = 4;
constexpr qsizetype bits = 16;

} // namespace

QString hexWord(std::uint16_t word)
{
    return QStringLiteral("0x%1").arg(word, hexDigits, 16, QLatin1Char('0'));
}

QString binaryWord(std::uint16_t word)
{
    QStringList nibbles;
    for (int shift = 12; shift >= 0; shift -= 4)
        nibbles << QStringLiteral("%1").arg(word >> shift & 0xf, 4, 2, QLatin1Char('0'));
    return nibbles.join(QLatin1Char(' '));
}

std::optional<std::uint16_t> parseFlagsWord(const QString& text)
{
    QString digits;
    std::ranges::copy_if(text.toLower(), std::back_inserter(digits),
        [](QChar c) { return !c.isSpace() && c != QLatin1Char('_') && c != QLatin1Char('.'); });
    const bool saysHex = digits.startsWith(QLatin1String("0x"));
    const bool saysBinary = digits.startsWith(QLatin1String("0b"));
    if (saysHex || saysBinary)
        digits.remove(0, 2);
    const bool isBinary = saysBinary || (!saysHex && digits.size() == bits);
    if (digits.size() != (isBinary ? bits : hexDigits))
        return {};
    bool isNumber = false;
    const uint word = digits.toUInt(&isNumber, isBinary ? 2 : 16);
    return isNumber ? std::optional(static_cast<std::uint16_t>(word)) : std::nullopt;
}

} // namespace tcpladder
