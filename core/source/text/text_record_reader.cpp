// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/text_record_reader.h"

#include "core/source/text/dump_start.h"

namespace tcpladder {

namespace {

// tcpdump's longest lines are cut to this many pieces by mail programs that wrap at 72 columns.
constexpr int mostWrappedLines = 4;

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t") == std::string_view::npos;
}

/// Copies the summary's text, and makes the views of what was parsed from it point into the copy.
void setSummary(TextRecord& record, std::string_view text, const TcpdumpLine& parsed)
{
    record.summaryText.assign(text.begin(), text.end());
    record.summary = parsed;
    const std::string_view copy{record.summaryText.data(), record.summaryText.size()};
    const auto move = [&](std::string_view& view) {
        if (!view.empty())
            view = copy.substr(static_cast<std::size_t>(view.data() - text.data()), view.size());
    };
    TcpdumpLine& summary = record.summary;
    for (TextEndpoint* endpoint : {&summary.source, &summary.destination}) {
        move(endpoint->host);
        move(endpoint->port);
    }
    move(summary.segment.options);
}

/// Whether the addresses are on a line still to come.
bool awaitsAddresses(const TextRecord& record)
{
    return record.hasSummary && record.summary.kind == TcpdumpLineKind::Header;
}

bool isIncomplete(const TextRecord& record)
{
    const TcpdumpLine& summary = record.summary;
    return summary.kind == TcpdumpLineKind::Unreadable
        || (summary.kind == TcpdumpLineKind::Segment && !summary.segment.endsWithLength && !summary.segment.cut);
}

bool saysSomething(TcpdumpLineKind kind)
{
    return kind != TcpdumpLineKind::Prose;
}

} // namespace

TextRecordReader::TextRecordReader(std::shared_ptr<const ByteSource> source, std::size_t windowSize)
    : m_lines(std::move(source), windowSize)
{
}

const TextRecord* TextRecordReader::recordAt(std::uint64_t offset, std::uint32_t line)
{
    // No decoder of tcpdump's prints more than this between a packet's summary and its dump.
    constexpr std::uint64_t longestPayloadText = 1 << 20;
    m_lines.seek(offset, line);
    m_hasUpcoming = false;
    m_startsListing = true;
    m_patience = longestPayloadText;
    const TextRecord* record = next();
    return record || !m_isWaiting ? record : finishRecord();
}

std::optional<RecordPlace> TextRecordReader::knownStart() const
{
    if (m_isAtStart)
        return RecordPlace{m_lines.position(), m_lines.nextNumber()};
    const TextRecord& upcoming = m_records[1 - m_current];
    const bool isSettled = m_hasUpcoming && !m_isWaiting && upcoming.hasSummary && !upcoming.startsListing;
    return isSettled ? std::optional(RecordPlace{upcoming.offset, upcoming.line}) : std::nullopt;
}

/// As takeLine() and startsRecord() have it, of those lines that they never take for anything else.
bool TextRecordReader::surelyStartsRecord(std::string_view line, TextTimeForm form)
{
    HexLine hex;
    if (line.find('<') != std::string_view::npos || parseUntouchedHexLine(line, hex))
        return false;
    const PlainLine plain = undecorate(line, m_buffer);
    if (plain.isFence || !findStampedHex(plain.text).empty())
        return false;
    const TcpdumpLine parsed = parseTcpdumpLine(plain.text);
    const bool isOfListing
        = parsed.kind == TcpdumpLineKind::Segment || (parsed.time.form == form && !parsed.isNumbered);
    return saysSomething(parsed.kind) && parsed.hasTime() && isOfListing;
}

void TextRecordReader::goOnAt(RecordPlace place, TextTimeForm form)
{
    m_lines.seek(place.offset, place.line);
    m_hasUpcoming = false;
    m_isAtStart = true;
    m_hasDumps = true;
    m_form = form;
    m_isNumbered = false;
}

const TextRecord* TextRecordReader::next()
{
    m_isAtStart = false;
    if (!m_isWaiting) {
        m_hasRecord = m_hasUpcoming;
        m_current = m_hasUpcoming ? 1 - m_current : m_current;
        m_hasUpcoming = false;
        m_linesSinceSummary = 0;
    }
    while (const auto line = m_lines.next()) {
        const Outcome outcome = takeLine(*line);
        if (outcome == Outcome::EndsListing)
            m_startsListing = true;
        if (outcome == Outcome::StartsNextRecord && !m_hasRecord) {
            m_current = 1 - m_current;
            m_hasRecord = true;
            m_hasUpcoming = false;
        } else if (m_hasRecord && (outcome != Outcome::Taken || m_lines.position() - current().end > m_patience)) {
            break;
        }
    }
    m_isWaiting = m_lines.isWaiting() && !m_hasUpcoming;
    return m_isWaiting ? nullptr : finishRecord();
}

const TextRecord* TextRecordReader::finishRecord()
{
    m_isWaiting = false;
    if (!m_hasRecord)
        return nullptr;
    m_dump.finish(current());
    m_hasDumps = m_hasDumps || !current().dump.empty();
    return &current();
}

const TextRecord* TextRecordReader::takeWaiting()
{
    return m_isWaiting && m_hasRecord && looksWhole() ? finishRecord() : nullptr;
}

/// A program that writes its text in blocks stops in the middle of a packet.
bool TextRecordReader::looksWhole() const
{
    if (current().dump.empty())
        return !m_hasDumps && !isIncomplete(current()) && !awaitsAddresses(current());
    return isWholePacket(current().dump);
}

TextRecordReader::Outcome TextRecordReader::takeLine(const RawLine& line)
{
    if (HexLine hex; parseUntouchedHexLine(line.text, hex)) {
        if (!hasRecord() || hex.offset.value_or(0) == 0 || hex.offset != current().dump.size())
            return takeHex(hex, line, line.text);
        m_dump.appendUntouched(current(), hex);
        current().end = line.offset + line.text.size();
        return Outcome::Taken;
    }
    const PlainLine plain = undecorate(line.text, m_buffer);
    if (plain.isFence)
        return Outcome::EndsListing;
    if (const std::string_view stamped = findStampedHex(plain.text); !stamped.empty()) {
        if (const auto hex = parseHexLine(stamped))
            return takeHex(*hex, line, stamped);
    }
    const TcpdumpLine parsed = parseTcpdumpLine(plain.text);
    // A packet's number looks like an offset, so text is asked first.
    if (!saysSomething(parsed.kind)) {
        if (const auto hex = parseHexLine(plain.text))
            return takeHex(*hex, line, plain.text);
        const bool lacksMore = hasRecord() && current().dumpIsBare && !isWholePacket(current().dump);
        if (const auto tail = lacksMore ? parseBareTail(plain.text) : std::nullopt)
            return takeHex(*tail, line, plain.text);
    }
    return takeText(line, plain, parsed);
}

TextRecordReader::Outcome TextRecordReader::takeHex(const HexLine& hex, const RawLine& line, std::string_view text)
{
    if (hasRecord() && DumpCollector::belongsTo(current(), hex)) {
        m_dump.append(current(), hex, line, text);
        current().end = line.offset + line.text.size();
        ++m_linesSinceSummary;
        return Outcome::Taken;
    }
    if (hex.offset.value_or(0) != 0 || (hasRecord() && DumpCollector::isPayload(current(), hex)))
        return Outcome::Taken;
    if (hasRecord())
        m_dump.finish(current());
    beginNext(line, 0);
    m_dump.append(upcoming(), hex, line, text);
    return Outcome::StartsNextRecord;
}

TextRecordReader::Outcome TextRecordReader::takeText(
    const RawLine& line, const PlainLine& plain, const TcpdumpLine& parsed)
{
    if (startsRecord(parsed, plain)) {
        if (hasRecord())
            m_dump.finish(current());
        if (m_startsListing || (parsed.kind == TcpdumpLineKind::Segment && !parsed.timeIsUntold)) {
            m_form = parsed.time.form;
            m_isNumbered = parsed.isNumbered;
        }
        beginNext(line, plain.indentation);
        setSummary(upcoming(), plain.text, parsed);
        upcoming().hasSummary = true;
        return Outcome::StartsNextRecord;
    }
    if (!hasRecord())
        return Outcome::Taken;
    ++m_linesSinceSummary;
    const bool continues = saysSomething(parsed.kind) && current().summary.kind != TcpdumpLineKind::Segment
        && current().summary.kind != TcpdumpLineKind::Quotation && current().hasSummary;
    const bool isWrapped = isIncomplete(current()) && m_linesSinceSummary <= mostWrappedLines && !isBlank(plain.text);
    if (continues)
        continueSummary(parsed, plain);
    else if (isWrapped)
        joinWrapped(plain);
    if (continues || isWrapped)
        current().end = line.offset + line.text.size();
    return Outcome::Taken;
}

bool TextRecordReader::startsRecord(const TcpdumpLine& parsed, const PlainLine& plain) const
{
    if (!saysSomething(parsed.kind) || !isOfListing(parsed))
        return false;
    if (parsed.hasPlaceOfTime())
        return true;
    if (!hasRecord() || !current().hasSummary)
        return parsed.namesProtocol || parsed.kind == TcpdumpLineKind::Segment;
    if (awaitsAddresses(current()) && !parsed.namesProtocol)
        return false;
    // A tunnel's packet comes on the line behind, without a time.
    const bool isTunnelled = current().summary.kind != TcpdumpLineKind::Segment && current().summary.hasPlaceOfTime();
    if (isTunnelled && m_linesSinceSummary == 0)
        return false;
    // What a packet carries is printed deeper than the packet, and has no time of its own.
    const bool isDeeper = plain.indentation > current().indentation;
    return !isDeeper && (parsed.namesProtocol || parsed.kind == TcpdumpLineKind::Segment);
}

/// Lines of a payload may begin with a time. Where it is no segment, it is a packet only if it has the listing's form.
bool TextRecordReader::isOfListing(const TcpdumpLine& parsed) const
{
    if (parsed.kind == TcpdumpLineKind::Segment || m_startsListing)
        return true;
    return (parsed.timeIsUntold || parsed.time.form == m_form) && parsed.isNumbered == m_isNumbered;
}

/// The addresses of -v's second line, or the header of a packet in the packet.
void TextRecordReader::continueSummary(const TcpdumpLine& parsed, const PlainLine& plain)
{
    TextRecord& record = current();
    const TextTime time = record.summary.time;
    const bool timeIsUntold = record.summary.timeIsUntold;
    const auto ip = parsed.ip ? parsed.ip : record.summary.ip;
    const bool isIpv6
        = parsed.kind == TcpdumpLineKind::Header || parsed.namesProtocol ? parsed.isIpv6 : record.summary.isIpv6;
    setSummary(record, plain.text, parsed);
    record.summary.time = time;
    record.summary.timeIsUntold = timeIsUntold;
    record.summary.ip = ip;
    record.summary.isIpv6 = isIpv6;
    m_linesSinceSummary = 0;
}

/// Puts a line behind the summary if that makes it whole, or better than it was.
void TextRecordReader::joinWrapped(const PlainLine& plain)
{
    TextRecord& record = current();
    const TcpdumpLine before = record.summary;
    std::vector<char> joined = record.summaryText;
    joined.push_back(' ');
    joined.insert(joined.end(), plain.text.begin(), plain.text.end());
    TcpdumpLine parsed = parseTcpdumpLine({joined.data(), joined.size()});
    if (parsed.kind != TcpdumpLineKind::Segment && parsed.kind != TcpdumpLineKind::Unreadable)
        return;
    record.summaryText = std::move(joined);
    if (!parsed.hasTime()) {
        parsed.time = before.time;
        parsed.ip = before.ip;
        parsed.isIpv6 = before.isIpv6;
    }
    record.summary = parsed;
}

void TextRecordReader::beginNext(const RawLine& line, std::size_t indentation)
{
    TextRecord& record = upcoming();
    record.offset = line.offset;
    record.end = line.offset + line.text.size();
    record.line = line.number;
    record.hasSummary = false;
    record.summary = {};
    record.dump.clear();
    record.dumpIsBare = false;
    record.unreadable.clear();
    record.indentation = indentation;
    record.startsListing = m_startsListing;
    m_startsListing = false;
    m_hasUpcoming = true;
}

} // namespace tcpladder
