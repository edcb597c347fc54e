// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"
#include "ui/models/page_of_rows.h"

#include <QAbstractListModel>

namespace tcpladder {

class CaptureSession;
class Selection;

/// Findings: those of the selected connection and of the capture as a whole, or all.
class FindingModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Scope : std::uint8_t { SelectedConnection, All };
    enum Role {
        SeverityRole = Qt::UserRole + 1, ///< int of Severity
        WhereRole,                       ///< "segment 3", or of which connection as well
        SentenceRole,                    ///< with the numbers that make it so
    };

    FindingModel(const CaptureSession& session, const Selection& selection, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    Scope scope() const { return m_scope; }
    void setScope(Scope scope);

    /// Invalid for a finding without one.
    SegmentId segmentAt(const QModelIndex& index) const;
    /// The first finding at the segment.
    QModelIndex indexOf(SegmentId segment) const;

private:
    struct Row
    {
        QString title;
        Severity severity = Severity::Note;
        QString where;
        QString sentence;
    };

    const Row& read(const CaptureDocument& document, const QModelIndex& index) const;
    void refresh();
    bool appendNew();
    void replaceRows(const std::vector<FindingId>& now);
    void scanNewFindings(const CaptureDocument& document);
    std::vector<FindingId> wanted();
    QString where(const CaptureDocument& document, const Finding& finding) const;

    const CaptureSession& m_session;
    const Selection& m_selection;
    Scope m_scope = Scope::SelectedConnection;
    std::vector<FindingId> m_rows;
    std::vector<FindingId> m_known; ///< of the connection, as the document had them when the rows were made
    ConnectionId m_connection;
    mutable PageOfRows<Row> m_read;
    std::size_t m_sortedFrom = 0; ///< in m_rows: behind it they are in the order of their segments
    std::vector<FindingId> m_captureWide;
    std::size_t m_scanned = 0; ///< findings that were looked at for captureWide
};

} // namespace tcpladder
