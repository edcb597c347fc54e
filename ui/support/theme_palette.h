// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/support/theme.h"

#include <array>

namespace tcpladder {

/// The colours of one scheme as 0xRRGGBB, in the order of their enums.
struct ThemePalette
{
    struct State
    {
        std::uint32_t fill = 0;
        std::uint32_t text = 0;
        std::uint32_t onFill = 0;
        FillPattern pattern = FillPattern::Solid;
    };

    std::array<std::uint32_t, static_cast<std::size_t>(ColorRole::Count)> roles{};
    std::array<State, static_cast<std::size_t>(TcpState::Count)> states{};
    std::array<std::uint32_t, static_cast<std::size_t>(SegmentKind::Count)> kinds{};
    std::array<std::uint32_t, Theme::connectionColors> connections{};
};

const ThemePalette& themePalette(Theme::Scheme scheme);

} // namespace tcpladder
