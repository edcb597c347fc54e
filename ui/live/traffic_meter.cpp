// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/traffic_meter.h"

namespace tcpladder {

namespace {

void append(std::deque<double>& rates, double rate)
{
    rates.push_back(rate);
    if (rates.size() > TrafficMeter::longest)
        rates.pop_front();
}

} // namespace

void TrafficMeter::take(const std::map<QString, quint64>& octets, Clock::time_point now)
{
    const std::chrono::duration<double> seconds = now - m_lastTime;
    double all = 0;
    for (const auto& [device, count] : octets) {
        const auto before = m_last.find(device);
        // A device that was taken out and put back counts from 0 again.
        const bool isKnown = before != m_last.end() && before->second <= count;
        const double rate = isKnown ? static_cast<double>(count - before->second) / seconds.count() : 0;
        all += rate;
        if (isKnown)
            append(m_rates[device], rate);
    }
    if (!m_last.empty())
        append(m_rates[QStringLiteral("any")], all);
    m_last = octets;
    m_lastTime = now;
}

const std::deque<double>& TrafficMeter::rates(const QString& device) const
{
    static const std::deque<double> none;
    const auto found = m_rates.find(device);
    return found == m_rates.end() ? none : found->second;
}

} // namespace tcpladder
