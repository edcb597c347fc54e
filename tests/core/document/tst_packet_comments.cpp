// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/packet_comments.h"

#include <QTest>

using namespace tcpladder;

class TestPacketComments : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_comments = std::make_unique<PacketComments>();
        m_comments->add({3}, "three");
        m_comments->add({7}, "seven");
    }

    void whatWasReadIsThere()
    {
        QCOMPARE(m_comments->of({3}), "three");
        QCOMPARE(m_comments->of({4}), "");
        QVERIFY(!m_comments->hasUnsaved());
    }

    void aChangeCountsUntilItIsTakenBack()
    {
        m_comments->change({4}, "four");
        m_comments->change({3}, "");
        QCOMPARE(m_comments->of({4}), "four");
        QCOMPARE(m_comments->of({3}), "");
        QVERIFY(m_comments->hasUnsaved());
        m_comments->change({4}, "");
        m_comments->change({3}, "three");
        QVERIFY(!m_comments->hasUnsaved());
    }

    void whatIsSavedIsNoChangeAnyMore()
    {
        m_comments->change({4}, "four");
        m_comments->markSaved(m_comments->changes());
        QVERIFY(!m_comments->hasUnsaved());
        QCOMPARE(m_comments->of({4}), "four");
        m_comments->change({4}, "");
        QVERIFY(m_comments->hasUnsaved()); // the file has it
    }

    void aStretchTellsItsCommentedPackets()
    {
        m_comments->change({5}, "five");
        m_comments->change({7}, "");
        QCOMPARE(m_comments->between({3}, {7}), (std::vector<PacketNumber>{{3}, {5}}));
        QVERIFY(m_comments->between({6}, {9}).empty());
    }

private:
    std::unique_ptr<PacketComments> m_comments;
};

QTEST_GUILESS_MAIN(TestPacketComments)
#include "tst_packet_comments.moc"
