// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/temporary_file.h"

#include <unistd.h>

#include <cstdlib>
#include <string>

namespace tcpladder {

namespace {

int openIn(std::string folder)
{
    std::string name = std::move(folder) + "/tcpladder-XXXXXX";
    const int descriptor
        = ::mkostemp(name.data(), 02000000); // O_CLOEXEC, which <fcntl.h> declares only with extensions
    if (descriptor >= 0)
        ::unlink(name.c_str());
    return descriptor;
}

} // namespace

int openTemporaryFile()
{
    if (const char* const chosen = std::getenv("TMPDIR"); chosen && *chosen)
        return openIn(chosen);
    const int descriptor = openIn("/var/tmp");
    return descriptor >= 0 ? descriptor : openIn("/tmp");
}

} // namespace tcpladder
