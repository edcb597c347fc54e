// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/capture_session.h"
#include "ui/session/navigator.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tcpladder;

using State = CaptureSession::State;

class TestCaptureSession : public QObject
{
    Q_OBJECT

private slots:
    void aFileIsLoadedInTheBackground()
    {
        CaptureSession session;
        QSignalSpy grew(&session, &CaptureSession::documentGrew);
        session.open(TCPLADDER_SAMPLE);
        QVERIFY(session.document() != nullptr);
        QCOMPARE(session.state(), State::Loading);
        QTRY_COMPARE(session.state(), State::Complete);
        QVERIFY(grew.count() >= 1);
        QCOMPARE(session.document()->connectionCount(), std::size_t(3));
        QCOMPARE(session.name(), "redis-telnet.pcap");
        QVERIFY(session.trouble().isEmpty());
    }

    void aFileThatCantBeOpenedLeavesWhatIsOpen()
    {
        CaptureSession session;
        session.open(TCPLADDER_SAMPLE);
        QTRY_COMPARE(session.state(), State::Complete);
        const CaptureDocument* before = session.document();
        QSignalSpy failed(&session, &CaptureSession::openingFailed);
        session.open("/nowhere/missing.pcap");
        QCOMPARE(failed.count(), 1);
        const QString reason = failed.first().first().toString();
        QVERIFY2(reason.startsWith("missing.pcap: ") && reason.contains("No such file"), qPrintable(reason));
        QVERIFY(!reason.contains('\n'));
        QCOMPARE(session.document(), before);
    }

    void aDamagedFileKeepsWhatWasRead()
    {
        QFile sample(TCPLADDER_SAMPLE);
        QVERIFY(sample.open(QIODevice::ReadOnly));
        const QByteArray whole = sample.readAll();
        QTemporaryDir folder;
        QFile cut(folder.filePath("cut.pcap"));
        QVERIFY(cut.open(QIODevice::WriteOnly));
        cut.write(whole.left(whole.size() / 2));
        cut.close();
        CaptureSession session;
        session.open(cut.fileName());
        QTRY_VERIFY(session.state() != State::Loading);
        QVERIFY(session.document()->segmentCount() > 0);
        QVERIFY2(session.trouble().startsWith("cut.pcap: "), qPrintable(session.trouble()));
    }

    void openingAnotherFileWhileOneLoadsIsSafe()
    {
        CaptureSession session;
        QSignalSpy replaced(&session, &CaptureSession::documentReplaced);
        for (int i = 0; i < 20; ++i)
            session.open(TCPLADDER_SAMPLE);
        QCOMPARE(replaced.count(), 20);
        QTRY_COMPARE(session.state(), State::Complete);
        QCOMPARE(session.document()->connectionCount(), std::size_t(3));
    }

    void closingLeavesNothing()
    {
        CaptureSession session;
        session.open(TCPLADDER_SAMPLE);
        session.close();
        QCOMPARE(session.state(), State::Idle);
        QCOMPARE(session.document(), nullptr);
    }

    void theNavigatorStaysInsideTheConnection()
    {
        CaptureSession session;
        Selection selection;
        Navigator navigator(session, selection);
        navigator.nextSegment();
        QVERIFY(!selection.segment().isValid());
        session.open(TCPLADDER_SAMPLE);
        QTRY_COMPARE(session.state(), State::Complete);
        navigator.nextConnection();
        QCOMPARE(selectedRow(selection, *session.document()), 0U);
        navigator.previousSegment();
        QCOMPARE(selectedRow(selection, *session.document()), 0U);
        navigator.lastSegment();
        const auto last = selectedRow(selection, *session.document());
        QCOMPARE(last, 18U);
        navigator.nextSegment();
        QCOMPARE(selectedRow(selection, *session.document()), last);
        navigator.nextConnection();
        QCOMPARE(selection.connection(), ConnectionId(1));
        QCOMPARE(selectedRow(selection, *session.document()), 0U);
    }
};

QTEST_GUILESS_MAIN(TestCaptureSession)
#include "tst_capture_session.moc"
