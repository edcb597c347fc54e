// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/large_page_resource.h"

#include <QTest>

#include <algorithm>
#include <cstring>
#include <memory_resource>
#include <vector>

using namespace tcpladder;

class TestLargePageResource : public QObject
{
    Q_OBJECT

private slots:
    void piecesDoNotOverlapAndLieWhereTheirTypeMay()
    {
        struct Piece
        {
            std::byte* memory;
            std::size_t size;
            std::byte mark;
        };
        LargePageResource resource;
        std::vector<Piece> pieces;
        for (std::size_t i = 0; i < 20'000; ++i) {
            const std::size_t size = 1 + i * 37 % 3000;
            const std::size_t alignment = std::size_t{1} << i % 8;
            auto* const memory = static_cast<std::byte*>(resource.allocate(size, alignment));
            QCOMPARE(reinterpret_cast<std::uintptr_t>(memory) % alignment, std::uintptr_t(0));
            pieces.push_back({memory, size, static_cast<std::byte>(i)});
            std::memset(memory, static_cast<int>(i & 0xff), size);
        }
        for (const Piece& piece : pieces)
            QVERIFY(std::all_of(
                piece.memory, piece.memory + piece.size, [&](std::byte byte) { return byte == piece.mark; }));
        for (std::size_t i = 0; i < pieces.size(); ++i)
            resource.deallocate(pieces[i].memory, pieces[i].size, std::size_t{1} << i % 8);
    }

    void whatIsGivenBackIsUsedAgain()
    {
        LargePageResource resource;
        void* const first = resource.allocate(100, 8);
        const std::size_t taken = resource.size();
        resource.deallocate(first, 100, 8);
        QCOMPARE(resource.allocate(110, 8), first); // rounded up, the same size
        for (int i = 0; i < 100'000; ++i)
            resource.deallocate(resource.allocate(100, 8), 100, 8);
        QCOMPARE(resource.size(), taken);
    }

    void whatWasPreparedIsGivenOnce()
    {
        constexpr std::size_t size = std::size_t{3} << 20;
        LargePageResource resource;
        const SharedPages prepared = resource.prepare(size);
        QCOMPARE(prepared.size, size);
        QVERIFY(resource.prepare(size).all().empty());
        void* const other = resource.allocate(size / 2, 8);
        void* const first = resource.allocate(size, 8);
        void* const second = resource.allocate(size, 8);
        QVERIFY(first != second && first != other);
        QCOMPARE(first, static_cast<void*>(prepared.memory.get()));
        for (void* const memory : {first, second})
            std::memset(memory, 7, size);
        QVERIFY(resource.prepare(100).all().empty()); // is cut from a chunk anyway
        resource.deallocate(resource.allocate(100, 8), 100, 8);
        for (void* const memory : {first, second})
            resource.deallocate(memory, size, 8);
        resource.deallocate(other, size / 2, 8);
    }

    void aVectorGrowsInIt()
    {
        LargePageResource resource;
        std::pmr::vector<int> numbers(&resource);
        for (int i = 0; i < 100'000; ++i)
            numbers.push_back(i);
        QCOMPARE(numbers.back(), 99'999);
        QCOMPARE(numbers[1234], 1234);
    }

    /// As the address sanitizer sees.
    void whatIsNotGivenBackGoesWithIt()
    {
        LargePageResource resource;
        for (const std::size_t size : {100, 3000, 3'000'000})
            std::memset(resource.allocate(size, 8), 1, size);
    }

    void theRestIsBehindThePieces()
    {
        LargePageResource resource;
        auto* const piece = static_cast<std::byte*>(resource.allocate(64, 8));
        QCOMPARE(resource.rest().data(), piece + 64);
        QVERIFY(resource.rest().size() < resource.size());
    }
};

QTEST_APPLESS_MAIN(TestLargePageResource)
#include "tst_large_page_resource.moc"
