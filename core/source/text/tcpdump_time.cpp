// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/tcpdump_time.h"

#include <algorithm>

namespace tcpladder {

namespace {

// Seconds since 1970 have had nine digits since 1973, before there was TCP; fewer digits are a time from a start.
constexpr std::size_t leastEpochDigits = 9;
constexpr std::size_t mostEpochDigits = 10;

std::optional<std::int64_t> takeDigits(TextCursor& cursor, std::size_t count)
{
    const std::string_view text = cursor.rest();
    if (text.size() < count)
        return {};
    std::int64_t value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (!isDigit(text[i]))
            return {};
        value = value * 10 + (text[i] - '0');
    }
    cursor.skip(count);
    return value;
}

/// ".199325": the digits behind the point, as far as nanoseconds go.
void takeFraction(TextCursor& cursor, TextTime& time)
{
    if (cursor.peek() != '.')
        return;
    TextCursor ahead = cursor;
    ahead.take('.');
    std::int64_t value = 0;
    std::int64_t unit = 100'000'000;
    while (isDigit(ahead.peek()) && time.fractionDigits < 9) {
        value += (ahead.peek() - '0') * unit;
        unit /= 10;
        ++time.fractionDigits;
        ahead.skip(1);
    }
    if (time.fractionDigits == 0)
        return;
    time.value += Duration(value);
    cursor = ahead;
}

std::optional<TextTime> takeTimeOfDay(TextCursor& cursor)
{
    TextCursor ahead = cursor;
    const auto hours = takeDigits(ahead, 2);
    const auto minutes = hours && ahead.take(':') ? takeDigits(ahead, 2) : std::nullopt;
    const auto seconds = minutes && ahead.take(':') ? takeDigits(ahead, 2) : std::nullopt;
    // An Ethernet address begins like a time: 02:00:00:00:77:01.
    if (!seconds || *minutes > 59 || *seconds > 60 || ahead.peek() == ':')
        return {};
    TextTime time{TextTimeForm::TimeOfDay, std::chrono::seconds(*hours * 3600 + *minutes * 60 + *seconds)};
    takeFraction(ahead, time);
    cursor = ahead;
    return time;
}

std::optional<TextTime> takeDate(TextCursor& cursor)
{
    TextCursor ahead = cursor;
    const auto year = takeDigits(ahead, 4);
    const auto month = year && ahead.take('-') ? takeDigits(ahead, 2) : std::nullopt;
    const auto day = month && ahead.take('-') ? takeDigits(ahead, 2) : std::nullopt;
    if (!day || !(ahead.take(' ') || ahead.take('T')))
        return {};
    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)),
        std::chrono::month(static_cast<unsigned>(*month)), std::chrono::day(static_cast<unsigned>(*day))};
    auto time = takeTimeOfDay(ahead);
    // Timestamps count nanoseconds in 64 bits, which end in 2262 and begin in 1677.
    if (!time || !date.ok() || *year < 1900 || *year > 2261)
        return {};
    time->form = TextTimeForm::Date;
    time->value += std::chrono::sys_days(date).time_since_epoch();
    cursor = ahead;
    return time;
}

std::optional<TextTime> takeSeconds(TextCursor& cursor, std::size_t digits)
{
    TextCursor ahead = cursor;
    const auto seconds = takeDigits(ahead, digits);
    if (!seconds || ahead.peek() != '.')
        return {};
    TextTime time{digits < leastEpochDigits ? TextTimeForm::Elapsed : TextTimeForm::Epoch,
        std::chrono::seconds(std::min<std::int64_t>(*seconds, lastTextSecond))};
    takeFraction(ahead, time);
    // An address begins like a number of seconds.
    if (time.fractionDigits == 0 || (!ahead.atEnd() && !isSpace(ahead.peek())))
        return {};
    if (TextCursor behind = ahead; time.form == TextTimeForm::Elapsed && behind.skipSpaces() && behind.take('(')
        && isDigit(behind.peek()) && behind.upTo(")"))
        ahead = behind;
    cursor = ahead;
    return time;
}

std::optional<TextTime> negative(std::optional<TextTime> time)
{
    if (time)
        time->value = -time->value;
    return time;
}

} // namespace

std::optional<TextTime> takeTextTime(TextCursor& cursor)
{
    if (cursor.peek() == '-') { // -ttt of packets that were written out of order
        TextCursor ahead = cursor;
        ahead.skip(1);
        const auto time = negative(takeTimeOfDay(ahead));
        if (time)
            cursor = ahead;
        return time;
    }
    const std::size_t digits = cursor.countDigits();
    if (digits == 0 || digits > mostEpochDigits || digits == cursor.rest().size())
        return {};
    switch (cursor.rest()[digits]) {
    case ':': return takeTimeOfDay(cursor);
    case '-': return takeDate(cursor);
    case '.': return takeSeconds(cursor, digits);
    default: return {};
    }
}

} // namespace tcpladder
