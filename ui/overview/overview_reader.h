// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/overview/overview_layout.h"
#include "ui/overview/overview_rows.h"
#include "ui/support/row_spacing.h"

#include <chrono>
#include <span>

namespace tcpladder {

/// What the overview's rows and heads say, of those that are seen.
OverviewContents readOverview(const CaptureDocument& document, const OverviewRows& rows,
    const HostArrangement& arrangement, std::span<const std::size_t> seen, const ColumnRange& columns);

/// "#12 · SYN, 10.0.0.1 to 10.0.0.2, port 80" for a screen reader.
QString overviewSentence(const CaptureDocument& document, const OverviewRows& rows, std::size_t position);

/// Where each row stands when the distances are time, without any row yet; none for even rows.
std::shared_ptr<TimeScale> beginOverviewScale(
    const CaptureDocument& document, const OverviewRows& rows, RowSpacing spacing, double timeZoom);
/// Adds rows for some milliseconds. Whether all are there.
bool extendOverviewScale(
    const CaptureDocument& document, const OverviewRows& rows, std::chrono::milliseconds atMost, TimeScale& scale);
/// All at once.
std::shared_ptr<const TimeScale> makeOverviewScale(
    const CaptureDocument& document, const OverviewRows& rows, RowSpacing spacing, double timeZoom);

} // namespace tcpladder
