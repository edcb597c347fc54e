// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/capture_session.h"
#include "ui/session/empty_text.h"
#include "ui/session/navigator.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

#include <atomic>
#include <thread>

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

    /// Millions of segments take the window's thread too long.
    void aDocumentThatIsClosedDiesInAnotherThread()
    {
        std::atomic<std::thread::id> died;
        class Store : public PacketStore
        {
        public:
            explicit Store(std::atomic<std::thread::id>& diedIn)
                : m_diedIn(diedIn)
            {
            }
            ~Store() override { m_diedIn = std::this_thread::get_id(); }
            Result<std::vector<std::byte>> fetch(std::uint64_t, std::uint32_t) const override { return {}; }

        private:
            std::atomic<std::thread::id>& m_diedIn;
        };
        CaptureSession session;
        session.show(std::make_shared<CaptureDocument>(std::make_shared<Store>(died)), "shown");
        QCOMPARE(died.load(), std::thread::id());
        session.close();
        QTRY_VERIFY(died.load() != std::thread::id());
        QVERIFY(died.load() != std::this_thread::get_id());
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

    void aCaptureWithoutSegmentsSaysWhyNothingIsSeen()
    {
        QTemporaryDir folder;
        QFile sample(TCPLADDER_SAMPLE);
        QVERIFY(sample.open(QIODevice::ReadOnly));
        QFile empty(folder.filePath("empty.pcap"));
        QVERIFY(empty.open(QIODevice::WriteOnly));
        empty.write(sample.read(24)); // the file's header
        empty.close();
        CaptureSession session;
        QCOMPARE(emptyText(session), QString());
        session.open(TCPLADDER_SAMPLE);
        QTRY_COMPARE(session.state(), State::Complete);
        QCOMPARE(emptyText(session), QString());
        session.open(empty.fileName());
        QTRY_COMPARE(session.state(), State::Complete);
        QCOMPARE(emptyText(session), "There is no TCP segment in this capture.");
        QVERIFY(empty.open(QIODevice::WriteOnly));
        QVERIFY(sample.seek(0));
        empty.write(sample.read(60)); // and a part of the first packet
        empty.close();
        session.openAll({empty.fileName()}, true);
        QTRY_COMPARE(emptyText(session), "No TCP segment yet. What comes is shown here.");
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

    void aPastedTextIsACapture()
    {
        CaptureSession session;
        session.openText(
            "10:00:00.000000 IP 10.0.0.1.40000 > 10.0.0.2.80: Flags [S], seq 1, win 5, length 0\n", "Pasted");
        QTRY_COMPARE(session.state(), State::Complete);
        QCOMPARE(session.document()->segmentCount(), std::size_t(1));
        QCOMPARE(session.name(), "Pasted");
        QVERIFY(session.path().isEmpty());
        QSignalSpy failed(&session, &CaptureSession::openingFailed);
        session.openText("Just words.", "Pasted");
        QTRY_VERIFY(failed.count() == 1 || !session.trouble().isEmpty());
    }

    void aPipeThatNobodyWritesToKeepsNobodyWaiting()
    {
        QTemporaryDir folder;
        const QString pipe = folder.filePath("pipe");
        QCOMPARE(::mkfifo(qPrintable(pipe), 0600), 0);
        CaptureSession session;
        QSignalSpy begun(&session, &CaptureSession::openingBegun);
        session.open(pipe);
        QCOMPARE(begun.count(), 1);
        QVERIFY(session.document() == nullptr);
        session.open(TCPLADDER_SAMPLE); // in its place
        QTRY_COMPARE(session.state(), State::Complete);
        QCOMPARE(session.name(), "redis-telnet.pcap");
    }

    void aFollowedFileIsReadOnWhenItGrows()
    {
        QFile sample(TCPLADDER_SAMPLE);
        QVERIFY(sample.open(QIODevice::ReadOnly));
        const QByteArray whole = sample.readAll();
        QTemporaryDir folder;
        QFile growing(folder.filePath("growing.pcap"));
        QVERIFY(growing.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        CaptureSession session;
        session.openAll({growing.fileName()}, true); // empty: waits for it to begin
        growing.write(whole.left(whole.size() / 2));
        QTRY_VERIFY(session.document() && session.document()->segmentCount() > 0);
        QVERIFY(session.isFollowing());
        const std::size_t before = session.document()->segmentCount();
        growing.write(whole.mid(whole.size() / 2));
        QTRY_VERIFY(session.document()->segmentCount() > before);
        session.cancel();
        QTRY_VERIFY(!session.isFollowing());
    }

    void aFollowedFileThatIsWholeIsReadToItsEnd()
    {
        QFile sample(TCPLADDER_SAMPLE);
        QVERIFY(sample.open(QIODevice::ReadOnly));
        const QByteArray whole = sample.readAll();
        QTemporaryDir folder;
        QFile growing(folder.filePath("growing.pcap"));
        QVERIFY(growing.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        growing.write(whole.left(whole.size() / 2));
        CaptureSession session;
        session.openAll({growing.fileName()}, true);
        QTRY_VERIFY(session.isFollowing());
        growing.write(whole.mid(whole.size() / 2));
        session.finishFollowing();
        QTRY_COMPARE(session.state(), State::Complete);
        session.open(TCPLADDER_SAMPLE);
        QTRY_COMPARE(session.state(), State::Complete);
        const std::size_t expected = session.document()->segmentCount();
        session.openAll({growing.fileName()}, true);
        session.finishFollowing(); // even before it was opened
        QTRY_COMPARE(session.state(), State::Complete);
        QCOMPARE(session.document()->segmentCount(), expected);
    }
};

QTEST_GUILESS_MAIN(TestCaptureSession)
#include "tst_capture_session.moc"
