// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/player.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace tcpladder {

namespace {

constexpr std::array factors{0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0};

} // namespace

std::span<const double> playbackFactors()
{
    return factors;
}

double Player::rate() const
{
    switch (m_speed.kind) {
    case PlaybackSpeed::Kind::Factor: return m_speed.factor;
    case PlaybackSpeed::Kind::True: return m_trueSpeed;
    case PlaybackSpeed::Kind::Fit: break;
    }
    return static_cast<double>(m_length.count()) / static_cast<double>(fittedLength.count());
}

void Player::setFilm(Duration length, double trueSpeed)
{
    m_length = length;
    m_trueSpeed = trueSpeed;
    m_position = std::min(m_position, length);
    if (length == Duration::zero())
        pause();
}

void Player::play()
{
    if (m_length == Duration::zero())
        return;
    if (m_position >= m_length)
        m_position = Duration::zero();
    m_isPlaying = true;
}

void Player::speedUp()
{
    const auto* faster = std::ranges::upper_bound(factors, rate());
    m_speed = {.factor = faster == factors.end() ? factors.back() : *faster};
}

void Player::slowDown()
{
    const auto* slower = std::ranges::lower_bound(factors, rate());
    m_speed = {.factor = slower == factors.begin() ? factors.front() : *(slower - 1)};
}

void Player::seek(Duration position)
{
    m_position = std::clamp(position, Duration::zero(), m_length);
}

void Player::advance(Duration passed)
{
    if (!m_isPlaying)
        return;
    const double target = static_cast<double>(m_position.count()) + static_cast<double>(passed.count()) * rate();
    const auto end = static_cast<double>(m_length.count());
    if (target < end) {
        m_position = Duration(static_cast<Duration::rep>(target));
    } else if (m_loops) {
        m_position = Duration(static_cast<Duration::rep>(std::fmod(target, end)));
    } else {
        m_position = m_length;
        pause();
    }
}

} // namespace tcpladder
