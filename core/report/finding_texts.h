// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding/finding.h"

#include <span>

namespace tcpladder {

/// What is said of one variant of a kind. %1 .. %3 are the finding's values, %4 the related segment, %5 the endpoint
/// that sent the finding's segment, %6 its peer.
struct FindingText
{
    FindingKind kind;
    std::uint8_t variant;
    std::string_view text;
};

/// Every variant of every kind but for those that text_wording.h words and the damage of a capture, which is an error.
std::span<const FindingText> findingTexts();

} // namespace tcpladder
