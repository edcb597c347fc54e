// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <deque>
#include <map>

namespace tcpladder {

/// How much each device has carried lately: octets a second, one number for each look.
class TrafficMeter
{
public:
    static constexpr std::chrono::milliseconds between{500};
    static constexpr std::size_t longest = 60; ///< half a minute

    using Clock = std::chrono::steady_clock;

    /// Takes what parseTraffic() has read at that moment.
    void take(const std::map<QString, quint64>& octets, Clock::time_point now);

    /// The oldest first; empty before the second look. "any" has the sum of all.
    const std::deque<double>& rates(const QString& device) const;

private:
    std::map<QString, quint64> m_last;
    Clock::time_point m_lastTime;
    std::map<QString, std::deque<double>> m_rates;
};

} // namespace tcpladder
