// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/text_clock.h"

namespace tcpladder {

namespace {

constexpr Duration day = std::chrono::hours(24);

} // namespace

void TextClock::startListing(TextTimeMeaning meaning)
{
    if (meaning != m_meaning)
        m_last = unknownTime;
    m_meaning = meaning;
}

Timestamp TextClock::timeOfDay(Duration sinceMidnight)
{
    Timestamp time{m_days + sinceMidnight};
    if (m_last != unknownTime && m_last - time > day / 2) {
        m_days += day;
        time += day;
    }
    return time;
}

Timestamp TextClock::next(const TextTime& time)
{
    switch (time.form) {
    case TextTimeForm::None: return unknownTime;
    case TextTimeForm::Epoch:
    case TextTimeForm::Date:
    case TextTimeForm::Elapsed: return Timestamp(time.value);
    case TextTimeForm::TimeOfDay: break;
    }
    switch (m_meaning) {
    case TextTimeMeaning::TimeOfDay: m_last = timeOfDay(time.value); break;
    case TextTimeMeaning::SincePrevious:
        m_last = m_last == unknownTime ? Timestamp(time.value) : m_last + time.value;
        break;
    case TextTimeMeaning::SinceFirst: m_last = Timestamp(time.value); break;
    }
    return m_last;
}

bool beginsWithDifference(const TextTime& time)
{
    return time.form == TextTimeForm::TimeOfDay && time.value == Duration::zero() && time.fractionDigits >= 6;
}

} // namespace tcpladder
