// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/transition_table.h"

#include <QTest>

#include <set>

using namespace tcpladder;
using enum TcpState;
using On = TcpEvent;

class TestTransitionTable : public QObject
{
    Q_OBJECT

private:
    static bool leads(TcpState from, TcpEvent event, TcpState to)
    {
        const auto rule = findTransition(from, event);
        return rule && transitionRow(*rule).to == to;
    }

private slots:
    void hasEveryArrowOfFigure5()
    {
        QVERIFY(leads(Closed, On::PassiveOpen, Listen));
        QVERIFY(leads(Closed, On::SendSyn, SynSent));
        QVERIFY(leads(Listen, On::Close, Closed));
        QVERIFY(leads(SynSent, On::Close, Closed));
        QVERIFY(leads(Listen, On::ReceiveSyn, SynReceived));
        QVERIFY(leads(Listen, On::SendSyn, SynSent));
        QVERIFY(leads(SynSent, On::ReceiveSyn, SynReceived));
        QVERIFY(leads(SynSent, On::ReceiveSynAck, Established));
        QVERIFY(leads(SynReceived, On::ReceiveAckOfSyn, Established));
        QVERIFY(leads(SynReceived, On::SendFin, FinWait1));
        QVERIFY(leads(Established, On::SendFin, FinWait1));
        QVERIFY(leads(Established, On::ReceiveFin, CloseWait));
        QVERIFY(leads(FinWait1, On::ReceiveAckOfFin, FinWait2));
        QVERIFY(leads(FinWait1, On::ReceiveFin, Closing));
        QVERIFY(leads(FinWait2, On::ReceiveFin, TimeWait));
        QVERIFY(leads(Closing, On::ReceiveAckOfFin, TimeWait));
        QVERIFY(leads(CloseWait, On::SendFin, LastAck));
        QVERIFY(leads(LastAck, On::ReceiveAckOfFin, Closed));
        QVERIFY(leads(TimeWait, On::TwoMslPassed, Closed));
    }

    void hasTheThreeNotesOfFigure5()
    {
        QVERIFY(leads(SynReceived, On::ReceiveRstAfterPassiveOpen, Listen));
        QVERIFY(leads(FinWait1, On::ReceiveFinAndAckOfFin, TimeWait));
        for (const TcpState state :
            {SynSent, SynReceived, Established, FinWait1, FinWait2, CloseWait, Closing, LastAck, TimeWait}) {
            QVERIFY(leads(state, On::SendRst, Closed));
            QVERIFY(leads(state, On::ReceiveRst, Closed));
        }
    }

    void aListenerIgnoresARst() { QVERIFY(!findTransition(Listen, On::ReceiveRst)); }

    void aSynDoesNotMoveASynchronizedState()
    {
        for (const TcpState state : {Established, FinWait1, FinWait2, CloseWait, Closing, LastAck, TimeWait})
            QVERIFY(!findTransition(state, On::ReceiveSyn));
    }

    void noStateHasTwoArrowsForOneEvent()
    {
        std::set<std::pair<TcpState, TcpEvent>> seen;
        for (const TransitionRow& row : transitionTable())
            QVERIFY2(seen.insert({row.from, row.event}).second, std::string(row.clause).c_str());
    }

    void everyArrowNamesItsClause()
    {
        for (const TransitionRow& row : transitionTable()) {
            QVERIFY(row.clause.starts_with("RFC 9293 3."));
            QVERIFY(row.from != row.to);
        }
    }

    void aRuleFindsItsRow()
    {
        const auto rule = findTransition(LastAck, On::ReceiveAckOfFin);
        QVERIFY(rule);
        QCOMPARE(transitionRow(*rule).from, LastAck);
        QCOMPARE(clauseOf(*rule), std::string_view("RFC 9293 3.10.7.4 fifth"));
    }
};

QTEST_APPLESS_MAIN(TestTransitionTable)
#include "tst_transition_table.moc"
