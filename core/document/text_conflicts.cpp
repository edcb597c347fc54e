// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/text_conflicts.h"

#include "core/finding/text_finding.h"

#include <algorithm>
#include <charconv>

namespace tcpladder {

namespace {

// Each decision makes a connection anew; a text with more of them in one connection is none that anybody edited.
constexpr int mostConflicts = 64;

std::uint32_t sequenceUse(TcpFlags flags)
{
    return std::uint32_t{flags.has(TcpFlag::Syn)} + flags.has(TcpFlag::Fin);
}

Finding makeFinding(FindingKind kind, Finding place)
{
    place.kind = kind;
    place.severity = findingKindInfo(kind).severity;
    return place;
}

TextFlagsVerdict flagsVerdict(const FieldVerdict& field)
{
    if (!field.isDecided)
        return TextFlagsVerdict::Undecided;
    return field.textWasSent ? TextFlagsVerdict::TextByChecksum : TextFlagsVerdict::BytesByChecksum;
}

std::uint16_t portNumber(const std::string& text)
{
    std::uint16_t port = 0;
    std::from_chars(text.data(), text.data() + text.size(), port);
    return port;
}

} // namespace

void TextConflicts::note(const TextWitness& witness, const WitnessVerdict& verdict, const Segment& segment,
    SegmentId id, ConnectionId connection, Side sender, FindingSink& findings)
{
    Finding place;
    place.segment = id;
    place.connection = connection;
    place.values[0] = witness.line;
    for (const FieldVerdict& field : verdict.fields)
        noteField(witness, field, place, findings);
    noteEndpoints(witness, verdict, segment, place, findings);
    if (!witness.hasBytes && witness.hasPlaceholders)
        addOnce(connection, makeFinding(FindingKind::TextNamesUnresolved, place), findings);
    const FieldVerdict* flags = verdict.find(WitnessField::Flags);
    if (flags && !flags->isDecided)
        openConflict(*flags, segment, id, connection, sender);
}

void TextConflicts::noteField(
    const TextWitness& witness, const FieldVerdict& field, Finding place, FindingSink& findings)
{
    const bool isFlags = field.field == WitnessField::Flags;
    Finding finding = makeFinding(isFlags ? FindingKind::TextFlagsDiffer : FindingKind::TextNumbersDiffer, place);
    const TextFlagsVerdict verdict = flagsVerdict(field);
    // The first three verdicts of flags and of numbers are the same.
    finding.variant = static_cast<std::uint8_t>(verdict);
    if (!isFlags)
        finding.variant = static_cast<std::uint8_t>(finding.variant
            + (static_cast<unsigned>(field.field) - 1) * static_cast<unsigned>(TextNumbersVerdict::Count));
    finding.values = {witness.line, field.text, field.bytes};
    add(finding, findings);
}

void TextConflicts::noteEndpoints(const TextWitness& witness, const WitnessVerdict& verdict, const Segment& segment,
    Finding place, FindingSink& findings)
{
    if (!verdict.addressesAreSame && !verdict.addressesDiffer && !verdict.portsDiffer)
        return;
    const auto source = parseAddress(witness.source);
    const auto destination = parseAddress(witness.destination);
    const bool isIpv4 = source && destination && source->version == IpVersion::V4
        && destination->version == IpVersion::V4 && segment.source.version == IpVersion::V4;
    if (verdict.addressesAreSame) {
        Finding finding = makeFinding(FindingKind::TextSameAddresses, place);
        finding.variant = static_cast<std::uint8_t>(isIpv4 ? TextAddressesVariant::Ipv4 : TextAddressesVariant::Other);
        if (isIpv4)
            finding.values = {
                witness.line, packAddresses(*source, *destination), packAddresses(segment.source, segment.destination)};
        addOnce(place.connection, finding, findings);
    }
    if (!verdict.addressesDiffer && !verdict.portsDiffer)
        return;
    Finding finding = makeFinding(FindingKind::TextAddressesDiffer, place);
    auto variant = isIpv4 ? TextAddressesVariant::Ipv4 : TextAddressesVariant::Other;
    if (!verdict.addressesDiffer) {
        variant = TextAddressesVariant::Ports;
        finding.values = {witness.line, packPorts(portNumber(witness.sourcePort), portNumber(witness.destinationPort)),
            packPorts(segment.sourcePort, segment.destinationPort)};
    } else if (isIpv4) {
        finding.values
            = {witness.line, packAddresses(*source, *destination), packAddresses(segment.source, segment.destination)};
    }
    finding.variant = static_cast<std::uint8_t>(variant);
    addOnce(place.connection, finding, findings);
}

void TextConflicts::openConflict(
    const FieldVerdict& flags, const Segment& segment, SegmentId id, ConnectionId connection, Side sender)
{
    const TcpFlags text(static_cast<std::uint16_t>(flags.text));
    const TcpFlags bytes(static_cast<std::uint16_t>(flags.bytes));
    if (sequenceUse(text) == sequenceUse(bytes) || !segment.known.has(TcpField::Sequence))
        return;
    ConnectionConflicts& conflicts = m_conflicts[connection];
    if (conflicts.count == mostConflicts)
        return;
    ++conflicts.count;
    const std::uint32_t shorter = std::min(sequenceUse(text), sequenceUse(bytes));
    const auto finding = std::ranges::find_if(m_findings.rbegin(), m_findings.rend(),
        [](const Finding& entry) { return entry.kind == FindingKind::TextFlagsDiffer; });
    conflicts.open.push_back({id, static_cast<std::size_t>(m_findings.rend() - finding) - 1, sender, text, bytes,
        segment.sequence + segment.payloadLength + shorter, sequenceUse(text) > sequenceUse(bytes)});
}

std::optional<TextConflicts::Decision> TextConflicts::observe(
    const Segment& segment, SegmentId id, ConnectionId connection, Side sender)
{
    const auto found = m_conflicts.find(connection);
    if (found == m_conflicts.end())
        return {};
    std::vector<OpenConflict>& open = found->second.open;
    for (auto conflict = open.begin(); conflict != open.end(); ++conflict) {
        const auto longerWasSent = decide(*conflict, segment, sender);
        if (conflict->segment == id || !longerWasSent)
            continue;
        const bool textWasSent = *longerWasSent == conflict->textIsLonger;
        const Decision decision{conflict->segment, textWasSent ? conflict->text : conflict->bytes};
        Finding& finding = m_findings[conflict->finding];
        finding.variant
            = static_cast<std::uint8_t>(textWasSent ? TextFlagsVerdict::TextByLater : TextFlagsVerdict::BytesByLater);
        finding.related = id;
        open.erase(conflict);
        return decision;
    }
    return {};
}

/// Whether the reading with the SYN or FIN is right; nothing where this segment does not tell.
std::optional<bool> TextConflicts::decide(const OpenConflict& conflict, const Segment& segment, Side sender)
{
    if (sender != conflict.sender) {
        const bool hasAck = segment.has(TcpFlag::Ack) && segment.known.has(TcpField::Acknowledgment);
        return hasAck && segment.acknowledgment > conflict.shorterEnd ? std::optional(true) : std::nullopt;
    }
    const bool hasPayloadThere = segment.payloadLength > 0 && segment.known.has(TcpField::Sequence)
        && segment.sequence <= conflict.shorterEnd && segment.endOfSequence() > conflict.shorterEnd;
    return hasPayloadThere && segment.checksumStatus != ChecksumStatus::Bad ? std::optional(false) : std::nullopt;
}

void TextConflicts::restore(std::span<const SegmentId> segments, FindingSink& findings) const
{
    for (const Finding& finding : m_findings) {
        if (std::ranges::binary_search(segments, finding.segment))
            findings.add(finding);
    }
}

void TextConflicts::addOnce(ConnectionId connection, const Finding& finding, FindingSink& findings)
{
    if (m_said.emplace(connection, finding.kind).second)
        add(finding, findings);
}

void TextConflicts::add(const Finding& finding, FindingSink& findings)
{
    m_findings.push_back(finding);
    findings.add(finding);
}

} // namespace tcpladder
