// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/ladder_reader.h"

#include "core/report/written_addresses.h"
#include "ui/ladder/lane_reader.h"
#include "ui/ladder/time_measures.h"
#include "ui/support/connection_text.h"
#include "ui/support/finding_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>
#include <iterator>

namespace tcpladder {

namespace {

std::size_t positionOf(const Connection& connection, SegmentId segment)
{
    const auto found = std::ranges::lower_bound(connection.segments, segment);
    return static_cast<std::size_t>(found - connection.segments.begin());
}

/// What people left at the segments of a run. Of the packets between its first and last one, others are of other
/// connections.
void readSigns(const CaptureDocument& document, const LadderRequest& request, const Connection& connection,
    const DataRun& run, LadderFold& fold)
{
    const auto packetOf = [&](SegmentId segment) { return document.segment(segment).packet; };
    const std::span segments = std::span(connection.segments).subspan(run.first, run.count);
    const auto isInRun
        = [&](PacketNumber packet) { return std::ranges::binary_search(segments, packet, {}, packetOf); };
    const PacketNumber first = packetOf(segments.front());
    const PacketNumber last = packetOf(segments.back());
    fold.hasComment = std::ranges::any_of(document.comments().between(first, last), isInRun);
    if (request.bookmarks)
        fold.isBookmarked
            = std::any_of(request.bookmarks->lower_bound(first), request.bookmarks->upper_bound(last), isInRun);
}

} // namespace

void LadderReader::clear()
{
    *this = {};
}

LadderContents LadderReader::readFrame(const CaptureDocument& document, const LadderRequest& request)
{
    const CaptureDocument::Reading reading(document);
    if (!request.connection.isValid() || request.connection.value >= document.connectionCount())
        return {};
    if (request.connection != m_connection)
        clear();
    m_connection = request.connection;
    const ConnectionEntry& entry = document.connection(request.connection);
    const Connection& connection = entry.connection;
    updateKept(document, entry);
    LadderContents contents;
    contents.fields = request.look.fields;
    updateRows(document, request, entry);
    contents.segmentCount = connection.segments.size();
    contents.segmentRows = m_rows.rowCount();
    contents.origin = document.segment(connection.segments.front()).time;
    readLanes(document, request, m_rows, m_written, contents);
    updateScale(document, request, connection);
    contents.scale = m_scale;
    if (request.selected.isValid())
        contents.selectedRow = m_rows.rowOf(positionOf(connection, request.selected));
    if (request.hasOwnMoment)
        contents.ownMoment = request.moment;
    return contents;
}

/// A long connection has hundreds of thousands of findings: they are looked at when the document has changed, not for
/// every step.
void LadderReader::updateKept(const CaptureDocument& document, const ConnectionEntry& entry)
{
    const std::uint64_t revision = document.summary().revision;
    if (m_revision == revision)
        return;
    m_revision = revision;
    m_findings.update(document, entry.findings);
    m_origins.update(document, entry.connection);
    m_written = writtenAddresses(document, entry);
}

void LadderReader::readRows(const CaptureDocument& document, const LadderRequest& request,
    std::span<const std::size_t> rows, LadderContents& contents)
{
    contents.segments.clear();
    contents.folds.clear();
    {
        const CaptureDocument::Reading reading(document);
        const ConnectionEntry& entry = document.connection(request.connection);
        const Connection& connection = entry.connection;
        for (const std::size_t row : rows) {
            if (const DataRun* run = m_rows.foldAt(row))
                contents.folds.push_back(readFold(document, request, connection, row, *run));
            else
                contents.segments.push_back(readRow(document, request, entry, row));
        }
    }
    for (LadderSegment& segment : contents.segments) {
        const auto& options = m_options.read(document, segment.id, segment.record, request.look.fields);
        if (!options.empty())
            segment.remarks.push_back({options, std::nullopt});
    }
}

void LadderReader::unfold(std::size_t firstSegment)
{
    m_unfolded.insert(firstSegment);
    m_rowsAreFolded = false;
}

void LadderReader::foldAll()
{
    m_unfolded.clear();
    m_rowsAreFolded = false;
}

void LadderReader::updateRows(
    const CaptureDocument& document, const LadderRequest& request, const ConnectionEntry& entry)
{
    const std::size_t segments = entry.connection.segments.size();
    if (!request.look.foldsRuns || request.look.spacing != RowSpacing::Even) {
        m_rows = LadderRows(segments);
        m_rowsAreFolded = false;
        return;
    }
    const bool isChanged = m_runs.update(document, entry);
    if (!isChanged && m_rowsAreFolded)
        return;
    const std::size_t from = m_rowsAreFolded ? m_runs.changedFrom() : 0;
    const auto runs = m_runs.runs();
    std::vector<DataRun> folded;
    std::copy_if(std::ranges::lower_bound(runs, from, {}, &DataRun::first), runs.end(), std::back_inserter(folded),
        [this](const DataRun& run) { return !m_unfolded.contains(run.first); });
    m_rows.update(segments, from, folded);
    m_rowsAreFolded = true;
}

LadderFold LadderReader::readFold(const CaptureDocument& document, const LadderRequest& request,
    const Connection& connection, std::size_t row, const DataRun& run) const
{
    const auto direction = [&](Side sender) {
        return QStringLiteral("%1 → %2: %3")
            .arg(formatSide(sender), formatSide(peerOf(sender)), formatBytes(run.bytes[indexOf(sender)]));
    };
    LadderFold fold;
    fold.row = row;
    fold.firstNumber = run.first + 1;
    fold.time = document.segment(connection.segments[run.first]).time;
    fold.summary = QStringLiteral("%1, %2").arg(
        segmentCountText(run.count), formatBytes(run.bytes[indexOf(Side::A)] + run.bytes[indexOf(Side::B)]));
    readSigns(document, request, connection, run, fold);
    fold.details = direction(Side::A) + QStringLiteral(" · ") + direction(Side::B);
    return fold;
}

/// The scale goes on where it ended, as long as it is the same one.
void LadderReader::updateScale(
    const CaptureDocument& document, const LadderRequest& request, const Connection& connection)
{
    if (request.look.spacing == RowSpacing::Even) {
        m_scale.reset();
        return;
    }
    const bool isSame = m_scale && m_scale->measures().spacing == request.look.spacing
        && m_timeZoom == request.look.timeZoom && m_scale->size() <= connection.segments.size();
    if (!isSame) {
        m_scale = std::make_shared<TimeScale>(
            measureTime(document, connection, request.look.spacing, request.look.timeZoom));
        m_timeZoom = request.look.timeZoom;
    }
    for (std::size_t i = m_scale->size(); i < connection.segments.size(); ++i) {
        const SegmentRecord record = document.segment(connection.segments[i]);
        m_scale->add(record.time, record.sender);
    }
}

LadderSegment LadderReader::readRow(
    const CaptureDocument& document, const LadderRequest& request, const ConnectionEntry& entry, std::size_t row)
{
    const Connection& connection = entry.connection;
    const ConnectionFacts& facts = entry.analysis.facts();
    LadderSegment segment;
    const std::size_t position = m_rows.segmentAt(row);
    segment.id = connection.segments[position];
    segment.row = row;
    segment.number = position + 1;
    segment.record = document.segment(segment.id);
    if (position > 0) {
        const Timestamp before = document.segment(connection.segments[position - 1]).time;
        segment.sincePrevious = timeBetween(before, segment.record.time);
    }
    segment.isBookmarked = request.bookmarks && request.bookmarks->contains(segment.record.packet);
    segment.hasComment = !document.comment(segment.record.packet).empty();
    segment.numbers = labelNumbers(segment.record, request.look, m_origins, facts.windowShift(segment.record.sender));
    if (segment.record.has(TcpFlag::Rst))
        segment.fate = SegmentFate::Reset;
    addFindings(document, segment);
    return segment;
}

void LadderReader::addFindings(const CaptureDocument& document, LadderSegment& segment) const
{
    for (const FindingIndex::Entry& entry : m_findings.at(segment.id)) {
        const Finding& finding = document.finding(entry.finding);
        segment.findings.push_back({entry.finding, finding.severity, findingTitle(finding.kind)});
        if (const SegmentFate fate = fateBy(finding.kind); fate != SegmentFate::Ordinary)
            segment.fate = fate;
    }
    std::ranges::stable_sort(segment.findings, std::ranges::greater(), &LadderFinding::severity);
    Severity worst = segment.findings.empty() ? Severity::Note : segment.findings.front().severity;
    QStringList titles;
    for (const LadderFinding& finding : segment.findings)
        titles << finding.headline;
    for (const FindingIndex::Entry& entry : m_findings.relatedTo(segment.id)) {
        if (!impliesLoss(document.finding(entry.finding).kind))
            continue;
        segment.fate = SegmentFate::Lost;
        titles << presumedLossText();
        worst = std::max(worst, Severity::Warning);
    }
    titles.removeDuplicates();
    if (titles.empty())
        return;
    LadderRemark& remark = segment.remarks.emplace_back();
    remark.severity = worst;
    for (const QString& title : titles)
        remark.items.push_back({title, {}});
}

} // namespace tcpladder
