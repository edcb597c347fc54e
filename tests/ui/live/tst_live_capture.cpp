// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/live_window.h"
#include "tests/ui/live/fake_helper.h"
#include "ui/live/live_capture.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tcpladder;

using State = LiveCapture::State;

class TestLiveCapture : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        m_helper = makeFakeHelper(m_folder.path());
        QVERIFY(!m_helper.isEmpty());
    }

    void cleanup() { QDir(captureFolder()).removeRecursively(); }

    void packetsGoIntoAFileOfThisUserAlone()
    {
        LiveCapture live(m_helper);
        QSignalSpy begun(&live, &LiveCapture::fileBegun);
        live.start(captureFrom("calm"));
        QTRY_COMPARE(live.state(), State::Running);
        QCOMPARE(begun.count(), 1);
        QVERIFY(QFileInfo(live.file()).size() > 0);
        const auto others = QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
        QVERIFY((QFileInfo(captureFolder()).permissions() & others) == 0);
        QTRY_COMPARE(live.counts(), (HelperCounts{24, 25, 1, 1000}));
    }

    void stoppingLetsTheHelperEnd()
    {
        LiveCapture live(m_helper);
        QSignalSpy ended(&live, &LiveCapture::ended);
        QSignalSpy failed(&live, &LiveCapture::failed);
        live.start(captureFrom("calm"));
        QTRY_COMPARE(live.state(), State::Running);
        live.stop();
        QTRY_COMPARE(live.state(), State::Idle);
        QCOMPARE(ended.count(), 1);
        QCOMPARE(failed.count(), 0);
        QVERIFY(abandonedCaptures(captureFolder()).isEmpty());
    }

    void aDeviceThatGoesLeavesWhatWasCaptured()
    {
        LiveCapture live(m_helper);
        QSignalSpy failed(&live, &LiveCapture::failed);
        QSignalSpy ended(&live, &LiveCapture::ended);
        live.start(captureFrom("gone"));
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(failed.count(), 1);
        QVERIFY(failed.first().first().value<LiveTrouble>().text.contains("gone"));
        QVERIFY(QFileInfo(live.file()).size() > 0);
    }

    void aHelperThatIsKilledIsToldOnce()
    {
        LiveCapture live(m_helper);
        QSignalSpy failed(&live, &LiveCapture::failed);
        live.start(captureFrom("fatal"));
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.first().first().value<LiveTrouble>(), troubleOfCrash());
        QTRY_COMPARE(live.state(), State::Idle);
    }

    void withoutTheRightNothingBegins()
    {
        LiveCapture live(m_helper);
        QSignalSpy begun(&live, &LiveCapture::fileBegun);
        QSignalSpy failed(&live, &LiveCapture::failed);
        live.start(captureFrom("locked"));
        QTRY_COMPARE(live.state(), State::Idle);
        QCOMPARE(begun.count(), 0);
        QCOMPARE(failed.count(), 1);
        QVERIFY(failed.first().first().value<LiveTrouble>().command.startsWith("sudo setcap"));
    }

    void withoutTheHelperThatIsSaid()
    {
        for (const QString& helper : {QString(), QStringLiteral("/nowhere/tcpladder-capture")}) {
            LiveCapture live(helper);
            QSignalSpy failed(&live, &LiveCapture::failed);
            live.start(captureFrom("calm"));
            QTRY_COMPARE(failed.count(), 1);
            QCOMPARE(failed.first().first().value<LiveTrouble>().command, "./dev install");
            QTRY_COMPARE(live.state(), State::Idle);
        }
    }

    void restartingBeginsANewFile()
    {
        LiveCapture live(m_helper);
        live.start(captureFrom("calm"));
        QTRY_COMPARE(live.state(), State::Running);
        const QString first = live.file();
        live.start(captureFrom("calm"));
        QTRY_VERIFY(live.state() == State::Running && live.file() != first);
        QVERIFY(QFileInfo::exists(first));
    }

    void aCaptureWhoseWindowIsGoneIsFound()
    {
        QVERIFY(makeCaptureFolder());
        const QString path = captureFolder() + "/eth0.pcapng";
        QVERIFY(QFile::copy(TCPLADDER_SAMPLE, path));
        const auto mark = std::make_unique<RunningMark>(path);
        QVERIFY(abandonedCaptures(captureFolder()).isEmpty()); // its window lives
        // A window that has died leaves the mark's file, and no lock on it.
        QVERIFY(QFile::copy(path + ".running", captureFolder() + "/lost.pcapng.running"));
        QVERIFY(QFile::copy(path, captureFolder() + "/lost.pcapng"));
        QCOMPARE(abandonedCaptures(captureFolder()), QStringList{captureFolder() + "/lost.pcapng"});
        forgetAbandoned(captureFolder() + "/lost.pcapng");
        QVERIFY(abandonedCaptures(captureFolder()).isEmpty());
        QVERIFY(QFileInfo::exists(captureFolder() + "/lost.pcapng"));
    }

private:
    QTemporaryDir m_folder;
    QString m_helper;
};

QTEST_GUILESS_MAIN(TestLiveCapture)
#include "tst_live_capture.moc"
