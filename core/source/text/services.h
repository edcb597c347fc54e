// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace tcpladder {

/// The whole of services.tsv: "name TAB port LF", in the order of the names' bytes.
std::string_view servicesOfIana();

/// The TCP port that IANA gave the name to. tcpdump prints such names without -n, also of services that the machine
/// that reads its text has never heard of.
std::optional<std::uint16_t> findServiceOfIana(std::string_view name);

} // namespace tcpladder
