// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/device_model.h"

#include "ui/support/format_text.h"

#include <QFile>
#include <QVector>

#include <algorithm>
#include <utility>

namespace tcpladder {

DeviceModel::DeviceModel(QObject* parent)
    : QAbstractTableModel(parent)
{
    m_timer.setInterval(TrafficMeter::between);
    connect(&m_timer, &QTimer::timeout, this, &DeviceModel::measure);
    m_timer.start();
    measure();
}

void DeviceModel::setDevices(std::vector<NetworkDevice> devices)
{
    beginResetModel();
    m_devices = std::move(devices);
    endResetModel();
}

const NetworkDevice* DeviceModel::device(int row) const
{
    return row >= 0 && static_cast<std::size_t>(row) < m_devices.size() ? &m_devices[static_cast<std::size_t>(row)]
                                                                        : nullptr;
}

std::optional<int> DeviceModel::rowOf(const QString& name) const
{
    const auto found = std::ranges::find(m_devices, name, &NetworkDevice::name);
    if (found == m_devices.end())
        return {};
    return static_cast<int>(found - m_devices.begin());
}

int DeviceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_devices.size());
}

int DeviceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : std::to_underlying(Column::Count);
}

QVariant DeviceModel::data(const QModelIndex& index, int role) const
{
    const NetworkDevice* shown = device(index.row());
    if (!shown || !index.isValid())
        return {};
    const auto column = static_cast<Column>(index.column());
    if (role == RatesRole) {
        const auto& rates = m_meter.rates(shown->name);
        return QVariant::fromValue(QVector<double>(rates.begin(), rates.end()));
    }
    if (role == Qt::DisplayRole)
        return text(*shown, column);
    if (role == Qt::ToolTipRole && column == Column::Addresses)
        return shown->addresses.join(QLatin1Char('\n'));
    return {};
}

QString DeviceModel::text(const NetworkDevice& device, Column column) const
{
    switch (column) {
    case Column::Name: return device.name;
    case Column::Traffic: {
        const auto& rates = m_meter.rates(device.name);
        const double rate = rates.empty() ? 0 : rates.back();
        return tr("%1/s").arg(formatBytes(static_cast<std::uint64_t>(rate)));
    }
    case Column::Addresses: return device.addresses.join(QStringLiteral("  "));
    case Column::State: return linkStateText(device);
    case Column::Count: break;
    }
    return {};
}

QVariant DeviceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Name: return tr("Device");
    case Column::Traffic: return tr("Traffic");
    case Column::Addresses: return tr("Addresses");
    case Column::State: return tr("State");
    case Column::Count: break;
    }
    return {};
}

void DeviceModel::measure()
{
    QFile file(QStringLiteral("/proc/net/dev"));
    if (!file.open(QIODevice::ReadOnly))
        return;
    m_meter.take(parseTraffic(file.readAll()), TrafficMeter::Clock::now());
    constexpr int column = std::to_underlying(Column::Traffic);
    const auto count = static_cast<int>(m_devices.size());
    if (count > 0)
        emit dataChanged(index(0, column), index(count - 1, column));
}

} // namespace tcpladder
