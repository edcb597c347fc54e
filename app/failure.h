// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export_command.h"
#include "core/base/error.h"

namespace tcpladder {

/// What an error line begins with; that of several files names the file itself.
std::string nameOf(const std::vector<std::filesystem::path>& files);

/// One line on standard error, in the user's language where an application and its translation are there.
ExitStatus fail(const std::string& name, const Error& error);

} // namespace tcpladder
