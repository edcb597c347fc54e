// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/kept_analysis.h"
#include "core/base/chunked_store.h"
#include "core/base/large_page_resource.h"
#include "core/connection/connection.h"
#include "core/connection/segment_store.h"
#include "core/document/batch_lock.h"
#include "core/document/packet_comments.h"
#include "core/document/segment_details.h"
#include "core/finding/finding_sink.h"
#include "core/source/assembled_packet_store.h"

#include <memory>
#include <mutex>
#include <span>

namespace tcpladder {

/// A connection with all that is inferred about it.
///
/// Two lines of the cache, since with many connections each line takes longer to come than the segment takes.
struct alignas(64) ConnectionEntry
{
    /// All in memory that outlives it, and the analysis, or what stands for it, of a pool that does.
    explicit ConnectionEntry(ConnectionAnalysis& live)
        : analysis(live)
    {
    }
    explicit ConnectionEntry(ShapedConnection& shaped)
        : analysis(shaped)
    {
    }

    [[no_unique_address]] Connection connection;
    std::uint32_t replayedSegments : 29 = 0; ///< when its analysis was last made anew
    std::uint32_t isSuperseded : 1 = 0;      ///< not the pair's latest incarnation
    std::uint32_t isEnding : 1 = 0;          ///< its analysis is to be released soon
    std::uint32_t hasWitness : 1 = 0;        ///< a line of a text says more of a segment than its bytes
    KeptAnalysis analysis;
    IdList<FindingId> findings; ///< in the order in which they were made; withdrawn ones are taken out
};
static_assert(sizeof(ConnectionEntry) == 128);
static_assert(std::is_trivially_destructible_v<ConnectionEntry>);

struct StoredFinding
{
    Finding finding;
    bool withdrawn = false;
};

enum class LoadState : std::uint8_t { Loading, Complete, Cancelled, Failed };

/// The capture as a whole.
struct CaptureSummary
{
    LoadState state = LoadState::Loading;
    std::uint64_t packets = 0; ///< of every protocol
    std::uint64_t bytesRead = 0;
    std::uint64_t bytesTotal = 0; ///< of the source
    Timestamp firstTime = unknownTime;
    Timestamp lastTime = unknownTime;
    std::optional<Error> damage; ///< where the source could not be read further
    std::uint64_t revision = 0;  ///< grows with each change: a view that saw it has nothing to do until it changes
};

/// A capture in memory: segments, connections, findings. One DocumentBuilder writes it, any number of views read it.
///
/// A view takes a Reading for as long as it looks, a few milliseconds at most, since the loader waits meanwhile.
/// Segments are in capture order; connections in the order of their first segment.
class CaptureDocument
{
public:
    /// Keeps the loader away while it lives.
    class Reading
    {
    public:
        explicit Reading(const CaptureDocument& document)
            : m_guard(document.m_lock)
        {
        }

    private:
        std::unique_lock<BatchLock> m_guard;
    };

    explicit CaptureDocument(std::shared_ptr<const PacketStore> store = {});

    const CaptureSummary& summary() const { return m_summary; }

    std::size_t segmentCount() const { return m_segments.size(); }
    SegmentRecord segment(SegmentId id) const { return m_segments[id]; }
    /// Asks for it, for who wants it a little later.
    void prefetchSegment(SegmentId id) const { m_segments.prefetch(id); }

    std::size_t connectionCount() const { return m_connections.size(); }
    const ConnectionEntry& connection(ConnectionId id) const { return m_connections[id.value]; }

    /// Findings ever made; a withdrawn one keeps its id but is not in any connection's list.
    std::size_t findingCount() const { return m_findings.size(); }
    const Finding& finding(FindingId id) const { return m_findings[id.value].finding; }
    bool isWithdrawn(FindingId id) const { return m_findings[id.value].withdrawn; }

    const CaptureInterface& interface(InterfaceId id) const { return m_interfaces[id.value]; }

    /// Reads the segment's packet from the source again and decodes it. Takes no Reading: the caller holds one while it
    /// gets the record, and none here, since a disk may be slow.
    Result<Segment> decode(const SegmentRecord& record) const;
    Result<SegmentDetails> details(const SegmentRecord& record) const;
    /// Nothing but the segment's options, which is faster.
    Result<TcpOptions> options(const SegmentRecord& record) const;

    /// Empty where nobody commented on the packet. Needs no Reading.
    std::string comment(PacketNumber packet) const { return m_comments->of(packet); }
    /// Where they are changed and saved; no part of what the builder writes.
    PacketComments& comments() const { return *m_comments; }

private:
    friend class DocumentBuilder;

    Result<Segment> decode(const SegmentRecord& record, Bytes bytes) const;

    mutable BatchLock m_lock;
    std::shared_ptr<AssembledPacketStore> m_store;
    CaptureSummary m_summary;
    LargePageResource m_memory; ///< of what connections keep
    AnalysisPool m_analyses{m_memory};
    SegmentStore m_segments;
    ChunkedStore<ConnectionEntry, 18, 16384> m_connections;
    ChunkedStore<StoredFinding, 18, 16384> m_findings;
    ChunkedStore<CaptureInterface, 4, 4096> m_interfaces;
    std::unique_ptr<PacketComments> m_comments = std::make_unique<PacketComments>();
};

} // namespace tcpladder
