// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/text/text_record_reader.h"
#include "core/source/text/untouched_dump.h"
#include "core/source/text/untouched_summary.h"

#include <vector>

namespace tcpladder {

/// A record whose summary says what its bytes say, sequence numbers aside.
struct UntouchedRecord
{
    RecordPlace place;
    RecordPlace behind; ///< where the next one begins
    UntouchedSummary summary;
    WireHeader header;
    UntouchedDump dump;

    Bytes bytes() const { return {dump.to, dump.byteCount}; }
};

/// The short way through a text that tcpdump -X printed and nobody touched, as large texts are.
///
/// TextRecordReader understands what people, mail programs and editors make of tcpdump's lines, and takes 6,000
/// instructions for a packet. Nearly all packets of a large text need none of that. So each record is tried here first:
/// the dump by its columns, the summary letter by letter against what tcpdump prints for these bytes. It is a record of
/// this kind only where each character is as expected and another record begins behind it beyond doubt; then the other
/// reader would have found the same, and nothing in which line and bytes differ. Everything else is left to that
/// reader, from the record's first character on:
///
///     peek() ── a record ──> pass()          the next one begins behind it
///            └─ null ──────> TextRecordReader::next()
class UntouchedRecordReader
{
public:
    explicit UntouchedRecordReader(TextRecordReader& records)
        : m_records(records)
        , m_bytes(comfortable + 2 * UntouchedDump::maximumBytes)
    {
    }

    /// The next record if it is of this kind, valid until the next call; its bytes until release(). start: of the dumps
    /// so far.
    const UntouchedRecord* peek(const DumpStart& start);

    /// Whether there is room for the next one's bytes; always behind release().
    bool hasRoom() const { return m_used <= comfortable; }

    /// Nobody looks any more at the bytes of the records that were passed.
    void release();

    /// The one behind it, if that is known to be of this kind too.
    const UntouchedRecord* ahead() const { return m_hasAhead ? &m_slots[1 - m_current] : nullptr; }

    /// Goes on behind the record that peek() gave.
    void pass();

private:
    static constexpr std::size_t comfortable = 16384; // some two hundred records, which stay in the cache

    bool read(RecordPlace place, const DumpStart& start, UntouchedRecord& record);
    bool endsForSure(const UntouchedRecord& record);

    TextRecordReader& m_records;
    PrintedBefore m_printed;
    UntouchedRecord m_slots[2]; ///< the current one and the one behind it, whose beginning ends the current one
    std::size_t m_current = 0;
    DumpStart m_start; ///< that the one behind was read with
    bool m_hasAhead = false;
    std::vector<std::byte> m_bytes; ///< of the records since release(), with room for two of any length
    std::size_t m_used = 0;
};

} // namespace tcpladder
