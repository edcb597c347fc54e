// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/conversation.h"

#include <QTest>

using namespace tcpladder;
using namespace std::chrono_literals;

class TestIncarnations : public QObject
{
    Q_OBJECT

private slots:
    void theSameSynAgainBelongsToTheConnection()
    {
        Conversation talk;
        talk.a({"S"});
        QCOMPARE(talk.judge(Side::A, {"S"}), IncarnationVerdict::Same);
    }

    void anotherNumberInSynSentIsANewAttempt()
    {
        Conversation talk;
        talk.a({"S"});
        QCOMPARE(talk.judge(Side::A, {"S", 999}), IncarnationVerdict::New);
    }

    void aCrossingSynBelongsToTheConnection()
    {
        Conversation talk;
        talk.a({"S"});
        QCOMPARE(talk.judge(Side::B, {"S"}), IncarnationVerdict::Same);
    }

    void aSynBehindARstIsNew()
    {
        Conversation talk;
        talk.a({"S"});
        talk.b({"RA", 0, 1});
        QCOMPARE(talk.judge(Side::A, {"S", 999}), IncarnationVerdict::New);
    }

    void aSynInASynchronizedStateStaysUntilItIsAccepted()
    {
        Conversation talk;
        talk.shakeHands();
        QCOMPARE(talk.judge(Side::A, {"S", 70000}), IncarnationVerdict::Same);
        talk.a({"S", 70000});
        QCOMPARE(talk.judge(Side::B, {"SA", 90000, 70001}), IncarnationVerdict::NewSinceEarlier);
        QCOMPARE(talk.judge(Side::B, {"A", 1, 1}), IncarnationVerdict::Same);
    }

    void aSynBehindItsAnswerBelongsToTheConnection()
    {
        Conversation talk;
        talk.b({"SA", 0, 1});
        QCOMPARE(talk.judge(Side::A, {"S"}), IncarnationVerdict::Same);
        QCOMPARE(talk.judge(Side::A, {"S", 999}), IncarnationVerdict::New);
        talk.a({"A", 1, 1});
        talk.a({"FA", 1, 1});
        talk.b({"FA", 1, 2});
        talk.a({"A", 2, 2});
        QCOMPARE(talk.judge(Side::A, {"S"}), IncarnationVerdict::Same);
        talk.a({"S"});
        QVERIFY(talk.found(FindingKind::HalfOpen).empty());
        QVERIFY(talk.found(FindingKind::SynInTimeWait).empty());
    }

    void aSegmentForWhatTheOldOneNeverSentIsNewBehindItsEnd()
    {
        Conversation talk;
        talk.shakeHands();
        talk.a({"RA", 1, 1});
        QCOMPARE(talk.judge(Side::B, {"A", 3000000, 64001}), IncarnationVerdict::New);
        QCOMPARE(talk.judge(Side::B, {"A", 1, 1}), IncarnationVerdict::Same);
    }
};

QTEST_APPLESS_MAIN(TestIncarnations)
#include "tst_incarnations.moc"
