// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/host/kernel_sockets.h"

#include <QAbstractTableModel>

namespace tcpladder {

/// This host's sockets in TIME_WAIT, those that stay longest first. Rows come and go one by one, so that what is
/// selected stays.
class TimeWaitModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column : std::uint8_t { Local, Remote, Left, Count };

    using QAbstractTableModel::QAbstractTableModel;

    void setSockets(std::vector<KernelSocket> sockets);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void removeGone(const std::vector<KernelSocket>& sockets);
    void insertNew(const std::vector<KernelSocket>& sockets);

    std::vector<KernelSocket> m_sockets;
};

} // namespace tcpladder
