// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/witness_verdict.h"

#include "core/decode/checksum.h"

#include <algorithm>
#include <charconv>

namespace tcpladder {

namespace {

// tcpdump before version 5 prints neither AE nor the reserved bits.
constexpr std::uint16_t printedFlags = 0x0ff;

TcpFlags printedPart(TcpFlags flags, TcpFlags text)
{
    const bool printsAe = text.has(TcpFlag::Ae);
    return TcpFlags(flags.bits & (printsAe ? printedFlags | static_cast<std::uint16_t>(TcpFlag::Ae) : printedFlags));
}

std::uint32_t valueOf(WitnessField field, const Segment& segment)
{
    switch (field) {
    case WitnessField::Flags: return segment.flags.bits;
    case WitnessField::Sequence: return segment.sequence.value;
    case WitnessField::Acknowledgment: return segment.acknowledgment.value;
    case WitnessField::Window: return segment.window;
    case WitnessField::PayloadLength: return segment.payloadLength;
    }
    return 0;
}

TcpField headerField(WitnessField field)
{
    switch (field) {
    case WitnessField::Flags: return TcpField::OffsetAndFlags;
    case WitnessField::Sequence: return TcpField::Sequence;
    case WitnessField::Acknowledgment: return TcpField::Acknowledgment;
    case WitnessField::Window: return TcpField::Window;
    case WitnessField::PayloadLength: return TcpField::PayloadLength;
    }
    return TcpField::PayloadLength;
}

/// Where the checksum covers a field, and how many bytes of it; 0 bytes for what no single field holds.
struct FieldPlace
{
    std::size_t offset = 0;
    std::size_t width = 0;
};

FieldPlace placeOf(WitnessField field)
{
    switch (field) {
    case WitnessField::Flags: return {12, 2};
    case WitnessField::Sequence: return {4, 4};
    case WitnessField::Acknowledgment: return {8, 4};
    case WitnessField::Window: return {14, 2};
    case WitnessField::PayloadLength: return {};
    }
    return {};
}

void compare(WitnessVerdict& verdict, WitnessField field, const Segment& segment, std::optional<std::uint32_t> text)
{
    const std::uint32_t bytes = valueOf(field, segment);
    if (text && segment.known.has(headerField(field)) && *text != bytes)
        verdict.fields.push_back({field, *text, bytes});
}

void compareFlags(WitnessVerdict& verdict, const Segment& segment, std::optional<TcpFlags> text)
{
    if (!text || !segment.known.has(TcpField::OffsetAndFlags))
        return;
    const TcpFlags printed = printedPart(segment.flags, *text);
    if (printed != *text)
        verdict.fields.push_back(
            {WitnessField::Flags, std::uint32_t{segment.flags.bits} ^ printed.bits ^ text->bits, segment.flags.bits});
}

bool portDiffers(const std::string& text, std::uint16_t bytes)
{
    // Names differ from machine to machine, so only numbers can disagree.
    const bool isNumber = !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    std::uint16_t number = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    return isNumber && (read.ec != std::errc() || number != bytes || (text.front() == '0' && text.size() > 1));
}

bool addressDiffers(const std::string& text, const IpAddress& bytes)
{
    const auto address = parseAddress(text);
    return address && *address != bytes;
}

void compareEndpoints(WitnessVerdict& verdict, const TextWitness& witness, const Segment& segment)
{
    verdict.addressesDiffer
        = addressDiffers(witness.source, segment.source) || addressDiffers(witness.destination, segment.destination);
    verdict.portsDiffer = portDiffers(witness.sourcePort, segment.sourcePort)
        || portDiffers(witness.destinationPort, segment.destinationPort);
    verdict.addressesAreSame = witness.source == witness.destination && segment.source != segment.destination;
}

/// The segment's bytes with the line's values in the place of their own.
class Trial
{
public:
    Trial(const Segment& segment, Bytes packet)
        : m_segment(segment)
    {
        const std::size_t length = segment.headerLength + segment.payloadLength;
        const Bytes bytes = packet.subspan(segment.transportOffset);
        m_bytes.assign(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(std::min(length, bytes.size())));
    }

    void put(const FieldVerdict& field)
    {
        const auto [offset, width] = placeOf(field.field);
        // The data offset stands in front of the flags and is not theirs.
        const std::uint32_t value = field.field == WitnessField::Flags
            ? field.text | std::uint32_t{m_segment.headerLength} / 4 << 12
            : field.text;
        for (std::size_t i = 0; i < width; ++i)
            m_bytes[offset + i] = static_cast<std::byte>(value >> (8 * (width - 1 - i)));
    }

    bool fits() const
    {
        return verifyTcpChecksum(m_segment.source, m_segment.destination, m_bytes) == ChecksumStatus::Good;
    }

private:
    const Segment& m_segment;
    std::vector<std::byte> m_bytes;
};

/// Every value that the checksum covers.
void decideAll(WitnessVerdict& verdict)
{
    for (FieldVerdict& field : verdict.fields)
        field.isDecided = placeOf(field.field).width > 0;
}

/// Which of the line's values make the checksum right: one of them alone, or all together.
void decideByChecksum(WitnessVerdict& verdict, const Segment& segment, Bytes packet)
{
    if (segment.checksumStatus == ChecksumStatus::Good)
        decideAll(verdict);
    if (segment.checksumStatus != ChecksumStatus::Bad)
        return;
    Trial all(segment, packet);
    for (FieldVerdict& field : verdict.fields) {
        Trial alone(segment, packet);
        alone.put(field);
        all.put(field);
        if (placeOf(field.field).width > 0 && alone.fits()) {
            decideAll(verdict);
            field.textWasSent = true;
            return;
        }
    }
    if (!all.fits())
        return;
    decideAll(verdict);
    for (FieldVerdict& field : verdict.fields)
        field.textWasSent = field.isDecided;
}

} // namespace

const FieldVerdict* WitnessVerdict::find(WitnessField field) const
{
    const auto found = std::ranges::find(fields, field, &FieldVerdict::field);
    return found == fields.end() ? nullptr : &*found;
}

WitnessVerdict judgeWitness(const TextWitness& witness, const Segment& segment, Bytes packet)
{
    WitnessVerdict verdict;
    compareFlags(verdict, segment, witness.flags);
    compare(verdict, WitnessField::Sequence, segment, witness.sequenceNumber);
    compare(verdict, WitnessField::Acknowledgment, segment, witness.acknowledgmentNumber);
    compare(verdict, WitnessField::Window, segment, witness.window);
    compare(verdict, WitnessField::PayloadLength, segment, witness.payloadLength);
    compareEndpoints(verdict, witness, segment);
    if (!verdict.fields.empty())
        decideByChecksum(verdict, segment, packet);
    return verdict;
}

void applyVerdict(const WitnessVerdict& verdict, Segment& segment)
{
    for (const FieldVerdict& field : verdict.fields) {
        if (!field.textWasSent)
            continue;
        switch (field.field) {
        case WitnessField::Flags: segment.flags = TcpFlags(static_cast<std::uint16_t>(field.text)); break;
        case WitnessField::Sequence: segment.sequence = {field.text}; break;
        case WitnessField::Acknowledgment: segment.acknowledgment = {field.text}; break;
        case WitnessField::Window: segment.window = static_cast<std::uint16_t>(field.text); break;
        case WitnessField::PayloadLength: break;
        }
        segment.checksumStatus = ChecksumStatus::Good;
    }
}

} // namespace tcpladder
