// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/host/time_wait_model.h"

#include "ui/support/format_text.h"

#include <algorithm>
#include <utility>

namespace tcpladder {

namespace {

bool isSame(const KernelSocket& a, const KernelSocket& b)
{
    return a.local == b.local && a.remote == b.remote;
}

bool isLonger(const KernelSocket& a, const KernelSocket& b)
{
    return a.timeWaitLeft != b.timeWaitLeft ? a.timeWaitLeft > b.timeWaitLeft
                                            : std::pair(a.local, a.remote) < std::pair(b.local, b.remote);
}

auto findSame(const std::vector<KernelSocket>& sockets, const KernelSocket& wanted)
{
    return std::ranges::find_if(sockets, [&](const KernelSocket& socket) { return isSame(socket, wanted); });
}

} // namespace

void TimeWaitModel::setSockets(std::vector<KernelSocket> sockets)
{
    removeGone(sockets);
    for (KernelSocket& known : m_sockets)
        known.timeWaitLeft = findSame(sockets, known)->timeWaitLeft;
    insertNew(sockets);
    if (!m_sockets.empty())
        emit dataChanged(
            index(0, std::to_underlying(Column::Left)), index(rowCount() - 1, std::to_underlying(Column::Left)));
}

void TimeWaitModel::removeGone(const std::vector<KernelSocket>& sockets)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (findSame(sockets, m_sockets[static_cast<std::size_t>(row)]) != sockets.end())
            continue;
        beginRemoveRows({}, row, row);
        m_sockets.erase(m_sockets.begin() + row);
        endRemoveRows();
    }
}

void TimeWaitModel::insertNew(const std::vector<KernelSocket>& sockets)
{
    for (const KernelSocket& socket : sockets) {
        if (findSame(m_sockets, socket) != m_sockets.end())
            continue;
        const auto place = std::ranges::find_if(m_sockets, [&](const KernelSocket& k) { return isLonger(socket, k); });
        const auto row = static_cast<int>(place - m_sockets.begin());
        beginInsertRows({}, row, row);
        m_sockets.insert(place, socket);
        endInsertRows();
    }
}

int TimeWaitModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_sockets.size());
}

int TimeWaitModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : std::to_underlying(Column::Count);
}

QVariant TimeWaitModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::TextAlignmentRole && column == Column::Left)
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const KernelSocket& socket = m_sockets[static_cast<std::size_t>(index.row())];
    switch (column) {
    case Column::Local: return toText(socket.local);
    case Column::Remote: return toText(socket.remote);
    case Column::Left: return socket.timeWaitLeft ? formatCountdown(*socket.timeWaitLeft) : QString();
    case Column::Count: break;
    }
    return {};
}

QVariant TimeWaitModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Local: return tr("Here");
    case Column::Remote: return tr("There");
    case Column::Left: return tr("Left");
    case Column::Count: break;
    }
    return {};
}

} // namespace tcpladder
