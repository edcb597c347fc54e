// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/text_wording.h"

#include "core/base/translate.h"
#include "core/document/segment_number.h"
#include "core/finding/text_finding.h"

#include <array>

namespace tcpladder {

namespace {

// By TextFlagsVerdict. %1 line, %2 flags of the line, %3 of the bytes, %4 the segment that decides, %5 its number.
constexpr auto flagsTexts = std::to_array<std::string_view>({
    TCPLADDER_TR("core",
        "Line %1 says %2, its bytes say %3. Neither the checksum nor a later segment decides: the bytes stand."),
    TCPLADDER_TR("core",
        "Line %1 says %2, its bytes say %3. The TCP checksum fits %2 only: that was on the wire, and the bytes "
        "were changed."),
    TCPLADDER_TR("core", "Line %1 says %2, its bytes say %3. The TCP checksum fits the bytes: they were on the wire."),
    TCPLADDER_TR("core",
        "Line %1 says %2, its bytes say %3. Segment %4 acknowledges %5, which takes the sequence number of "
        "a SYN or FIN: %2 was on the wire, and the bytes were changed."),
    TCPLADDER_TR("core",
        "Line %1 says %2, its bytes say %3. Segment %4 decides by sequence number %5: the bytes were on the wire."),
});

// By field and TextNumbersVerdict.
constexpr auto numbersTexts = std::to_array<std::string_view>({
    TCPLADDER_TR("core", "Line %1 has sequence number %2, its bytes have %3. Nothing decides: the bytes stand."),
    TCPLADDER_TR(
        "core", "Line %1 has sequence number %2, its bytes have %3. The TCP checksum fits the line's: it was sent."),
    TCPLADDER_TR(
        "core", "Line %1 has sequence number %2, its bytes have %3. The TCP checksum fits the bytes: they were sent."),
    TCPLADDER_TR("core", "Line %1 acknowledges %2, its bytes acknowledge %3. Nothing decides: the bytes stand."),
    TCPLADDER_TR(
        "core", "Line %1 acknowledges %2, its bytes acknowledge %3. The TCP checksum fits the line's: it was sent."),
    TCPLADDER_TR(
        "core", "Line %1 acknowledges %2, its bytes acknowledge %3. The TCP checksum fits the bytes: they were sent."),
    TCPLADDER_TR("core", "Line %1 has window %2, its bytes have %3. Nothing decides: the bytes stand."),
    TCPLADDER_TR("core", "Line %1 has window %2, its bytes have %3. The TCP checksum fits the line's: it was sent."),
    TCPLADDER_TR("core", "Line %1 has window %2, its bytes have %3. The TCP checksum fits the bytes: they were sent."),
    TCPLADDER_TR("core", "Line %1 has length %2, its bytes have %3. Nothing decides: the bytes stand."),
    TCPLADDER_TR("core", "Line %1 has length %2, its bytes have %3. The line's was sent."),
    TCPLADDER_TR("core", "Line %1 has length %2, its bytes have %3. The bytes were sent."),
});

// By TextAddressesVariant.
constexpr auto addressesTexts = std::to_array<std::string_view>({
    TCPLADDER_TR("core",
        "Line %1 has %2, its bytes have %3. The bytes stand. If the line was made anonymous, the bytes still "
        "tell the real addresses."),
    TCPLADDER_TR("core",
        "Line %1 has other addresses than its bytes. The bytes stand. If the line was made anonymous, the bytes "
        "still tell the real addresses."),
    TCPLADDER_TR("core", "Line %1 has ports %2, its bytes have %3. The bytes stand."),
});

constexpr auto sameAddressesTexts = std::to_array<std::string_view>({
    TCPLADDER_TR("core", "Line %1 has one address on both sides, %2; its bytes have two, %3."),
    TCPLADDER_TR("core", "Line %1 has one address on both sides; its bytes have two."),
});

template <std::size_t Size>
std::string_view at(const std::array<std::string_view, Size>& texts, std::uint8_t variant)
{
    return variant < Size ? texts[variant] : texts[0];
}

std::string addressPair(std::uint64_t packed)
{
    return formatAddress(unpackAddress(packed, false)) + " > " + formatAddress(unpackAddress(packed, true));
}

std::string portPair(std::uint64_t packed)
{
    return std::to_string(packed >> 16) + " > " + std::to_string(packed & 0xffff);
}

std::string spokenFlags(std::uint64_t bits)
{
    const TcpFlags flags(static_cast<std::uint16_t>(bits));
    return formatFlags(flags) + " (" + formatFlagsHex(flags) + ")";
}

Message explainFlags(const CaptureDocument& document, const Finding& finding)
{
    Message message{at(flagsTexts, finding.variant),
        {std::to_string(finding.values[0]), spokenFlags(finding.values[1]), spokenFlags(finding.values[2])}};
    if (finding.related.isValid()) {
        const SegmentRecord related = document.segment(finding.related);
        const bool byText = finding.variant == static_cast<std::uint8_t>(TextFlagsVerdict::TextByLater);
        const SequenceNumber number = byText ? related.acknowledgment : related.sequence;
        message.arguments.push_back(std::to_string(segmentNumber(document, finding.related)));
        message.arguments.push_back(std::to_string(number.value));
    }
    return message;
}

Message explainEndpoints(std::string_view text, const Finding& finding)
{
    const bool isPorts = finding.variant == static_cast<std::uint8_t>(TextAddressesVariant::Ports);
    const auto pair = isPorts ? portPair : addressPair;
    return {text, {std::to_string(finding.values[0]), pair(finding.values[1]), pair(finding.values[2])}};
}

} // namespace

bool isTextFinding(FindingKind kind)
{
    switch (kind) {
    case FindingKind::TextFlagsDiffer:
    case FindingKind::TextNumbersDiffer:
    case FindingKind::TextAddressesDiffer:
    case FindingKind::TextSameAddresses:
    case FindingKind::TextNamesUnresolved:
    case FindingKind::TextUnreadableLine: return true;
    default: return false;
    }
}

Message explainTextFinding(const CaptureDocument& document, const Finding& finding)
{
    const std::string line = std::to_string(finding.values[0]);
    switch (finding.kind) {
    case FindingKind::TextFlagsDiffer: return explainFlags(document, finding);
    case FindingKind::TextNumbersDiffer:
        return {at(numbersTexts, finding.variant),
            {line, std::to_string(finding.values[1]), std::to_string(finding.values[2])}};
    case FindingKind::TextAddressesDiffer: return explainEndpoints(at(addressesTexts, finding.variant), finding);
    case FindingKind::TextSameAddresses: return explainEndpoints(at(sameAddressesTexts, finding.variant), finding);
    case FindingKind::TextNamesUnresolved:
        return {TCPLADDER_TR("core",
                    "Line %1 has a name, but no address or port number for it: the numbers shown stand in for "
                    "what the text doesn't say."),
            {line}};
    default: return {TCPLADDER_TR("core", "Line %1 looks like a packet, but cannot be read."), {line}};
    }
}

} // namespace tcpladder
