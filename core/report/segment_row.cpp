// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/segment_row.h"

#include "core/report/cells.h"
#include "core/report/wording.h"

#include <cstdio>
#include <string>

namespace tcpladder {

namespace {

constexpr std::array columns = std::to_array<std::string_view>({"frame", "time", "src", "sport", "dst", "dport",
    "flags", "seq", "ack", "win", "payload_len", "hdr_len", "mss", "wscale", "sack_perm", "ts_val", "ts_ecr",
    "sack_blocks", "urg_ptr", "checksum", "checksum_status", "connection", "comment"});

std::string formatHex(std::uint16_t value)
{
    char digits[8];
    std::snprintf(digits, sizeof digits, "0x%04x", value);
    return digits;
}

std::string formatSackBlocks(const TcpOptions& options)
{
    std::string blocks;
    for (const SackBlock& block : options.sacks()) {
        if (!blocks.empty())
            blocks += ',';
        blocks.append(std::to_string(block.left.value)).append(1, '-').append(std::to_string(block.right.value));
    }
    return blocks;
}

std::string_view checksumWord(ChecksumStatus status)
{
    switch (status) {
    case ChecksumStatus::Good: return "good";
    case ChecksumStatus::Partial: return "partial";
    case ChecksumStatus::Bad: return "bad";
    case ChecksumStatus::Unknown: return {};
    default: return "unverified";
    }
}

std::optional<std::uint32_t> timestampValue(const TcpOptions& options)
{
    return options.timestamps ? std::optional(options.timestamps->value) : options.cutTimestampValue;
}

std::optional<std::uint32_t> timestampEcho(const TcpOptions& options)
{
    return options.timestamps ? std::optional(options.timestamps->echoReply) : std::nullopt;
}

void writeOptions(TableRows& row, const TcpOptions& options)
{
    optionalNumber(row, options.maximumSegmentSize);
    optionalNumber(row, options.windowScale);
    optionalNumber(row, options.sackPermitted ? std::optional(1) : std::nullopt);
    optionalNumber(row, timestampValue(options));
    optionalNumber(row, timestampEcho(options));
    row.word(formatSackBlocks(options));
}

} // namespace

std::span<const std::string_view> segmentColumns()
{
    return columns;
}

void writeSegmentRow(TableRows& row, const Segment& segment, const SegmentRecord& record, std::string_view comment)
{
    const TcpFieldSet known = segment.known;
    frame(row, record.packet);
    row.word(formatEpochSeconds(record.time));
    endpoint(row, {segment.source, segment.sourcePort});
    endpoint(row, {segment.destination, segment.destinationPort});
    row.word(known.has(TcpField::OffsetAndFlags) ? formatFlagsHex(record.flags()) : std::string());
    const auto numberIfKnown = [&](TcpField field, std::uint64_t value) {
        optionalNumber(row, known.has(field) ? std::optional(value) : std::nullopt);
    };
    numberIfKnown(TcpField::Sequence, record.sequence.value);
    numberIfKnown(TcpField::Acknowledgment, record.acknowledgment.value);
    numberIfKnown(TcpField::Window, segment.window);
    numberIfKnown(TcpField::PayloadLength, segment.payloadLength);
    numberIfKnown(TcpField::HeaderLength, segment.headerLength);
    writeOptions(row, segment.options);
    numberIfKnown(TcpField::UrgentPointer, segment.urgentPointer);
    row.word(known.has(TcpField::Checksum) ? formatHex(segment.checksum) : std::string());
    row.word(checksumWord(segment.checksumStatus));
    connectionNumber(row, record.connection);
    row.text(comment);
    row.endRow();
}

} // namespace tcpladder
