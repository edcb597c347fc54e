// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state/transition_table.h"

namespace tcpladder {

/// Whether Figure 5 of RFC 9293 shows this change. It leaves out what a RST does but for note 1, what FIN_WAIT_1 does
/// with a FIN that acknowledges its own (note 2), and of course all that a capture does not show.
bool isInFigureFive(const TransitionRow& row);

} // namespace tcpladder
