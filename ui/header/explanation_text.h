// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/header_wording.h"
#include "ui/session/selection.h"

#include <QString>

namespace tcpladder {

class ShownSegment;

/// A tooltip: the name in bold with its clause, what the field is, what its value says.
QString toToolTip(const FieldExplanation& explanation);

/// The tooltip of a field of the shown segment; empty without one.
QString fieldToolTip(const ShownSegment& shown, const FieldChoice& choice);

/// The tooltip of a part of one of its options.
QString optionToolTip(const ShownSegment& shown, const FieldChoice& choice, const TcpOptionPart& part);

} // namespace tcpladder
