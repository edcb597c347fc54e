// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/read_back.h"

#include <QFile>
#include <QTest>

using namespace tcpladder;

namespace {

std::vector<std::byte> packed(const QString& suffix)
{
    QFile file(QStringLiteral(TCPLADDER_TEST_DATA "/packed/plain.pcap") + suffix);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(file.fileName()));
    const QByteArray bytes = file.readAll();
    const auto view = std::as_bytes(std::span(bytes.constData(), std::size_t(bytes.size())));
    return {view.begin(), view.end()};
}

} // namespace

class TestDecompressedSource : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatIsPacked_data()
    {
        QTest::addColumn<QString>("suffix");
        for (const char* suffix : {".gz", ".zst", ".lz4", ".xz"})
            QTest::newRow(suffix) << QString::fromLatin1(suffix);
    }

    void readsWhatIsPacked()
    {
        QFETCH(QString, suffix);
        const ReadBack plain = readAll(packed({}));
        const ReadBack unpacked = readAll(packed(suffix));
        QVERIFY(!unpacked.damage && unpacked.isAtEnd);
        QCOMPARE(plain.packets.size(), 41U);
        QCOMPARE(unpacked.packets, plain.packets);
    }

    void fetchesPacketsAgain()
    {
        auto capture = openCapture(makeMemorySource(packed(QStringLiteral(".gz"))));
        std::vector<Packet> packets;
        for (ReadStep step = capture->reader->next(); std::holds_alternative<Packet>(step);
            step = capture->reader->next())
            packets.push_back(std::get<Packet>(step));
        QCOMPARE(packets.size(), 41U);
        QCOMPARE(*capture->store->fetch(packets[1].offset, 140), readAll(packed({})).packets[1]);
    }

    void givesWhatComesBeforeACutAndSaysThatItIsCut_data() { readsWhatIsPacked_data(); }

    void givesWhatComesBeforeACutAndSaysThatItIsCut()
    {
        QFETCH(QString, suffix);
        auto bytes = packed(suffix);
        for (std::size_t length = bytes.size() - 1; length > 20; length -= 7) {
            bytes.resize(length);
            const ReadBack result = readAll(bytes);
            QVERIFY2(result.damage, qPrintable(QStringLiteral("cut to %1").arg(length)));
            QVERIFY(result.packets.size() <= 41);
        }
    }

    void readsStreamsThatStandOneBehindTheOther()
    {
        const auto plain = packed({});
        auto bytes = packed(QStringLiteral(".gz"));
        const auto again = bytes;
        bytes.insert(bytes.end(), again.begin(), again.end());
        auto source = makeMemorySource(bytes);
        std::vector<std::byte> first(plain.size() * 2 + 1);
        auto capture = openCapture(source);
        QVERIFY(capture);
        // The second stream begins with a file header, which is no record: what matters is that it is there.
        QCOMPARE(capture->store->fetch(plain.size(), 24)->front(), plain.front());
    }

    void saysThatDamagedDataIsDamaged()
    {
        auto bytes = packed(QStringLiteral(".gz"));
        bytes[bytes.size() - 6] ^= std::byte{0x40}; // the checksum behind the data
        const ReadBack result = readAll(bytes);
        QCOMPARE(result.packets.size(), 41U);
        QVERIFY(result.damage && result.damage->code == ErrorCode::CompressionDamaged);
    }
};

QTEST_GUILESS_MAIN(TestDecompressedSource)
#include "tst_decompressed_source.moc"
