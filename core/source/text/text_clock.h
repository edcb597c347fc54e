// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/text/tcpdump_time.h"

namespace tcpladder {

/// What times like 00:00:00.094145 in one listing are.
enum class TextTimeMeaning : std::uint8_t {
    TimeOfDay,
    SincePrevious, ///< -ttt
    SinceFirst,    ///< -ttttt
};

/// Makes points in time out of what lines print. Without a date they count from 1970-01-01; a time of day that falls
/// back by more than half a day has passed midnight.
class TextClock
{
public:
    /// Says what times of day mean from here on.
    void startListing(TextTimeMeaning meaning);

    Timestamp next(const TextTime& time);

private:
    Timestamp timeOfDay(Duration sinceMidnight);

    TextTimeMeaning m_meaning = TextTimeMeaning::TimeOfDay;
    Timestamp m_last = unknownTime; ///< of this listing's kind of time
    Duration m_days{};
};

/// A listing that begins with this time shows differences: a capture that begins at midnight sharp is much rarer.
bool beginsWithDifference(const TextTime& time);

} // namespace tcpladder
