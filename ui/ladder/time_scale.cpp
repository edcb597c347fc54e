// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/time_scale.h"

#include <algorithm>
#include <cmath>

namespace tcpladder {

namespace {

constexpr double longestGap = 240; ///< a longer one is folded
constexpr double foldHeight = 64;
constexpr double arrowStep = 1; ///< arrows of one side that are closer can't be told apart
constexpr double labelStep = 24;
constexpr double numberStep = 18;

} // namespace

TimeScale::TimeScale(const Measures& measures)
    : m_measures(measures)
{
}

void TimeScale::add(Timestamp time, Side sender)
{
    Place place;
    place.sender = sender;
    place.y = m_places.empty() ? 0 : m_places.back().y + distanceTo(time);
    if (time != unknownTime && (m_latest == unknownTime || time > m_latest))
        m_latest = time;
    auto& lastArrow = m_lastArrow[indexOf(sender)];
    place.hasArrow = !lastArrow || place.y - *lastArrow >= arrowStep;
    if (place.hasArrow) {
        lastArrow = place.y;
        const std::size_t side = indexOf(sender);
        place.hasLabel = claimLabel(place.y + (m_measures.after[side] - m_measures.before[side]) / 2);
        place.hasNumber = !m_lastNumber || place.y - *m_lastNumber >= numberStep;
        if (place.hasNumber)
            m_lastNumber = place.y;
    }
    m_places.push_back(place);
}

double TimeScale::distanceTo(Timestamp time)
{
    if (time == unknownTime || m_latest == unknownTime || time <= m_latest)
        return 0;
    const double gap = std::chrono::duration<double>(time - m_latest).count() * m_measures.pixelsPerSecond;
    if (m_measures.spacing == RowSpacing::LinearTime || gap <= longestGap)
        return gap;
    // Behind the arrows that are still on their way, and before those that have left already.
    const double top = m_places.back().y + reach();
    m_silences.push_back({m_places.size(), top, top + foldHeight, time - m_latest});
    return foldHeight + 2 * reach();
}

/// Arrows slant, so labels don't come in the order of their segments: each is held against the latest few.
bool TimeScale::claimLabel(double middle)
{
    const auto isClose = [middle](double other) { return std::abs(other - middle) < labelStep; };
    if (std::ranges::any_of(m_labels, isClose))
        return false;
    const double past = middle - 2 * reach() - labelStep;
    std::erase_if(m_labels, [past](double other) { return other < past; });
    m_labels.push_back(middle);
    return true;
}

double TimeScale::tail(std::size_t segment) const
{
    const Place& place = m_places[segment];
    return place.y - m_measures.before[indexOf(place.sender)];
}

double TimeScale::head(std::size_t segment) const
{
    const Place& place = m_places[segment];
    return place.y + m_measures.after[indexOf(place.sender)];
}

double TimeScale::bottom() const
{
    return m_places.empty() ? 0 : m_places.back().y + reach();
}

double TimeScale::reach() const
{
    return std::max(std::ranges::max(m_measures.before), std::ranges::max(m_measures.after));
}

std::size_t TimeScale::firstAt(double y) const
{
    const auto found = std::ranges::lower_bound(m_places, y, {}, &Place::y);
    return static_cast<std::size_t>(found - m_places.begin());
}

double TimeScale::arrowAt(std::size_t segment, double along) const
{
    return m_places[segment].sender == Side::A ? std::lerp(tail(segment), head(segment), along)
                                               : std::lerp(head(segment), tail(segment), along);
}

std::size_t TimeScale::nearestTo(double y, double along) const
{
    std::optional<std::size_t> best;
    const std::size_t end = std::min(firstAt(y + reach() + foldHeight) + 1, m_places.size());
    for (std::size_t i = end; i-- > 0;) {
        if (best && m_places[i].y < y - reach() - foldHeight)
            break;
        const auto distance = [&](std::size_t segment) { return std::abs(arrowAt(segment, along) - y); };
        if (m_places[i].hasArrow && (!best || distance(i) < distance(*best)))
            best = i;
    }
    return best.value_or(0);
}

} // namespace tcpladder
