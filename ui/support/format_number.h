// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tcpladder {

/// "12,345.50"; "−0.5" with the sign of mathematics.
QString formatNumber(double value, int decimals);

/// "340 bytes/s", "51.2 kB/s".
QString formatRate(double bytesPerSecond);

} // namespace tcpladder
