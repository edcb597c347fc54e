// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/dump_collector.h"

#include "core/source/text/dump_start.h"
#include "core/source/text/text_cursor.h"

namespace tcpladder {

namespace {

// What tcpdump captures at most; more digits than that are somebody's, not a packet's.
constexpr std::size_t longestDump = 262'144;

void appendBytes(TextRecord& record, const HexLine& line)
{
    if (record.dump.size() + line.count <= longestDump)
        record.dump.insert(record.dump.end(), line.bytes.begin(), line.bytes.begin() + line.count);
}

/// A payload in characters (-A) may be a number of many digits, which reads like the packet of another line.
bool contradictsSummary(const TextRecord& record, const HexLine& line)
{
    if (!record.hasSummary || record.summary.kind != TcpdumpLineKind::Segment)
        return false;
    std::vector<std::byte> bytes;
    appendBareBytes(line.bare, bytes, longestDump);
    const auto isIpv6 = saysIpv6(bytes);
    return isIpv6 && *isIpv6 != record.summary.isIpv6;
}

} // namespace

bool DumpCollector::isPayload(const TextRecord& record, const HexLine& line)
{
    if (line.offset || !record.dump.empty() || !contradictsSummary(record, line))
        return false;
    std::vector<std::byte> bytes;
    appendBareBytes(line.bare, bytes, longestDump);
    return !isWholePacket(bytes);
}

bool DumpCollector::belongsTo(const TextRecord& record, const HexLine& line)
{
    if (!line.offset && record.dump.empty())
        return !contradictsSummary(record, line);
    if (!line.offset)
        return (record.dumpIsBare && !isWholePacket(record.dump));
    if (*line.offset != 0)
        return !record.dump.empty() || record.hasSummary;
    // Decoders of payloads print dumps of their own, from 0 as well; the packet's dump comes behind them.
    return record.dump.empty() || !findDumpStart(record.dump);
}

void DumpCollector::appendUntouched(TextRecord& record, const HexLine& line)
{
    appendBytes(record, line);
    m_hasLast = false;
    m_hadText = m_hadText || line.textLength > 0;
}

void DumpCollector::append(TextRecord& record, const HexLine& line, const RawLine& raw, std::string_view text)
{
    record.dumpIsBare = !line.offset;
    if (!line.offset) {
        appendBareBytes(line.bare, record.dump, longestDump);
        return;
    }
    if (*line.offset == 0) {
        reset();
        record.dump.clear();
    } else {
        repairLastLine(record, *line.offset, {raw.offset, raw.number});
    }
    if (m_isBroken)
        return;
    m_hasLast = true;
    m_lastText.assign(text);
    m_lastStart = record.dump.size();
    m_lastPlace = {raw.offset, raw.number};
    m_lastHasText = line.textLength > 0;
    m_hadText = m_hadText || m_lastHasText;
    appendBytes(record, line);
}

/// Makes the dump end at wantedEnd, where the next line goes on, by reading the last line once more.
void DumpCollector::repairLastLine(TextRecord& record, std::size_t wantedEnd, const UnreadableLine& next)
{
    if (m_isBroken || wantedEnd == record.dump.size())
        return;
    if (m_hasLast && wantedEnd > m_lastStart) {
        const auto line = parseHexLine(m_lastText, wantedEnd - m_lastStart);
        if (line) {
            record.dump.resize(m_lastStart);
            appendBytes(record, *line);
            return;
        }
    }
    m_isBroken = true;
    record.unreadable.push_back(m_hasLast ? m_lastPlace : next);
}

void DumpCollector::finish(TextRecord& record)
{
    // A last line without characters among lines that have them: its characters look like digits. There are as many
    // characters as bytes.
    if (m_hasLast && m_hadText && !m_lastHasText && !m_isBroken) {
        for (std::size_t count = record.dump.size() - m_lastStart; count > 0; --count) {
            const auto line = parseHexLine(m_lastText, count);
            if (line && line->textLength == count) {
                record.dump.resize(m_lastStart + count);
                break;
            }
        }
    }
    reset();
}

void DumpCollector::reset()
{
    m_hasLast = false;
    m_hadText = false;
    m_isBroken = false;
}

} // namespace tcpladder
