// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace tcpladder {

// Checks of an option's value that answer in the user's language, as CLI11's own do not.

/// The case of letters does not matter.
CLI::Validator oneOf(std::vector<std::string> words);

CLI::Validator between(double least, double most);
CLI::Validator countedFromOne();
CLI::Validator notNegative();

/// The sentence for an error that CLI11 found.
std::string explain(const CLI::ParseError& error);

} // namespace tcpladder
