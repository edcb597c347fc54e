// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/merging_reader.h"
#include "tests/support/capture_builder.h"
#include "tests/support/read_back.h"

#include <QTest>

using namespace tcpladder;

namespace {

std::vector<std::byte> packet(std::uint8_t mark)
{
    return ByteWriter().u8(mark).u8(mark).bytes();
}

OpenedCapture merged(const std::vector<std::vector<std::byte>>& files)
{
    std::vector<OpenedCapture> captures;
    for (const auto& file : files)
        captures.push_back(openCapture(makeMemorySource(file)).value());
    return mergeCaptures(std::move(captures));
}

} // namespace

class TestMergingReader : public QObject
{
    Q_OBJECT

private slots:
    void givesThePacketsOfAllFilesInTheOrderOfTheirTimes()
    {
        const auto odd = CaptureBuilder().add(1, 0, packet(1)).add(3, 0, packet(3)).add(5, 0, packet(5)).bytes();
        const auto even = CaptureBuilder(LinkType::Raw).add(2, 0, packet(2)).add(4, 0, packet(4)).bytes();
        auto capture = merged({even, odd});
        std::vector<int> order;
        for (ReadStep step = capture.reader->next(); std::holds_alternative<Packet>(step);
            step = capture.reader->next()) {
            const auto& found = std::get<Packet>(step);
            order.push_back(std::to_integer<int>(found.bytes[0]));
            QCOMPARE(found.number.value, order.size());
            const bool isOdd = order.back() % 2;
            QVERIFY(capture.reader->interfaces().at(found.interface.value).linkType
                == (isOdd ? LinkType::Ethernet : LinkType::Raw));
            QCOMPARE(*capture.store->fetch(found.offset, 2), packet(std::uint8_t(order.back())));
        }
        QCOMPARE(order, (std::vector{1, 2, 3, 4, 5}));
    }

    void goesOnWithTheOthersWhereOneIsCut()
    {
        auto cut = CaptureBuilder().add(1, 0, packet(1)).add(2, 0, packet(2)).bytes();
        cut.pop_back();
        const auto whole = CaptureBuilder().add(3, 0, packet(3)).add(4, 0, packet(4)).bytes();
        auto capture = merged({cut, whole});
        const ReadBack result = readAll(*capture.reader);
        QCOMPARE(result.packets.size(), 3U);
        QVERIFY(result.damage && result.damage->code == ErrorCode::RecordCutShort);
        QVERIFY(result.isAtEnd);
    }
};

QTEST_GUILESS_MAIN(TestMergingReader)
#include "tst_merging_reader.moc"
