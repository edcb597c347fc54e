// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/targets.h"

#include "core/connection/connection_table.h"
#include "core/decode/decoder.h"
#include "core/decode/icmp.h"
#include "core/decode/packet_fields.h"
#include "core/decode/plain_packet.h"
#include "core/document/builder.h"
#include "core/report/reports.h"
#include "core/source/open_capture.h"
#include "core/source/text/text_reader.h"
#include "tests/support/both_ways.h"

#include <algorithm>
#include <cstdlib>

namespace tcpladder {

namespace {

std::shared_ptr<ByteSource> sourceOf(Bytes input)
{
    return makeMemorySource({input.begin(), input.end()});
}

void readToItsEnd(OpenedCapture& capture)
{
    for (;;) {
        const ReadStep step = capture.reader->next();
        if (const auto* packet = std::get_if<Packet>(&step)) {
            static_cast<void>(capture.store->fetch(packet->offset, static_cast<std::uint32_t>(packet->bytes.size())));
            static_cast<void>(capture.store->sourceText(packet->offset));
            continue;
        }
        const auto* damage = std::get_if<Damage>(&step);
        if (!damage || !damage->canContinue)
            return;
    }
}

void writeReports(const CaptureDocument& document)
{
    for (const Report report : {Report::Segments, Report::Connections, Report::States, Report::Findings}) {
        if (auto output = OutputFile::open("/dev/null"))
            static_cast<void>(writeReport(document, report, TableFormat::JsonLines, *output));
    }
}

} // namespace

void fuzzCapture(Bytes input)
{
    if (auto capture = openCapture(sourceOf(input)))
        readToItsEnd(*capture);
}

void fuzzText(Bytes input)
{
    if (auto capture = openText(sourceOf(input)))
        readToItsEnd(*capture);
    if (!readBothWays(sourceOf(input)).difference.empty())
        std::abort(); // the short way through a text gives the same as the long one
}

/// The short ways for plain packets give the same as the walk through the layers.
void decodeAllWays(const Packet& packet, LinkType linkType)
{
    Segment chosen;
    Segment byLayers;
    if (decodeSegment(packet, linkType, chosen) != decodeByLayers(packet, linkType, byLayers) || chosen != byLayers)
        std::abort();
    PlainSegment plain;
    PlainOrigin origin;
    if (!decodePlainPacket(packet, linkType, plain, origin))
        return;
    plain.fromOffset = 0;
    if (plain.unfold(origin, 0) != byLayers || hashOf(plain, origin) != hashOf(byLayers))
        std::abort();
}

void fuzzPacket(Bytes input)
{
    if (input.size() < 2)
        return;
    const LinkType linkType{loadUnchecked<2>(input.data(), ByteOrder::Big)};
    // A copy of its own, so that the sanitizer sees the first byte that is read behind it.
    const std::vector<std::byte> bytes(input.begin() + 2, input.end());
    Packet packet;
    packet.bytes = bytes;
    packet.originalLength = static_cast<std::uint32_t>(bytes.size());
    decodeAllWays(packet, linkType);
    if (const auto segment = decodeSegment(packet, linkType))
        static_cast<void>(listPacketFields(*segment, linkType, bytes));
    static_cast<void>(listLayers(linkType, bytes, packet.originalLength));
    static_cast<void>(decodeIcmpError(linkType, bytes));
}

void fuzzOptions(Bytes input)
{
    const std::vector<std::byte> bytes(input.begin(), input.begin() + std::min<std::ptrdiff_t>(std::ssize(input), 40));
    static_cast<void>(decodeTcpOptions(bytes));
    static_cast<void>(listTcpOptions(bytes));
}

void fuzzDocument(Bytes input)
{
    auto capture = openCapture(sourceOf(input));
    if (!capture)
        return;
    CaptureDocument document(capture->store);
    DocumentBuilder(document, *capture).run({});
    writeReports(document);
    for (std::size_t i = 0; i < document.segmentCount(); ++i)
        static_cast<void>(document.details(document.segment(SegmentId(i))));
}

} // namespace tcpladder
