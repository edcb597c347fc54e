// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/large_pages.h"
#include "core/base/pages_ahead.h"

#include <QTest>

#include <sys/mman.h>

#include <algorithm>
#include <cstring>
#include <span>
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

bool systemProvidesAhead()
{
#ifdef MADV_POPULATE_WRITE
    const PageMemory memory = allocatePages(2 * mebi);
    return ::madvise(memory.get(), 2 * mebi, MADV_POPULATE_WRITE) == 0; // Linux 5.14
#else
    return false;
#endif
}

} // namespace

class TestPagesAhead : public QObject
{
    Q_OBJECT

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
            pages.keepAhead(filler, all.subspan(filled), 20 * mebi);
        QTRY_VERIFY(isProvided(all.subspan(mebi, 7 * mebi)));
        QVERIFY(std::ranges::all_of(all.first(mebi), [](std::byte byte) { return byte == std::byte{7}; }));
        QVERIFY(!isProvided(all.subspan(16 * mebi, mebi))); // no more than is likely to be used
    }

    void whoeverUsesLittleGetsNothing()
    {
        const PageMemory memory = allocatePages(size);
        const std::span all(memory.get(), size);
        PagesAhead pages;
        PagesAhead::Filler filler;
        pages.keepAhead(filler, all, mebi);
        QTest::qWait(50);
        QVERIFY(!isProvided(all.subspan(2 * mebi, mebi)));
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
