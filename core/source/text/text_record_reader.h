// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/text/dump_collector.h"
#include "core/source/text/text_decoration.h"
#include "core/source/text/text_record.h"

namespace tcpladder {

/// Joins the lines of a text to records, one for each packet, and passes over all else.
///
/// A record begins with a line that has a time or names a protocol, and goes on until the next one begins: the line
/// with the addresses (-v), lines of a decoded payload, lines that a mail program wrapped, the hex dump. So nothing has
/// to be known beforehand of the options that tcpdump was called with.
class TextRecordReader
{
public:
    /// windowSize: bytes read at once.
    explicit TextRecordReader(
        std::shared_ptr<const ByteSource> source, std::size_t windowSize = BufferedBytes::usualWindow);

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
