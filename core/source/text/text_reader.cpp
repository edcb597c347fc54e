// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/text_reader.h"

#include "core/decode/layers.h"
#include "core/source/text/rebuilt_packet.h"
#include "core/source/text/text_clock.h"
#include "core/source/text/text_packet.h"
#include "core/source/text/text_record_reader.h"
#include "core/source/text/text_store.h"
#include "core/source/text/untouched_records.h"

#include <algorithm>
#include <array>

namespace tcpladder {

namespace {

// Packets of other protocols are counted and give no segment: an Ethernet header with a type that leads to nothing.
constexpr std::array<std::byte, 14> otherProtocol{};

constexpr std::uint32_t recordsPerLineMark = 1024;

struct TextWay
{
    bool isShort = true;
    std::size_t pieceSize = UntouchedRecordReader::usualPiece;
};

class TextReader final : public PacketReader
{
public:
    TextReader(std::shared_ptr<const ByteSource> source, std::shared_ptr<TextMemory> memory, TextWay way)
        : m_source(std::move(source))
        , m_memory(std::move(memory))
        , m_records(m_source)
        , m_untouched(m_records, m_source, way.pieceSize)
        , m_isShortWay(way.isShort)
    {
    }

    ReadStep next() override;
    std::size_t nextAtHand(std::span<Packet> packets) override;
    const std::vector<CaptureInterface>& interfaces() const override { return m_interfaces; }
    std::uint64_t position() const override { return m_records.position(); }
    bool help() override { return m_untouched.help(); }

private:
    ReadStep atEnd();
    ReadStep waitForMore();
    std::size_t takeUntouched(std::span<Packet> packets);
    bool takeUntouched(const UntouchedRecord& record, Packet& packet);
    void noteUnreadable(const UnreadableLine& line);
    Packet makePacket(const TextRecord& record);
    void useDump(Packet& packet, const TextRecord& record, const DumpStart& start);
    bool useSummary(Packet& packet, const TextRecord& record);
    Timestamp timeOf(const TextRecord& record);
    TextTimeMeaning meaningFrom(const TextRecord& record) const;
    InterfaceId interfaceOf(LinkType linkType);
    void markLine(RecordPlace place);

    std::shared_ptr<const ByteSource> m_source;
    std::shared_ptr<TextMemory> m_memory;
    TextRecordReader m_records;
    UntouchedRecordReader m_untouched;
    bool m_isShortWay;
    std::vector<CaptureInterface> m_interfaces;
    TextFlows m_flows;
    TextClock m_clock;
    PacketNumber m_last;
    std::vector<Damage> m_damages; ///< still to be handed out
    std::optional<DumpStart> m_likelyStart;
    InterfaceId m_likelyInterface; ///< of packets that begin so
    TextWitness m_witness;
    std::vector<std::byte> m_bytes; ///< of a rebuilt packet
    std::uint64_t m_waitsAt = 0;    ///< where the text ended for now
    int m_waits = 0;                ///< how often it was found to end there
};

std::size_t TextReader::nextAtHand(std::span<Packet> packets)
{
    return m_damages.empty() ? takeUntouched(packets) : 0;
}

ReadStep TextReader::next()
{
    if (!m_damages.empty()) {
        Damage damage = std::move(m_damages.back());
        m_damages.pop_back();
        return damage;
    }
    if (Packet packet; takeUntouched({&packet, 1}) == 1)
        return packet;
    while (const TextRecord* record = m_records.next()) {
        const bool isPacket = record->hasSummary || findDumpStart(record->dump, m_likelyStart);
        if (isPacket)
            return makePacket(*record);
    }
    return m_records.isWaiting() ? waitForMore() : atEnd();
}

/// What makePacket() gives for records in which line and bytes say the same, by the short way, up to the first other.
std::size_t TextReader::takeUntouched(std::span<Packet> packets)
{
    constexpr std::size_t flowsAhead = 8;
    if (!m_likelyStart || !m_isShortWay)
        return 0;
    const auto records = m_untouched.peek(*m_likelyStart, packets.size());
    RecordPlace place = m_untouched.place();
    std::size_t count = 0;
    for (const UntouchedRecord& record : records.first(std::min(flowsAhead, records.size())))
        m_flows.prefetch(record.header.keyHash);
    for (const UntouchedRecord& record : records) {
        if (count + flowsAhead < records.size())
            m_flows.prefetch(records[count + flowsAhead].header.keyHash);
        if (!takeUntouched(record, packets[count]))
            break;
        ++count;
        place.offset = record.offset;
        markLine(place);
        place.line += record.lineCount;
    }
    if (count > 0)
        m_untouched.pass(count);
    return count;
}

bool TextReader::takeUntouched(const UntouchedRecord& record, Packet& packet)
{
    const auto& [time, sequence, acknowledgment] = record.summary;
    const WireHeader& header = record.header;
    if (!m_flows.noteAgreement(header.key, header.keyHash, header.flags, sequence, acknowledgment, header.numbers))
        return false;
    ++m_last.value;
    packet = {};
    packet.number = m_last;
    packet.interface = m_likelyInterface;
    packet.time = m_clock.next(time);
    packet.offset = record.offset;
    packet.bytes = m_untouched.bytesOf(record);
    packet.agreesWithText = true;
    return true;
}

/// The last packet is handed out without knowing that it is the last line of it, once the text has stood still for a
/// while. Whoever asks does so as often as views look, so that a few times are longer than tcpdump takes to print it.
ReadStep TextReader::waitForMore()
{
    constexpr int longEnough = 5;
    m_waits = m_waitsAt == m_records.position() ? m_waits + 1 : 0;
    m_waitsAt = m_records.position();
    const TextRecord* record = m_waits >= longEnough ? m_records.takeWaiting() : nullptr;
    if (record && (record->hasSummary || findDumpStart(record->dump, m_likelyStart)))
        return makePacket(*record);
    return NothingYet{};
}

ReadStep TextReader::atEnd()
{
    if (const auto& error = m_records.error())
        return Damage{*error, {m_last.value + 1}, false, {}};
    if (m_last.isValid())
        return EndOfSource{};
    return Damage{{ErrorCode::NoPacketsInText, {}, {}}, {}, false, {}};
}

void TextReader::noteUnreadable(const UnreadableLine& line)
{
    m_damages.push_back(
        {{ErrorCode::UnreadableLine, line.offset, std::to_string(line.number)}, m_last, true, line.number});
}

Packet TextReader::makePacket(const TextRecord& record)
{
    ++m_last.value;
    markLine({record.offset, record.line});
    if (record.startsListing)
        m_flows.startListing();
    Packet packet;
    packet.number = m_last;
    packet.time = timeOf(record);
    packet.offset = record.offset;
    const bool isSegment = record.hasSummary && record.summary.kind == TcpdumpLineKind::Segment;
    const auto start = record.dump.empty() ? std::nullopt : findDumpStart(record.dump, m_likelyStart);
    bool isUnreadable = record.hasSummary && record.summary.kind == TcpdumpLineKind::Unreadable;
    if (start) {
        useDump(packet, record, *start);
    } else if (isSegment && useSummary(packet, record)) {
        packet.witness = &m_witness;
        packet.isCaptured = false;
    } else {
        isUnreadable = isUnreadable || isSegment;
        packet.isCaptured = false;
        packet.bytes = otherProtocol;
        packet.originalLength = otherProtocol.size();
        packet.interface = interfaceOf(LinkType::Ethernet);
    }
    if (isUnreadable)
        noteUnreadable({record.offset, record.line});
    std::ranges::for_each(record.unreadable, [this](const UnreadableLine& line) { noteUnreadable(line); });
    std::ranges::reverse(m_damages);
    return packet;
}

/// The numbers of a dump's TCP header; nothing where the dump ends before them.
std::optional<WireNumbers> readWireNumbers(Bytes bytes, const LayerWalk& walk, TextFlowKey& key)
{
    constexpr std::size_t flagsEnd = 14;
    if (walk.problem != DecodeProblem::None || !walk.has(flagsEnd))
        return {};
    ByteReader reader(bytes.subspan(walk.offset));
    key = {makeIpAddress(walk.source()), makeIpAddress(walk.destination()), reader.u16(), 0};
    key.destinationPort = reader.u16();
    WireNumbers wire;
    wire.sequence = {reader.u32()};
    wire.acknowledgment = {reader.u32()};
    const std::uint16_t offsetAndFlags = reader.u16();
    const TcpFlags flags(offsetAndFlags);
    const std::size_t headerLength = std::size_t{4} * (offsetAndFlags >> 12);
    const std::size_t length = walk.end - walk.offset;
    wire.sequenceLength = static_cast<std::uint32_t>(length > headerLength ? length - headerLength : 0)
        + flags.has(TcpFlag::Syn) + flags.has(TcpFlag::Fin);
    return wire;
}

void TextReader::useDump(Packet& packet, const TextRecord& record, const DumpStart& start)
{
    m_likelyStart = start;
    packet.bytes = Bytes(record.dump).subspan(start.skipped);
    packet.originalLength = 0; // of a dump, which may be cut
    packet.interface = interfaceOf(start.linkType);
    m_likelyInterface = packet.interface;
    if (!record.hasSummary || record.summary.kind != TcpdumpLineKind::Segment)
        return;
    const LayerWalk walk = walkToTcp(start.linkType, packet.bytes, packet.originalLength);
    TextFlowKey key;
    const auto wire = readWireNumbers(packet.bytes, walk, key);
    if (!wire)
        return;
    fillWitness(m_witness, record.summary, m_flows.resolve(key, record.summary.segment, *wire));
    m_witness.line = record.line;
    m_witness.hasBytes = true;
    m_witness.hasPlaceholders = false;
    packet.witness = &m_witness;
}

bool TextReader::useSummary(Packet& packet, const TextRecord& record)
{
    const auto endpoints = resolveEndpoints(record.summary, m_memory->names);
    if (!endpoints || m_memory->rebuilt.isFull())
        return false;
    const AbsoluteNumbers numbers = m_flows.resolve(endpoints->key, record.summary.segment);
    const RebuiltPacket rebuilt = rebuildPacket(record.summary, endpoints->key, numbers, m_bytes);
    m_memory->rebuilt.append({record.offset, numbers});
    fillWitness(m_witness, record.summary, numbers);
    m_witness.line = record.line;
    m_witness.hasBytes = false;
    m_witness.hasPlaceholders = endpoints->hasPlaceholders;
    m_witness.known = rebuilt.known;
    m_witness.checksumStatus = rebuilt.checksumStatus;
    packet.bytes = m_bytes;
    packet.originalLength = rebuilt.originalLength;
    packet.interface = interfaceOf(LinkType::Raw);
    return true;
}

Timestamp TextReader::timeOf(const TextRecord& record)
{
    if (!record.hasSummary)
        return unknownTime;
    if (record.startsListing)
        m_clock.startListing(meaningFrom(record));
    return m_clock.next(record.summary.time);
}

/// -ttt and -ttttt look alike, but the former's times go back and forth.
TextTimeMeaning TextReader::meaningFrom(const TextRecord& record) const
{
    constexpr int packetsAhead = 100;
    constexpr int stepsForEachFall = 8;        // of times since the first: packets may be out of order
    constexpr std::size_t windowAhead = 16384; // every listing of a text may ask
    if (!beginsWithDifference(record.summary.time))
        return TextTimeMeaning::TimeOfDay;
    TextRecordReader ahead(m_source, windowAhead);
    const TextRecord* next = ahead.recordAt(record.offset, record.line);
    Duration last{};
    int steps = 0;
    int falls = 0;
    for (int i = 0; next && i < packetsAhead; ++i, next = ahead.next()) {
        const TextTime& time = next->summary.time;
        if (i > 0 && (next->startsListing || time.form != TextTimeForm::TimeOfDay))
            break;
        falls += time.value < last ? 1 : 0;
        steps = i;
        last = time.value;
    }
    return falls * stepsForEachFall > steps ? TextTimeMeaning::SincePrevious : TextTimeMeaning::SinceFirst;
}

InterfaceId TextReader::interfaceOf(LinkType linkType)
{
    const auto found = std::ranges::find(m_interfaces, linkType, &CaptureInterface::linkType);
    const InterfaceId id(static_cast<std::size_t>(found - m_interfaces.begin()));
    if (found == m_interfaces.end())
        m_interfaces.push_back({linkType, 0, {}});
    return id;
}

void TextReader::markLine(RecordPlace place)
{
    if (m_last.value % recordsPerLineMark == 1 && !m_memory->marks.isFull())
        m_memory->marks.append({place.offset, place.line});
}

} // namespace

bool looksLikeText(Bytes head)
{
    return std::ranges::find(head, std::byte{0}) == head.end();
}

static Result<OpenedCapture> openTextIn(TextWay way, std::shared_ptr<const ByteSource> source)
{
    const auto size = source->size();
    if (!size)
        return std::unexpected(size.error());
    auto memory = std::make_shared<TextMemory>();
    return OpenedCapture{CaptureFormat::Text, *size, std::make_unique<TextReader>(source, memory, way),
        makeTextStore(std::move(source), memory)};
}

Result<OpenedCapture> openText(std::shared_ptr<const ByteSource> source)
{
    return openTextIn({}, std::move(source));
}

Result<OpenedCapture> openTextLineByLine(std::shared_ptr<const ByteSource> source)
{
    return openTextIn({.isShort = false}, std::move(source));
}

Result<OpenedCapture> openTextInPieces(std::shared_ptr<const ByteSource> source, std::size_t pieceSize)
{
    return openTextIn({.pieceSize = pieceSize}, std::move(source));
}

} // namespace tcpladder
