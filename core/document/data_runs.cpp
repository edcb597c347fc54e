// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/data_runs.h"

#include <algorithm>

namespace tcpladder {

namespace {

constexpr TcpFlags telling = TcpFlag::Syn | TcpFlag::Fin | TcpFlag::Rst | TcpFlag::Urg;

std::size_t positionOf(const Connection& connection, SegmentId segment)
{
    const auto found = std::ranges::lower_bound(connection.segments, segment);
    return static_cast<std::size_t>(found - connection.segments.begin());
}

} // namespace

bool DataRuns::update(const CaptureDocument& document, const ConnectionEntry& entry)
{
    const auto& segments = entry.connection.segments;
    if (segments.size() < m_done || entry.findings.size() < m_findings)
        *this = {};
    bool isChanged = segments.size() > m_done;
    m_changedFrom = m_open.count > 0 ? m_open.first : m_done;
    if (m_isOpenListed)
        m_runs.pop_back();
    m_isOpenListed = false;
    for (const SegmentId marked : newMarks(document, entry))
        isChanged = goBackTo(positionOf(entry.connection, marked)) || isChanged;
    m_changedFrom = std::min(m_changedFrom, m_done);
    auto marked = m_done < segments.size() ? std::ranges::lower_bound(m_marked, segments[m_done]) : m_marked.end();
    for (; m_done < segments.size(); ++m_done) {
        const SegmentId id = segments[m_done];
        marked = std::find_if(marked, m_marked.end(), [id](SegmentId each) { return each >= id; });
        add(document.segment(id), marked != m_marked.end() && *marked == id);
    }
    m_isOpenListed = m_open.count >= shortest;
    if (m_isOpenListed)
        m_runs.push_back(m_open);
    return isChanged;
}

/// Segments of which something has been found out since last time, in no order.
std::vector<SegmentId> DataRuns::newMarks(const CaptureDocument& document, const ConnectionEntry& entry)
{
    std::vector<SegmentId> marks;
    const auto mark = [&](SegmentId segment) {
        if (segment.isValid() && noteMark(segment))
            marks.push_back(segment);
    };
    for (; m_findings < entry.findings.size(); ++m_findings)
        mark(document.finding(entry.findings[m_findings]).segment);
    for (const Transition& transition : entry.analysis.transitions()) {
        mark(transition.cause);
        mark(transition.effectiveSegment());
    }
    return marks;
}

/// Whether it is a new one. Findings are nearly in the order of their segments.
bool DataRuns::noteMark(SegmentId segment)
{
    const auto place
        = m_marked.empty() || m_marked.back() < segment ? m_marked.end() : std::ranges::lower_bound(m_marked, segment);
    if (place != m_marked.end() && *place == segment)
        return false;
    m_marked.insert(place, segment);
    return true;
}

/// Forgets the run that holds the position, with all behind it. Whether there is one.
bool DataRuns::goBackTo(std::size_t position)
{
    if (position >= m_done)
        return false;
    const auto run = std::ranges::upper_bound(m_runs, position, {}, [](const DataRun& each) { return each.end() - 1; });
    const bool isListed = run != m_runs.end() && run->first <= position;
    const bool isOpen = m_open.count > 0 && m_open.first <= position;
    if (!isListed && !isOpen)
        return false;
    m_done = isListed ? run->first : m_open.first;
    m_runs.erase(isListed ? run : m_runs.end(), m_runs.end());
    m_open = {};
    return true;
}

void DataRuns::add(const SegmentRecord& record, bool isMarked)
{
    if (isMarked || (record.flags().bits & telling.bits) != 0) {
        if (m_open.count >= shortest)
            m_runs.push_back(m_open);
        m_open = {};
        return;
    }
    if (m_open.count == 0)
        m_open.first = m_done;
    ++m_open.count;
    ++m_open.segments[indexOf(record.sender)];
    m_open.bytes[indexOf(record.sender)] += record.payloadLength;
}

} // namespace tcpladder
