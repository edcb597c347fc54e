// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/connection_row.h"
#include "ui/models/page_of_rows.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace tcpladder {

class CaptureSession;

/// The capture's connections, filtered and sorted here and not in a proxy: with four hundred thousand of them each row
/// may cost a few bytes and no conversation through QVariant.
///
/// While the capture grows, rows are added at the end; sort() puts them where they belong.
class ConnectionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column : std::uint8_t {
        Number,
        EndpointA,
        EndpointB,
        State,
        Segments,
        PayloadBytes,
        Start,
        Lifetime,
        Findings,
        Count
    };
    enum Role { RowRole = Qt::UserRole + 1 }; ///< a ConnectionRow

    explicit ConnectionModel(const CaptureSession& session, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// Shows those that hold every word in their endpoints or state; empty shows all. Hundreds of thousands are asked
    /// in parts, between which the window answers; the rows stay as they are until the last part.
    void setFilter(const QString& text);
    bool isFiltering() const { return m_asking.isActive(); }

    ConnectionId connectionAt(const QModelIndex& index) const;
    /// Invalid when the filter hides it.
    QModelIndex indexOf(ConnectionId connection) const;
    /// Of the capture, whatever the filter shows.
    std::size_t connectionCount() const { return m_seen; }

signals:
    /// The rows are those of the filter now.
    void filtered();

private:
    /// Connections that are being asked whether the filter shows them.
    struct Asked
    {
        std::vector<ConnectionId> first; ///< in this order, before those that the document has from next on
        std::size_t firstDone = 0;
        std::size_t next = 0;
        std::vector<ConnectionId> shown;
    };

    void reset();
    void grow();
    void ask();
    void askUntil(const CaptureDocument& document, std::size_t count);
    const ConnectionRow& read(const QModelIndex& index) const;
    bool isShown(const CaptureDocument& document, ConnectionId id) const;
    std::vector<ConnectionId> shownFrom(std::size_t first, std::size_t end) const;

    const CaptureSession& m_session;
    std::vector<ConnectionId> m_rows;
    std::size_t m_seen = 0; ///< connections of the document that were looked at
    QString m_filter;
    std::vector<std::string> m_words; ///< of the filter, in lower case
    Asked m_asked;
    mutable PageOfRows<ConnectionRow> m_read;
    QTimer m_asking; ///< for the next part
};

} // namespace tcpladder
