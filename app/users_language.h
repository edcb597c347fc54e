// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tcpladder {

/// Whether the environment plainly wants English, by the variables that gettext and Qt look at: LANGUAGE, LC_ALL,
/// LC_MESSAGES, LANG. False says only that somebody has to look closer.
bool wantsEnglish();

} // namespace tcpladder
