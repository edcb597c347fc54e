// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <map>
#include <vector>

namespace tcpladder {

/// A device of this host that packets can be captured from.
struct NetworkDevice
{
    enum class Link : std::uint8_t { Unknown, Connected, Disconnected };

    QString name;
    bool isUp = false;
    bool isLoopback = false;
    bool isWireless = false;
    Link link = Link::Unknown;
    QStringList addresses{};

    /// libpcap's name for all of them at once.
    bool isEvery() const { return name == QLatin1String("any"); }

    bool operator==(const NetworkDevice&) const = default;
};

/// What `tcpladder-capture --list-devices` prints. Those that carry something come first, in the helper's order.
std::vector<NetworkDevice> parseDeviceList(const QByteArray& text);

/// "up, wireless, connected", for people.
QString linkStateText(const NetworkDevice& device);

/// Octets that each device has received and sent, as /proc/net/dev tells (proc_pid_net(5)).
std::map<QString, quint64> parseTraffic(const QByteArray& procNetDev);

} // namespace tcpladder
