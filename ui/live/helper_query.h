// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/live/live_trouble.h"
#include "ui/live/network_device.h"

#include <QProcess>

#include <functional>
#include <memory>

namespace tcpladder {

/// Asks the capture helper what needs no privilege: which devices there are, and whether libpcap understands a filter.
/// It is another process, so that a filter which waits for a name server keeps nobody waiting.
class HelperQuery : public QObject
{
    Q_OBJECT

public:
    explicit HelperQuery(QString helper, QObject* parent = nullptr);
    ~HelperQuery() override;

    void listDevices();
    /// The answer to an earlier question doesn't come any more.
    void checkFilter(const QString& filter, const QString& device);

signals:
    void devicesListed(const std::vector<tcpladder::NetworkDevice>& devices);
    /// error: libpcap's own words; empty where it understands the filter.
    void filterChecked(const QString& filter, const QString& error);
    void failed(const tcpladder::LiveTrouble& trouble);

private:
    using Answer = std::function<void(const QByteArray& lines)>;
    std::unique_ptr<QProcess> ask(const QStringList& arguments, const Answer& answer);

    QString m_helper;
    std::unique_ptr<QProcess> m_listing;
    std::unique_ptr<QProcess> m_checking;
};

} // namespace tcpladder
