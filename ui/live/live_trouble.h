// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/live/capture_options.h"
#include "ui/live/helper_line.h"

namespace tcpladder {

/// Why a capture could not begin or go on: a sentence for the user, and the command that mends it.
struct LiveTrouble
{
    QString text;
    QString command; ///< for a shell; empty where no command helps

    bool operator==(const LiveTrouble&) const = default;
};

/// A line for a shell, which is the same in every language.
QString shellCommand(const char* text);

/// What the words of an error line are about.
struct TroubleContext
{
    QString helper; ///< the program; empty where none was found
    QString device;
    QString file; ///< that packets go into
};

LiveTrouble troubleFor(const HelperError& error, const TroubleContext& context);

/// The helper is not there, or this user may not run it.
LiveTrouble troubleStarting(const QString& helper);

/// It was killed, or has crashed.
LiveTrouble troubleOfCrash();

} // namespace tcpladder
