// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/document/segment_number.h"
#include "core/report/finding_texts.h"
#include "core/report/text_wording.h"
#include "core/report/wording.h"

#include <array>
#include <cstdio>

namespace tcpladder {

namespace {

std::string_view textOf(const Finding& finding)
{
    std::string_view text = findingKindInfo(finding.kind).name;
    for (const FindingText& entry : findingTexts())
        if (entry.kind == finding.kind && (entry.variant == finding.variant || entry.variant == 0))
            text = entry.text;
    return text;
}

std::string formatHex(std::uint64_t value)
{
    std::array<char, 24> digits{};
    std::snprintf(digits.data(), digits.size(), "0x%04llx", static_cast<unsigned long long>(value));
    return digits.data();
}

/// Numbers as people know them: checksums are hexadecimal, the three ECN flags of TCP and the field of IP are bits.
std::string formatValue(FindingKind kind, std::size_t index, std::uint64_t value)
{
    const bool isChecksum = kind == FindingKind::ChecksumWrong || kind == FindingKind::ChecksumPartial
        || (kind == FindingKind::CapturedTwice && index == 1);
    if (isChecksum)
        return formatHex(value);
    const bool isBits = kind == FindingKind::Ecn || kind == FindingKind::AccEcn;
    if (!isBits)
        return std::to_string(value);
    std::string bits;
    for (int bit = index == 0 ? 2 : 1; bit >= 0; --bit)
        bits += (value >> bit & 1) != 0 ? '1' : '0';
    return bits;
}

void addEndpoints(const CaptureDocument& document, const Finding& finding, Message& message)
{
    if (!finding.connection.isValid() || !finding.segment.isValid())
        return;
    message.arguments.resize(4);
    const Connection& connection = document.connection(finding.connection).connection;
    const Side sender = document.segment(finding.segment).sender;
    message.arguments.push_back(formatEndpoint(connection.endpoint(sender)));
    message.arguments.push_back(formatEndpoint(connection.endpoint(peerOf(sender))));
}

} // namespace

Message explainFinding(const CaptureDocument& document, const Finding& finding)
{
    if (finding.kind == FindingKind::CaptureCutShort)
        return {describe(static_cast<ErrorCode>(finding.variant)), {}};
    if (isTextFinding(finding.kind))
        return explainTextFinding(document, finding);
    Message message{textOf(finding), {}};
    for (std::size_t i = 0; i < finding.values.size(); ++i)
        message.arguments.push_back(formatValue(finding.kind, i, finding.values[i]));
    if (finding.related.isValid())
        message.arguments.push_back(std::to_string(segmentNumber(document, finding.related)));
    addEndpoints(document, finding, message);
    return message;
}

} // namespace tcpladder
