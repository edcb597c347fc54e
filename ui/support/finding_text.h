// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding/connection_facts.h"
#include "core/finding/finding.h"

#include <QString>

namespace tcpladder {

/// A few words that name the kind, "Three-segment close". The sentence with the numbers is explainFinding()'s.
QString findingTitle(FindingKind kind);

/// What is said of a segment that came again, where it is presumed lost.
QString presumedLossText();

/// "warning"
QString severityText(Severity severity);

/// "four-segment close"; empty while the connection is open.
QString closeText(CloseKind close);

} // namespace tcpladder
