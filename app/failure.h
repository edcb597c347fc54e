// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exit_status.h"
#include "core/base/error.h"

#include <filesystem>
#include <string>
#include <vector>

namespace tcpladder {

/// What an error line begins with; that of several files names the file itself.
std::string nameOf(const std::vector<std::filesystem::path>& files);

/// One line on standard error, in the user's language.
ExitStatus fail(const std::string& name, const Error& error);

} // namespace tcpladder
