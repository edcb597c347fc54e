// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/builder.h"
#include "core/document/data_runs.h"
#include "core/source/open_capture.h"
#include "tests/support/capture_builder.h"
#include "tests/support/two_hosts.h"

#include <QTest>

#include <algorithm>
#include <ranges>

using namespace tcpladder;

namespace {

/// A handshake, then pairs of ten bytes and their acknowledgment; the segment to be sent twice is counted from 1.
std::vector<PacketSpec> conversation(int pairs, int repeated = 0)
{
    std::vector<PacketSpec> specs{
        fromClient(0x002, 1000, 0), fromServer(0x012, 5000, 1001), fromClient(0x010, 1001, 5001)};
    std::uint32_t next = 1001;
    for (int i = 1; i <= pairs; ++i, next += 10) {
        specs.push_back(fromClient(0x018, next, 5001, "0123456789"));
        if (i == repeated)
            specs.push_back(specs.back());
        specs.push_back(fromServer(0x010, 5001, next + 10));
    }
    return specs;
}

struct Loaded
{
    explicit Loaded(const std::vector<PacketSpec>& specs)
        : capture(openCapture(makeMemorySource(bytesOf(specs))).value())
        , document(capture.store)
    {
        DocumentBuilder(document, capture).run({});
    }

    static std::vector<std::byte> bytesOf(const std::vector<PacketSpec>& specs)
    {
        CaptureBuilder builder;
        std::uint32_t time = 0;
        for (const PacketSpec& spec : specs)
            builder.add(1, time += 1000, buildEthernetPacket(spec));
        return builder.bytes();
    }

    const ConnectionEntry& connection() const { return document.connection(ConnectionId(std::size_t{0})); }

    OpenedCapture capture;
    CaptureDocument document;
};

std::vector<DataRun> runsOf(const Loaded& loaded)
{
    DataRuns runs;
    runs.update(loaded.document, loaded.connection());
    return {runs.runs().begin(), runs.runs().end()};
}

/// The connection with its first segments, and those of the findings about it.
ConnectionEntry copyOf(std::pmr::memory_resource& memory, AnalysisPool& pool, const ConnectionEntry& entry,
    std::size_t length, auto&& isTaken)
{
    ConnectionEntry copy(pool.take({}));
    copy.analysis.live() = entry.analysis.live();
    copy.connection.endpoints = entry.connection.endpoints;
    copy.connection.counts = entry.connection.counts;
    for (const SegmentId segment : std::span(entry.connection.segments).first(length))
        copy.connection.segments.append(memory, segment);
    for (const FindingId finding : entry.findings) {
        if (isTaken(finding))
            copy.findings.append(memory, finding);
    }
    return copy;
}

} // namespace

class TestDataRuns : public QObject
{
    Q_OBJECT

private slots:
    void aLongTransferIsOneRunBehindTheHandshake()
    {
        const auto runs = runsOf(Loaded(conversation(20)));
        QCOMPARE(runs.size(), std::size_t(1));
        QCOMPARE(runs[0].end(), std::size_t(42)); // the last segment is where "never closed" stands
        QVERIFY(runs[0].first >= 3 && runs[0].first <= 5);
        QCOMPARE(runs[0].segments[indexOf(Side::A)] + runs[0].segments[indexOf(Side::B)], runs[0].count);
        QCOMPARE(runs[0].bytes[indexOf(Side::A)], 10 * runs[0].segments[indexOf(Side::A)]);
        QCOMPARE(runs[0].bytes[indexOf(Side::B)], std::uint64_t(0));
    }

    void aShortOneIsNone() { QVERIFY(runsOf(Loaded(conversation(5))).empty()); }

    void aFindingBreaksARun()
    {
        const Loaded loaded(conversation(40, 20));
        const auto runs = runsOf(loaded);
        QCOMPARE(runs.size(), std::size_t(2));
        const std::size_t repeated = 3 + 2 * 19 + 1;
        QVERIFY(runs[0].end() <= repeated && runs[1].first > repeated);
    }

    void theSameAgainChangesNothing()
    {
        const Loaded loaded(conversation(20));
        DataRuns runs;
        QVERIFY(runs.update(loaded.document, loaded.connection()));
        QVERIFY(!runs.update(loaded.document, loaded.connection()));
    }

    void growingGivesTheSameRunsAsAllAtOnce()
    {
        const Loaded whole(conversation(40, 20));
        DataRuns growing;
        std::vector<DataRun> before;
        for (std::size_t length = 1; length <= whole.connection().connection.segments.size(); ++length) {
            growing.update(whole.document, beginningOf(whole, length));
            const auto isKept = [&](const DataRun& run) { return run.first < growing.changedFrom(); };
            QVERIFY(std::ranges::equal(
                before | std::views::take_while(isKept), growing.runs() | std::views::take_while(isKept)));
            before.assign(growing.runs().begin(), growing.runs().end());
        }
        const auto expected = runsOf(whole);
        QCOMPARE(std::vector<DataRun>(growing.runs().begin(), growing.runs().end()), expected);
    }

    void aFindingThatComesLaterBreaksTheRun()
    {
        const Loaded loaded(conversation(40, 20));
        const auto& whole = loaded.connection();
        const ConnectionEntry entry
            = copyOf(m_memory, m_pool, whole, whole.connection.segments.size(), [](FindingId) { return false; });
        DataRuns runs;
        runs.update(loaded.document, entry);
        QCOMPARE(runs.runs().size(), std::size_t(1));
        QVERIFY(runs.update(loaded.document, loaded.connection()));
        QCOMPARE(std::vector<DataRun>(runs.runs().begin(), runs.runs().end()), runsOf(loaded));
    }

private:
    /// The connection with its first segments, and what is found about them.
    ConnectionEntry beginningOf(const Loaded& loaded, std::size_t length)
    {
        const SegmentId last = loaded.connection().connection.segments[length - 1];
        return copyOf(m_memory, m_pool, loaded.connection(), length,
            [&](FindingId id) { return loaded.document.finding(id).segment <= last; });
    }

    std::pmr::monotonic_buffer_resource m_memory;
    AnalysisPool m_pool{m_memory};
};

QTEST_APPLESS_MAIN(TestDataRuns)
#include "tst_data_runs.moc"
