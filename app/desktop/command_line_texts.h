// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/say.h"

namespace tcpladder {

/// What the command line says, by Qt's translations. Needs no application: where there is none yet, one is made.
extern const SpokenLanguage commandLineLanguage;

/// That application goes, so that the window's or the ladder's own can come.
void endCommandLineApplication();

} // namespace tcpladder
