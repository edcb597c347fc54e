// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/situation_at.h"

#include <algorithm>

namespace tcpladder {

namespace {

constexpr std::size_t searchedSegments = 64;

SequenceNumber endOf(const SegmentRecord& record)
{
    return record.sequence + record.sequenceLength();
}

void raise(std::optional<SequenceNumber>& highest, SequenceNumber number)
{
    if (!highest || number > *highest)
        highest = number;
}

class SituationReader
{
public:
    SituationReader(const CaptureDocument& document, const ConnectionEntry& entry, SegmentId segment)
        : m_document(document)
        , m_entry(entry)
        , m_segment(segment)
    {
        m_situation.sender = document.segment(segment).sender;
    }

    Situation read()
    {
        const auto& all = m_entry.connection.segments;
        const auto place = static_cast<std::size_t>(std::ranges::lower_bound(all, m_segment) - all.begin());
        for (std::size_t i = 0; i < std::min(place, searchedSegments); ++i)
            readOpening(m_document.segment(all[i]));
        for (std::size_t i = place - std::min(place, searchedSegments); i < place; ++i)
            readNumbers(m_document.segment(all[i]));
        for (const Side side : {Side::A, Side::B})
            readStates(side);
        return m_situation;
    }

private:
    void readOpening(const SegmentRecord& record)
    {
        if (!record.has(TcpFlag::Syn) || !record.known.has(TcpField::Sequence))
            return;
        m_situation.synEnd[indexOf(record.sender)] = record.sequence + 1;
        m_situation.openedPassively[indexOf(record.sender)] = record.has(TcpFlag::Ack);
    }

    void readNumbers(const SegmentRecord& record)
    {
        const TcpFieldSet known = record.known;
        if (known.has(TcpField::Sequence) && !record.has(TcpFlag::Rst)) {
            raise(m_situation.end[indexOf(record.sender)], endOf(record));
            if (record.sender == m_situation.sender)
                raise(m_situation.expected, endOf(record));
        }
        if (record.sender != m_situation.sender && record.has(TcpFlag::Ack) && known.has(TcpField::Acknowledgment))
            raise(m_situation.expected, record.acknowledgment);
    }

    /// What came late, behind this segment but caused by an earlier one, is not this segment's doing.
    void readStates(Side side)
    {
        TcpState state = TcpState::Unknown;
        std::optional<TcpState> before;
        bool isFirst = true;
        for (const Transition& step : m_entry.analysis.transitions()) {
            if (step.side != side)
                continue;
            if (isFirst)
                state = step.from;
            isFirst = false;
            if (step.effectiveSegment() > m_segment)
                break;
            if (step.effectiveSegment() == m_segment && !before)
                before = state;
            if (before && step.cause != m_segment)
                break;
            state = step.to;
            if (!before)
                noteStep(step);
        }
        m_situation.before[indexOf(side)] = before.value_or(state);
        m_situation.after[indexOf(side)] = state;
    }

    void noteStep(const Transition& step)
    {
        if (transitionRow(step.rule).event == TcpEvent::SendFin && step.cause.isValid())
            m_situation.finEnd[indexOf(step.side)] = endOf(m_document.segment(step.cause));
        if (step.to == TcpState::Listen)
            m_situation.openedPassively[indexOf(step.side)] = true;
    }

    const CaptureDocument& m_document;
    const ConnectionEntry& m_entry;
    SegmentId m_segment;
    Situation m_situation;
};

} // namespace

Situation situationAt(const CaptureDocument& document, ConnectionId connection, SegmentId segment)
{
    return SituationReader(document, document.connection(connection), segment).read();
}

} // namespace tcpladder
