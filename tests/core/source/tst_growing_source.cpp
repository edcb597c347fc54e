// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/builder.h"
#include "core/source/pipe_source.h"
#include "tests/support/capture_builder.h"
#include "tests/support/packet_builder.h"
#include "tests/support/read_back.h"

#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

#include <fstream>
#include <thread>

using namespace tcpladder;

namespace {

std::vector<std::byte> captureOf(int packets)
{
    CaptureBuilder builder;
    PacketSpec spec;
    spec.flags = TcpFlags(0x018);
    for (int i = 0; i < packets; ++i)
        builder.add(std::uint32_t(i), 0, buildEthernetPacket(spec));
    return builder.bytes();
}

void write(const QString& path, Bytes bytes)
{
    std::ofstream file(path.toStdString(), std::ios::binary | std::ios::app);
    file.write(reinterpret_cast<const char*>(bytes.data()), std::streamsize(bytes.size()));
}

} // namespace

class TestGrowingSource : public QObject
{
    Q_OBJECT

private slots:
    void aFollowedFileHasNothingYetWhereItEnds()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("growing.pcap"));
        const auto bytes = captureOf(3);
        write(path, Bytes(bytes).first(bytes.size() - 100)); // ends inside the second packet's record
        auto capture = openCapture(std::filesystem::path(path.toStdString()), {.follow = true});
        QVERIFY(capture);
        const ReadBack before = readAll(*capture->reader);
        QCOMPARE(before.packets.size(), 1U);
        QVERIFY(!before.damage && !before.isAtEnd);
        write(path, Bytes(bytes).last(100));
        const ReadBack after = readAll(*capture->reader);
        QCOMPARE(after.packets.size(), 2U);
        QVERIFY(!after.damage && !after.isAtEnd);
    }

    void aPipeEndsWhenItsWriterDoes()
    {
        std::array<int, 2> ends{};
        QCOMPARE(::pipe(ends.data()), 0);
        const auto bytes = captureOf(2000); // more than a pipe holds
        std::thread writer([&] {
            for (Bytes rest(bytes); !rest.empty();) {
                const auto count = ::write(ends[1], rest.data(), std::min<std::size_t>(rest.size(), 1000));
                rest = rest.subspan(std::size_t(count));
            }
            ::close(ends[1]);
        });
        auto capture = openCapture(*makePipeSource(ends[0]));
        QVERIFY(capture);
        CaptureDocument document(capture->store);
        DocumentBuilder(document, *capture).run({});
        writer.join();
        QCOMPARE(document.segmentCount(), 2000U);
        QVERIFY(!document.summary().damage);
        QVERIFY(document.summary().state == LoadState::Complete);
    }

    void openingASilentPipeCanBeStopped()
    {
        std::array<int, 2> ends{};
        QCOMPARE(::pipe(ends.data()), 0);
        std::stop_source stop;
        std::jthread stopper([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(30));
            stop.request_stop();
        });
        QVERIFY(!openCapture(*makePipeSource(ends[0]), stop.get_token()));
        ::close(ends[1]);
    }

    void followingEndsWhenItIsStopped()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("growing.pcap"));
        write(path, captureOf(5));
        auto capture = openCapture(std::filesystem::path(path.toStdString()), {.follow = true});
        CaptureDocument document(capture->store);
        std::jthread loader([&](const std::stop_token& stop) { DocumentBuilder(document, *capture).run(stop); });
        const auto segments = [&] {
            const CaptureDocument::Reading reading(document);
            return document.segmentCount();
        };
        QTRY_COMPARE(segments(), 5U);
        loader.request_stop();
        loader.join();
        QVERIFY(document.summary().state == LoadState::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestGrowingSource)
#include "tst_growing_source.moc"
