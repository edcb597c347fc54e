// SPDX-License-Identifier: GPL-3.0-or-later
// What connections share with others that went the same way, against what the rules say of each of them alone.
#include "core/analysis/kept_analysis.h"
#include "tests/support/random_connection.h"

#include <QTest>

#include <map>

using namespace tcpladder;
using namespace std::chrono_literals;

namespace {

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
        if (m_kept.mayBeReleased())
            m_kept.release(m_pool, memory);
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
    segment.flags = TcpFlags(0x002);
    segment.sequence = {sequence};
    segment.window = 500;
    segment.time = time;
    return segment;
}

Segment plainRefusal(std::uint32_t acknowledgment, Timestamp time)
{
    Segment segment;
    segment.flags = TcpFlags(0x014);
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
