// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/format_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <array>
#include <cmath>

namespace tcpladder {

namespace {

using namespace std::chrono_literals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(format)
};

/// Three significant digits: "1.50", "12.3", "208".
QString threeDigits(double value)
{
    const int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
    return QString::number(value, 'f', decimals);
}

/// "12", but "12.5" where whole numbers would hide half of it.
QString shortest(double value)
{
    const bool isWhole = std::abs(value - std::round(value)) < 0.005;
    return isWhole ? QString::number(std::round(value), 'f', 0) : threeDigits(value);
}

QString twoParts(std::int64_t large, const char* largeUnit, std::int64_t small, const char* smallUnit)
{
    const QString first = QString::number(large) + u' ' + Words::tr(largeUnit);
    return small == 0 ? first : first + u' ' + QString::number(small) + u' ' + Words::tr(smallUnit);
}

QString formatLongDuration(Duration duration)
{
    const auto seconds = std::chrono::round<std::chrono::seconds>(duration).count();
    if (seconds < 3600)
        return twoParts(
            seconds / 60, QT_TRANSLATE_NOOP("format", "min"), seconds % 60, QT_TRANSLATE_NOOP("format", "s"));
    const auto minutes = seconds / 60;
    if (minutes < 48 * 60)
        return twoParts(
            minutes / 60, QT_TRANSLATE_NOOP("format", "h"), minutes % 60, QT_TRANSLATE_NOOP("format", "min"));
    const auto hours = minutes / 60;
    return twoParts(hours / 24, QT_TRANSLATE_NOOP("format", "d"), hours % 24, QT_TRANSLATE_NOOP("format", "h"));
}

QDateTime toDateTime(Timestamp time)
{
    const auto milliseconds = std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch()).count();
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

} // namespace

QString formatCount(std::uint64_t count)
{
    return QLocale(QLocale::English).toString(static_cast<qulonglong>(count));
}

QString formatBytes(std::uint64_t bytes)
{
    if (bytes < 10'000)
        return (bytes == 1 ? Words::tr("%1 byte") : Words::tr("%1 bytes")).arg(formatCount(bytes));
    constexpr std::array units{"kB", "MB", "GB", "TB"};
    double value = static_cast<double>(bytes) / 1000;
    std::size_t unit = 0;
    while (value >= 999.5 && unit + 1 < units.size()) {
        value /= 1000;
        ++unit;
    }
    return threeDigits(value) + u' ' + QLatin1String(units[unit]);
}

QString formatElapsed(Timestamp time, Timestamp origin)
{
    const std::optional<Duration> since = timeBetween(origin, time);
    if (!since)
        return QStringLiteral("—");
    const auto elapsed = std::chrono::floor<std::chrono::microseconds>(*since).count();
    const QString sign = elapsed < 0 ? QStringLiteral("−") : QString();
    const auto size = std::abs(elapsed);
    return sign + QStringLiteral("%1.%2").arg(size / 1'000'000).arg(size % 1'000'000, 6, 10, QLatin1Char('0'));
}

QString formatDuration(Duration duration)
{
    if (duration < Duration::zero())
        return QStringLiteral("−") + formatDuration(-duration);
    const auto nanoseconds = static_cast<double>(duration.count());
    if (duration < 1us)
        return QString::number(duration.count()) + QStringLiteral(" ns");
    if (nanoseconds < 999.5e3)
        return shortest(nanoseconds / 1e3) + QStringLiteral(" µs");
    if (nanoseconds < 999.5e6)
        return shortest(nanoseconds / 1e6) + QStringLiteral(" ms");
    if (duration < 100s || (duration < 5min && duration % 1min != 0s))
        return shortest(nanoseconds / 1e9) + QStringLiteral(" s");
    return formatLongDuration(duration);
}

QString formatDelta(Duration duration)
{
    return duration < Duration::zero() ? formatDuration(duration) : u'+' + formatDuration(duration);
}

QString formatCountdown(Duration left)
{
    return QStringLiteral("%1 s").arg(std::chrono::ceil<std::chrono::seconds>(left).count());
}

QString formatClock(Timestamp time)
{
    if (time == unknownTime)
        return {};
    const Timestamp rounded = std::chrono::round<std::chrono::milliseconds>(time);
    return toDateTime(rounded).toString(QStringLiteral("HH:mm:ss.zzz"));
}

QString formatMoment(Timestamp time)
{
    if (time == unknownTime)
        return Words::tr("unknown time");
    const auto micros = std::chrono::floor<std::chrono::microseconds>(time.time_since_epoch()).count() % 1'000'000;
    const QString fraction = QStringLiteral(".%1").arg((micros + 1'000'000) % 1'000'000, 6, 10, QLatin1Char('0'));
    const QDateTime moment = toDateTime(time);
    if (moment.date() == QDate(1970, 1, 1))
        return moment.toString(QStringLiteral("HH:mm:ss")) + fraction;
    return moment.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) + fraction + QStringLiteral(" UTC");
}

QString formatState(TcpState state)
{
    const std::string_view name = stateName(state);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QString toText(const Endpoint& endpoint)
{
    return QString::fromStdString(formatEndpoint(endpoint));
}

QString formatSide(Side side)
{
    return side == Side::A ? QStringLiteral("A") : QStringLiteral("B");
}

QString formatSequence(SequenceNumber number, SequenceNumber origin, SequenceStyle style)
{
    if (style == SequenceStyle::Absolute)
        return QString::number(number.value);
    // A little behind the origin is meant as such (keep-alives); else streams over 2 GB would turn negative.
    constexpr std::int32_t furthestBehind = -65536;
    const std::int32_t distance = number - origin;
    return distance < 0 && distance >= furthestBehind ? QString::number(distance)
                                                      : QString::number((number.value - origin.value));
}

} // namespace tcpladder
