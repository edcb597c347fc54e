// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"

#include <array>
#include <optional>
#include <string>

namespace tcpladder {

/// The addresses that a text's lines give a connection's endpoints, by side, where the bytes have others: notes are
/// often made anonymous in their lines only. Nothing where a line contradicts itself.
std::optional<std::array<std::string, 2>> writtenAddresses(
    const CaptureDocument& document, const ConnectionEntry& entry);

} // namespace tcpladder
