// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/timestamp.h"
#include "ui/support/row_spacing.h"

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <vector>

namespace tcpladder {

/// y of each segment on a ladder whose height is time. Lengths are in pixels at zoom 1; y counts from the first
/// segment.
///
/// Where segments are closer than what is written about them, some go without: which ones depends on the segments
/// alone, so that nothing flickers while it scrolls. Arrows that would cover each other are left out as well.
class TimeScale
{
public:
    struct Measures
    {
        RowSpacing spacing = RowSpacing::FoldedTime;
        double pixelsPerSecond = 1;
        std::array<double, 2> before{}; ///< that a side's segments leave before they are captured
        std::array<double, 2> after{};  ///< and arrive behind that
    };

    struct Silence
    {
        std::size_t before = 0; ///< the segment that ends it
        double top = 0;
        double bottom = 0;
        Duration lasts{};
    };

    explicit TimeScale(const Measures& measures);

    /// The next segment. Where its time is unknown or before the last one's, it stands where that one does.
    void add(Timestamp time, Side sender);

    std::size_t size() const { return m_places.size(); }
    double y(std::size_t segment) const { return m_places[segment].y; }
    double tail(std::size_t segment) const;
    double head(std::size_t segment) const;
    bool hasArrow(std::size_t segment) const { return m_places[segment].hasArrow; }
    bool hasLabel(std::size_t segment) const { return m_places[segment].hasLabel; }
    bool hasNumber(std::size_t segment) const { return m_places[segment].hasNumber; }
    std::span<const Silence> silences() const { return m_silences; }
    const Measures& measures() const { return m_measures; }

    /// Below all arrows.
    double bottom() const;
    /// How far an arrow's end is from its segment's y, at most.
    double reach() const;
    /// The first segment at y or below it; size() when there is none.
    std::size_t firstAt(double y) const;
    /// The segment whose arrow is nearest to y; along is how far to the right of side A's lane, from 0 to 1. There must
    /// be segments.
    std::size_t nearestTo(double y, double along) const;

private:
    struct Place
    {
        double y = 0;
        Side sender = Side::A;
        bool hasArrow = false;
        bool hasLabel = false;
        bool hasNumber = false;
    };

    double distanceTo(Timestamp time);
    double arrowAt(std::size_t segment, double along) const;
    bool claimLabel(double middle);

    Measures m_measures;
    std::deque<Place> m_places; ///< a vector of millions takes long to move when it grows
    std::vector<Silence> m_silences;
    Timestamp m_latest = unknownTime;
    std::array<std::optional<double>, 2> m_lastArrow;
    std::optional<double> m_lastNumber;
    std::vector<double> m_labels; ///< middles of the latest ones
};

} // namespace tcpladder
