// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/capture_session.h"
#include "ui/session/first_selection.h"
#include "ui/session/navigator.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <utility>

using namespace tcpladder;

class TestFirstSelection : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_selection.emplace();
        m_session.emplace();
        m_first.emplace(*m_session, *m_selection);
    }

    void cleanup()
    {
        m_first.reset();
        m_session.reset();
        m_selection.reset();
    }

    void aWindowHearsItsUserBetweenTheLadderAndTheSegment()
    {
        bool isHeard = false;
        connect(&*m_selection, &Selection::connectionChanged, this, [&] {
            QVERIFY(!m_selection->segment().isValid());
            QTimer::singleShot(1, this, [&] { isHeard = !m_selection->segment().isValid(); });
            QTest::qSleep(5); // as if the ladder had to be shown
        });
        loadOn();
        QTRY_COMPARE(m_selection->segment(), SegmentId(std::size_t{0}));
        QCOMPARE(m_selection->connection(), ConnectionId(0));
        QVERIFY(isHeard);
    }

    void whatTheUserChoosesMeanwhileStays()
    {
        const auto choose = [this] { selectSegmentAt(*m_selection, *m_session->document(), ConnectionId(1), 2); };
        connect(&*m_selection, &Selection::connectionChanged, this, [this, choose, isFirst = true]() mutable {
            if (std::exchange(isFirst, false))
                QMetaObject::invokeMethod(this, choose, Qt::QueuedConnection);
        });
        QSignalSpy chosen(&*m_selection, &Selection::segmentChanged);
        loadOn();
        QTRY_COMPARE(m_selection->connection(), ConnectionId(1));
        const SegmentId segment = m_selection->segment();
        QTest::qWait(100); // as long as two looks at what grows
        QCOMPARE(m_selection->segment(), segment);
        QCOMPARE(chosen.count(), 1);
    }

    void whatIsWholeIsSelectedAtOnce()
    {
        bool isSelected = false; // as soon as those who listen behind it hear of the end
        const QObject untilHere;
        connect(&*m_session, &CaptureSession::stateChanged, &untilHere, [this, &isSelected] {
            if (m_session->state() != CaptureSession::State::Loading)
                isSelected = m_selection->segment().isValid();
        });
        loadOn();
        QTRY_VERIFY(m_selection->segment().isValid());
        m_selection->clear();
        m_session->cancel();
        QTRY_COMPARE(m_session->state(), CaptureSession::State::Cancelled);
        QVERIFY(isSelected);
    }

private:
    /// Its end is never reached.
    void loadOn() { m_session->openAll({QStringLiteral(TCPLADDER_SAMPLE)}, true); }

    std::optional<Selection> m_selection;
    std::optional<CaptureSession> m_session;
    std::optional<FirstSelection> m_first;
};

QTEST_MAIN(TestFirstSelection)
#include "tst_first_selection.moc"
