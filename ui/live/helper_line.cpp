// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/helper_line.h"

#include <QFile>
#include <QList>

#include <array>

namespace tcpladder {

namespace {

std::optional<HelperLine> parseCounts(const QByteArray& rest)
{
    const QList<QByteArray> words = rest.split(' ');
    std::array<quint64, 4> numbers{};
    if (words.size() != static_cast<qsizetype>(numbers.size()))
        return {};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        bool isNumber = false;
        numbers.at(i) = words.at(static_cast<qsizetype>(i)).toULongLong(&isNumber);
        if (!isNumber)
            return {};
    }
    return HelperCounts{numbers[0], numbers[1], numbers[2], numbers[3]};
}

HelperError parseError(const QByteArray& rest)
{
    const qsizetype space = rest.indexOf(' ');
    if (space < 0)
        return {QString::fromUtf8(rest), QString()};
    return {QString::fromUtf8(rest.left(space)), QString::fromUtf8(rest.mid(space + 1))};
}

} // namespace

std::optional<HelperLine> parseHelperLine(const QByteArray& line)
{
    const QByteArray trimmed = line.endsWith('\n') ? line.chopped(1) : line;
    const qsizetype space = trimmed.indexOf(' ');
    const QByteArray word = space < 0 ? trimmed : trimmed.left(space);
    const QByteArray rest = space < 0 ? QByteArray() : trimmed.mid(space + 1);
    if (word == "ready")
        return HelperReady{};
    if (word == "file")
        return HelperFile{QFile::decodeName(rest)};
    if (word == "counts")
        return parseCounts(rest);
    if (word == "error")
        return parseError(rest);
    if (word == "end")
        return HelperEnd{};
    return {};
}

} // namespace tcpladder
