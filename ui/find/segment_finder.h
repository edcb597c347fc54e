// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"
#include "core/document/finding_index.h"
#include "core/document/sequence_origins.h"
#include "ui/find/segment_query.h"

#include <bitset>
#include <optional>
#include <span>
#include <vector>

namespace tcpladder {

/// Finds the segments of a connection that say something: their flags, their numbers relative and absolute, their
/// options, the states that they lead to, the titles of their findings, their packet's number and comment.
///
/// Goes through the connection in steps, since a million segments take a second.
class SegmentFinder
{
public:
    /// From the first segment on. Behind another document, start it without a connection first.
    void start(ConnectionId connection, SegmentQuery query);
    const SegmentQuery& query() const { return m_query; }

    /// Looks at so many further segments; false when there are no more.
    bool advance(const CaptureDocument& document, std::size_t count);
    /// What comes after the last step may have changed what is known of the segments shortly before it.
    void lookAgainAtTheLast();

    bool isAtEnd() const { return m_isAtEnd; }
    /// How many segments were looked at.
    std::size_t seen() const { return m_next; }
    /// Positions in the connection, ascending.
    std::span<const std::size_t> matches() const { return m_matches; }
    /// Which of the matches that is, from 0.
    std::optional<std::size_t> rankOf(std::size_t position) const;

private:
    struct Pending
    {
        std::size_t position = 0;
        SegmentRecord record;
    };

    void prepare(const CaptureDocument& document, const ConnectionEntry& entry);
    bool isSaidAt(const CaptureDocument& document, SegmentId id);
    bool isInHeader(const SegmentRecord& record);
    bool isInOptions(const CaptureDocument& document, const SegmentRecord& record) const;

    ConnectionId m_connection;
    SegmentQuery m_query;
    std::size_t m_next = 0;
    bool m_isAtEnd = true;
    std::vector<std::size_t> m_matches;
    std::vector<Pending> m_pending; ///< of this step, those whose options must be read
    SequenceOrigins m_origins;
    FindingIndex m_findings;
    ConnectionFacts m_facts;                                           ///< of this step
    std::bitset<static_cast<std::size_t>(FindingKind::Count)> m_kinds; ///< whose titles say it
    bool m_isSaidOfLoss = false;
    std::vector<SegmentId> m_changes; ///< that lead to a state whose name says it; ascending
    QString m_text;                   ///< a member for its memory's sake
};

} // namespace tcpladder
