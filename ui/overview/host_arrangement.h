// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tcpladder {

/// Which hosts have a lifeline, and where. Hosts are counted in the order in which the capture met them.
class HostArrangement
{
public:
    /// There are so many by now: new ones come last.
    void grow(std::size_t hosts);

    /// From left to right.
    std::span<const std::uint32_t> shown() const { return m_shown; }
    std::size_t hiddenCount() const { return m_hosts - m_shown.size(); }
    /// None while the host is hidden.
    std::optional<std::size_t> columnOf(std::size_t host) const;

    /// In whatever order.
    bool showsSameAs(const HostArrangement& other) const;

    void hide(std::size_t host);
    /// Those that were hidden come last.
    void showAll();
    /// To that column; the others close up.
    void move(std::size_t host, std::size_t column);

    bool operator==(const HostArrangement&) const = default;

private:
    void number();

    std::size_t m_hosts = 0;
    std::vector<std::uint32_t> m_shown;
    std::vector<std::optional<std::uint32_t>> m_columns; ///< by host
};

} // namespace tcpladder
