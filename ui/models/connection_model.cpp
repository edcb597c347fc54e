// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/connection_model.h"

#include "ui/session/capture_session.h"
#include "ui/support/connection_text.h"
#include "ui/support/format_text.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace tcpladder {

namespace {

using Column = ConnectionModel::Column;

QString cellText(const ConnectionRow& row, Column column)
{
    switch (column) {
    case Column::Number: return QString::number(row.id.value + 1);
    case Column::EndpointA: return row.endpointA;
    case Column::EndpointB: return row.endpointB;
    case Column::State: return formatState(row.state);
    case Column::Segments: return formatCount(row.segments);
    case Column::PayloadBytes: return formatBytes(row.bytes);
    case Column::Start: return formatMoment(row.start);
    case Column::Lifetime: return formatDuration(row.duration);
    case Column::Findings: return formatCount(row.findings);
    case Column::Count: break;
    }
    return {};
}

QString accessibleText(const ConnectionRow& row)
{
    return ConnectionModel::tr("Connection %1, %2 to %3, %4, %5")
        .arg(QString::number(row.id.value + 1), row.endpointA, row.endpointB, formatState(row.state),
            segmentCountText(row.segments));
}

/// What rows are ordered by, one number for each.
std::int64_t sortKey(const CaptureDocument& document, ConnectionId id, Column column)
{
    const ConnectionEntry& entry = document.connection(id);
    const Connection& connection = entry.connection;
    switch (column) {
    case Column::State: return std::to_underlying(tellingState(entry));
    case Column::Segments: return static_cast<std::int64_t>(connection.segments.size());
    case Column::PayloadBytes:
        return static_cast<std::int64_t>(connection.counts[0].payloadBytes + connection.counts[1].payloadBytes);
    case Column::Lifetime:
        return timeBetween(
            document.segment(connection.segments.front()).time, document.segment(connection.segments.back()).time)
            .value_or(Duration::zero())
            .count();
    case Column::Findings: return static_cast<std::int64_t>(entry.findings.size());
    case Column::Number:
    case Column::EndpointA:
    case Column::EndpointB:
    case Column::Start:
    case Column::Count: break;
    }
    return id.value;
}

} // namespace

ConnectionModel::ConnectionModel(const CaptureSession& session, QObject* parent)
    : QAbstractTableModel(parent)
    , m_session(session)
{
    connect(&session, &CaptureSession::documentReplaced, this, &ConnectionModel::reset);
    connect(&session, &CaptureSession::documentGrew, this, &ConnectionModel::grow);
    m_asking.setSingleShot(true);
    m_asking.setInterval(0);
    connect(&m_asking, &QTimer::timeout, this, &ConnectionModel::ask);
    reset();
}

int ConnectionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ConnectionModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : std::to_underlying(Column::Count);
}

QVariant ConnectionModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !m_session.document())
        return {};
    if (role == Qt::ToolTipRole)
        return factsToolTip(*m_session.document(), connectionAt(index));
    if (role != Qt::DisplayRole && role != RowRole && role != Qt::AccessibleTextRole)
        return {};
    const ConnectionRow& row = read(index);
    if (role == RowRole)
        return QVariant::fromValue(row);
    return role == Qt::DisplayRole ? cellText(row, static_cast<Column>(index.column())) : accessibleText(row);
}

const ConnectionRow& ConnectionModel::read(const QModelIndex& index) const
{
    const CaptureDocument& document = *m_session.document();
    return m_read.at(
        index.row(), rowCount(), document, [&](std::size_t row) { return readConnectionRow(document, m_rows[row]); });
}

QVariant ConnectionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Number: return tr("Number");
    case Column::EndpointA: return tr("From");
    case Column::EndpointB: return tr("To");
    case Column::State: return tr("State");
    case Column::Segments: return tr("Segments");
    case Column::PayloadBytes: return tr("Bytes");
    case Column::Start: return tr("Start");
    case Column::Lifetime: return tr("Duration");
    case Column::Findings: return tr("Findings");
    case Column::Count: break;
    }
    return {};
}

void ConnectionModel::sort(int column, Qt::SortOrder order)
{
    const CaptureDocument* document = m_session.document();
    if (!document)
        return;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<ConnectionId> persistent;
    for (const QModelIndex& index : before)
        persistent.push_back(connectionAt(index));

    std::vector<std::pair<std::int64_t, ConnectionId>> keyed(m_rows.size());
    {
        const CaptureDocument::Reading reading(*document);
        std::ranges::transform(m_rows, keyed.begin(),
            [&](ConnectionId id) { return std::pair(sortKey(*document, id, static_cast<Column>(column)), id); });
    }
    const auto isBefore = [order](const auto& a, const auto& b) {
        if (a.first == b.first)
            return a.second < b.second;
        return order == Qt::AscendingOrder ? a.first < b.first : a.first > b.first;
    };
    std::ranges::sort(keyed, isBefore);
    std::ranges::transform(keyed, m_rows.begin(), [](const auto& pair) { return pair.second; });
    m_read.clear();

    for (qsizetype i = 0; i < before.size(); ++i) {
        const QModelIndex moved = indexOf(persistent[static_cast<std::size_t>(i)]);
        changePersistentIndex(before[i], moved.siblingAtColumn(before[i].column()));
    }
    emit layoutChanged({}, VerticalSortHint);
}

void ConnectionModel::setFilter(const QString& text)
{
    if (text == m_filter)
        return;
    // Who goes on typing asks for fewer: what is hidden stays hidden.
    const bool isNarrower = !m_words.empty() && text.startsWith(m_filter) && !isFiltering();
    m_filter = text;
    m_words.clear();
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts))
        m_words.push_back(word.toLower().toStdString());
    m_asked = {};
    if (isNarrower) {
        m_asked.first = m_rows;
        m_asked.next = m_seen;
    }
    ask();
}

void ConnectionModel::ask()
{
    const CaptureDocument* document = m_session.document();
    const std::size_t count = document ? document->connectionCount() : 0;
    if (document)
        askUntil(*document, count);
    if (m_asked.firstDone < m_asked.first.size() || m_asked.next < count)
        return m_asking.start();
    m_asking.stop();
    beginResetModel();
    m_rows = std::move(m_asked.shown);
    m_read.clear();
    m_seen = count;
    m_asked = {};
    endResetModel();
    emit filtered();
}

void ConnectionModel::askUntil(const CaptureDocument& document, std::size_t count)
{
    constexpr qint64 milliseconds = 4;
    constexpr int betweenLooks = 256; ///< at the clock
    QElapsedTimer clock;
    clock.start();
    const CaptureDocument::Reading reading(document);
    for (int i = 1; i % betweenLooks != 0 || clock.elapsed() < milliseconds; ++i) {
        const bool isOfFirst = m_asked.firstDone < m_asked.first.size();
        if (!isOfFirst && m_asked.next >= count)
            return;
        const ConnectionId id = isOfFirst ? m_asked.first[m_asked.firstDone++] : ConnectionId(m_asked.next++);
        if (m_words.empty() || isShown(document, id))
            m_asked.shown.push_back(id);
    }
}

ConnectionId ConnectionModel::connectionAt(const QModelIndex& index) const
{
    return index.isValid() ? m_rows[static_cast<std::size_t>(index.row())] : ConnectionId();
}

QModelIndex ConnectionModel::indexOf(ConnectionId connection) const
{
    // In the order of the capture, unless sorted otherwise or filtered, the row is known.
    if (connection.value < m_rows.size() && m_rows[connection.value] == connection)
        return index(static_cast<int>(connection.value), 0);
    const auto found = std::ranges::find(m_rows, connection);
    return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()), 0);
}

void ConnectionModel::reset()
{
    beginResetModel();
    m_asking.stop();
    m_asked = {};
    m_rows.clear();
    m_read.clear();
    m_seen = 0;
    endResetModel();
    grow();
}

void ConnectionModel::grow()
{
    const CaptureDocument* document = m_session.document();
    const std::size_t count = document ? document->connectionCount() : 0;
    const auto shown = static_cast<int>(m_rows.size());
    m_read.clear();
    if (shown > 0)
        emit dataChanged(index(0, 0), index(shown - 1, std::to_underlying(Column::Count) - 1));
    if (isFiltering())
        return; // what is new is asked as well
    const auto added = shownFrom(m_seen, count);
    m_seen = count;
    if (added.empty())
        return;
    beginInsertRows({}, shown, shown + static_cast<int>(added.size()) - 1);
    m_rows.insert(m_rows.end(), added.begin(), added.end());
    endInsertRows();
}

bool ConnectionModel::isShown(const CaptureDocument& document, ConnectionId id) const
{
    const ConnectionEntry& entry = document.connection(id);
    std::string text = formatEndpoint(entry.connection.endpoint(Side::A));
    text += ' ';
    text += formatEndpoint(entry.connection.endpoint(Side::B));
    text += ' ';
    for (const char letter : stateName(tellingState(entry)))
        text += static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter);
    return std::ranges::all_of(m_words, [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

std::vector<ConnectionId> ConnectionModel::shownFrom(std::size_t first, std::size_t end) const
{
    std::vector<ConnectionId> shown;
    const CaptureDocument* document = m_session.document();
    if (!document || first == end)
        return shown;
    const CaptureDocument::Reading reading(*document);
    for (std::size_t i = first; i < end; ++i) {
        const ConnectionId id(i);
        if (m_words.empty() || isShown(*document, id))
            shown.push_back(id);
    }
    return shown;
}

} // namespace tcpladder
