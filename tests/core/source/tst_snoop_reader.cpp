// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/byte_writer.h"
#include "tests/support/read_back.h"

#include <QTest>

using namespace tcpladder;

class TestSnoopReader : public QObject
{
    Q_OBJECT

private slots:
    void readsRecordsAndStepsOverTheirPadding()
    {
        const auto bytes = ByteWriter()
                               .hex("736e6f6f70000000 00000002 00000004")
                               .hex("00000005 00000003 0000001c 00000000 00000001 00000002 aabbcc 00")
                               .hex("00000001 00000001 0000001c 00000000 00000002 00000003 dd 000000")
                               .bytes();
        const ReadBack result = readAll(bytes);
        QVERIFY(!result.damage && result.isAtEnd);
        QCOMPARE(result.packets.size(), 2U);
        QCOMPARE(result.packets[0], ByteWriter().hex("aabbcc").bytes());
        QCOMPARE(result.originalLengths[0], 5U);
        QCOMPARE(result.times[1].time_since_epoch().count(), 2'000'003'000);
    }

    void refusesARecordThatIsShorterThanItsPacket()
    {
        const auto bytes = ByteWriter()
                               .hex("736e6f6f70000000 00000002 00000004")
                               .hex("00000005 00000005 00000008 00000000 00000001 00000002 aabbccddee")
                               .bytes();
        QVERIFY(readAll(bytes).damage->code == ErrorCode::RecordTooLong);
    }
};

QTEST_GUILESS_MAIN(TestSnoopReader)
#include "tst_snoop_reader.moc"
