// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"

#include <QAbstractTableModel>

#include <array>
#include <vector>

namespace tcpladder {

class CaptureSession;
class Selection;

/// The ladder of the selected connection as a table: a row for each segment, with the states of both sides behind it.
/// It keeps no row; each is read when it is seen.
class SegmentModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column : std::uint8_t {
        Number,
        Time,
        Sender,
        Flags,
        Sequence,
        Acknowledgment,
        Length,
        Window,
        StateA,
        StateB,
        Count,
    };

    SegmentModel(const CaptureSession& session, const Selection& selection, QObject* parent = nullptr);

    /// While nobody sees it, it is empty: a view takes milliseconds to take in what a capture grows by.
    void setShown(bool shown);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Change
    {
        SegmentId from; ///< in force behind this segment
        TcpState state = TcpState::Unknown;
    };

    void startAnew();
    void grow();
    void readChanges(const CaptureDocument& document);
    std::size_t currentCount() const;
    QString text(const CaptureDocument& document, std::size_t row, Column column) const;
    TcpState stateAt(Side side, SegmentId segment) const;

    const CaptureSession& m_session;
    const Selection& m_selection;
    ConnectionId m_connection;
    bool m_isShown = true;
    std::size_t m_rows = 0;
    std::array<std::vector<Change>, 2> m_changes; ///< rising
    std::array<std::optional<SequenceNumber>, 2> m_origins;
};

} // namespace tcpladder
