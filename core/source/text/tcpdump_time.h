// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timestamp.h"
#include "core/source/text/text_cursor.h"

namespace tcpladder {

/// How a line spells its time.
enum class TextTimeForm : std::uint8_t {
    None,      ///< tcpdump -t
    TimeOfDay, ///< 14:58:04.199325: time of day, or with -ttt and -ttttt a difference; TextClock finds out which
    Epoch,     ///< -tt: 1604213884.199325
    Date,      ///< -tttt: 2020-11-01 14:58:04.199325
    Elapsed,   ///< 0.002402, seconds since the first packet, as in TCP/IP Illustrated and in tshark's lines
};

struct TextTime
{
    TextTimeForm form = TextTimeForm::None;
    Duration value{}; ///< since midnight, 1970-01-01 or the first packet, by form
    std::uint8_t fractionDigits = 0;
};

/// A Timestamp's nanoseconds end behind it, in the year 2262: a later time is taken for this.
inline constexpr std::int64_t lastTextSecond = 9'223'372'035;

/// Takes a time, with one that stands in parentheses behind it, from the front of the text.
std::optional<TextTime> takeTextTime(TextCursor& cursor);

} // namespace tcpladder
