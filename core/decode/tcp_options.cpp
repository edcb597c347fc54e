// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/tcp_options.h"

#include "core/base/translate.h"

#include <algorithm>

namespace tcpladder {

namespace {

// Before RFC 7413 fast open used the experimental kinds with this magic (RFC 6994, draft-ietf-tcpm-fastopen).
constexpr std::uint16_t fastOpenExperiment = 0xf989;
constexpr std::uint16_t accEcnExperiment0 = 0xacc0;
constexpr std::uint16_t accEcnExperiment1 = 0xacc1;

bool lengthFits(TcpOptionKind kind, std::size_t length)
{
    switch (kind) {
    case TcpOptionKind::MaximumSegmentSize: return length == 4;
    case TcpOptionKind::WindowScale: return length == 3;
    case TcpOptionKind::SackPermitted: return length == 2;
    case TcpOptionKind::Sack: return length >= 10 && (length - 2) % 8 == 0;
    case TcpOptionKind::Timestamps: return length == 10;
    default: return true;
    }
}

void readSackBlocks(TcpOptions& options, ByteReader& value)
{
    while (value.has(8) && options.sackBlockCount < TcpOptions::maximumSackBlocks) {
        const SequenceNumber left{value.u32()};
        options.sackBlocks[options.sackBlockCount++] = {left, {value.u32()}};
    }
}

void readExperiment(TcpOptions& options, ByteReader& value)
{
    if (!value.has(2))
        return;
    switch (value.u16()) {
    case fastOpenExperiment: options.fastOpenCookieLength = static_cast<std::uint8_t>(value.remaining()); break;
    case accEcnExperiment0:
    case accEcnExperiment1: options.accEcn = true; break;
    default: break;
    }
}

void readCutOption(TcpOptions& options, TcpOptionKind kind, Bytes bytes)
{
    if (ByteReader value(bytes); kind == TcpOptionKind::Timestamps && value.has(4))
        options.cutTimestampValue = value.u32();
}

void readOption(TcpOptions& options, TcpOptionKind kind, Bytes bytes)
{
    ByteReader value(bytes);
    switch (kind) {
    case TcpOptionKind::MaximumSegmentSize: options.maximumSegmentSize = value.u16(); break;
    case TcpOptionKind::WindowScale: options.windowScale = value.u8(); break;
    case TcpOptionKind::SackPermitted: options.sackPermitted = true; break;
    case TcpOptionKind::Sack: readSackBlocks(options, value); break;
    case TcpOptionKind::Timestamps: {
        const std::uint32_t timestampValue = value.u32();
        options.timestamps = {timestampValue, value.u32()};
        break;
    }
    case TcpOptionKind::FastOpen: options.fastOpenCookieLength = static_cast<std::uint8_t>(bytes.size()); break;
    case TcpOptionKind::Multipath: options.multipath = true; break;
    case TcpOptionKind::AccEcn0:
    case TcpOptionKind::AccEcn1: options.accEcn = true; break;
    case TcpOptionKind::Experiment1:
    case TcpOptionKind::Experiment2: readExperiment(options, value); break;
    default: break;
    }
}

/// Calls visit(entry) for each option until the list ends, by its end mark, by the header's end, or at a length that
/// cannot be.
template <class Visit>
void walkOptions(Bytes options, Visit visit)
{
    std::size_t at = 0;
    while (at < options.size()) {
        const auto kind = static_cast<TcpOptionKind>(options[at]);
        const std::size_t left = options.size() - at;
        TcpOptionEntry entry{static_cast<std::uint8_t>(kind), static_cast<std::uint8_t>(at), 1};
        if (kind != TcpOptionKind::EndOfList && kind != TcpOptionKind::NoOperation) {
            const std::size_t length = left >= 2 ? std::to_integer<std::size_t>(options[at + 1]) : 0;
            const bool broken = length < 2 || length > left;
            entry.length = static_cast<std::uint8_t>(broken ? left : length);
            entry.malformed = broken || !lengthFits(kind, length);
        }
        visit(entry);
        if (kind == TcpOptionKind::EndOfList)
            return;
        at += entry.length;
    }
}

} // namespace

TcpOptions decodeTcpOptions(Bytes bytes)
{
    TcpOptions options;
    readTcpOptions(options, bytes);
    return options;
}

void readTcpOptions(TcpOptions& options, Bytes bytes)
{
    if (isTimestampsAlone(bytes)) {
        TcpTimestamps& stamps = options.timestamps.emplace();
        stamps.value = loadUnchecked<4>(bytes.data() + 4, ByteOrder::Big);
        stamps.echoReply = loadUnchecked<4>(bytes.data() + 8, ByteOrder::Big);
        return;
    }
    walkOptions(bytes, [&](const TcpOptionEntry& entry) {
        options.malformed |= entry.malformed;
        if (entry.length < 2)
            return;
        const auto read = entry.malformed ? readCutOption : readOption;
        read(options, static_cast<TcpOptionKind>(entry.kind), bytes.subspan(entry.offset + 2, entry.length - 2));
    });
}

std::vector<TcpOptionEntry> listTcpOptions(Bytes options)
{
    std::vector<TcpOptionEntry> entries;
    walkOptions(options, [&](const TcpOptionEntry& entry) { entries.push_back(entry); });
    return entries;
}

std::string_view tcpOptionName(std::uint8_t kind)
{
    switch (static_cast<TcpOptionKind>(kind)) {
    case TcpOptionKind::EndOfList: return TCPLADDER_TR("core", "End of option list");
    case TcpOptionKind::NoOperation: return TCPLADDER_TR("core", "No-operation");
    case TcpOptionKind::MaximumSegmentSize: return TCPLADDER_TR("core", "Maximum segment size");
    case TcpOptionKind::WindowScale: return TCPLADDER_TR("core", "Window scale");
    case TcpOptionKind::SackPermitted: return TCPLADDER_TR("core", "SACK permitted");
    case TcpOptionKind::Sack: return TCPLADDER_TR("core", "SACK");
    case TcpOptionKind::Timestamps: return TCPLADDER_TR("core", "Timestamps");
    case TcpOptionKind::Md5Signature: return TCPLADDER_TR("core", "MD5 signature");
    case TcpOptionKind::UserTimeout: return TCPLADDER_TR("core", "User timeout");
    case TcpOptionKind::Authentication: return TCPLADDER_TR("core", "TCP authentication");
    case TcpOptionKind::Multipath: return TCPLADDER_TR("core", "Multipath TCP");
    case TcpOptionKind::FastOpen: return TCPLADDER_TR("core", "Fast open cookie");
    case TcpOptionKind::AccEcn0: return TCPLADDER_TR("core", "Accurate ECN order 0");
    case TcpOptionKind::AccEcn1: return TCPLADDER_TR("core", "Accurate ECN order 1");
    case TcpOptionKind::Experiment1:
    case TcpOptionKind::Experiment2: return TCPLADDER_TR("core", "Experiment");
    }
    return {};
}

} // namespace tcpladder
