// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/resources.h"

#include <QtGlobal>

// The macro declares a function of the global namespace, so it can't stand inside ours.
static void initialise()
{
    Q_INIT_RESOURCE(resources);
}

namespace tcpladder {

void loadResources()
{
    static const bool isDone = (initialise(), true);
    Q_UNUSED(isDone)
}

} // namespace tcpladder
