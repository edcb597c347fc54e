// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/text/dump_collector.h"
#include "core/source/text/text_decoration.h"
#include "core/source/text/text_record.h"

namespace tcpladder {

/// Where a record begins.
struct RecordPlace
{
    std::uint64_t offset = 0;
    std::uint32_t line = 1;

    constexpr bool operator==(const RecordPlace&) const = default;
};

/// Joins the lines of a text to records, one for each packet, and passes over all else.
///
/// A record begins with a line that has a time or names a protocol, and goes on until the next one begins: the line
/// with the addresses (-v), lines of a decoded payload, lines that a mail program wrapped, the hex dump. So nothing has
/// to be known beforehand of the options that tcpdump was called with.
class TextRecordReader
{
public:
    // What is read at once stays in the processor's second cache while its lines are read.
    static constexpr std::size_t usualWindow = std::size_t{1} << 18;

    /// windowSize: bytes read at once.
    explicit TextRecordReader(std::shared_ptr<const ByteSource> source, std::size_t windowSize = usualWindow);

    /// The next record, valid until the next call; null at the end, or where the source cannot be read: error() tells.
    /// Null as well while a source that grows may still add to the record: isWaiting() tells, and the next call goes
    /// on.
    const TextRecord* next();
    bool isWaiting() const { return m_isWaiting; }
    /// The record that is waited for, if it looks whole as it stands: who waits long enough may take it. Lines of it
    /// that come later are passed over.
    const TextRecord* takeWaiting();

    /// The record that begins at offset. Where no other follows soon, prose is not read to its end.
    const TextRecord* recordAt(std::uint64_t offset, std::uint32_t line);

    // For whoever knows a shorter way through some records (untouched_records.h).

    /// Where the next record begins, if that is settled and the record goes on with the listing.
    std::optional<RecordPlace> knownStart() const;
    /// As LineReader::textAt().
    std::string_view textAt(std::uint64_t offset, std::size_t least) { return m_lines.textAt(offset, least); }
    /// Whether a line begins a record whatever is in front of it in a listing with times of this form.
    bool surelyStartsRecord(std::string_view line, TextTimeForm form);
    /// Takes all in front of the place as read. A record begins there, behind one with a time of this form.
    void goOnAt(RecordPlace place, TextTimeForm form);

    std::uint64_t position() const { return m_lines.position(); }
    const std::optional<Error>& error() const { return m_lines.error(); }

private:
    static constexpr std::uint64_t unlimited = ~std::uint64_t{0};

    /// What became of a line.
    enum class Outcome : std::uint8_t { Taken, StartsNextRecord, EndsListing };

    TextRecord& current() { return m_records[m_current]; }
    const TextRecord& current() const { return m_records[m_current]; }
    TextRecord& upcoming() { return m_records[1 - m_current]; }
    bool hasRecord() const { return m_hasRecord; }

    Outcome takeLine(const RawLine& line);
    Outcome takeHex(const HexLine& hex, const RawLine& line, std::string_view text);
    Outcome takeText(const RawLine& line, const PlainLine& plain, const TcpdumpLine& parsed);
    bool startsRecord(const TcpdumpLine& parsed, const PlainLine& plain) const;
    bool isOfListing(const TcpdumpLine& parsed) const;
    void continueSummary(const TcpdumpLine& parsed, const PlainLine& plain);
    void joinWrapped(const PlainLine& plain);
    void beginNext(const RawLine& line, std::size_t indentation);
    bool looksWhole() const;
    const TextRecord* finishRecord();

    LineReader m_lines;
    DumpCollector m_dump;
    TextRecord m_records[2]; ///< the current one and the one behind it, since its first line ends the current one
    std::size_t m_current = 0;
    bool m_hasRecord = false;
    bool m_hasUpcoming = false;
    bool m_isAtStart = false; ///< goOnAt() was called last: the next line begins a record
    bool m_startsListing = true;
    bool m_isWaiting = false;
    bool m_hasDumps = false;              ///< the text's records have them
    std::uint64_t m_patience = unlimited; ///< bytes to look for more of a record behind what it has
    int m_linesSinceSummary = 0;
    TextTimeForm m_form = TextTimeForm::None; ///< of the listing
    bool m_isNumbered = false;
    std::string m_buffer;
};

} // namespace tcpladder
