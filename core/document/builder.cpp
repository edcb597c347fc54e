// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/builder.h"

#include <algorithm>
#include <condition_variable>
#include <utility>

namespace tcpladder {

namespace {

// About a millisecond of work: a view that wants to look waits for no more than this.
constexpr int packetsPerBatch = 2048;

// How long a source that still grows is left alone when it has nothing more: as often as views look.
constexpr std::chrono::milliseconds pauseForMore(40);

Side sideOf(const Connection& connection, const Segment& segment)
{
    const Endpoint source{segment.source, segment.sourcePort};
    const Endpoint destination{segment.destination, segment.destinationPort};
    // A host that talks to itself from and to the same port has one endpoint on both sides.
    return source == connection.endpoint(Side::A)
            && (destination == connection.endpoint(Side::B) || source != destination)
        ? Side::A
        : Side::B;
}

} // namespace

DocumentBuilder::DocumentBuilder(CaptureDocument& document, OpenedCapture& capture)
    : m_document(document)
    , m_capture(capture)
{
    m_document.m_summary.bytesTotal = capture.size;
}

void DocumentBuilder::run(const std::stop_token& stop)
{
    for (Step step = Step::More; step != Step::Finished;) {
        m_document.m_lock.lockForBatch();
        if (stop.stop_requested())
            finish(LoadState::Cancelled);
        step = m_document.m_summary.state == LoadState::Loading ? readBatch() : Step::Finished;
        m_document.m_lock.unlockBatch();
        if (step == Step::Waiting)
            waitForMore(stop);
    }
}

DocumentBuilder::Step DocumentBuilder::readBatch()
{
    Step step = Step::More;
    int count = 0;
    for (; count < packetsPerBatch && step == Step::More; ++count)
        step = take(m_capture.reader->next());
    if (step != Step::Waiting || count > 1)
        ++m_document.m_summary.revision;
    m_document.m_summary.bytesRead = m_capture.reader->position();
    return step;
}

void DocumentBuilder::waitForMore(const std::stop_token& stop)
{
    std::mutex mutex;
    std::unique_lock guard(mutex);
    std::condition_variable_any stopped;
    stopped.wait_for(guard, stop, pauseForMore, [] { return false; });
}

DocumentBuilder::Step DocumentBuilder::take(ReadStep step)
{
    if (const auto* packet = std::get_if<Packet>(&step)) {
        takePacket(*packet);
        return Step::More;
    }
    if (std::holds_alternative<NothingYet>(step))
        return Step::Waiting;
    if (const auto* damage = std::get_if<Damage>(&step)) {
        takeDamage(*damage);
        if (damage->canContinue)
            return Step::More;
    }
    finish(LoadState::Complete);
    return Step::Finished;
}

void DocumentBuilder::finish(LoadState state)
{
    m_fragments.giveUpAll();
    noteIncompleteDatagrams();
    for (std::size_t i = 0; i < m_document.m_connections.size(); ++i) {
        m_current = ConnectionId(i);
        m_document.m_connections[i].analysis.finish(*this, m_document.m_summary.lastTime);
    }
    m_document.m_summary.bytesRead = m_capture.reader->position();
    m_document.m_summary.state = state;
    ++m_document.m_summary.revision; // the end has findings of its own
}

void DocumentBuilder::addInterfaces()
{
    const auto& known = m_capture.reader->interfaces();
    while (m_document.m_interfaces.size() < known.size())
        m_document.m_interfaces.append(known[m_document.m_interfaces.size()]);
}

void DocumentBuilder::takePacket(const Packet& packet)
{
    if (packet.interface.value >= m_document.m_interfaces.size())
        addInterfaces();
    noteTime(packet);
    if (!packet.comment.empty())
        m_document.m_comments->add(packet.number, packet.comment);
    decodePacket(packet);
}

void DocumentBuilder::decodePacket(const Packet& packet)
{
    const LinkType linkType = m_document.m_interfaces[packet.interface.value].linkType;
    const auto segment = decodeSegment(packet, linkType);
    if (segment && packet.witness)
        takeWitnessed(*segment, packet);
    else if (segment)
        takeSegment(*segment);
    else if (segment.error() == DecodeProblem::Fragment)
        takeFragment(packet, linkType);
    else if (segment.error() == DecodeProblem::IcmpError)
        takeIcmpError(packet, linkType);
    else if (segment.error() != DecodeProblem::NotTcp)
        noteProblem(packet, segment.error(), linkType);
}

void DocumentBuilder::takeFragment(const Packet& packet, LinkType linkType)
{
    auto assembled = m_fragments.add(packet, walkToTcp(linkType, packet.bytes, packet.originalLength));
    noteIncompleteDatagrams();
    if (!assembled)
        return;
    const auto offset = m_document.m_store->add(std::move(assembled->recipe));
    if (!offset)
        return;
    Packet whole = packet; // the segment stands where its last fragment does
    whole.interface = assembled->interface;
    whole.offset = *offset;
    whole.bytes = assembled->bytes;
    whole.originalLength = static_cast<std::uint32_t>(assembled->bytes.size());
    decodePacket(whole); // may be a fragment again, of a packet that a tunnel carries
}

void DocumentBuilder::takeIcmpError(const Packet& packet, LinkType linkType)
{
    const auto error = decodeIcmpError(linkType, packet.bytes);
    if (!error)
        return;
    const ConnectionId connection
        = m_table.find({{error->source, error->sourcePort}, {error->destination, error->destinationPort}});
    if (!connection.isValid())
        return;
    Finding finding = captureFinding(FindingKind::IcmpError, packet.number);
    finding.variant = static_cast<std::uint8_t>(error->meaning);
    finding.segment = findQuoted(connection, *error);
    finding.values = {packet.number.value, std::uint64_t{error->type} * 1000 + error->code, error->mtu};
    m_current = connection;
    add(finding);
}

SegmentId DocumentBuilder::findQuoted(ConnectionId connection, const IcmpError& error) const
{
    // An error comes within a round trip: far back there is nothing to find.
    constexpr std::size_t furthestBack = 4096;
    const Connection& entry = m_document.m_connections[connection.value].connection;
    const Endpoint source{error.source, error.sourcePort};
    const Side sender = entry.endpoint(Side::A) == source ? Side::A : Side::B;
    const std::size_t count = entry.segments.size();
    for (std::size_t i = count; error.sequence && i > 0 && count - i < furthestBack; --i) {
        const SegmentRecord& record = m_document.m_segments[entry.segments[i - 1].value];
        if (record.side() == sender && record.sequence == *error.sequence)
            return entry.segments[i - 1];
    }
    return {};
}

void DocumentBuilder::takeSegment(const Segment& segment)
{
    append(segment, place(segment));
}

/// A segment of a text, with a line that says what the bytes say, or something else.
void DocumentBuilder::takeWitnessed(Segment segment, const Packet& packet)
{
    const WitnessVerdict verdict
        = packet.witness->hasBytes ? judgeWitness(*packet.witness, segment, packet.bytes) : WitnessVerdict{};
    applyVerdict(verdict, segment);
    takeSegment(segment);
    const SegmentId id(m_document.m_segments.size() - 1);
    const SegmentRecord& record = m_document.m_segments[id.value];
    m_current = record.connection;
    m_textConflicts.note(*packet.witness, verdict, segment, id, record.connection, record.side(), *this);
    while (const auto decision = m_textConflicts.observe(segment, id, record.connection, record.side())) {
        SegmentRecord& decided = m_document.m_segments[decision->segment.value];
        decided.offsetAndFlags = static_cast<std::uint16_t>((decided.offsetAndFlags & 0xf000) | decision->flags.bits);
        replay(record.connection);
    }
}

ConnectionId DocumentBuilder::place(const Segment& segment)
{
    const Endpoint source{segment.source, segment.sourcePort};
    const Endpoint destination{segment.destination, segment.destinationPort};
    const ConnectionKey key(source, destination);
    ConnectionId connection = m_table.find(key);
    if (connection.isValid()) {
        const ConnectionEntry& entry = m_document.m_connections[connection.value];
        const SegmentId id(m_document.m_segments.size());
        const IncarnationJudgement judgement = entry.analysis.judge(segment, sideOf(entry.connection, segment));
        if (judgement.verdict == IncarnationVerdict::Same)
            return connection;
        connection = judgement.verdict == IncarnationVerdict::NewSinceEarlier
            ? moveToNewConnection(connection, judgement.from)
            : openSuccessor(connection, source, destination, id);
    } else {
        connection = openConnection(source, destination, {});
    }
    m_table.assign(key, connection);
    return connection;
}

ConnectionId DocumentBuilder::openConnection(const Endpoint& a, const Endpoint& b, ConnectionId previous)
{
    const ConnectionId id(m_document.m_connections.size());
    ConnectionEntry entry;
    entry.connection.endpoints = {a, b};
    entry.connection.previous = previous;
    m_document.m_connections.append(std::move(entry));
    return id;
}

ConnectionId DocumentBuilder::openSuccessor(ConnectionId old, const Endpoint& a, const Endpoint& b, SegmentId first)
{
    m_current = old;
    m_document.m_connections[old.value].analysis.supersede(first, *this);
    const ConnectionId opened = openConnection(a, b, old);
    m_document.m_connections[opened.value].analysis.succeed(m_document.m_connections[old.value].analysis);
    return opened;
}

void DocumentBuilder::append(const Segment& segment, ConnectionId connection)
{
    const Side sender = sideOf(m_document.m_connections[connection.value].connection, segment);
    assign(segment, SegmentId(m_document.m_segments.append(makeRecord(segment, connection, sender))), connection);
}

void DocumentBuilder::assign(const Segment& segment, SegmentId id, ConnectionId connection)
{
    ConnectionEntry& entry = m_document.m_connections[connection.value];
    const Side sender = m_document.m_segments[id.value].side();
    entry.connection.segments.push_back(id);
    SideCounts& counts = entry.connection.counts[indexOf(sender)];
    ++counts.segments;
    counts.payloadBytes += segment.payloadLength;
    m_current = connection;
    entry.analysis.take(segment, id, sender, *this);
    if (segment.hasMalformedHeader) {
        Finding finding = captureFinding(FindingKind::MalformedPacket, segment.packet);
        finding.segment = id;
        add(finding);
    }
}

ConnectionId DocumentBuilder::moveToNewConnection(ConnectionId old, SegmentId first)
{
    std::vector<SegmentId>& segments = m_document.m_connections[old.value].connection.segments;
    const auto begin = std::ranges::find(segments, first);
    const std::vector<SegmentId> moved(begin, segments.end());
    segments.erase(begin, segments.end());
    const std::vector<Finding> errors = icmpErrorsOf(old);
    replay(old);

    ConnectionId opened;
    for (const SegmentId id : moved) {
        SegmentRecord& record = m_document.m_segments[id.value];
        const auto segment = m_document.decode(record);
        if (!segment)
            continue; // the source was taken away under us; the segment stays listed in neither connection
        if (!opened.isValid())
            opened = openSuccessor(
                old, {segment->source, segment->sourcePort}, {segment->destination, segment->destinationPort}, first);
        record.connection = opened;
        record.sender = static_cast<std::uint32_t>(sideOf(m_document.m_connections[opened.value].connection, *segment));
        assign(*segment, id, opened);
    }
    if (opened.isValid()) {
        m_current = opened;
        m_textConflicts.restore(moved, *this);
        for (const Finding& error : errors)
            if (error.segment.isValid() && error.segment >= first)
                add(error);
    }
    return opened.isValid() ? opened : old;
}

void DocumentBuilder::replay(ConnectionId connection)
{
    ConnectionEntry& entry = m_document.m_connections[connection.value];
    m_current = connection;
    const std::vector<Finding> errors = icmpErrorsOf(connection);
    for (const FindingId finding : std::exchange(entry.findings, {}))
        m_document.m_findings[finding.value].withdrawn = true;
    const SegmentId next = entry.analysis.supersededBy();
    entry.analysis = entry.analysis.restarted();
    entry.connection.counts = {};
    for (const SegmentId id : std::exchange(entry.connection.segments, {})) {
        if (const auto segment = m_document.decode(m_document.m_segments[id.value]))
            assign(*segment, id, connection);
    }
    m_current = connection;
    if (next.isValid())
        entry.analysis.supersede(next, *this);
    const std::vector<SegmentId>& kept = entry.connection.segments;
    m_textConflicts.restore(kept, *this);
    for (const Finding& error : errors)
        if (!error.segment.isValid() || (!kept.empty() && error.segment <= kept.back()))
            add(error);
}

std::vector<Finding> DocumentBuilder::icmpErrorsOf(ConnectionId connection) const
{
    std::vector<Finding> errors;
    for (const FindingId id : m_document.m_connections[connection.value].findings)
        if (m_document.m_findings[id.value].finding.kind == FindingKind::IcmpError)
            errors.push_back(m_document.m_findings[id.value].finding);
    return errors;
}

FindingId DocumentBuilder::add(const Finding& finding)
{
    StoredFinding stored{finding, false};
    stored.finding.connection = m_current;
    if (stored.finding.segment.isValid())
        stored.finding.packet = m_document.m_segments[stored.finding.segment.value].packet;
    const FindingId id(m_document.m_findings.append(stored));
    if (m_current.isValid())
        m_document.m_connections[m_current.value].findings.push_back(id);
    return id;
}

void DocumentBuilder::withdraw(FindingId id)
{
    m_document.m_findings[id.value].withdrawn = true;
    if (m_current.isValid())
        std::erase(m_document.m_connections[m_current.value].findings, id);
}

} // namespace tcpladder
