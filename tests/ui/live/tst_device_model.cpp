// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/device_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <utility>

using namespace tcpladder;
using namespace std::chrono_literals;

namespace {

const QByteArray deviceList = "device br0\nstate down\n"
                              "device wlan0\nstate up wireless connected\naddress 192.0.2.7\naddress 2001:db8::7\n"
                              "device any\nstate up\nend\n";

const QByteArray procNetDev
    = "Inter-|   Receive                                                |  Transmit\n"
      " face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls\n"
      "    lo:    1000      10    0    0    0     0          0         0     1000      10    0    0    0     0\n"
      " wlan0:12345678    9999    0    0    0     0          0         0   654322    4444    0    0    0     0\n";

} // namespace

class TestDeviceModel : public QObject
{
    Q_OBJECT

private slots:
    void devicesThatAreUpComeFirst()
    {
        const auto devices = parseDeviceList(deviceList);
        QCOMPARE(devices.size(), std::size_t(3));
        QCOMPARE(devices[0].name, "wlan0");
        QCOMPARE(devices[0].addresses, (QStringList{"192.0.2.7", "2001:db8::7"}));
        QCOMPARE(devices[0].link, NetworkDevice::Link::Connected);
        QVERIFY(devices[0].isWireless);
        QCOMPARE(devices[2].name, "br0");
        QVERIFY(!devices[2].isUp);
    }

    void aLineWithoutADeviceIsPassedOver()
    {
        QVERIFY(parseDeviceList("state up\naddress 192.0.2.1\nnonsense\n").empty());
    }

    void theKernelsCountersAreBothDirections()
    {
        const auto traffic = parseTraffic(procNetDev);
        QCOMPARE(traffic.size(), std::size_t(2));
        QCOMPARE(traffic.at("lo"), quint64(2000));
        QCOMPARE(traffic.at("wlan0"), quint64(13'000'000));
    }

    void theMeterKnowsOctetsPerSecond()
    {
        TrafficMeter meter;
        const TrafficMeter::Clock::time_point begin{};
        meter.take({{"a", 100}, {"b", 0}}, begin);
        QVERIFY(meter.rates("a").empty());
        meter.take({{"a", 1100}, {"b", 500}}, begin + 500ms);
        QCOMPARE(meter.rates("a").back(), 2000.0);
        QCOMPARE(meter.rates("any").back(), 3000.0);
        meter.take({{"a", 50}, {"b", 500}}, begin + 1s); // a is another device of that name
        QCOMPARE(meter.rates("a").size(), std::size_t(1));
        for (int i = 0; i < 100; ++i)
            meter.take({{"b", 500}}, begin + 2s + i * 500ms);
        QCOMPARE(meter.rates("b").size(), TrafficMeter::longest);
    }

    void theModelKeepsQtsRules()
    {
        DeviceModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setDevices(parseDeviceList(deviceList));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.rowOf("any"), 1);
        QVERIFY(!model.rowOf("eth9").has_value());
        const auto text
            = [&](DeviceModel::Column column) { return model.index(0, std::to_underlying(column)).data().toString(); };
        QCOMPARE(text(DeviceModel::Column::Name), "wlan0");
        QCOMPARE(text(DeviceModel::Column::State), "up, wireless, connected");
        QVERIFY2(text(DeviceModel::Column::Traffic).endsWith("/s"), qPrintable(text(DeviceModel::Column::Traffic)));
        QCOMPARE(model.device(7), nullptr);
    }
};

QTEST_GUILESS_MAIN(TestDeviceModel)
#include "tst_device_model.moc"
