// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/segment_model.h"

#include "ui/session/capture_session.h"
#include "ui/session/selection.h"
#include "ui/support/format_text.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace tcpladder {

namespace {

/// An int is what Qt counts rows in.
constexpr std::size_t mostRows = std::numeric_limits<int>::max();

QString flagNames(TcpFlags flags)
{
    return QString::fromStdString(formatFlags(flags));
}

std::optional<SequenceNumber> firstNumber(const CaptureDocument& document, const Connection& connection, Side side)
{
    const auto isOfSide = [&](SegmentId id) { return document.segment(id).sender == side; };
    const auto first = std::ranges::find_if(connection.segments, isOfSide);
    return first == connection.segments.end() ? std::nullopt : std::optional(document.segment(*first).sequence);
}

} // namespace

SegmentModel::SegmentModel(const CaptureSession& session, const Selection& selection, QObject* parent)
    : QAbstractTableModel(parent)
    , m_session(session)
    , m_selection(selection)
{
    connect(&session, &CaptureSession::documentReplaced, this, &SegmentModel::startAnew);
    connect(&session, &CaptureSession::documentGrew, this, &SegmentModel::grow);
    connect(&selection, &Selection::connectionChanged, this, &SegmentModel::startAnew);
    startAnew();
}

int SegmentModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows);
}

int SegmentModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : std::to_underlying(Column::Count);
}

QVariant SegmentModel::data(const QModelIndex& index, int role) const
{
    const CaptureDocument* document = m_session.document();
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !document)
        return {};
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::TextAlignmentRole) {
        const bool isText = column == Column::Sender || column == Column::Flags || column >= Column::StateA;
        return QVariant::fromValue((isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    const CaptureDocument::Reading reading(*document);
    return text(*document, static_cast<std::size_t>(index.row()), column);
}

QVariant SegmentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Number: return tr("Segment");
    case Column::Time: return tr("Time");
    case Column::Sender: return tr("From");
    case Column::Flags: return tr("Flags");
    case Column::Sequence: return tr("Seq");
    case Column::Acknowledgment: return tr("Ack");
    case Column::Length: return tr("Length");
    case Column::Window: return tr("Window");
    case Column::StateA: return tr("State of A");
    case Column::StateB: return tr("State of B");
    case Column::Count: break;
    }
    return {};
}

void SegmentModel::setShown(bool shown)
{
    if (shown == m_isShown)
        return;
    m_isShown = shown;
    startAnew();
}

void SegmentModel::startAnew()
{
    beginResetModel();
    m_connection = m_session.document() ? m_selection.connection() : ConnectionId();
    m_rows = currentCount();
    m_origins = {};
    for (auto& changes : m_changes)
        changes.clear();
    if (m_rows > 0)
        readChanges(*m_session.document());
    endResetModel();
}

void SegmentModel::grow()
{
    const std::size_t now = currentCount();
    if (now == 0)
        return;
    const std::size_t before = m_rows;
    if (now > before) {
        beginInsertRows({}, static_cast<int>(before), static_cast<int>(now) - 1);
        m_rows = now;
        endInsertRows();
    }
    readChanges(*m_session.document());
    if (before > 0) // a later segment may have corrected the states
        emit dataChanged(index(0, std::to_underlying(Column::StateA)),
            index(static_cast<int>(before) - 1, std::to_underlying(Column::StateB)), {Qt::DisplayRole});
}

std::size_t SegmentModel::currentCount() const
{
    const CaptureDocument* document = m_session.document();
    if (!document || !m_connection.isValid() || !m_isShown)
        return 0;
    const CaptureDocument::Reading reading(*document);
    if (m_connection.value >= document->connectionCount())
        return 0;
    return std::min(document->connection(m_connection).connection.segments.size(), mostRows);
}

void SegmentModel::readChanges(const CaptureDocument& document)
{
    const CaptureDocument::Reading reading(document);
    const ConnectionEntry& entry = document.connection(m_connection);
    for (const Side side : {Side::A, Side::B}) {
        auto& changes = m_changes[indexOf(side)];
        changes.assign(1, {entry.connection.segments.front(), entry.analysis.firstState(side)});
    }
    for (const Transition& transition : entry.analysis.transitions()) {
        auto& changes = m_changes[indexOf(transition.side)];
        if (transition.effectiveSegment().isValid())
            changes.push_back({std::max(transition.effectiveSegment(), changes.back().from), transition.to});
    }
    for (const Side side : {Side::A, Side::B}) {
        auto& origin = m_origins[indexOf(side)];
        if (!origin && entry.connection.counts[indexOf(side)].segments > 0)
            origin = firstNumber(document, entry.connection, side);
    }
}

TcpState SegmentModel::stateAt(Side side, SegmentId segment) const
{
    const auto& changes = m_changes[indexOf(side)];
    const auto next = std::ranges::upper_bound(changes, segment, {}, &Change::from);
    return next == changes.begin() ? TcpState::Unknown : (next - 1)->state;
}

QString SegmentModel::text(const CaptureDocument& document, std::size_t row, Column column) const
{
    const Connection& connection = document.connection(m_connection).connection;
    const SegmentId id = connection.segments[row];
    const SegmentRecord record = document.segment(id);
    const TcpFieldSet known = record.known;
    const auto relative = [&](SequenceNumber number, Side side) {
        return formatSequence(number, m_origins[indexOf(side)].value_or(number), SequenceStyle::Relative);
    };
    switch (column) {
    case Column::Number: return formatCount(row + 1);
    case Column::Time: return formatElapsed(record.time, document.segment(connection.segments.front()).time);
    case Column::Sender:
        return formatSide(record.sender) + QStringLiteral(" ") + toText(connection.endpoint(record.sender));
    case Column::Flags: return flagNames(record.flags());
    case Column::Sequence: return known.has(TcpField::Sequence) ? relative(record.sequence, record.sender) : QString();
    case Column::Acknowledgment:
        return record.has(TcpFlag::Ack) && known.has(TcpField::Acknowledgment)
            ? relative(record.acknowledgment, peerOf(record.sender))
            : QString();
    case Column::Length: return formatCount(record.payloadLength);
    case Column::Window: return formatCount(record.window);
    case Column::StateA: return formatState(stateAt(Side::A, id));
    case Column::StateB: return formatState(stateAt(Side::B, id));
    case Column::Count: break;
    }
    return {};
}

} // namespace tcpladder
