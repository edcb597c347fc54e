// SPDX-License-Identifier: GPL-3.0-or-later
// Dumps as tcpdump -X prints them, read with what every processor has and with what most have.
#include "core/source/text/wide_dump.h"
#include "tests/support/tcpdump_text.h"

#include <QTest>

#include <algorithm>
#include <vector>

using namespace tcpladder;

namespace {

using Reader = UntouchedDumpOutcome (*)(std::string_view, UntouchedDump&);

/// What a reader makes of a text, in words.
QByteArray reading(Reader read, const QByteArray& text)
{
    std::vector<std::byte> room(UntouchedDump::maximumBytes);
    UntouchedDump dump{.to = room.data()};
    switch (read({text.data(), static_cast<std::size_t>(text.size())}, dump)) {
    case UntouchedDumpOutcome::Other: return "other";
    case UntouchedDumpOutcome::CutShort: return "cut short";
    case UntouchedDumpOutcome::Read: break;
    }
    const QByteArray bytes(reinterpret_cast<const char*>(dump.to), qsizetype(dump.byteCount));
    return QByteArray::number(qulonglong(dump.rowCount)) + " rows in " + QByteArray::number(qulonglong(dump.textLength))
        + ": " + bytes.toHex();
}

std::vector<std::byte> bytesOf(std::size_t count)
{
    std::vector<std::byte> bytes(count);
    for (std::size_t i = 0; i < count; ++i)
        bytes[i] = static_cast<std::byte>(i * 37 + i / 16);
    return bytes;
}

QByteArray expected(const std::vector<std::byte>& bytes, const QByteArray& rows)
{
    return QByteArray::number(qulonglong((bytes.size() + 15) / 16)) + " rows in " + QByteArray::number(rows.size())
        + ": " + QByteArray(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size())).toHex();
}

/// What stands behind a dump: as much as is looked at.
QByteArray nextRecord()
{
    return "12:00:00.000300 IP 10.0.0.1.40000 > 10.0.0.2.80: Flags [P.], seq 1:20, ack 1, win 29200, length 19\n";
}

} // namespace

class TestUntouchedDump : public QObject
{
    Q_OBJECT

    static std::vector<Reader> readers()
    {
        std::vector<Reader> all{readUntouchedDump, readUntouchedDumpPlainly};
        if (hasWideDumps())
            all.push_back(readUntouchedDumpWidely);
        return all;
    }

private slots:
    void readsDumpsOfEveryLength()
    {
        for (const std::size_t count :
            {1, 2, 3, 15, 16, 17, 20, 31, 32, 33, 40, 60, 82, 1500, 2048, 2049, 65535, 65536}) {
            const std::vector<std::byte> bytes = bytesOf(count);
            const QByteArray rows = printRows(bytes);
            for (const Reader read : readers())
                QCOMPARE(reading(read, rows + nextRecord()), expected(bytes, rows));
        }
    }

    void readsEveryByte()
    {
        for (int value = 0; value < 256; ++value) {
            std::vector<std::byte> bytes = bytesOf(37);
            bytes[5] = bytes[15] = bytes[16] = bytes[35] = static_cast<std::byte>(value);
            const QByteArray rows = printRows(bytes);
            for (const Reader read : readers())
                QCOMPARE(reading(read, rows + nextRecord()), expected(bytes, rows));
        }
    }

    /// At each place one character of each kind: what is no dump as tcpdump prints it is "other" for all.
    void agreesOnWhatIsWrong()
    {
        const std::vector<std::byte> bytes = bytesOf(43);
        const QByteArray rows = printRows(bytes);
        const QByteArray others = QByteArray("0a9fAg:;@`/ \t\n<b") + '\0' + '\x1f' + '\x7f' + char(0x80) + char(0xff);
        int wrong = 0;
        for (qsizetype at = 0; at < rows.size(); ++at) {
            for (const char other : others) {
                const QByteArray text = QByteArray(rows).replace(at, 1, QByteArray(1, other)) + nextRecord();
                const QByteArray plain = reading(readUntouchedDumpPlainly, text);
                wrong += plain == "other";
                for (const Reader read : readers())
                    QVERIFY2(reading(read, text) == plain,
                        (QByteArray::number(at) + ": " + QByteArray(1, other).toHex()).constData());
            }
        }
        QVERIFY(wrong > rows.size() * others.size() / 2);
    }

    void doesNotReadALineBreakOfAPage()
    {
        const QByteArray rows = printRows(bytesOf(43));
        for (const qsizetype at : {51, 60, 65, 68 + 51, 2 * 68 + 51, 2 * 68 + 51 + 9}) {
            for (const QByteArray& tag : {QByteArray("<b"), QByteArray("<B")}) {
                const QByteArray text = QByteArray(rows).replace(at, 2, tag) + nextRecord();
                for (const Reader read : readers())
                    QCOMPARE(reading(read, text), QByteArray("other"));
            }
            const QByteArray harmless = QByteArray(rows).replace(at, 2, "<c") + nextRecord();
            for (const Reader read : readers())
                QVERIFY(reading(read, harmless).startsWith("3 rows"));
        }
    }

    void saysWhereTheTextEndsFirst()
    {
        const QByteArray text = printRows(bytesOf(43)) + nextRecord();
        for (qsizetype length = 0; length <= text.size(); ++length)
            for (const Reader read : readers())
                QCOMPARE(reading(read, text.left(length)), reading(readUntouchedDumpPlainly, text.left(length)));
        QCOMPARE(reading(readUntouchedDump, text.left(150)), QByteArray("cut short"));
    }

    void takesNoRowThatDoesNotFollow()
    {
        const QByteArray rows = printRows(bytesOf(64));
        const QByteArray without = QByteArray(rows).remove(68, 68) + nextRecord();
        for (const Reader read : readers())
            QVERIFY(reading(read, without).startsWith("1 rows in 68:"));
        for (const Reader read : readers())
            QCOMPARE(reading(read, rows.mid(68) + nextRecord()), QByteArray("other"));
    }
};

QTEST_GUILESS_MAIN(TestUntouchedDump)
#include "tst_untouched_dump.moc"
