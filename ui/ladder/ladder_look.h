// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/support/format_text.h"
#include "ui/support/label_fields.h"
#include "ui/support/row_spacing.h"

namespace tcpladder {

/// What the user chooses of how a ladder looks, on the screen and in files alike.
struct LadderLook
{
    SequenceStyle sequenceStyle = SequenceStyle::Relative;
    RowSpacing spacing = RowSpacing::Even;
    double timeZoom = 1;    ///< of the distances that are time
    bool foldsRuns = false; ///< where rows are evenly spaced
    LabelFields fields = usualLabelFields;

    bool operator==(const LadderLook&) const = default;
};

} // namespace tcpladder
