// SPDX-License-Identifier: GPL-3.0-or-later
// What connections share with others that went the same way, against what the rules say of each of them alone.
#include "core/finding/kept_analysis.h"

#include <QTest>

#include <map>
#include <random>

using namespace tcpladder;
using namespace std::chrono_literals;

namespace {

constexpr TcpFlags syn{0x002};
constexpr TcpFlags synAck{0x012};
constexpr TcpFlags synWithEcn{0x0c2};
constexpr TcpFlags synAckWithEcn{0x052};
constexpr TcpFlags ack{0x010};
constexpr TcpFlags pushed{0x018};
constexpr TcpFlags finAck{0x011};
constexpr TcpFlags rst{0x004};
constexpr TcpFlags rstAck{0x014};

struct Heard
{
    Segment segment;
    Side sender = Side::A;
};

/// A short connection as hosts have them by the thousand. Now and then something in it is not as usual.
class RandomConnection
{
public:
    /// strangeness: of a thousand segments.
    RandomConnection(std::mt19937& random, unsigned strangeness)
        : m_random(random)
        , m_strangeness(strangeness)
        , m_hasTimestamps(oneIn(2))
        , m_isNumbered(oneIn(2))
    {
        for (const std::size_t side : {0, 1}) {
            m_next[side].value = number();
            m_tick[side] = number();
            m_number[side] = static_cast<std::uint16_t>(number());
        }
        open();
    }

    const std::vector<Heard>& heard() const { return m_heard; }

private:
    std::uint32_t number() { return static_cast<std::uint32_t>(m_random()); }
    bool oneIn(unsigned count) { return number() % count == 0; }

    void pass()
    {
        Duration passed = std::chrono::microseconds(1 + number() % 3000);
        if (oneIn(5))
            passed += std::chrono::milliseconds(number() % 1500);
        m_time += passed;
        for (std::uint32_t& tick : m_tick)
            tick += static_cast<std::uint32_t>(passed / 1ms);
    }

    Segment make(Side sender, TcpFlags flags, std::uint32_t length)
    {
        const std::size_t own = indexOf(sender);
        Segment segment;
        segment.time = m_time;
        segment.source.version = segment.destination.version = IpVersion::V4;
        segment.trafficClass = static_cast<std::uint8_t>(number() % 3);
        segment.timeToLive = sender == Side::A ? 64 : 57;
        segment.flags = flags;
        segment.headerLength = 20;
        segment.sequence = m_next[own];
        segment.acknowledgment = flags.has(TcpFlag::Ack) ? m_next[1 - own] : SequenceNumber{};
        segment.window = 500;
        segment.payloadLength = length;
        segment.checksum = static_cast<std::uint16_t>(number());
        segment.checksumStatus = ChecksumStatus::Good;
        if (m_isNumbered && !(oneIn(20) && flags == ack))
            segment.ipIdentification = std::max<std::uint16_t>(++m_number[own], 1);
        if (m_hasTimestamps && !flags.has(TcpFlag::Rst))
            segment.options.timestamps = {m_tick[own], oneIn(30) ? m_echo[own] - 1 : m_echo[own]};
        if (flags.has(TcpFlag::Syn)) {
            segment.options.maximumSegmentSize = static_cast<std::uint16_t>(1000 + number() % 3);
            if (oneIn(2))
                segment.options.windowScale = static_cast<std::uint8_t>(number() % 4);
        }
        return segment;
    }

    void say(Side sender, TcpFlags flags, std::uint32_t length = 0)
    {
        pass();
        Heard heard{make(sender, flags, length), sender};
        if (number() % 1000 < m_strangeness)
            disturb(heard.segment);
        m_heard.push_back(heard);
        const std::size_t own = indexOf(sender);
        m_next[own] = std::max(m_next[own], heard.segment.endOfSequence());
        if (heard.segment.options.timestamps)
            m_echo[1 - own] = heard.segment.options.timestamps->value;
    }

    void open()
    {
        const SequenceNumber initial = m_next[0];
        const bool offersEcn = oneIn(6);
        say(Side::A, offersEcn ? synWithEcn : syn);
        for (int i = 0; i < 3 && oneIn(4); ++i) {
            m_time += 1s;
            m_next[0] = initial;
            say(Side::A, offersEcn && oneIn(2) ? synWithEcn : syn);
        }
        if (oneIn(8))
            return;
        if (oneIn(4)) {
            m_next[1] = {};
            return say(Side::B, rstAck);
        }
        say(Side::B, offersEcn && oneIn(2) ? synAckWithEcn : synAck);
        if (!oneIn(10))
            say(Side::A, ack);
        if (oneIn(10))
            return say(oneIn(2) ? Side::A : Side::B, rst);
        for (int i = 0; i < 4 && oneIn(2); ++i)
            exchange();
        close();
    }

    void exchange()
    {
        const Side asks = oneIn(4) ? Side::B : Side::A;
        say(asks, oneIn(2) ? pushed : ack, 1 + number() % 400);
        if (oneIn(2))
            say(peerOf(asks), ack);
        if (oneIn(2))
            say(peerOf(asks), pushed, 1 + number() % 400);
    }

    void close()
    {
        const Side closes = oneIn(2) ? Side::A : Side::B;
        if (oneIn(4))
            return say(closes, oneIn(2) ? rst : rstAck);
        say(closes, finAck, oneIn(5) ? 10 : 0);
        if (oneIn(12))
            say(closes, ack, 5);
        if (oneIn(3))
            say(peerOf(closes), ack);
        if (oneIn(4))
            return say(oneIn(2) ? closes : peerOf(closes), oneIn(2) ? rst : rstAck);
        if (oneIn(8))
            say(peerOf(closes), ack, 20);
        say(peerOf(closes), finAck);
        say(closes, ack);
        if (oneIn(20))
            say(peerOf(closes), finAck);
    }

    void disturb(Segment& segment)
    {
        switch (number() % 25) {
        case 0: segment.sequence = segment.sequence + 400; break;
        case 1: segment.sequence = SequenceNumber{segment.sequence.value - 1}; break;
        case 2: segment.acknowledgment = SequenceNumber{segment.acknowledgment.value - 1}; break;
        case 3: segment.acknowledgment = segment.acknowledgment + 500; break;
        case 4: segment.window = 0; break;
        case 5: segment.checksumStatus = ChecksumStatus::Bad; break;
        case 6: segment.checksumStatus = ChecksumStatus::Partial; break;
        case 7: segment.trafficClass = 3; break;
        case 8: segment.payloadLength = 1001; break;
        case 9: segment.ipIdentification = 0; break;
        case 10: segment.options.sackBlocks[segment.options.sackBlockCount++] = {{1}, {2}}; break;
        case 11: segment.options.timestamps.reset(); break;
        case 12: segment.options.timestamps = {segment.options.timestamps->value - 5000, 0}; break;
        case 13: segment.flags = segment.flags.with(TcpFlag::Urg); break;
        case 14: m_heard.push_back({segment, m_heard.empty() ? Side::A : m_heard.back().sender}); break;
        case 15: segment.payloadLength = 500; break;
        case 16: segment.known.remove(TcpField::Window); break;
        case 17: segment.hasMalformedHeader = true; break;
        case 18: segment.flags = segment.flags.with(TcpFlag::Fin); break;
        case 19: segment.flags = rst; break;
        case 20: segment.flags = segment.flags.with(TcpFlag::Ece).with(TcpFlag::Cwr); break;
        case 21: segment.options.fastOpenCookieLength = std::uint8_t{8}; break;
        case 22: segment.options.timestamps = {m_tick[0], m_tick[1]}; break;
        case 23: segment.flags = segment.flags.without(TcpFlag::Ack); break;
        case 24: segment.ipIdentification = --m_number[oneIn(2)]; break;
        default: break;
        }
    }

    std::mt19937& m_random;
    unsigned m_strangeness;
    bool m_hasTimestamps;
    bool m_isNumbered;
    Timestamp m_time{std::chrono::hours(500'000)};
    std::array<SequenceNumber, 2> m_next;
    std::array<std::uint32_t, 2> m_tick{};
    std::array<std::uint32_t, 2> m_echo{};
    std::array<std::uint16_t, 2> m_number{};
    std::vector<Heard> m_heard;
};

class FindingList final : public FindingSink
{
public:
    FindingId add(const Finding& finding) override
    {
        const FindingId id(m_count++);
        m_all[id] = finding;
        return id;
    }
    void withdraw(FindingId id) override { m_all.erase(id); }

    bool operator==(const FindingList& other) const { return m_all == other.m_all; }

private:
    std::size_t m_count = 0;
    std::map<FindingId, Finding> m_all;
};

/// Takes what was reported before as it comes once more.
class CountedAgain final : public FindingSink
{
public:
    FindingId add(const Finding&) override { return FindingId(m_count++); }
    void withdraw(FindingId) override { }

private:
    std::size_t m_count = 0;
};

/// As a document has it, by its shape for as long as that goes.
class Shared
{
public:
    explicit Shared(AnalysisPool& pool)
        : m_pool(pool)
        , m_kept(pool.takeShaped())
    {
    }

    void take(const Segment& segment, SegmentId id, Side sender)
    {
        if (ShapedConnection* const shaped = m_kept.shaped()) {
            if (shaped->take(segment, id, sender, m_pool.shapes())) {
                for (const Finding& finding : shaped->shape().findings)
                    m_findings.add(shaped->findingOf(finding));
                return;
            }
            CountedAgain again;
            m_kept.analyseShaped(m_pool, again);
        }
        m_kept.live().take(segment, id, sender, m_findings);
    }

    void end(std::pmr::memory_resource& memory)
    {
        if (m_kept.mayBeReleased()) {
            m_kept.release(m_pool, memory);
        } else if (m_kept.shaped()) {
            CountedAgain again;
            m_kept.analyseShaped(m_pool, again);
        }
        m_kept.finish(m_findings, unknownTime);
    }

    bool isShaped() { return m_kept.shaped(); }
    const KeptAnalysis& kept() const { return m_kept; }
    const FindingList& findings() const { return m_findings; }

private:
    AnalysisPool& m_pool;
    KeptAnalysis m_kept;
    FindingList m_findings;
};

bool isSame(const KeptAnalysis& kept, const ConnectionAnalysis& alone)
{
    const auto isSameSide = [&](Side side) {
        return kept.timeWait(side) == alone.timeWait(side) && kept.firstState(side) == alone.firstState(side)
            && kept.lastState(side) == alone.lastState(side);
    };
    return std::ranges::equal(kept.transitions(), alone.transitions()) && kept.facts() == alone.facts()
        && isSameSide(Side::A) && isSameSide(Side::B);
}

QString told(const std::vector<Heard>& heard, std::size_t count)
{
    QString text;
    for (const auto& [segment, sender] : std::span(heard).first(count))
        text += QStringLiteral("%1 %2 %3; ")
                    .arg(sender == Side::A ? u'>' : u'<')
                    .arg(QString::fromStdString(formatFlags(segment.flags)))
                    .arg(segment.payloadLength);
    return text;
}

Segment plainSyn(std::uint32_t sequence, Timestamp time)
{
    Segment segment;
    segment.flags = syn;
    segment.sequence = {sequence};
    segment.window = 500;
    segment.time = time;
    return segment;
}

Segment plainRefusal(std::uint32_t acknowledgment, Timestamp time)
{
    Segment segment;
    segment.flags = rstAck;
    segment.acknowledgment = {acknowledgment};
    segment.time = time;
    return segment;
}

} // namespace

class TestConnectionShape : public QObject
{
    Q_OBJECT

private slots:
    void givesWhatTheRulesGiveOfEachAlone()
    {
        std::mt19937 random(7);
        std::pmr::monotonic_buffer_resource memory;
        AnalysisPool pool(memory);
        std::size_t id = 1000;
        std::size_t shapedToTheEnd = 0;
        for (int i = 0; i < 20'000; ++i) {
            const RandomConnection connection(random, i % 3 == 0 ? 100 : 10);
            const auto& heard = connection.heard();
            Shared shared(pool);
            ConnectionAnalysis alone;
            FindingList findings;
            for (std::size_t at = 0; at < heard.size(); ++at, id += 3) {
                shared.take(heard[at].segment, SegmentId(id), heard[at].sender);
                alone.take(heard[at].segment, SegmentId(id), heard[at].sender, findings);
                QVERIFY2(isSame(shared.kept(), alone), qPrintable(told(heard, at + 1)));
                QVERIFY2(shared.findings() == findings, qPrintable(told(heard, at + 1)));
            }
            shapedToTheEnd += shared.isShaped();
            shared.end(memory);
            alone.finish(findings);
            QVERIFY2(isSame(shared.kept(), alone), qPrintable(told(heard, heard.size())));
            QVERIFY2(shared.findings() == findings, qPrintable(told(heard, heard.size())));
        }
        QVERIFY2(shapedToTheEnd > 2'000, qPrintable(QString::number(shapedToTheEnd)));
    }

    void theFourthOneThatGoesAWayTeachesIt()
    {
        ConnectionShapes shapes;
        const Timestamp begin{std::chrono::hours(500'000)};
        std::size_t id = 0;
        const auto taken = [&] { // of a SYN and its refusal
            ShapedConnection connection(shapes.beginning());
            id += 2;
            return int{connection.take(plainSyn(7, begin), SegmentId(id), Side::A, shapes)}
            + int{connection.take(plainRefusal(8, begin + 1ms), SegmentId(id + 1), Side::B, shapes)};
        };
        for (const int expected : {0, 0, 0, 1, 1, 1, 2, 2})
            QCOMPARE(taken(), expected);
        QCOMPARE(shapes.size(), std::size_t{3});
    }

    /// With two times that are the same nobody could tell which of them something is of.
    void equalTimesTeachNothing()
    {
        ConnectionShapes shapes;
        const Timestamp begin{std::chrono::hours(500'000)};
        for (std::size_t i = 0; i < 10; ++i) {
            ShapedConnection connection(shapes.beginning());
            connection.take(plainSyn(7, begin), SegmentId(2 * i), Side::A, shapes);
            QVERIFY(!connection.take(plainRefusal(8, begin), SegmentId(2 * i + 1), Side::B, shapes));
        }
    }

    /// Where connections go on in a thousand ways, none of them is followed for long.
    void shapesThatLeadNowhereAreGivenUp()
    {
        ConnectionShapes shapes;
        const Timestamp begin{std::chrono::hours(500'000)};
        const auto followed = [&] {
            ShapedConnection connection(shapes.beginning());
            if (!connection.take(plainSyn(7, begin), SegmentId(std::size_t{0}), Side::A, shapes))
                return false;
            Segment strange = plainRefusal(8, begin + 1ms);
            strange.hasMalformedHeader = true;
            return !connection.take(strange, SegmentId(std::size_t{1}), Side::B, shapes);
        };
        int count = 0;
        for (int i = 0; i < 1000; ++i)
            count += followed();
        QVERIFY2(count > 10 && count < 100, qPrintable(QString::number(count)));
    }
};

QTEST_GUILESS_MAIN(TestConnectionShape)
#include "tst_connection_shape.moc"
