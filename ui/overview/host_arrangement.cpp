// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/host_arrangement.h"

#include <algorithm>

namespace tcpladder {

void HostArrangement::grow(std::size_t hosts)
{
    for (; m_hosts < hosts; ++m_hosts) {
        m_columns.emplace_back(static_cast<std::uint32_t>(m_shown.size()));
        m_shown.push_back(static_cast<std::uint32_t>(m_hosts));
    }
}

std::optional<std::size_t> HostArrangement::columnOf(std::size_t host) const
{
    return host < m_hosts && m_columns[host] ? std::optional<std::size_t>(*m_columns[host]) : std::nullopt;
}

bool HostArrangement::showsSameAs(const HostArrangement& other) const
{
    const auto isShown = [](const std::optional<std::uint32_t>& column) { return column.has_value(); };
    return m_hosts == other.m_hosts && std::ranges::equal(m_columns, other.m_columns, {}, isShown, isShown);
}

void HostArrangement::hide(std::size_t host)
{
    std::erase(m_shown, host);
    number();
}

void HostArrangement::showAll()
{
    for (std::size_t host = 0; host < m_hosts; ++host) {
        if (!m_columns[host])
            m_shown.push_back(static_cast<std::uint32_t>(host));
    }
    number();
}

void HostArrangement::move(std::size_t host, std::size_t column)
{
    if (std::erase(m_shown, host) == 0)
        return;
    const auto place = static_cast<std::ptrdiff_t>(std::min(column, m_shown.size()));
    m_shown.insert(m_shown.begin() + place, static_cast<std::uint32_t>(host));
    number();
}

void HostArrangement::number()
{
    std::ranges::fill(m_columns, std::nullopt);
    for (std::size_t column = 0; column < m_shown.size(); ++column)
        m_columns[m_shown[column]] = static_cast<std::uint32_t>(column);
}

} // namespace tcpladder
