// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/text_store.h"

#include "core/source/text/rebuilt_packet.h"
#include "core/source/text/text_packet.h"
#include "core/source/text/text_record_reader.h"

#include <algorithm>

namespace tcpladder {

namespace {

// One packet is wanted, not the file.
constexpr std::size_t windowSize = 16384;

/// Position of the last element whose offset is not behind the one given, or nothing.
template <class Store>
std::optional<std::size_t> findLastUpTo(const Store& store, std::uint64_t offset)
{
    std::size_t begin = 0;
    std::size_t end = store.size();
    while (begin < end) {
        const std::size_t middle = begin + (end - begin) / 2;
        if (store[middle].offset <= offset)
            begin = middle + 1;
        else
            end = middle;
    }
    return begin == 0 ? std::nullopt : std::optional(begin - 1);
}

class TextStore final : public PacketStore
{
public:
    TextStore(std::shared_ptr<const ByteSource> source, std::shared_ptr<TextMemory> memory)
        : m_source(std::move(source))
        , m_memory(std::move(memory))
    {
    }

    Result<std::vector<std::byte>> fetch(std::uint64_t offset, std::uint32_t capturedLength) const override;
    std::optional<SourceText> sourceText(std::uint64_t offset) const override;

private:
    std::optional<std::vector<std::byte>> rebuild(const TextRecord& record) const;
    std::uint32_t lineNumberAt(std::uint64_t offset) const;

    std::shared_ptr<const ByteSource> m_source;
    std::shared_ptr<TextMemory> m_memory;
};

Result<std::vector<std::byte>> TextStore::fetch(std::uint64_t offset, std::uint32_t capturedLength) const
{
    TextRecordReader reader(m_source, windowSize);
    const TextRecord* record = reader.recordAt(offset, 1);
    if (!record && reader.error())
        return std::unexpected(*reader.error());
    std::optional<std::vector<std::byte>> bytes;
    if (record) {
        const auto start = record->dump.empty() ? std::nullopt : findDumpStart(record->dump);
        bytes = start
            ? std::vector(record->dump.begin() + static_cast<std::ptrdiff_t>(start->skipped), record->dump.end())
            : rebuild(*record);
    }
    if (!bytes || bytes->size() != capturedLength)
        return std::unexpected(Error{ErrorCode::SourceChanged, offset, {}});
    return std::move(*bytes);
}

std::optional<std::vector<std::byte>> TextStore::rebuild(const TextRecord& record) const
{
    const auto found = findLastUpTo(m_memory->rebuilt, record.offset);
    if (!found || m_memory->rebuilt[*found].offset != record.offset)
        return {};
    if (record.summary.kind != TcpdumpLineKind::Segment)
        return {};
    const auto endpoints = resolveEndpoints(record.summary, m_memory->names);
    if (!endpoints)
        return {};
    std::vector<std::byte> bytes;
    rebuildPacket(record.summary, endpoints->key, m_memory->rebuilt[*found].numbers, bytes);
    return bytes;
}

/// Counts from the nearest place before it whose line is known.
std::uint32_t TextStore::lineNumberAt(std::uint64_t offset) const
{
    const auto mark = findLastUpTo(m_memory->marks, offset);
    const LineMark start = mark ? m_memory->marks[*mark] : LineMark{};
    std::uint32_t line = start.line;
    std::vector<std::byte> buffer(windowSize);
    for (std::uint64_t at = start.offset; at < offset;) {
        const auto wanted = std::span(buffer).first(std::min<std::uint64_t>(buffer.size(), offset - at));
        const auto count = m_source->readAt(at, wanted);
        if (!count || *count == 0)
            break;
        line += static_cast<std::uint32_t>(std::ranges::count(wanted.first(*count), std::byte{'\n'}));
        at += *count;
    }
    return line;
}

std::optional<SourceText> TextStore::sourceText(std::uint64_t offset) const
{
    TextRecordReader reader(m_source, windowSize);
    const TextRecord* record = reader.recordAt(offset, 1);
    if (!record)
        return {};
    std::vector<std::byte> bytes(record->end - record->offset);
    const auto count = m_source->readAt(record->offset, bytes);
    if (!count)
        return {};
    return SourceText{lineNumberAt(offset), std::string(reinterpret_cast<const char*>(bytes.data()), *count)};
}

} // namespace

std::shared_ptr<const PacketStore> makeTextStore(
    std::shared_ptr<const ByteSource> source, std::shared_ptr<TextMemory> memory)
{
    return std::make_shared<TextStore>(std::move(source), std::move(memory));
}

} // namespace tcpladder
