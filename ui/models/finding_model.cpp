// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/finding_model.h"

#include "core/report/wording.h"
#include "ui/session/capture_session.h"
#include "ui/session/selection.h"
#include "ui/support/clause_text.h"
#include "ui/support/connection_text.h"
#include "ui/support/finding_text.h"
#include "ui/support/format_text.h"
#include "ui/support/translate_message.h"

#include <algorithm>
#include <utility>

namespace tcpladder {

namespace {

/// What was found, and where that is ruled.
QString sentenceOf(const CaptureDocument& document, const Finding& finding)
{
    return joinSentences({translateMessage(explainFinding(document, finding)), clauseText(clauseOf(finding))});
}

} // namespace

FindingModel::FindingModel(const CaptureSession& session, const Selection& selection, QObject* parent)
    : QAbstractListModel(parent)
    , m_session(session)
    , m_selection(selection)
{
    connect(&session, &CaptureSession::documentReplaced, this, [this] {
        beginResetModel();
        m_rows.clear();
        m_read.clear();
        m_captureWide.clear();
        m_known.clear();
        m_connection = {};
        m_scanned = 0;
        m_sortedFrom = 0;
        endResetModel();
        refresh();
    });
    connect(&session, &CaptureSession::documentGrew, this, &FindingModel::refresh);
    connect(&selection, &Selection::connectionChanged, this, &FindingModel::refresh);
    refresh();
}

int FindingModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant FindingModel::data(const QModelIndex& index, int role) const
{
    const CaptureDocument* document = m_session.document();
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !document)
        return {};
    switch (role) {
    case Qt::DisplayRole: return read(*document, index).title;
    case SeverityRole: return std::to_underlying(read(*document, index).severity);
    case WhereRole: return read(*document, index).where;
    case SentenceRole:
    case Qt::ToolTipRole: return read(*document, index).sentence;
    case Qt::AccessibleTextRole: {
        const Row& row = read(*document, index);
        return severityText(row.severity) + QStringLiteral(", ") + row.title + QStringLiteral(", ") + row.where
            + QStringLiteral(": ") + row.sentence;
    }
    default: return {};
    }
}

const FindingModel::Row& FindingModel::read(const CaptureDocument& document, const QModelIndex& index) const
{
    return m_read.at(index.row(), rowCount(), document, [&](std::size_t row) -> Row {
        const Finding& finding = document.finding(m_rows[row]);
        return {findingTitle(finding.kind), finding.severity, where(document, finding), sentenceOf(document, finding)};
    });
}

void FindingModel::setScope(Scope scope)
{
    if (scope == m_scope)
        return;
    m_scope = scope;
    refresh();
}

SegmentId FindingModel::segmentAt(const QModelIndex& index) const
{
    const CaptureDocument* document = m_session.document();
    if (!document || !index.isValid())
        return {};
    return document->finding(m_rows[static_cast<std::size_t>(index.row())]).segment;
}

QModelIndex FindingModel::indexOf(SegmentId segment) const
{
    const CaptureDocument* document = m_session.document();
    if (!document || !segment.isValid())
        return {};
    const auto segmentOf = [document](FindingId id) { return document->finding(id).segment; };
    const auto sorted = m_rows.begin() + static_cast<std::ptrdiff_t>(m_sortedFrom);
    auto found = std::find_if(m_rows.begin(), sorted, [&](FindingId id) { return segmentOf(id) == segment; });
    if (found == sorted)
        found = std::ranges::lower_bound(sorted, m_rows.end(), segment, {}, segmentOf);
    const bool isThere = found != m_rows.end() && segmentOf(*found) == segment;
    return isThere ? index(static_cast<int>(found - m_rows.begin())) : QModelIndex();
}

void FindingModel::refresh()
{
    m_read.clear();
    if (!appendNew())
        replaceRows(wanted());
}

/// The cheap way, for a long connection that grows: its new findings are at later segments, and go to the end. False
/// where that isn't so.
bool FindingModel::appendNew()
{
    const CaptureDocument* document = m_session.document();
    if (!document || m_scope == Scope::All || !m_connection.isValid() || m_connection != m_selection.connection())
        return false;
    std::vector<FindingId> added;
    {
        const CaptureDocument::Reading reading(*document);
        const auto wideBefore = m_captureWide.size();
        scanNewFindings(*document);
        const auto& findings = document->connection(m_connection).findings;
        const auto [known, fresh] = std::ranges::mismatch(m_known, findings);
        if (known != m_known.end() || m_captureWide.size() != wideBefore)
            return false;
        added.assign(fresh, findings.end());
        const auto segmentOf = [document](FindingId id) { return document->finding(id).segment; };
        std::ranges::stable_sort(added, {}, segmentOf);
        if (!added.empty() && !m_known.empty() && segmentOf(added.front()) < segmentOf(m_rows.back()))
            return false;
    }
    if (added.empty())
        return true;
    const auto first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(added.size()) - 1);
    m_rows.insert(m_rows.end(), added.begin(), added.end());
    m_known.insert(m_known.end(), added.begin(), added.end());
    m_read.clear();
    endInsertRows();
    return true;
}

/// Makes the rows what they should be by one removal and one insertion between what stays at both ends.
void FindingModel::replaceRows(const std::vector<FindingId>& now)
{
    const auto [oldPart, newPart] = std::ranges::mismatch(m_rows, now);
    const auto kept = oldPart - m_rows.begin();
    const auto oldTail = std::ranges::subrange(oldPart, m_rows.end());
    const auto newTail = std::ranges::subrange(newPart, now.end());
    std::ptrdiff_t keptAtEnd = 0;
    while (keptAtEnd < std::min(std::ssize(oldTail), std::ssize(newTail))
        && *(m_rows.end() - 1 - keptAtEnd) == *(now.end() - 1 - keptAtEnd))
        ++keptAtEnd;
    const auto removed = std::ssize(oldTail) - keptAtEnd;
    const auto inserted = std::ssize(newTail) - keptAtEnd;
    if (removed > 0) {
        beginRemoveRows({}, static_cast<int>(kept), static_cast<int>(kept + removed) - 1);
        m_rows.erase(m_rows.begin() + kept, m_rows.begin() + kept + removed);
        m_read.clear();
        endRemoveRows();
    }
    if (inserted > 0) {
        beginInsertRows({}, static_cast<int>(kept), static_cast<int>(kept + inserted) - 1);
        m_rows.insert(m_rows.begin() + kept, now.begin() + kept, now.begin() + kept + inserted);
        m_read.clear();
        endInsertRows();
    }
}

void FindingModel::scanNewFindings(const CaptureDocument& document)
{
    for (; m_scanned < document.findingCount(); ++m_scanned) {
        const FindingId id(m_scanned);
        if (!document.finding(id).connection.isValid())
            m_captureWide.push_back(id);
    }
}

/// What concerns the whole capture, then the connection's in the order of its segments.
std::vector<FindingId> FindingModel::wanted()
{
    std::vector<FindingId> findings;
    m_known.clear();
    m_sortedFrom = 0;
    m_connection = m_scope == Scope::All ? ConnectionId() : m_selection.connection();
    const CaptureDocument* document = m_session.document();
    if (!document)
        return findings;
    const CaptureDocument::Reading reading(*document);
    const auto stands = [document](FindingId id) { return !document->isWithdrawn(id); };
    if (m_scope == Scope::All) {
        for (std::size_t i = 0; i < document->findingCount(); ++i) {
            if (stands(FindingId(i)))
                findings.emplace_back(i);
        }
        m_sortedFrom = findings.size();
        return findings;
    }
    scanNewFindings(*document);
    std::ranges::copy_if(m_captureWide, std::back_inserter(findings), stands);
    m_sortedFrom = findings.size();
    if (!m_connection.isValid())
        return findings;
    const auto& ofConnection = document->connection(m_connection).findings;
    m_known.assign(ofConnection.begin(), ofConnection.end());
    const auto first = std::ssize(findings);
    findings.insert(findings.end(), m_known.begin(), m_known.end());
    std::ranges::stable_sort(findings.begin() + first, findings.end(), {},
        [document](FindingId id) { return document->finding(id).segment; });
    return findings;
}

QString FindingModel::where(const CaptureDocument& document, const Finding& finding) const
{
    if (!finding.connection.isValid() || !finding.segment.isValid())
        return finding.packet.isValid() ? tr("packet %1").arg(formatCount(finding.packet.value)) : tr("whole capture");
    const auto& segments = document.connection(finding.connection).connection.segments;
    const auto row = std::ranges::lower_bound(segments, finding.segment) - segments.begin();
    QString segment = tr("segment %1").arg(formatCount(static_cast<std::uint64_t>(row) + 1));
    if (m_scope == Scope::SelectedConnection)
        return segment;
    return tr("connection %1, %2").arg(formatCount(std::uint64_t{finding.connection.value} + 1), segment);
}

} // namespace tcpladder
