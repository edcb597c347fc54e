// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/network_device.h"

#include <QCoreApplication>
#include <QList>

#include <algorithm>

namespace tcpladder {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(live)
};

void takeState(NetworkDevice& device, const QList<QByteArray>& words)
{
    device.isUp = words.contains("up");
    device.isLoopback = words.contains("loopback");
    device.isWireless = words.contains("wireless");
    if (words.contains("connected"))
        device.link = NetworkDevice::Link::Connected;
    else if (words.contains("disconnected"))
        device.link = NetworkDevice::Link::Disconnected;
}

} // namespace

std::vector<NetworkDevice> parseDeviceList(const QByteArray& text)
{
    std::vector<NetworkDevice> devices;
    for (const QByteArray& line : text.split('\n')) {
        const qsizetype space = line.indexOf(' ');
        const QByteArray word = line.left(space);
        const QByteArray rest = space < 0 ? QByteArray() : line.mid(space + 1);
        if (word == "device")
            devices.push_back({.name = QString::fromUtf8(rest)});
        else if (word == "state" && !devices.empty())
            takeState(devices.back(), rest.split(' '));
        else if (word == "address" && !devices.empty())
            devices.back().addresses << QString::fromUtf8(rest);
    }
    std::ranges::stable_partition(devices, &NetworkDevice::isUp);
    return devices;
}

QString linkStateText(const NetworkDevice& device)
{
    if (device.isEvery())
        return Words::tr("all devices at once");
    QStringList parts{device.isUp ? Words::tr("up") : Words::tr("down")};
    if (device.isLoopback)
        parts << Words::tr("loopback");
    if (device.isWireless)
        parts << Words::tr("wireless");
    if (device.link == NetworkDevice::Link::Connected)
        parts << Words::tr("connected");
    else if (device.link == NetworkDevice::Link::Disconnected)
        parts << Words::tr("not connected");
    return parts.join(Words::tr(", "));
}

std::map<QString, quint64> parseTraffic(const QByteArray& procNetDev)
{
    constexpr qsizetype received = 0;
    constexpr qsizetype sent = 8;
    std::map<QString, quint64> octets;
    for (const QByteArray& line : procNetDev.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        const QList<QByteArray> numbers = line.mid(colon + 1).simplified().split(' ');
        if (colon > 0 && numbers.size() > sent)
            octets[QString::fromUtf8(line.left(colon).trimmed())]
                = numbers.at(received).toULongLong() + numbers.at(sent).toULongLong();
    }
    return octets;
}

} // namespace tcpladder
