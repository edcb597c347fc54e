// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/helper_line.h"
#include "ui/live/helper_program.h"
#include "ui/live/live_trouble.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tcpladder;

class TestHelperLines : public QObject
{
    Q_OBJECT

private slots:
    void countsAreFourNumbers()
    {
        const auto line = parseHelperLine("counts 7 9 2 1024\n");
        QVERIFY(line.has_value());
        QCOMPARE(std::get<HelperCounts>(*line), (HelperCounts{7, 9, 2, 1024}));
        QVERIFY(!parseHelperLine("counts 7 9 2\n").has_value());
        QVERIFY(!parseHelperLine("counts 7 9 2 many\n").has_value());
    }

    void anErrorKeepsItsText()
    {
        const auto error = std::get<HelperError>(*parseHelperLine("error bad-filter syntax error at port\n"));
        QCOMPARE(error.word, "bad-filter");
        QCOMPARE(error.text, "syntax error at port");
        QCOMPARE(std::get<HelperError>(*parseHelperLine("error disk-full")).word, "disk-full");
    }

    void aFileMayHaveSpacesInItsName()
    {
        QCOMPARE(std::get<HelperFile>(*parseHelperLine("file /a b/c.pcapng\n")).path, "/a b/c.pcapng");
    }

    void aWordMayStandAlone()
    {
        const auto line = parseHelperLine("end\n");
        QVERIFY(line.has_value());
        QVERIFY(std::holds_alternative<HelperEnd>(*line));
    }

    void whatANewerHelperSaysIsPassedOver()
    {
        QVERIFY(!parseHelperLine("weather sunny\n").has_value());
        QVERIFY(!parseHelperLine("").has_value());
    }

    void eachTroubleHasOneSentenceAndWhatMendsIt_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("command");
        QTest::newRow("privilege") << "no-privilege"
                                   << "sudo setcap cap_net_raw,cap_net_admin+ep '/opt/my programs/tcpladder-capture'";
        QTest::newRow("device") << "no-such-device" << "ip -brief link";
        QTest::newRow("down") << "device-down" << "sudo ip link set eth0 up";
        QTest::newRow("gone") << "device-gone" << "ip -brief link";
        QTest::newRow("filter") << "bad-filter" << "man pcap-filter";
        QTest::newRow("disk") << "disk-full" << "df -h /data/captures";
        QTest::newRow("write") << "cannot-write" << "ls -ld /data/captures";
        QTest::newRow("failed") << "device-failed" << "";
        QTest::newRow("confine") << "cannot-confine" << "";
    }

    void eachTroubleHasOneSentenceAndWhatMendsIt()
    {
        QFETCH(QString, word);
        QFETCH(QString, command);
        const TroubleContext context{"/opt/my programs/tcpladder-capture", "eth0", "/data/captures/eth0.pcapng"};
        const LiveTrouble trouble = troubleFor({word, "words of the system"}, context);
        QCOMPARE(trouble.command, command);
        QVERIFY(!trouble.text.isEmpty());
        QVERIFY(!trouble.text.contains('\n'));
    }

    void aHelperThatIsNotThereIsInstalled()
    {
        QCOMPARE(troubleStarting(QString()).command, "./dev install");
        QCOMPARE(troubleStarting("/nowhere/tcpladder-capture").command, "./dev install");
    }

    void whoIsNotInTheGroupJoinsIt()
    {
        QTemporaryDir folder;
        QFile helper(folder.filePath("tcpladder-capture"));
        QVERIFY(helper.open(QIODevice::WriteOnly));
        helper.close();
        QVERIFY(helper.setPermissions(QFile::ReadOwner));
        const LiveTrouble trouble = troubleStarting(helper.fileName());
        QVERIFY2(trouble.command.startsWith("sudo usermod --append --groups "), qPrintable(trouble.command));
    }

    void theOptionsBecomeTheHelpersArguments()
    {
        CaptureOptions options;
        options.device = "eth0";
        options.filter = "port 80";
        options.snapshotLength = 96;
        options.isPromiscuous = false;
        options.rotateSeconds = 60;
        QCOMPARE(captureArguments(options, "/f.pcapng"),
            (QStringList{"--device", "eth0", "--output", "/f.pcapng", "--filter", "port 80", "--snap-length", "96",
                "--not-promiscuous", "--rotate-seconds", "60"}));
    }
};

QTEST_GUILESS_MAIN(TestHelperLines)
#include "tst_helper_lines.moc"
