// SPDX-License-Identifier: GPL-3.0-or-later
// The short way of young connections that go as others went before.
#include "core/document/builder.h"

namespace tcpladder {

namespace {

/// Where an analysis reports once more what was reported of the connection already: each finding keeps its id.
class ReportedFindings final : public FindingSink
{
public:
    ReportedFindings(std::span<const FindingId> ids, const auto& findingOf)
    {
        for (const FindingId id : ids)
            m_reported.emplace_back(id, findingOf(id));
    }

    FindingId add(const Finding& finding) override
    {
        for (; m_next < m_reported.size(); ++m_next) { // between them are those that no analysis makes
            const auto& [id, reported] = m_reported[m_next];
            if (reported.kind == finding.kind && reported.segment == finding.segment) {
                ++m_next;
                return id;
            }
        }
        return {};
    }
    void withdraw(FindingId) override { }

private:
    std::vector<std::pair<FindingId, Finding>> m_reported;
    std::size_t m_next = 0;
};

} // namespace

/// False, and nothing has changed, where the segment is not the next one of such a connection, nor begins one.
bool DocumentBuilder::takeShaped(const Segment& segment, std::uint32_t pairHash, const Place& latest)
{
    if (!latest.entry)
        return openShaped(segment, pairHash);
    return latest.entry->analysis.shaped() && goOnAsShaped(WholeToTake{segment}, latest);
}

bool DocumentBuilder::goOnShaped(const PlainToTake& plain, const Place& latest)
{
    return goOnAsShaped(plain, latest);
}

template <class ToTake>
bool DocumentBuilder::goOnAsShaped(const ToTake& one, const Place& latest)
{
    ShapedConnection& shaped = *latest.entry->analysis.shaped();
    const SegmentId id(m_document.m_segments.size());
    if (!shaped.take(one.segment, id, latest.sender, m_document.m_analyses.shapes()))
        return false;
    noteShaped(one, id, latest);
    for (const Finding& finding : shaped.shape().findings)
        add(shaped.findingOf(finding));
    if (shaped.shape().hasEnd) {
        noteEnd(latest.connection);
        releaseEnded();
    }
    return true;
}

template <class ToTake>
void DocumentBuilder::noteShaped(const ToTake& one, SegmentId id, const Place& place)
{
    one.appendTo(m_document.m_segments, place.connection, place.sender);
    noteInConnection(one.payloadLength(), id, place.entry->connection, place.sender);
    m_current = place.connection;
    m_taken = id;
    m_takenPacket = one.packet();
}

bool DocumentBuilder::openShaped(const Segment& segment, std::uint32_t pairHash)
{
    if (!segment.has(TcpFlag::Syn))
        return false;
    AnalysisPool& pool = m_document.m_analyses;
    ShapedConnection& shaped = pool.takeShaped();
    const SegmentId id(m_document.m_segments.size());
    if (!shaped.take(segment, id, Side::A, pool.shapes())) {
        pool.giveBack(shaped);
        return false;
    }
    const ConnectionId opened(m_document.m_connections.emplace(shaped));
    beginConnection(opened, endpointsOf(segment), {});
    m_table.assign(pairHash, opened, [&](ConnectionId other) { return senderOf(segment, pairOf(other)).has_value(); });
    noteShaped(WholeToTake{segment}, id, placeIn(opened, Side::A));
    return true;
}

/// It goes on as none did before.
void DocumentBuilder::analyseShaped(const Place& place)
{
    ReportedFindings reported(place.entry->findings,
        [this](FindingId id) -> const Finding& { return m_document.m_findings[id.value].finding; });
    place.entry->analysis.analyseShaped(m_document.m_analyses, reported);
}

} // namespace tcpladder
