// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection/segment_record.h"
#include "core/report/table_rows.h"

namespace tcpladder {

std::span<const std::string_view> segmentColumns();

/// A row of these. segment: the record's, whole.
void writeSegmentRow(TableRows& row, const Segment& segment, const SegmentRecord& record, std::string_view comment);

} // namespace tcpladder
