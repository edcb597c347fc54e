// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/background_thread.h"

#include <sys/resource.h>
#include <unistd.h>

namespace tcpladder {

void letTheWindowGoFirst()
{
    constexpr int kinder = 5; // a third of the time that the window's thread gets where both want all of it
    // On Linux each thread has a nice value of its own, which it hands down (setpriority(2)). Should it fail, the
    // thread is just as fast as the window's.
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), kinder);
}

} // namespace tcpladder
