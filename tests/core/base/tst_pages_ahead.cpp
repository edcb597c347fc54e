// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/large_pages.h"
#include "core/base/pages_ahead.h"

#include <QTest>

#include <sys/mman.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <span>
#include <sstream>
#include <string>
#include <vector>

using namespace tcpladder;

namespace {

constexpr std::size_t mebi = std::size_t{1} << 20;
constexpr std::size_t size = 32 * mebi;

/// Whether the system has provided all pages there.
bool isProvided(std::span<std::byte> memory)
{
    constexpr std::size_t page = 4096;
    std::vector<unsigned char> pages(memory.size() / page);
    return ::mincore(memory.data(), memory.size(), pages.data()) == 0
        && std::ranges::all_of(pages, [](unsigned char isThere) { return isThere & 1; });
}

/// Bytes there for which large pages were asked ("hg", proc_pid_smaps(5)).
std::size_t bytesAskedAsLarge(std::span<const std::byte> memory)
{
    const auto first = reinterpret_cast<std::uintptr_t>(memory.data());
    const std::uintptr_t last = first + memory.size();
    std::ifstream maps("/proc/self/smaps");
    std::size_t bytes = 0;
    std::size_t overlap = 0; // of the mapping that the lines are about
    for (std::string line; std::getline(maps, line);) {
        std::uintptr_t from = 0;
        std::uintptr_t to = 0;
        char dash = 0;
        std::istringstream words(line);
        if (words >> std::hex >> from >> dash >> to && dash == '-')
            overlap = std::max(std::min(to, last), std::max(from, first)) - std::max(from, first);
        else if (line.starts_with("VmFlags:") && line.find(" hg") != std::string::npos)
            bytes += overlap;
    }
    return bytes;
}

bool systemHasLargePages()
{
#ifdef MADV_HUGEPAGE
    const PageMemory memory = allocatePages(2 * mebi);
    return ::madvise(memory.get(), 2 * mebi, MADV_HUGEPAGE) == 0;
#else
    return false;
#endif
}

bool systemProvidesAhead()
{
#ifdef MADV_POPULATE_WRITE
    const PageMemory memory = allocatePages(2 * mebi);
    return ::madvise(memory.get(), 2 * mebi, MADV_POPULATE_WRITE) == 0; // Linux 5.14
#else
    return false;
#endif
}

/// Each request takes as long as eachTakes says. One for small pages was timed, 480 kB of them in a millisecond, which
/// makes 4.27 ms for as much as a large one.
struct TimedPages
{
    TimedPages()
    {
        PagesAhead::Filler filler;
        pages.keepAhead(filler, {little.get(), 4 * mebi}, 15 * mebi);
        QTRY_COMPARE(asked.load(), 2);
    }

    std::atomic<Duration> eachTakes{std::chrono::milliseconds(1)};
    Duration now{};
    std::atomic<int> asked = 0; ///< what time it is
    PageMemory little = allocatePages(4 * mebi);
    PagesAhead pages{[this] {
        now += eachTakes.load();
        ++asked;
        return now;
    }};
};

} // namespace

class TestPagesAhead : public QObject
{
    Q_OBJECT

    /// As somebody who has used much before, and fills that many bytes more.
    static void fill(PagesAhead& pages, std::span<std::byte> memory, std::size_t bytes)
    {
        PagesAhead::Filler filler;
        for (std::size_t filled = 0; filled < bytes; filled += mebi / 2)
            pages.keepAhead(filler, memory.subspan(filled), 80 * mebi);
    }

private slots:
    void initTestCase()
    {
        if (!systemProvidesAhead())
            QSKIP("this system provides no memory ahead of time");
    }

    void whatComesNextIsProvidedAndNothingIsChanged()
    {
        const PageMemory memory = allocatePages(size);
        const std::span all(memory.get(), size);
        std::ranges::fill(all.first(mebi), std::byte{7});
        QVERIFY(!isProvided(all.subspan(8 * mebi, mebi)));
        PagesAhead pages;
        PagesAhead::Filler filler;
        for (std::size_t filled = 0; filled < 6 * mebi; filled += mebi)
            pages.keepAhead(filler, all.subspan(filled), 80 * mebi);
        QTRY_VERIFY(isProvided(all.subspan(mebi, 7 * mebi)));
        QVERIFY(std::ranges::all_of(all.first(mebi), [](std::byte byte) { return byte == std::byte{7}; }));
        QVERIFY(!isProvided(all.subspan(16 * mebi, mebi))); // no more than is likely to be used
    }

    void whoeverUsesLittleGetsLittle()
    {
        const PageMemory memory = allocatePages(size);
        const std::span all(memory.get(), size);
        PagesAhead pages;
        PagesAhead::Filler filler;
        pages.keepAhead(filler, all, mebi / 8);
        QTest::qWait(50);
        QVERIFY(!isProvided(all.first(mebi / 64)));
        for (int i = 0; i < 8; ++i)
            pages.keepAhead(filler, all, 2 * mebi);
        QTRY_VERIFY(isProvided(all.first(mebi / 8)));
        QTest::qWait(50);
        QVERIFY(!isProvided(all.subspan(mebi / 2, mebi / 2)));
    }

    void behindALateLargePageSomeAreSmall()
    {
        if (!systemHasLargePages())
            QSKIP("this system has no large pages");
        constexpr std::size_t untilTheNextTry = 18 * mebi; // a late one and 8 small ones
        const PageMemory memory = allocatePages(untilTheNextTry + 4 * mebi);
        const std::span all(memory.get(), untilTheNextTry + 4 * mebi);
        TimedPages timed;
        timed.eachTakes.store(std::chrono::microseconds(8600)); // twice as long as small ones do
        fill(timed.pages, all, untilTheNextTry - 4 * mebi);
        QTRY_VERIFY(isProvided(all.first(untilTheNextTry)));
        QCOMPARE(bytesAskedAsLarge(all), 2 * mebi);
        fill(timed.pages, all.subspan(untilTheNextTry), 2 * mebi);
        QTRY_VERIFY(isProvided(all));
        QCOMPARE(bytesAskedAsLarge(all), 6 * mebi); // what small ones take as well is not late
    }

    void behindOneThatIsHardlyLateTheNextIsLarge()
    {
        if (!systemHasLargePages())
            QSKIP("this system has no large pages");
        const PageMemory memory = allocatePages(size);
        const std::span all(memory.get(), size);
        TimedPages timed;
        timed.eachTakes.store(std::chrono::microseconds(4400));
        fill(timed.pages, all, 20 * mebi);
        QTRY_VERIFY(isProvided(all.first(20 * mebi)));
        QVERIFY(bytesAskedAsLarge(all) >= 20 * mebi);
    }

    void whereNoneIsLateAllAreLarge()
    {
        if (!systemHasLargePages())
            QSKIP("this system has no large pages");
        const PageMemory memory = allocatePages(size);
        const std::span all(memory.get(), size);
        QCOMPARE(bytesAskedAsLarge(all), std::size_t{0});
        PagesAhead pages([] { return Duration{}; });
        fill(pages, all, 20 * mebi);
        QTRY_VERIFY(isProvided(all.first(20 * mebi)));
        QVERIFY(bytesAskedAsLarge(all) >= 20 * mebi);
    }

    void whatIsSharedStaysUntilItIsProvided()
    {
        constexpr std::size_t odd = 5 * mebi + 4096;
        PagesAhead pages;
        SharedPages shared{allocatePages(odd), odd};
        const std::weak_ptr<std::byte> memory = shared.memory;
        pages.provide(shared);
        pages.provide({});
        QTRY_VERIFY(isProvided(shared.all()));
        pages.provide(std::exchange(shared, {}));
        QTRY_VERIFY(memory.expired());
    }

    void itEndsWithRequestsWaiting()
    {
        const PageMemory memory = allocatePages(size);
        const std::span all(memory.get(), size);
        PagesAhead pages;
        for (std::size_t i = 0; i < 12; ++i) {
            PagesAhead::Filler filler;
            pages.keepAhead(filler, all.subspan(2 * i * mebi), 20 * mebi);
        }
    }
};

QTEST_GUILESS_MAIN(TestPagesAhead)
#include "tst_pages_ahead.moc"
