// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/save_capture.h"

#include "core/capture/capture_blocks.h"
#include "core/capture/pcapng_copy.h"
#include "core/source/merging_reader.h"
#include "core/source/open_capture.h"
#include "core/source/pcapng_reader.h"

#include <algorithm>
#include <variant>

namespace tcpladder {

namespace {

constexpr std::uint64_t bytesBetweenLooks = std::uint64_t{1} << 20;

/// Writes what a reader hands out.
class PacketSaver
{
public:
    PacketSaver(PacketReader& reader, const CommentChanges& comments, const SaveSteps& steps)
        : m_reader(reader)
        , m_comments(comments)
        , m_steps(steps)
    {
        appendSectionHeader(m_block, "tcpladder");
        flush();
    }

    SavedCapture save()
    {
        std::uint64_t nextLook = 0;
        for (;;) {
            if (m_reader.position() >= nextLook) {
                nextLook = m_reader.position() + bytesBetweenLooks;
                if (!m_steps.progress(m_reader.position())) {
                    m_saved.isCancelled = true;
                    return m_saved;
                }
            }
            const ReadStep step = m_reader.next();
            if (const auto* packet = std::get_if<Packet>(&step))
                take(*packet);
            else if (const auto* damage = std::get_if<Damage>(&step); !damage)
                return m_saved;
            else if (!damage->canContinue) {
                m_saved.damage = damage->error;
                return m_saved;
            }
        }
    }

private:
    void take(const Packet& packet)
    {
        const auto changed = m_comments.find(packet.number);
        const std::string_view comment = changed == m_comments.end() ? packet.comment : changed->second;
        if (!packet.isCaptured) {
            ++m_saved.packetsWithoutBytes;
            m_saved.lostComments += !comment.empty();
            return;
        }
        addInterfaces();
        const bool hasTime = packet.time != unknownTime;
        m_saved.packetsWithoutTime += !hasTime;
        ++m_saved.packets;
        appendPacket(m_block,
            {.time = hasTime ? packet.time : Timestamp(),
                .originalLength = std::max(packet.originalLength, static_cast<std::uint32_t>(packet.bytes.size())),
                .bytes = packet.bytes,
                .interface = packet.interface.value,
                .timeDigits = m_reader.interfaces()[packet.interface.value].timeDigits,
                .comment = comment});
        flush();
    }

    /// Each stands before its first packet.
    void addInterfaces()
    {
        for (; m_interfaces < m_reader.interfaces().size(); ++m_interfaces) {
            const CaptureInterface& interface = m_reader.interfaces()[m_interfaces];
            appendInterface(m_block,
                {.linkType = static_cast<std::uint16_t>(interface.linkType),
                    .snapLength = interface.snapLength,
                    .name = interface.name,
                    .filter = {},
                    .timeDigits = interface.timeDigits});
        }
    }

    void flush()
    {
        m_steps.write(m_block);
        m_block.clear();
    }

    PacketReader& m_reader;
    const CommentChanges& m_comments;
    const SaveSteps& m_steps;
    BlockBuffer m_block;
    std::size_t m_interfaces = 0;
    SavedCapture m_saved;
};

} // namespace

Result<SavedCapture> saveAsPcapng(
    std::span<const std::shared_ptr<const ByteSource>> sources, const CommentChanges& comments, const SaveSteps& steps)
{
    std::vector<OpenedCapture> captures;
    for (const auto& source : sources) {
        auto capture = openCapture(source);
        if (!capture)
            return std::unexpected(capture.error());
        captures.push_back(std::move(*capture));
    }
    if (captures.size() == 1 && captures.front().format == CaptureFormat::Pcapng)
        return copyPcapng(sources.front(), comments, steps);
    const OpenedCapture capture = mergeCaptures(std::move(captures));
    return PacketSaver(*capture.reader, comments, steps).save();
}

} // namespace tcpladder
