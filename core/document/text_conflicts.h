// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection/connection.h"
#include "core/decode/witness_verdict.h"
#include "core/finding/finding_sink.h"

#include <map>
#include <optional>
#include <set>
#include <span>
#include <vector>

namespace tcpladder {

/// What the lines of a text say against their bytes: the findings, and the flags that only later segments can decide.
///
/// A SYN or FIN uses one sequence number (RFC 9293 section 3.4). So where a line has one and the bytes have not, or the
/// other way round, the peer's acknowledgment of that number shows that it was sent, and payload of the sender's in its
/// place shows that it was not. Until then, and where neither comes, the bytes stand.
class TextConflicts
{
public:
    /// What later segments decided.
    struct Decision
    {
        SegmentId segment;
        TcpFlags flags; ///< that were on the wire
    };

    /// A segment that was put into its connection, with what was found about its line.
    void note(const TextWitness& witness, const WitnessVerdict& verdict, const Segment& segment, SegmentId id,
        ConnectionId connection, Side sender, FindingSink& findings);

    /// Some are yet to be decided: else observe() has nothing to say.
    bool areOpen() const { return !m_conflicts.empty(); }

    /// Any other segment that was put into a connection. Nothing where it decides nothing.
    std::optional<Decision> observe(const Segment& segment, SegmentId id, ConnectionId connection, Side sender);

    /// Puts the findings of these segments back, when a connection was made anew.
    void restore(std::span<const SegmentId> segments, FindingSink& findings) const;

private:
    struct OpenConflict
    {
        SegmentId segment;
        std::size_t finding = 0; ///< position in m_findings
        Side sender = Side::A;
        TcpFlags text;
        TcpFlags bytes;
        SequenceNumber shorterEnd; ///< behind the segment if there was no such SYN or FIN; one more if there was
        bool textIsLonger = false;
    };

    struct ConnectionConflicts
    {
        std::vector<OpenConflict> open;
        int count = 0; ///< ever opened
    };

    void noteField(const TextWitness& witness, const FieldVerdict& field, Finding place, FindingSink& findings);
    void noteEndpoints(const TextWitness& witness, const WitnessVerdict& verdict, const Segment& segment, Finding place,
        FindingSink& findings);
    void openConflict(
        const FieldVerdict& flags, const Segment& segment, SegmentId id, ConnectionId connection, Side sender);
    static std::optional<bool> decide(const OpenConflict& conflict, const Segment& segment, Side sender);
    void addOnce(ConnectionId connection, const Finding& finding, FindingSink& findings);
    void add(const Finding& finding, FindingSink& findings);

    std::map<ConnectionId, ConnectionConflicts> m_conflicts;
    std::vector<Finding> m_findings; ///< in the order of their segments
    std::set<std::pair<ConnectionId, FindingKind>> m_said;
};

} // namespace tcpladder
