// SPDX-License-Identifier: GPL-3.0-or-later
// A live capture that is looked at and ended after each packet comes to the same as a file that is read at once.
#include "tests/support/conversation.h"

#include <QTest>

#include <random>

using namespace tcpladder;

namespace {

/// What two hosts might say, and much that they would not: numbers near the ones that fit, every flag, pauses.
class RandomTalk
{
public:
    explicit RandomTalk(std::uint32_t seed)
        : m_random(seed)
    {
    }

    void say(Conversation& talk)
    {
        const std::size_t side = below(2);
        std::uint32_t& own = m_next[side];
        const std::uint32_t peers = m_next[1 - side];
        static const std::vector<std::string> flags{
            "S", "SA", "A", "A", "PA", "PA", "PA", "FA", "FA", "R", "RA", "F", "SF", "", "PU"};
        Line line{flags[below(flags.size())], own - near(), peers - near(), below(4) == 0 ? below(2000) : 0};
        if (below(12) == 0)
            line.sequence += below(0xffffffff);
        talk.later(std::chrono::milliseconds(below(3) == 0 ? below(2000) : 0));
        const std::uint32_t stamp = ++m_stamp - near();
        const bool isStamped = below(2) == 0;
        const std::uint16_t identification = static_cast<std::uint16_t>(below(5));
        const bool isBad = below(20) == 0;
        talk.with([=](Segment& segment) {
            if (isStamped)
                segment.options.timestamps = TcpTimestamps{stamp, stamp - 3};
            segment.ipIdentification = identification;
            segment.checksumStatus = isBad ? ChecksumStatus::Bad : ChecksumStatus::Good;
        });
        if (side == 0)
            talk.a(line);
        else
            talk.b(line);
        own = std::max(own, line.sequence + line.length + 1);
    }

private:
    std::uint32_t below(std::size_t limit) { return static_cast<std::uint32_t>(m_random() % limit); }
    std::uint32_t near() { return below(3) == 0 ? below(4) : 0; }

    std::mt19937 m_random;
    std::array<std::uint32_t, 2> m_next{};
    std::uint32_t m_stamp = 1000;
};

constexpr int segmentsEach = 60;

std::vector<Transition> courseOf(const Conversation& talk)
{
    const auto course = talk.analysis().transitions();
    return {course.begin(), course.end()};
}

/// Findings in an order that does not depend on when they were made.
std::vector<std::pair<FindingKind, std::vector<std::uint32_t>>> findingsOf(const Conversation& talk)
{
    std::vector<std::pair<FindingKind, std::vector<std::uint32_t>>> all;
    for (std::size_t i = 0; i < static_cast<std::size_t>(FindingKind::Count); ++i) {
        const auto kind = static_cast<FindingKind>(i);
        all.emplace_back(kind, talk.found(kind));
    }
    return all;
}

} // namespace

class TestIncremental : public QObject
{
    Q_OBJECT

private slots:
    void packetByPacketAndAtOnceGiveTheSame()
    {
        for (std::uint32_t seed = 0; seed < 500; ++seed) {
            RandomTalk one(seed);
            RandomTalk other(seed);
            Conversation atOnce(seed * 77'777, seed - 20);
            Conversation watched(seed * 77'777, seed - 20);
            for (int i = 0; i < segmentsEach; ++i) {
                one.say(atOnce);
                other.say(watched);
                watched.finish();
                QCOMPARE(courseOf(watched), courseOf(atOnce));
            }
            atOnce.finish();
            QVERIFY2(findingsOf(watched) == findingsOf(atOnce), std::to_string(seed).c_str());
            for (const Side side : {Side::A, Side::B}) {
                QCOMPARE(watched.state(side), atOnce.state(side));
                const auto stay = watched.analysis().timeWait(side);
                const auto expected = atOnce.analysis().timeWait(side);
                QCOMPARE(stay.has_value(), expected.has_value());
                QVERIFY(!stay || !expected || stay->lastStart == expected->lastStart);
            }
        }
    }

    /// The course is always one of the table's: each side's steps follow on one another.
    void whateverIsSaidTheCourseHasNoGaps()
    {
        for (std::uint32_t seed = 1000; seed < 1500; ++seed) {
            RandomTalk random(seed);
            Conversation talk(seed, 0U - seed);
            for (int i = 0; i < segmentsEach; ++i)
                random.say(talk);
            std::array<std::optional<TcpState>, 2> states;
            for (const Transition& step : talk.analysis().transitions()) {
                auto& state = states[indexOf(step.side)];
                QVERIFY2(!state || *state == step.from, std::to_string(seed).c_str());
                state = step.to;
                QVERIFY(step.cause.isValid());
                QVERIFY(!step.proof.isValid() || step.proof >= step.cause || step.certainty != Certainty::Proven);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestIncremental)
#include "tst_incremental.moc"
