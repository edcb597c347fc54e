// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/message.h"

#include <QString>

namespace tcpladder {

/// Core's sentence in the language of the window.
QString translateMessage(const Message& message);

} // namespace tcpladder
