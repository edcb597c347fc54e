// SPDX-License-Identifier: GPL-3.0-or-later
// What only the end shows, and what a capture that grows behind its end takes back.
#include "tests/support/conversation.h"

#include <QTest>

using namespace tcpladder;

class TestEndOfCapture : public QObject
{
    Q_OBJECT

private slots:
    void aConnectionThatIsOpenAtTheEndWasNeverClosed()
    {
        Conversation talk;
        talk.shakeHands();
        talk.finish();
        QCOMPARE(talk.found(FindingKind::NeverClosed), std::vector{2U});
    }

    void aCaptureThatGrowsTakesItBack()
    {
        Conversation talk;
        talk.shakeHands();
        talk.finish();
        talk.a({"FA", 1, 1});
        QVERIFY(talk.found(FindingKind::NeverClosed).empty());
        talk.finish();
        QCOMPARE(talk.found(FindingKind::NeverClosed), std::vector{3U});
        talk.b({"FA", 1, 2});
        talk.a({"A", 2, 2});
        talk.finish();
        QVERIFY(talk.found(FindingKind::NeverClosed).empty());
    }

    void aSideThatSpeaksAfterAllWasNotMissing()
    {
        Conversation talk;
        talk.a({"PA", 1, 1, 10});
        talk.finish();
        QCOMPARE(talk.found(FindingKind::OneSided), std::vector{0U});
        talk.b({"A", 1, 11});
        talk.finish();
        QVERIFY(talk.found(FindingKind::OneSided).empty());
    }

    void theEndIsSaidOnce()
    {
        Conversation talk;
        talk.shakeHands();
        talk.finish();
        talk.finish();
        QCOMPARE(talk.found(FindingKind::NeverClosed).size(), 1U);
    }
};

QTEST_APPLESS_MAIN(TestEndOfCapture)
#include "tst_end_of_capture.moc"
