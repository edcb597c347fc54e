// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/builder.h"
#include "core/source/pipe_source.h"
#include "tests/support/capture_builder.h"
#include "tests/support/packet_builder.h"
#include "tests/support/read_back.h"
#include "tests/support/read_text.h"

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

    void aTextIsShownWhileItComesThroughAPipe()
    {
        std::array<int, 2> ends{};
        QCOMPARE(::pipe(ends.data()), 0);
        const auto send = [&](const QByteArray& text) {
            QCOMPARE(::write(ends[1], text.constData(), std::size_t(text.size())), text.size());
        };
        const QByteArray first = line("12:00:00.000000", "Flags [S], seq 1, win 5, length 0");
        const QByteArray second = answer("12:00:00.010000", "Flags [S.], seq 5, ack 2, win 5, length 0");
        send(first);
        auto capture = openCapture(*makePipeSource(ends[0]));
        QVERIFY(capture);
        CaptureDocument document(capture->store);
        std::jthread loader([&](const std::stop_token& stop) { DocumentBuilder(document, *capture).run(stop); });
        const auto segments = [&] {
            const CaptureDocument::Reading reading(document);
            return document.segmentCount();
        };
        QTRY_COMPARE(segments(), 1U); // though nothing shows yet that no dump follows
        send(second.first(40));
        QTest::qWait(500);
        QCOMPARE(segments(), 1U);
        send(second.mid(40));
        QTRY_COMPARE(segments(), 2U);
        ::close(ends[1]);
        loader.join();
        QVERIFY(document.summary().state == LoadState::Complete);
    }

    void aDumpThatStopsHalfWayIsWaitedFor()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("growing.txt"));
        const QByteArray dump
            = "\t0x0000:  4510 003c 2db8 4000 4006 9e0c 0af9 ac2a\n\t0x0010:  0af9 accb 8080 18ea 5194 3a03 0000 0000\n"
              "\t0x0020:  a002 7210 6f16 0000 0204 05b4 0402 080a\n\t0x0030:  b519 17bb 0000 0000 0103 0307\n";
        const QByteArray summary = "14:58:04.000000 IP 10.249.172.42.32896 > 10.249.172.203.6378: Flags [S], seq "
                                   "1368668675, win 29200, length 0\n";
        const auto bytesOf = [](const QByteArray& text) {
            return std::as_bytes(std::span(text.constData(), std::size_t(text.size())));
        };
        write(path, bytesOf(summary + dump.first(90)));
        auto capture = openCapture(std::filesystem::path(path.toStdString()), {.follow = true});
        QVERIFY(capture);
        for (int i = 0; i < 20; ++i)
            QVERIFY(std::holds_alternative<NothingYet>(capture->reader->next()));
        write(path, bytesOf(dump.mid(90)));
        std::vector<std::vector<std::byte>> packets;
        for (int i = 0; i < 20 && packets.empty(); ++i)
            packets = readAll(*capture->reader).packets;
        QCOMPARE(packets.size(), 1U);
        QCOMPARE(packets[0].size(), 60U);
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
