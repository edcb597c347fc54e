// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/save_capture.h"
#include "core/source/open_capture.h"
#include "tests/support/capture_builder.h"
#include "tests/support/packet_builder.h"
#include "tests/support/read_back.h"
#include "tests/support/read_text.h"

#include <QTest>

#include <algorithm>

using namespace tcpladder;

namespace {

using Comments = std::vector<std::string>;

struct Saved
{
    Result<SavedCapture> result;
    std::vector<std::byte> bytes;
};

Saved save(const std::vector<std::vector<std::byte>>& files, const CommentChanges& comments = {})
{
    std::vector<std::shared_ptr<const ByteSource>> sources;
    for (const auto& file : files)
        sources.push_back(makeMemorySource(file));
    Saved saved;
    saved.result = saveAsPcapng(sources, comments,
        {.write = [&](Bytes bytes) { saved.bytes.insert(saved.bytes.end(), bytes.begin(), bytes.end()); },
            .progress = [](std::uint64_t) { return true; }});
    return saved;
}

Comments commentsOf(const std::vector<std::byte>& file)
{
    auto capture = openCapture(makeMemorySource(file));
    Comments comments;
    for (;;) {
        const ReadStep step = capture->reader->next();
        const auto* packet = std::get_if<Packet>(&step);
        if (!packet)
            return comments;
        comments.emplace_back(packet->comment);
    }
}

std::vector<std::byte> packetOf(std::size_t length)
{
    PacketSpec spec;
    spec.payload = std::string(length, 'x');
    return buildEthernetPacket(spec);
}

/// Two packets of microseconds and one that is cut.
std::vector<std::byte> pcap()
{
    CaptureBuilder builder;
    builder.add(1, 123'456, packetOf(3)).add(2, 7, packetOf(0)).add(3, 0, packetOf(50), 60);
    return builder.bytes();
}

/// A block with its lengths around the body.
void appendBlock(ByteWriter& file, std::uint32_t type, const ByteWriter& body)
{
    const std::size_t length = body.bytes().size() + 12;
    file.u32(type).u32(length).append(body.bytes()).u32(length);
}

void appendOption(ByteWriter& to, std::uint16_t code, std::string text)
{
    to.u16(code).u16(text.size());
    text.resize((text.size() + 3) / 4 * 4);
    to.append(std::as_bytes(std::span(text)));
}

/// Big-endian, with an interface that counts in 2^-10 seconds, options that this program doesn't know, a block of
/// names, a packet without options, one with two comments, and a simple one.
std::vector<std::byte> pcapng()
{
    ByteWriter file(ByteOrder::Big);
    const auto block = [&](std::uint32_t type, auto fill) {
        ByteWriter body(ByteOrder::Big);
        fill(body);
        appendBlock(file, type, body);
    };
    const auto packet = [&](std::uint32_t units, auto options) {
        block(6, [&](ByteWriter& body) {
            auto bytes = packetOf(2);
            body.u32(0).u32(0).u32(units).u32(bytes.size()).u32(bytes.size());
            bytes.resize((bytes.size() + 3) / 4 * 4);
            body.append(bytes);
            options(body);
        });
    };
    block(0x0a0d0d0a, [](ByteWriter& body) { body.u32(0x1a2b3c4d).u16(1).u16(0).u32(0).u32(9999); });
    block(1, [](ByteWriter& body) {
        body.u16(1).u16(0).u32(0);
        appendOption(body, 2, "eth7");
        appendOption(body, 9, "\x8a");
        appendOption(body, 0, "");
    });
    block(4, [](ByteWriter& body) { body.u16(0).u16(0); });
    packet(1024, [](ByteWriter&) { });
    packet(1536, [](ByteWriter& body) {
        appendOption(body, 2, "flag");
        appendOption(body, 1, "first");
        appendOption(body, 1, "second one");
        appendOption(body, 0, "");
    });
    block(3, [](ByteWriter& body) {
        auto bytes = packetOf(2);
        body.u32(bytes.size());
        bytes.resize((bytes.size() + 3) / 4 * 4);
        body.append(bytes);
    });
    return file.bytes();
}

bool contains(const std::vector<std::byte>& file, std::string_view text)
{
    return !std::ranges::search(file, std::as_bytes(std::span(text))).empty();
}

} // namespace

class TestSaveCapture : public QObject
{
    Q_OBJECT

private slots:
    void aPcapKeepsItsPacketsAndTimes()
    {
        const Saved saved = save({pcap()});
        QVERIFY(saved.result);
        QCOMPARE(saved.result->packets, 3U);
        const ReadBack before = readAll(pcap());
        const ReadBack after = readAll(saved.bytes);
        QVERIFY(after.isAtEnd && !after.damage);
        QVERIFY(before.times == after.times);
        QVERIFY(before.packets == after.packets);
        QVERIFY(before.originalLengths == after.originalLengths);
    }

    void interfacesKeepLinkTypeSnapLengthAndClock()
    {
        const Saved saved = save({pcap()});
        auto capture = openCapture(makeMemorySource(saved.bytes));
        readAll(*capture->reader);
        const CaptureInterface& interface = capture->reader->interfaces().at(0);
        QCOMPARE(interface.linkType, LinkType::Ethernet);
        QCOMPARE(interface.snapLength, 262144U);
        QCOMPARE(interface.timeDigits, std::uint8_t(6));
    }

    void nanosecondsAreKept()
    {
        CaptureBuilder builder(LinkType::Ethernet, ByteOrder::Little, true);
        builder.add(1'700'000'000, 123'456'789, packetOf(1));
        const Saved saved = save({builder.bytes()});
        QCOMPARE(
            readAll(saved.bytes).times.at(0), Timestamp(std::chrono::seconds(1'700'000'000)) + Duration(123'456'789));
    }

    void commentsComeIn()
    {
        const Saved saved = save({pcap()}, {{{2}, "watch this"}, {{3}, "é"}});
        QCOMPARE(commentsOf(saved.bytes), (Comments{"", "watch this", "é"}));
    }

    void severalFilesBecomeOneWithAllInterfaces()
    {
        CaptureBuilder other(LinkType::LinuxSll, ByteOrder::Little, true);
        other.add(1, 999'999'999, packetOf(9));
        const Saved saved = save({pcap(), other.bytes()});
        auto capture = openCapture(makeMemorySource(saved.bytes));
        const ReadBack read = readAll(*capture->reader);
        QCOMPARE(read.packets.size(), std::size_t(4));
        QVERIFY(std::ranges::is_sorted(read.times));
        QCOMPARE(capture->reader->interfaces().size(), std::size_t(2));
        QCOMPARE(capture->reader->interfaces().at(1).linkType, LinkType::LinuxSll);
        QCOMPARE(read.times.at(1), Timestamp(std::chrono::seconds(1)) + Duration(999'999'999));
    }

    void aPcapngWithoutChangesIsCopied()
    {
        const Saved saved = save({pcapng()});
        QVERIFY(saved.result);
        QCOMPARE(saved.result->packets, 3U);
        QCOMPARE(saved.bytes.size(), pcapng().size());
        const ReadBack after = readAll(saved.bytes);
        QVERIFY(after.isAtEnd && !after.damage);
        QVERIFY(readAll(pcapng()).packets == after.packets);
        QCOMPARE(after.times.at(1), Timestamp(std::chrono::milliseconds(1500)));
        QVERIFY(contains(saved.bytes, "eth7"));
    }

    void aChangedCommentLeavesTheOtherOptions()
    {
        const Saved saved = save({pcapng()}, {{{1}, "new"}, {{2}, "changed"}});
        QCOMPARE(commentsOf(saved.bytes), (Comments{"new", "changed", ""}));
        QVERIFY(contains(saved.bytes, "flag"));
        QVERIFY(contains(saved.bytes, "second one"));
        QVERIFY(!contains(saved.bytes, "first"));
        QVERIFY(readAll(pcapng()).packets == readAll(saved.bytes).packets);
    }

    void aCommentCanBeTakenAway()
    {
        const Saved saved = save({pcapng()}, {{{2}, ""}});
        QCOMPARE(commentsOf(saved.bytes), (Comments{"", "second one", ""}));
    }

    void aCommentThatHasNoRoomIsCounted()
    {
        const Saved saved = save({pcapng()}, {{{3}, "a simple packet has no options"}});
        QCOMPARE(saved.result->lostComments, 1U);
        QCOMPARE(commentsOf(saved.bytes), (Comments{"", "first", ""}));
    }

    void ofATextWhatHoldsBytesIsSaved()
    {
        const QByteArray text = relativeListing();
        const auto bytes = std::as_bytes(std::span(text.constData(), std::size_t(text.size())));
        const Saved saved = save({{bytes.begin(), bytes.end()}}, {{{1}, "lost"}});
        QVERIFY(saved.result);
        QCOMPARE(saved.result->packets, 0U);
        QCOMPARE(saved.result->packetsWithoutBytes, 5U);
        QCOMPARE(saved.result->lostComments, 1U);
    }

    void whatIsDamagedEndsThere()
    {
        auto bytes = pcapng();
        bytes.resize(bytes.size() - 10);
        const Saved saved = save({bytes}, {{{1}, "new"}});
        QCOMPARE(saved.result->packets, 2U);
        QCOMPARE(saved.result->damage->code, ErrorCode::RecordCutShort);
        QVERIFY(readAll(saved.bytes).isAtEnd);
    }

    void itCanBeGivenUp()
    {
        const auto source = makeMemorySource(pcap());
        const std::shared_ptr<const ByteSource> sources[]{source};
        const auto saved
            = saveAsPcapng(sources, {}, {.write = [](Bytes) {}, .progress = [](std::uint64_t) { return false; }});
        QVERIFY(saved && saved->isCancelled);
    }
};

QTEST_GUILESS_MAIN(TestSaveCapture)
#include "tst_save_capture.moc"
