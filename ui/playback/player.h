// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timestamp.h"

#include <span>

namespace tcpladder {

struct PlaybackSpeed
{
    enum class Kind : std::uint8_t {
        Factor,
        Fit,  ///< the whole in fittedLength
        True, ///< as fast as it was
    };

    Kind kind = Kind::Factor;
    double factor = 1;

    constexpr bool operator==(const PlaybackSpeed&) const = default;
};

inline constexpr Duration fittedLength = std::chrono::seconds(30);

/// 0.1 to 10, rising.
std::span<const double> playbackFactors();

/// Where a film is and where it gets to as time passes. It has no clock: somebody tells how much time has passed.
class Player
{
public:
    bool isPlaying() const { return m_isPlaying; }
    bool loops() const { return m_loops; }
    Duration position() const { return m_position; }
    Duration length() const { return m_length; }
    PlaybackSpeed speed() const { return m_speed; }
    /// Of the film, in one second.
    double rate() const;

    /// Another film, or it has grown. \param trueSpeed see PlaybackTimeline
    void setFilm(Duration length, double trueSpeed);
    /// At its end it begins again.
    void play();
    void pause() { m_isPlaying = false; }
    void setLoops(bool loops) { m_loops = loops; }
    void setSpeed(PlaybackSpeed speed) { m_speed = speed; }
    /// The next factor; from another kind of speed, the one that is next to it.
    void speedUp();
    void slowDown();
    void seek(Duration position);
    /// Pauses at the end unless it loops.
    void advance(Duration passed);

private:
    Duration m_length{};
    double m_trueSpeed = 1;
    Duration m_position{};
    PlaybackSpeed m_speed;
    bool m_isPlaying = false;
    bool m_loops = false;
};

} // namespace tcpladder
