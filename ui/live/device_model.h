// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/live/network_device.h"
#include "ui/live/traffic_meter.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <optional>

namespace tcpladder {

/// The devices of this host with what they carry now.
class DeviceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column : std::uint8_t { Name, Traffic, Addresses, State, Count };

    enum Role { RatesRole = Qt::UserRole }; ///< QVector<double>, octets a second, the oldest first

    explicit DeviceModel(QObject* parent = nullptr);

    void setDevices(std::vector<NetworkDevice> devices);
    /// Null where the row is none.
    const NetworkDevice* device(int row) const;
    std::optional<int> rowOf(const QString& name) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void measure();
    QString text(const NetworkDevice& device, Column column) const;

    std::vector<NetworkDevice> m_devices;
    TrafficMeter m_meter;
    QTimer m_timer;
};

} // namespace tcpladder
