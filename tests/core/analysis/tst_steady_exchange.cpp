// SPDX-License-Identifier: GPL-3.0-or-later
// The short way for ordinary segments against the rules alone: long random talks, with all that may disturb one.
#include "core/analysis/connection_analysis.h"
#include "tests/support/plain_segment.h"

#include <QTest>

#include <map>
#include <random>
#include <tuple>

using namespace tcpladder;

namespace {

constexpr TcpFlags syn{0x002};
constexpr TcpFlags synAck{0x012};
constexpr TcpFlags ack{0x010};
constexpr TcpFlags pushed{0x018};
constexpr TcpFlags finAck{0x011};
constexpr TcpFlags rstAck{0x014};
constexpr TcpFlags urgent{0x030};

struct Heard
{
    Segment segment;
    Side sender = Side::A;
};

/// Two hosts that send each other data after a handshake. Every so often a segment is anything but ordinary.
class RandomTalk
{
public:
    explicit RandomTalk(unsigned seed)
        : m_random(seed)
        , m_hasTimestamps(oneIn(2))
    {
        m_next = {SequenceNumber{random()}, SequenceNumber{random()}};
        shakeHands();
    }

    void go(int segments)
    {
        for (int i = 0; i < segments; ++i)
            disturb(ordinary(oneIn(3) ? Side::B : Side::A));
    }

    const std::vector<Heard>& heard() const { return m_heard; }

private:
    std::uint32_t random() { return static_cast<std::uint32_t>(m_random()); }
    bool oneIn(unsigned count) { return random() % count == 0; }

    Segment make(Side sender, TcpFlags flags, std::uint32_t length)
    {
        m_time += std::chrono::microseconds(random() % 3000);
        Segment segment;
        segment.packet = {static_cast<std::uint32_t>(m_heard.size() + 1)};
        segment.interface = InterfaceId(std::size_t{0});
        segment.networkOffset = 14;
        segment.transportOffset = 34;
        segment.time = m_time;
        segment.source.version = segment.destination.version = IpVersion::V4;
        segment.timeToLive = 64;
        segment.flags = flags;
        segment.headerLength = m_hasTimestamps ? 32 : 20;
        segment.sequence = m_next[indexOf(sender)];
        segment.acknowledgment = m_next[indexOf(peerOf(sender))];
        segment.window = static_cast<std::uint16_t>(oneIn(50) ? 3 : 500);
        segment.payloadLength = length;
        segment.checksum = static_cast<std::uint16_t>(random());
        segment.checksumStatus = ChecksumStatus::Good;
        segment.ipIdentification = ++m_identification[indexOf(sender)];
        if (m_hasTimestamps)
            segment.options.timestamps = {ticks(), m_echo[indexOf(sender)]};
        return segment;
    }

    std::uint32_t ticks() const { return static_cast<std::uint32_t>(toMicroseconds(m_time.time_since_epoch()) / 1000); }

    void hear(const Segment& segment, Side sender)
    {
        m_heard.push_back({segment, sender});
        m_next[indexOf(sender)] = std::max(m_next[indexOf(sender)], segment.endOfSequence());
        m_echo[indexOf(peerOf(sender))] = ticks();
    }

    void shakeHands()
    {
        const auto offer = [this](Segment segment) {
            segment.options.maximumSegmentSize = 1000;
            segment.options.windowScale = 2;
            return segment;
        };
        if (oneIn(4))
            return; // captured from its middle on
        hear(offer(make(Side::A, syn, 0)), Side::A);
        hear(offer(make(Side::B, synAck, 0)), Side::B);
        hear(make(Side::A, ack, 0), Side::A);
    }

    Heard ordinary(Side sender)
    {
        const std::uint32_t length = oneIn(3) ? 0 : 1 + random() % 400;
        return {make(sender, length > 0 && oneIn(2) ? pushed : ack, length), sender};
    }

    void disturb(Heard heard)
    {
        Segment& segment = heard.segment;
        switch (random() % 60) {
        case 0: segment.sequence = segment.sequence + 400; break; // something is missing before it
        case 1: segment.sequence = SequenceNumber{segment.sequence.value - 300}; break;
        case 2: segment.acknowledgment = SequenceNumber{segment.acknowledgment.value - 200}; break;
        case 3: segment.acknowledgment = segment.acknowledgment + 500; break;
        case 4: segment.window = 0; break;
        case 5: segment.checksumStatus = ChecksumStatus::Bad; break;
        case 6: segment.checksumStatus = ChecksumStatus::Partial; break;
        case 7: segment.trafficClass = 3; break;
        case 8: segment.payloadLength = 1400; break;
        case 9: segment.ipIdentification = random() % 2 ? 0 : std::uint16_t(segment.ipIdentification - 1); break;
        case 10:
            segment.options.sackBlocks[segment.options.sackBlockCount++]
                = {segment.acknowledgment + 100, segment.acknowledgment + 200};
            break;
        case 11: segment.options.timestamps.reset(); break;
        case 12: segment.options.timestamps = {ticks() - 5000, 0}; break;
        case 13: segment.flags = urgent; break;
        case 14: hear(segment, heard.sender); break;                          // and once more below: captured twice
        case 15: segment.payloadLength = 2000 - segment.payloadLength; break; // to the end of the window
        case 16: segment.known.remove(TcpField::Window); break;
        case 17: segment.hasMalformedHeader = true; break;
        case 18: segment.flags = oneIn(10) ? finAck : ack; break;
        case 19: segment.flags = oneIn(10) ? rstAck : ack; break;
        case 20: segment.flags = oneIn(10) ? syn : ack; break;
        case 21: segment.timeToLive = 63; break;
        case 22: m_time += std::chrono::minutes(2); break;
        default: break;
        }
        hear(segment, heard.sender);
    }

    std::mt19937 m_random;
    bool m_hasTimestamps;
    Timestamp m_time{std::chrono::hours(500'000)};
    std::array<SequenceNumber, 2> m_next;
    std::array<std::uint32_t, 2> m_echo{};
    std::array<std::uint16_t, 2> m_identification{};
    std::vector<Heard> m_heard;
};

using Told = std::tuple<FindingKind, std::uint8_t, SegmentId, SegmentId, std::array<std::uint64_t, 3>>;

class FindingList final : public FindingSink
{
public:
    FindingId add(const Finding& finding) override
    {
        const FindingId id(m_count++);
        m_told[id] = {finding.kind, finding.variant, finding.segment, finding.related, finding.values};
        return id;
    }
    void withdraw(FindingId id) override { m_told.erase(id); }

    /// In their order, without those that were withdrawn.
    std::vector<Told> all() const
    {
        std::vector<Told> told;
        for (const auto& [id, finding] : m_told)
            told.push_back(finding);
        return told;
    }

private:
    std::size_t m_count = 0;
    std::map<FindingId, Told> m_told;
};

struct Result
{
    FindingList findings;
    ConnectionAnalysis analysis;
    std::vector<std::pair<IncarnationVerdict, SegmentId>> judgements;
    int plain = 0; ///< taken as such
};

auto asTuple(const ConnectionFacts& facts)
{
    return std::tuple(facts.maximumSegmentSize, facts.windowScale, facts.hasHandshake, facts.hasEnd, facts.close,
        facts.initiator, facts.closedActively, facts.capturePoint, facts.initialRoundTrip, facts.repeatedBytes,
        facts.missingOctets);
}

enum class Way {
    Short,
    ShortAsPlain, ///< where it can be
    ByRules,      ///< the capture seems to end before each segment, so that no two go the short way one after the other
};

Result analyse(const std::vector<Heard>& talk, Way way)
{
    Result result;
    PlainOrigin origin;
    for (std::size_t i = 0; i < talk.size(); ++i) {
        if (way == Way::ByRules)
            result.analysis.finish(result.findings);
        origin.firstPacket = talk[i].segment.packet;
        const auto plain = foldPlain(talk[i].segment, origin);
        if (way == Way::ShortAsPlain && plain && result.analysis.takeSteady(*plain, SegmentId(i), talk[i].sender)) {
            result.judgements.emplace_back(IncarnationVerdict::Same, SegmentId());
            ++result.plain;
            continue;
        }
        const IncarnationJudgement judgement = result.analysis.judge(talk[i].segment, talk[i].sender);
        result.judgements.emplace_back(judgement.verdict, judgement.from);
        result.analysis.take(talk[i].segment, SegmentId(i), talk[i].sender, result.findings);
    }
    result.analysis.finish(result.findings);
    return result;
}

} // namespace

class TestSteadyExchange : public QObject
{
    Q_OBJECT

private slots:
    void givesWhatTheRulesGive_data()
    {
        QTest::addColumn<Way>("way");
        QTest::newRow("any segment") << Way::Short;
        QTest::newRow("plain segments") << Way::ShortAsPlain;
    }

    void givesWhatTheRulesGive()
    {
        QFETCH(const Way, way);
        int plain = 0;
        for (unsigned seed = 0; seed < 300; ++seed) {
            RandomTalk talk(seed);
            talk.go(400);
            const Result shortWay = analyse(talk.heard(), way);
            const Result byRules = analyse(talk.heard(), Way::ByRules);
            const QString where = QStringLiteral("talk %1").arg(seed);
            QVERIFY2(shortWay.findings.all() == byRules.findings.all(), qPrintable(where));
            QVERIFY2(
                std::ranges::equal(shortWay.analysis.transitions(), byRules.analysis.transitions()), qPrintable(where));
            QVERIFY2(asTuple(shortWay.analysis.facts()) == asTuple(byRules.analysis.facts()), qPrintable(where));
            QVERIFY2(shortWay.judgements == byRules.judgements, qPrintable(where));
            plain += shortWay.plain;
        }
        QCOMPARE(plain > 3000, way == Way::ShortAsPlain);
    }
};

QTEST_APPLESS_MAIN(TestSteadyExchange)
#include "tst_steady_exchange.moc"
