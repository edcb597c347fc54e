// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/playback_timeline.h"

#include <algorithm>
#include <cmath>

namespace tcpladder {

namespace {

using namespace std::chrono_literals;

constexpr double pixelsPlayedPerSecond = 55; ///< half a round trip
constexpr Duration longestRunOut = 6s;
constexpr Duration stillAtTheEnd = 500ms; ///< so that the last arrow is seen before a loop begins again

Duration played(double pixels)
{
    return Duration(std::llround(pixels / pixelsPlayedPerSecond * 1e9));
}

/// Between two times, as far along as at is between begin and end.
Timestamp between(Timestamp first, Timestamp last, Duration at, Duration begin, Duration end)
{
    const auto whole = timeBetween(first, last);
    if (!whole || end <= begin)
        return first;
    const double part
        = std::clamp(static_cast<double>((at - begin).count()) / static_cast<double>((end - begin).count()), 0.0, 1.0);
    return timeAfter(first, Duration(static_cast<Duration::rep>(part * static_cast<double>(whole->count()))));
}

Duration between(Duration first, Duration last, Timestamp at, Timestamp begin, Timestamp end)
{
    const auto whole = timeBetween(begin, end);
    const auto gone = timeBetween(begin, at);
    if (!whole || !gone || *whole <= Duration::zero())
        return first;
    const double part = std::clamp(static_cast<double>(gone->count()) / static_cast<double>(whole->count()), 0.0, 1.0);
    return first + Duration(std::llround(part * static_cast<double>((last - first).count())));
}

} // namespace

PlaybackTimeline::PlaybackTimeline(const TimeScale::Measures& measures)
    : m_scale(measures)
{
}

void PlaybackTimeline::add(Timestamp time, Side sender)
{
    m_scale.add(time, sender);
    const Timestamp latest = m_times.empty() ? unknownTime : m_times.back();
    m_times.push_back(std::max(time, latest)); // unknownTime is before all others
}

void PlaybackTimeline::setEnd(Timestamp end)
{
    m_end = end;
}

Duration PlaybackTimeline::length() const
{
    if (m_times.empty())
        return Duration::zero();
    return startOf(m_times.size() - 1) + std::max(runOut(), Duration(stillAtTheEnd));
}

Duration PlaybackTimeline::runOut() const
{
    const auto lasts = m_times.empty() ? std::nullopt : timeBetween(m_times.back(), m_end);
    if (!lasts || *lasts <= Duration::zero())
        return Duration::zero();
    const double pixels = std::chrono::duration<double>(*lasts).count() * m_scale.measures().pixelsPerSecond;
    return pixels >= std::chrono::duration<double>(longestRunOut).count() * pixelsPlayedPerSecond ? longestRunOut
                                                                                                  : played(pixels);
}

Duration PlaybackTimeline::startOf(std::size_t segment) const
{
    return played(m_scale.y(segment));
}

Duration PlaybackTimeline::positionOf(Timestamp moment) const
{
    const auto next = std::ranges::upper_bound(m_times, moment);
    if (next == m_times.begin())
        return Duration::zero();
    const auto segment = static_cast<std::size_t>(next - m_times.begin()) - 1;
    const Duration start = startOf(segment);
    if (next != m_times.end())
        return between(start, startOf(segment + 1), moment, m_times[segment], *next);
    return between(start, start + runOut(), moment, m_times[segment], m_end);
}

std::size_t PlaybackTimeline::segmentAt(Duration position) const
{
    // Half a nanosecond of rounding must not leave a segment unplayed at its own start.
    const double y = std::chrono::duration<double>(position + 1ns).count() * pixelsPlayedPerSecond;
    std::size_t next = m_scale.firstAt(y);
    while (next < m_times.size() && startOf(next) <= position)
        ++next;
    return next == 0 ? 0 : next - 1;
}

Timestamp PlaybackTimeline::momentAt(Duration position) const
{
    const std::size_t segment = segmentAt(position);
    const Duration start = startOf(segment);
    if (segment + 1 < m_times.size())
        return between(m_times[segment], m_times[segment + 1], position, start, startOf(segment + 1));
    return runOut() > Duration::zero() ? between(m_times[segment], m_end, position, start, start + runOut())
                                       : m_times[segment];
}

std::optional<PlaybackTimeline::Shortened> PlaybackTimeline::shortenedAt(Duration position) const
{
    const std::size_t segment = segmentAt(position);
    if (segment + 1 == m_times.size()) {
        const Duration begin = startOf(segment);
        if (runOut() < longestRunOut || position <= begin)
            return std::nullopt;
        return Shortened{begin, begin + runOut(), m_end - m_times[segment], true};
    }
    const auto silences = m_scale.silences();
    const auto found = std::ranges::lower_bound(silences, segment + 1, {}, &TimeScale::Silence::before);
    if (found == silences.end() || found->before != segment + 1 || position <= startOf(segment))
        return std::nullopt;
    return Shortened{startOf(segment), startOf(segment + 1), found->lasts};
}

double PlaybackTimeline::trueSpeed() const
{
    return m_scale.measures().pixelsPerSecond / pixelsPlayedPerSecond;
}

} // namespace tcpladder
