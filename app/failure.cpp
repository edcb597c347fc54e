// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/failure.h"

#include "app/say.h"

#include <cstdio>

namespace tcpladder {

std::string nameOf(const std::vector<std::filesystem::path>& files)
{
    return files.size() == 1 ? files.front().string()
                             : sayWith(TCPLADDER_TR("commandLine", "%1 files"), std::to_string(files.size()));
}

ExitStatus fail(const std::string& name, const Error& error)
{
    std::fprintf(stderr, "tcpladder: %s\n", sayError(name, error).c_str());
    return ExitStatus::Failure;
}

} // namespace tcpladder
