// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/format_number.h"

#include "ui/support/format_text.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace tcpladder {

QString formatNumber(double value, int decimals)
{
    const QString digits = QLocale(QLocale::English).toString(std::abs(value), 'f', decimals);
    const bool isZero = std::abs(value) < 0.5 * std::pow(10, -decimals);
    return value < 0 && !isZero ? QStringLiteral("−") + digits : digits;
}

QString formatRate(double bytesPerSecond)
{
    return formatBytes(static_cast<std::uint64_t>(std::max(0.0, std::round(bytesPerSecond)))) + QStringLiteral("/s");
}

} // namespace tcpladder
