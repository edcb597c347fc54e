// SPDX-License-Identifier: GPL-3.0-or-later
// What each stage of loading costs a segment: read, decode, look-up, and states with findings.
#include "core/connection/connection_table.h"
#include "core/decode/decoder.h"
#include "core/document/builder.h"
#include "core/source/open_capture.h"
#include "tests/benchmarks/load_maker.h"

#include <benchmark/benchmark.h>

using namespace tcpladder;

namespace {

constexpr Load usual{.packets = 300'000, .connections = 3000};
constexpr Load short300k{.packets = 300'000, .connections = 60'000};

std::vector<std::byte> bytesOf(const Load& load)
{
    std::vector<std::byte> bytes;
    makeLoad(load, [&](std::span<const std::byte> piece) { bytes.insert(bytes.end(), piece.begin(), piece.end()); });
    return bytes;
}

OpenedCapture open(const Load& load)
{
    return std::move(*openCapture(makeMemorySource(bytesOf(load))));
}

template <class Visit>
void forEachPacket(OpenedCapture& capture, Visit visit)
{
    for (ReadStep step = capture.reader->next(); std::holds_alternative<Packet>(step); step = capture.reader->next())
        visit(std::get<Packet>(step));
}

std::vector<Segment> segmentsOf(const Load& load)
{
    std::vector<Segment> segments;
    OpenedCapture capture = open(load);
    forEachPacket(
        capture, [&](const Packet& packet) { segments.push_back(*decodeSegment(packet, LinkType::Ethernet)); });
    return segments;
}

void countSegments(benchmark::State& state, std::uint64_t segments)
{
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * segments));
}

void read(benchmark::State& state)
{
    const auto source = makeMemorySource(bytesOf(usual));
    while (state.KeepRunning()) {
        OpenedCapture capture = std::move(*openCapture(source));
        forEachPacket(capture, [](const Packet& packet) { benchmark::DoNotOptimize(packet.time); });
    }
    countSegments(state, usual.packets);
}

void decode(benchmark::State& state)
{
    OpenedCapture capture = open(usual);
    std::vector<std::vector<std::byte>> packets;
    forEachPacket(
        capture, [&](const Packet& packet) { packets.emplace_back(packet.bytes.begin(), packet.bytes.end()); });
    while (state.KeepRunning()) {
        Packet packet;
        for (const auto& bytes : packets) {
            packet.bytes = bytes;
            packet.originalLength = 1066;
            Segment segment;
            benchmark::DoNotOptimize(decodeSegment(packet, LinkType::Ethernet, segment));
            benchmark::DoNotOptimize(segment);
        }
    }
    countSegments(state, usual.packets);
}

void lookUp(benchmark::State& state, const Load& load)
{
    const std::vector<Segment> segments = segmentsOf(load);
    std::vector<EndpointPair> pairs;
    const auto isOf = [&pairs](const Segment& segment) {
        return [&](ConnectionId id) { return senderOf(segment, pairs[id.value]).has_value(); };
    };
    ConnectionTable table;
    for (const Segment& segment : segments) {
        if (table.find(hashOf(segment), isOf(segment)).isValid())
            continue;
        pairs.push_back(endpointsOf(segment));
        table.assign(hashOf(segment), ConnectionId(pairs.size() - 1), isOf(segment));
    }
    while (state.KeepRunning()) {
        for (const Segment& segment : segments)
            benchmark::DoNotOptimize(table.find(hashOf(segment), isOf(segment)));
    }
    countSegments(state, load.packets);
}

struct NoSink final : FindingSink
{
    FindingId add(const Finding&) override { return FindingId(std::size_t{0}); }
    void withdraw(FindingId) override { }
};

/// Every segment of one connection after another: states and findings, without what finds the connection.
void infer(benchmark::State& state)
{
    const std::vector<Segment> segments = segmentsOf({.packets = 300'000, .connections = 1, .concurrent = 1});
    NoSink sink;
    while (state.KeepRunning()) {
        ConnectionAnalysis analysis;
        for (std::size_t i = 0; i < segments.size(); ++i)
            analysis.take(segments[i], SegmentId(i), segments[i].sourcePort == 443 ? Side::B : Side::A, sink);
        benchmark::DoNotOptimize(analysis.lastState(Side::A));
    }
    countSegments(state, segments.size());
}

void load(benchmark::State& state, const Load& load)
{
    const auto source = makeMemorySource(bytesOf(load));
    while (state.KeepRunning()) {
        OpenedCapture capture = std::move(*openCapture(source));
        CaptureDocument document(capture.store);
        DocumentBuilder(document, capture).run({});
        benchmark::DoNotOptimize(document.findingCount());
    }
    countSegments(state, load.packets);
}

} // namespace

BENCHMARK(read)->Unit(benchmark::kMillisecond);
BENCHMARK(decode)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(lookUp, 3000_connections, usual)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(lookUp, 60000_connections, short300k)->Unit(benchmark::kMillisecond);
BENCHMARK(infer)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(load, 3000_connections, usual)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(load, 60000_connections, short300k)->Unit(benchmark::kMillisecond);

int main(int argc, char** argv)
{
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
