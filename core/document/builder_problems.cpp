// SPDX-License-Identifier: GPL-3.0-or-later
// Findings of packets that gave no segment, and of the capture as a whole.
#include "core/document/builder.h"

namespace tcpladder {

namespace {

// Of one kind; whoever has read so many of them knows what the file is like.
constexpr std::uint32_t mostPacketFindings = 10'000;

} // namespace

Finding DocumentBuilder::captureFinding(FindingKind kind, PacketNumber packet)
{
    Finding finding;
    finding.kind = kind;
    finding.severity = findingKindInfo(kind).severity;
    finding.packet = packet;
    return finding;
}

void DocumentBuilder::takeDamage(const Damage& damage)
{
    if (!damage.canContinue)
        m_document.m_summary.damage = damage.error;
    const FindingKind kind = damage.line ? FindingKind::TextUnreadableLine : FindingKind::CaptureCutShort;
    Finding finding = captureFinding(kind, damage.packet);
    finding.variant = damage.line ? 0 : static_cast<std::uint8_t>(damage.error.code);
    finding.values[0] = damage.line ? *damage.line : damage.error.offset.value_or(0);
    addForPacket(finding);
}

void DocumentBuilder::noteIncompleteDatagrams()
{
    for (const IncompleteDatagram& datagram : m_fragments.takeIncomplete()) {
        Finding finding = captureFinding(FindingKind::FragmentMissing, datagram.packet);
        finding.values[0] = datagram.received;
        addForPacket(finding);
    }
}

/// The first, an earlier one than before it, or none.
void DocumentBuilder::noteUnusualTime(PacketNumber packet, Timestamp time)
{
    CaptureSummary& summary = m_document.m_summary;
    if (time == unknownTime)
        return;
    if (summary.firstTime == unknownTime)
        summary.firstTime = time;
    if (summary.lastTime != unknownTime && time < summary.lastTime) {
        Finding finding = captureFinding(FindingKind::ClockBackwards, packet);
        const Duration back = timeBetween(time, summary.lastTime).value_or(Duration::max());
        finding.values[0] = static_cast<std::uint64_t>(back.count());
        addForPacket(finding);
    }
    summary.lastTime = time;
}

void DocumentBuilder::noteProblem(DecodeProblem problem, PacketNumber packet, InterfaceId interface)
{
    m_current = {};
    if (problem == DecodeProblem::UnsupportedLinkType) {
        m_unsupportedSeen.resize(m_document.m_interfaces.size());
        if (m_unsupportedSeen[interface.value])
            return;
        m_unsupportedSeen[interface.value] = true;
        Finding finding = captureFinding(FindingKind::UnsupportedPacket, packet);
        finding.values[0] = static_cast<std::uint64_t>(linkTypeOf(interface));
        add(finding);
    } else if (problem == DecodeProblem::CutShort) {
        addForPacket(captureFinding(FindingKind::TruncatedHeader, packet));
    } else if (problem == DecodeProblem::Malformed) {
        addForPacket(captureFinding(FindingKind::MalformedPacket, packet));
    }
}

void DocumentBuilder::addForPacket(const Finding& finding)
{
    if (++m_packetFindings[static_cast<std::size_t>(finding.kind)] > mostPacketFindings)
        return;
    m_current = {};
    add(finding);
}

} // namespace tcpladder
