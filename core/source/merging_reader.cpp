// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/merging_reader.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace tcpladder {

namespace {

// An offset tells its source in the upper bits; the uppermost one belongs to packets put together from fragments.
constexpr unsigned sourceShift = 48;
constexpr std::uint64_t offsetMask = (std::uint64_t{1} << sourceShift) - 1;

class MergedPacketStore final : public PacketStore
{
public:
    explicit MergedPacketStore(std::vector<std::shared_ptr<const PacketStore>> stores)
        : m_stores(std::move(stores))
    {
    }

    Result<std::vector<std::byte>> fetch(std::uint64_t offset, std::uint32_t capturedLength) const override
    {
        return m_stores[offset >> sourceShift]->fetch(offset & offsetMask, capturedLength);
    }

    std::optional<SourceText> sourceText(std::uint64_t offset) const override
    {
        return m_stores[offset >> sourceShift]->sourceText(offset & offsetMask);
    }

private:
    std::vector<std::shared_ptr<const PacketStore>> m_stores;
};

struct Input
{
    std::unique_ptr<PacketReader> reader;
    std::optional<ReadStep> step;        ///< the next one, fetched ahead
    Timestamp time = unknownTime;        ///< of the packet in step, or the last known one
    std::vector<InterfaceId> interfaces; ///< where the input's interfaces stand in the merged list
    bool isAtEnd = false;
};

class MergingReader final : public PacketReader
{
public:
    explicit MergingReader(std::vector<Input> inputs)
        : m_inputs(std::move(inputs))
    {
    }

    ReadStep next() override;
    const std::vector<CaptureInterface>& interfaces() const override { return m_interfaces; }

    std::uint64_t position() const override
    {
        std::uint64_t sum = 0;
        for (const Input& input : m_inputs)
            sum += input.reader->position();
        return sum;
    }

private:
    static void fetch(Input& input);
    Input* earliest();
    Packet renumbered(Packet packet, Input& input);
    InterfaceId interfaceOf(Input& input, InterfaceId own);

    std::vector<Input> m_inputs;
    std::vector<CaptureInterface> m_interfaces;
    PacketNumber m_last;
};

void MergingReader::fetch(Input& input)
{
    if (input.step || input.isAtEnd)
        return;
    input.step = input.reader->next();
    if (std::holds_alternative<EndOfSource>(*input.step))
        input.isAtEnd = true;
    else if (const auto* packet = std::get_if<Packet>(&*input.step); packet && packet->time != unknownTime)
        input.time = packet->time;
}

Input* MergingReader::earliest()
{
    Input* first = nullptr;
    for (Input& input : m_inputs) {
        if (!input.isAtEnd && (!first || input.time < first->time))
            first = &input;
    }
    return first;
}

ReadStep MergingReader::next()
{
    for (Input& input : m_inputs) {
        fetch(input);
        if (input.step && std::holds_alternative<NothingYet>(*input.step)) {
            // A packet that is still to come may be the earliest of all.
            input.step.reset();
            return NothingYet{};
        }
    }
    Input* input = earliest();
    if (!input)
        return EndOfSource{};
    ReadStep step = *std::exchange(input->step, std::nullopt);
    if (auto* packet = std::get_if<Packet>(&step))
        return renumbered(*packet, *input);
    if (auto* damage = std::get_if<Damage>(&step)) {
        // One source that ends badly does not end the others.
        input->isAtEnd = !damage->canContinue;
        damage->packet = {m_last.value + 1};
        damage->canContinue = true;
    }
    return step;
}

Packet MergingReader::renumbered(Packet packet, Input& input)
{
    const auto source = static_cast<std::uint64_t>(&input - m_inputs.data());
    packet.number = {++m_last.value};
    packet.interface = interfaceOf(input, packet.interface);
    packet.offset |= source << sourceShift;
    return packet;
}

InterfaceId MergingReader::interfaceOf(Input& input, InterfaceId own)
{
    const auto& known = input.reader->interfaces();
    while (input.interfaces.size() <= own.value) {
        input.interfaces.emplace_back(m_interfaces.size());
        m_interfaces.push_back(known[input.interfaces.size() - 1]);
    }
    return input.interfaces[own.value];
}

} // namespace

OpenedCapture mergeCaptures(std::vector<OpenedCapture> captures)
{
    if (captures.size() == 1)
        return std::move(captures.front());
    OpenedCapture merged;
    std::vector<Input> inputs;
    std::vector<std::shared_ptr<const PacketStore>> stores;
    for (OpenedCapture& capture : captures) {
        merged.size += capture.size;
        merged.format = capture.format;
        merged.takesLongToRead |= capture.takesLongToRead;
        inputs.push_back({std::move(capture.reader), {}, unknownTime, {}, false});
        stores.push_back(std::move(capture.store));
        merged.sources.insert(merged.sources.end(), capture.sources.begin(), capture.sources.end());
    }
    merged.reader = std::make_unique<MergingReader>(std::move(inputs));
    merged.store = std::make_shared<MergedPacketStore>(std::move(stores));
    return merged;
}

} // namespace tcpladder
