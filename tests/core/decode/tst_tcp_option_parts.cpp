// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/tcp_option_parts.h"
#include "tests/support/byte_writer.h"

#include <QTest>

using namespace tcpladder;
using enum tcpladder::TcpOptionPartKind;

namespace {

/// Parts of every option in the bytes.
std::vector<TcpOptionPart> partsOf(const ByteWriter& writer)
{
    std::vector<TcpOptionPart> parts;
    const Bytes options = writer.bytes();
    for (const TcpOptionEntry& entry : listTcpOptions(options)) {
        for (const TcpOptionPart& part : listOptionParts(entry, options.subspan(entry.offset, entry.length)))
            parts.push_back(part);
    }
    return parts;
}

void compare(const TcpOptionPart& part, TcpOptionPartKind kind, int offset, int length, std::uint32_t value)
{
    QCOMPARE(part.kind, kind);
    QCOMPARE(int(part.offset), offset);
    QCOMPARE(int(part.length), length);
    if (kind != Head)
        QCOMPARE(part.value, value);
}

} // namespace

class TestTcpOptionParts : public QObject
{
    Q_OBJECT

private slots:
    void theOptionsOfASynAreTakenApart();
    void eachSackBlockHasTwoEnds();
    void anUnknownKindKeepsItsBytes();
    void aMalformedOptionIsNotRead();
    void partsLeaveNoGap();
};

void TestTcpOptionParts::theOptionsOfASynAreTakenApart()
{
    const auto parts = partsOf(ByteWriter().hex("020405b4 0402 080a b51917bb 00000000 01 030307"));
    QCOMPARE(parts.size(), std::size_t(9));
    compare(parts[1], MaximumSegmentSize, 2, 2, 1460);
    compare(parts[4], TimestampValue, 8, 4, 0xb51917bb);
    compare(parts[5], TimestampEcho, 12, 4, 0);
    compare(parts[8], WindowShift, 19, 1, 7);
}

void TestTcpOptionParts::eachSackBlockHasTwoEnds()
{
    const auto parts = partsOf(ByteWriter().hex("0512 00000064 000000c8 0000012c 00000190"));
    QCOMPARE(parts.size(), std::size_t(5));
    compare(parts[1], SackLeft, 2, 4, 100);
    compare(parts[4], SackRight, 14, 4, 400);
}

void TestTcpOptionParts::anUnknownKindKeepsItsBytes()
{
    const auto parts = partsOf(ByteWriter().hex("4d06 01020304"));
    QCOMPARE(parts.size(), std::size_t(2));
    compare(parts[1], Other, 2, 4, 0x01020304);
}

void TestTcpOptionParts::aMalformedOptionIsNotRead()
{
    const auto parts = partsOf(ByteWriter().hex("0205 05b4 00"));
    QCOMPARE(parts.size(), std::size_t(2));
    compare(parts[1], Other, 2, 3, 0x05b400);
}

void TestTcpOptionParts::partsLeaveNoGap()
{
    std::size_t at = 0;
    for (const TcpOptionPart& part : partsOf(ByteWriter().hex("0101 080a 00000001 00000002 2204 aabb 05ff 00"))) {
        QCOMPARE(std::size_t(part.offset), at);
        at += part.length;
    }
    QCOMPARE(at, std::size_t(19));
}

QTEST_APPLESS_MAIN(TestTcpOptionParts)
#include "tst_tcp_option_parts.moc"
