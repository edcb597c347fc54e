// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/live/capture_options.h"

#include <QStringList>

namespace tcpladder {

/// Where the capture helper is: beside this program as a build leaves it, in libexec as `./dev install` does, or on the
/// PATH. Empty where there is none.
QString findCaptureHelper();

/// The helper's command line.
QStringList captureArguments(const CaptureOptions& options, const QString& file);

} // namespace tcpladder
