// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id_list.h"
#include "core/base/ids.h"

#include <QTest>

#include <algorithm>
#include <vector>

using namespace tcpladder;

namespace {

/// Counts what is not given back.
class CountingResource final : public std::pmr::memory_resource
{
public:
    std::size_t bytes = 0;

private:
    void* do_allocate(std::size_t size, std::size_t alignment) override
    {
        bytes += size;
        return std::pmr::new_delete_resource()->allocate(size, alignment);
    }
    void do_deallocate(void* memory, std::size_t size, std::size_t alignment) override
    {
        bytes -= size;
        std::pmr::new_delete_resource()->deallocate(memory, size, alignment);
    }
    bool do_is_equal(const std::pmr::memory_resource& other) const noexcept override { return this == &other; }
};

} // namespace

class TestIdList : public QObject
{
    Q_OBJECT

private slots:
    void itKeepsTheOrder()
    {
        IdList<SegmentId> list;
        QVERIFY(list.empty());
        for (std::size_t i = 0; i < 1000; ++i)
            list.append(m_memory, SegmentId(i));
        QCOMPARE(list.size(), 1000U);
        QCOMPARE(list.front(), SegmentId(0));
        QCOMPARE(list.back(), SegmentId(999));
        QVERIFY(std::ranges::is_sorted(list));
        list.cutAt(10);
        list.remove(SegmentId(3));
        list.remove(SegmentId(500)); // which isn't in it
        const std::vector<SegmentId> rest(list.begin(), list.end());
        QCOMPARE(rest.size(), 9U);
        QVERIFY(std::ranges::find(rest, SegmentId(3)) == rest.end());
        QCOMPARE(rest.back(), SegmentId(9));
        list.clear(m_memory);
        QVERIFY(list.empty());
    }

    void itTakesNoMoreThanItsRoomAndGivesItBack()
    {
        QCOMPARE(m_memory.bytes, 0U);
        IdList<SegmentId> list;
        list.reserve(m_memory, 8);
        QCOMPARE(m_memory.bytes, 8 * sizeof(SegmentId));
        for (std::size_t i = 0; i < 9; ++i)
            list.append(m_memory, SegmentId(i));
        QCOMPARE(m_memory.bytes, 16 * sizeof(SegmentId));
        list.shrinkToSize(m_memory);
        QCOMPARE(m_memory.bytes, 9 * sizeof(SegmentId));
        IdList<SegmentId> moved = std::move(list);
        QCOMPARE(moved.size(), 9U);
        moved.clear(m_memory);
        QCOMPARE(m_memory.bytes, 0U);
    }

private:
    CountingResource m_memory;
};

QTEST_APPLESS_MAIN(TestIdList)
#include "tst_id_list.moc"
