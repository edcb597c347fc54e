// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/series/option_series_builder.h"
#include "core/series/series_builder.h"

#include <QTest>

using namespace tcpladder;
using namespace std::chrono_literals;

namespace {

/// One segment as a script says it; numbers count from the initial one.
struct Said
{
    Side side = Side::A;
    std::chrono::milliseconds time{};
    std::uint16_t flags = 0x10;
    std::uint32_t sequence = 0;
    std::uint32_t length = 0;
    std::uint32_t acknowledgment = 0;
    std::uint16_t window = 100;
    SegmentRemark remark = SegmentRemark::None;
    TcpOptions options{};
};

constexpr std::uint16_t syn = 0x02;
constexpr std::uint16_t synAck = 0x12;
constexpr std::uint16_t fin = 0x11;

TcpOptions stamps(std::uint32_t value, std::uint32_t echo)
{
    TcpOptions options;
    options.timestamps = TcpTimestamps{value, echo};
    return options;
}

/// Plays the script where both directions' numbers begin as given.
struct Play
{
    ConnectionSeries series;
    SeriesBuilder builder{series};
    OptionSeriesBuilder optionBuilder{series};
    std::uint32_t initial = 0;
    std::size_t count = 0;

    explicit Play(std::uint32_t first)
        : initial(first)
    {
    }

    void say(const Said& said)
    {
        SegmentRecord record;
        record.time = Timestamp(1000s + said.time);
        record.sequence = SequenceNumber{initial + said.sequence};
        record.acknowledgment = SequenceNumber{initial + said.acknowledgment};
        record.payloadLength = said.length;
        record.sender = said.side;
        record.offsetAndFlags = static_cast<std::uint16_t>(5U << 12 | said.flags);
        record.window = said.window;
        builder.take(record, SegmentId(count), said.remark);
        optionBuilder.take(record, SegmentId(count), said.options);
        ++count;
    }

    const DirectionSeries& a() const { return series.of(Side::A); }
};

/// Once with ordinary numbers and once with numbers that wrap in the connection.
void withBothNumbers(const std::function<void(std::uint32_t)>& test)
{
    test(1000);
    test(0xffffffffU - 1500);
}

} // namespace

class TestSeriesBuilder : public QObject
{
    Q_OBJECT

private slots:
    void positionsGoOnWhereNumbersWrap();
    void anAcknowledgmentOfWhatWasSentOnceIsARoundTrip();
    void whatWasSentTwiceIsNoRoundTrip();
    void anAcknowledgmentThatWaitedForARepetitionIsNoRoundTrip();
    void anAcknowledgmentInsideASegmentIsNoRoundTrip();
    void whatIsSentAndNotAcknowledgedIsInFlight();
    void nothingIsKnownToBeInFlightBeforeTheFirstAcknowledgmentOfAMidstreamCapture();
    void theWindowIsScaledExceptInASyn();
    void anUnknownScaleIsSaid();
    void anOldAcknowledgmentDoesNotPullTheLineBack();
    void timesNeverGoBack();
    void aSegmentCapturedTwiceCountsOnce();
    void anEchoedTimestampIsARoundTripEvenOfARepetition();
    void sackBlocksStandWhereTheirOctetsAre();
    void aBlockBelowTheAcknowledgmentIsADuplicate();
};

void TestSeriesBuilder::positionsGoOnWhereNumbersWrap()
{
    withBothNumbers([](std::uint32_t initial) {
        Play play(initial);
        play.say({.flags = syn});
        for (std::uint32_t i = 0; i < 3; ++i)
            play.say({.sequence = 1 + i * 1000, .length = 1000});
        const auto& data = play.a().sentAs(SentKind::Data);
        QCOMPARE(data.size(), std::size_t(3));
        QCOMPARE(data[2].low() - play.a().origin, StreamPosition(2001));
        QCOMPARE(data[2].high() - play.a().origin, StreamPosition(3001));
    });
}

void TestSeriesBuilder::anAcknowledgmentOfWhatWasSentOnceIsARoundTrip()
{
    withBothNumbers([](std::uint32_t initial) {
        Play play(initial);
        play.say({.flags = syn});
        play.say({.side = Side::B, .time = 20ms, .flags = synAck, .acknowledgment = 1});
        play.say({.time = 21ms, .sequence = 1, .length = 1000, .acknowledgment = 1});
        play.say({.time = 22ms, .sequence = 1001, .length = 1000, .acknowledgment = 1});
        play.say({.side = Side::B, .time = 50ms, .sequence = 1, .acknowledgment = 2001});
        const auto& samples = play.a().ackRoundTrips;
        QCOMPARE(samples.size(), std::size_t(2));
        QCOMPARE(samples[0].roundTrip, Duration(20ms));
        QCOMPARE(samples[1].roundTrip, Duration(28ms)); // of the last segment, not of the first
        QCOMPARE(samples[1].segment, SegmentId(4));
        QCOMPARE(play.series.of(Side::B).ackRoundTrips[0].roundTrip, Duration(1ms));
    });
}

void TestSeriesBuilder::whatWasSentTwiceIsNoRoundTrip()
{
    withBothNumbers([](std::uint32_t initial) {
        Play play(initial);
        play.say({.length = 1000});
        play.say({.time = 200ms, .length = 1000, .remark = SegmentRemark::Retransmitted});
        play.say({.side = Side::B, .time = 220ms, .acknowledgment = 1000});
        QVERIFY(play.a().ackRoundTrips.empty());
        QCOMPARE(play.a().sentAs(SentKind::Retransmitted).size(), std::size_t(1));
    });
}

void TestSeriesBuilder::anAcknowledgmentThatWaitedForARepetitionIsNoRoundTrip()
{
    Play play(1000);
    play.say({.length = 1000});
    play.say({.time = 1ms, .sequence = 1000, .length = 1000});
    play.say({.time = 200ms, .length = 1000, .remark = SegmentRemark::Retransmitted});
    play.say({.side = Side::B, .time = 220ms, .acknowledgment = 2000});
    QVERIFY(play.a().ackRoundTrips.empty());
}

void TestSeriesBuilder::anAcknowledgmentInsideASegmentIsNoRoundTrip()
{
    Play play(1000);
    play.say({.length = 3000});
    play.say({.side = Side::B, .time = 10ms, .acknowledgment = 1000});
    QVERIFY(play.a().ackRoundTrips.empty());
    play.say({.side = Side::B, .time = 11ms, .acknowledgment = 3000});
    QCOMPARE(play.a().ackRoundTrips.size(), std::size_t(1));
}

void TestSeriesBuilder::whatIsSentAndNotAcknowledgedIsInFlight()
{
    withBothNumbers([](std::uint32_t initial) {
        Play play(initial);
        play.say({.flags = syn});
        play.say({.side = Side::B, .flags = synAck, .acknowledgment = 1});
        play.say({.sequence = 1, .length = 1000, .acknowledgment = 1});
        play.say({.sequence = 1001, .length = 1000, .acknowledgment = 1});
        play.say({.sequence = 1, .length = 1000, .acknowledgment = 1, .remark = SegmentRemark::Retransmitted});
        play.say({.side = Side::B, .sequence = 1, .acknowledgment = 2001});
        std::vector<std::uint32_t> octets;
        for (std::size_t i = 0; i < play.a().inFlight.size(); ++i)
            octets.push_back(play.a().inFlight[i].octets);
        QCOMPARE(octets, (std::vector<std::uint32_t>{1, 0, 1000, 2000, 2000, 0}));
    });
}

void TestSeriesBuilder::nothingIsKnownToBeInFlightBeforeTheFirstAcknowledgmentOfAMidstreamCapture()
{
    Play play(1000);
    play.say({.length = 1000});
    QVERIFY(play.a().inFlight.empty());
    play.say({.side = Side::B, .acknowledgment = 500});
    QCOMPARE(play.a().inFlight.size(), std::size_t(1));
    QCOMPARE(play.a().inFlight[0].octets, 500U);
}

void TestSeriesBuilder::theWindowIsScaledExceptInASyn()
{
    Play play(1000);
    play.builder.setWindowShifts({std::uint8_t{0}, std::uint8_t{7}});
    play.say({.flags = syn});
    play.say({.side = Side::B, .flags = synAck, .acknowledgment = 1, .window = 64240});
    play.say({.side = Side::B, .sequence = 1, .acknowledgment = 1, .window = 502});
    QCOMPARE(play.a().window.size(), std::size_t(2));
    QCOMPARE(play.a().window[0].octets, 64240U);
    QCOMPARE(play.a().window[1].octets, 502U * 128);
    QCOMPARE(play.a().acks[1].high() - play.a().origin, StreamPosition(1 + 502 * 128));
    QVERIFY(!play.a().hasUnscaledWindow);
}

void TestSeriesBuilder::anUnknownScaleIsSaid()
{
    Play play(1000);
    play.say({.side = Side::B, .acknowledgment = 500, .window = 502});
    QCOMPARE(play.a().window[0].octets, 502U);
    QVERIFY(play.a().hasUnscaledWindow);
}

void TestSeriesBuilder::anOldAcknowledgmentDoesNotPullTheLineBack()
{
    Play play(1000);
    play.say({.length = 2000});
    play.say({.side = Side::B, .acknowledgment = 2000});
    play.say({.side = Side::B, .acknowledgment = 1000, .window = 50});
    QCOMPARE(play.a().acks.size(), std::size_t(1));
    QCOMPARE(play.a().inFlight[play.a().inFlight.size() - 1].octets, 0U);
}

void TestSeriesBuilder::timesNeverGoBack()
{
    Play play(1000);
    play.say({.time = 5ms, .length = 10});
    play.say({.time = 9ms, .sequence = 10, .length = 10});
    play.say({.time = 7ms, .sequence = 20, .length = 10});
    const auto& data = play.a().sentAs(SentKind::Data);
    QCOMPARE(data[1].time, Duration(4ms));
    QCOMPARE(data[2].time, Duration(4ms));
    QCOMPARE(play.series.duration.load(), Duration(4ms));
}

void TestSeriesBuilder::aSegmentCapturedTwiceCountsOnce()
{
    Play play(1000);
    play.say({.length = 1000});
    play.say({.length = 1000, .remark = SegmentRemark::CapturedTwice});
    play.say({.side = Side::B, .time = 10ms, .acknowledgment = 1000});
    QCOMPARE(play.a().sentAs(SentKind::Data).size(), std::size_t(1));
    QCOMPARE(play.a().ackRoundTrips.size(), std::size_t(1));
}

void TestSeriesBuilder::anEchoedTimestampIsARoundTripEvenOfARepetition()
{
    withBothNumbers([](std::uint32_t initial) {
        Play play(initial);
        play.say({.length = 1000, .options = stamps(10, 0)});
        play.say({.time = 200ms, .length = 1000, .remark = SegmentRemark::Retransmitted, .options = stamps(210, 0)});
        play.say({.side = Side::B, .time = 230ms, .acknowledgment = 1000, .options = stamps(7, 210)});
        QCOMPARE(play.a().timestampRoundTrips.size(), std::size_t(1));
        QCOMPARE(play.a().timestampRoundTrips[0].roundTrip, Duration(30ms));
        // The same again acknowledges nothing new: its echo is old.
        play.say({.side = Side::B, .time = 900ms, .acknowledgment = 1000, .options = stamps(8, 210)});
        QCOMPARE(play.a().timestampRoundTrips.size(), std::size_t(1));
    });
}

void TestSeriesBuilder::sackBlocksStandWhereTheirOctetsAre()
{
    withBothNumbers([](std::uint32_t initial) {
        Play play(initial);
        play.say({.length = 1000});
        play.say({.sequence = 1000, .length = 1000});
        TcpOptions options;
        options.sackBlocks[0] = {SequenceNumber{initial + 1000}, SequenceNumber{initial + 2000}};
        options.sackBlockCount = 1;
        play.say({.side = Side::B, .acknowledgment = 0, .options = options});
        QCOMPARE(play.a().sacks.size(), std::size_t(1));
        QCOMPARE(play.a().sacks[0].left - play.a().origin, StreamPosition(1000));
        QCOMPARE(play.a().sacks[0].right - play.a().origin, StreamPosition(2000));
        QVERIFY(!play.a().sacks[0].isDuplicate);
    });
}

void TestSeriesBuilder::aBlockBelowTheAcknowledgmentIsADuplicate()
{
    Play play(1000);
    play.say({.length = 1000});
    TcpOptions options;
    options.sackBlocks[0] = {SequenceNumber{1000}, SequenceNumber{1500}};
    options.sackBlockCount = 1;
    play.say({.side = Side::B, .acknowledgment = 1000, .options = options});
    QVERIFY(play.a().sacks[0].isDuplicate);
}

QTEST_APPLESS_MAIN(TestSeriesBuilder)
#include "tst_series_builder.moc"
