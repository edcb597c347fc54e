// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"
#include "ui/charts/chart_lookup.h"

namespace tcpladder {

/// The segment's number, its time and the values of the point. Takes a Reading.
QString chartToolTip(const CaptureDocument& document, const NearestPoint& point);

} // namespace tcpladder
