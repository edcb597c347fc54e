// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tcpladder {

/// The descriptor of a new file without a name, which is gone when nobody has it open any more, however the program
/// ends; negative, with errno set, where there can be none. In $TMPDIR, or else in /var/tmp: a capture's data are
/// large, and /tmp often is memory.
int openTemporaryFile();

} // namespace tcpladder
