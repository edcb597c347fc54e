// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/text/untouched_dump.h"

namespace tcpladder {

/// Whether this processor can read dumps as below.
bool hasWideDumps();

/// readUntouchedDump() with all digits of a row in one register (AVX2); only where hasWideDumps().
UntouchedDumpOutcome readUntouchedDumpWidely(std::string_view text, UntouchedDump& dump);

} // namespace tcpladder
