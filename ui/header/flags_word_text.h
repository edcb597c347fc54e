// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace tcpladder {

/// "0x8010".
QString hexWord(std::uint16_t word);

/// "1000 0000 0001 0000".
QString binaryWord(std::uint16_t word);

/// What somebody types or pastes: 0x8010, 8010, or sixteen bits with any spaces, dots or underscores between them.
std::optional<std::uint16_t> parseFlagsWord(const QString& text);

} // namespace tcpladder
