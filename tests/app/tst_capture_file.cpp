// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture_helper/capture_file.h"
#include "core/capture/capture_blocks.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace tcpladder;
using namespace tcpladder::capture_helper;

class TestCaptureFile : public QObject
{
    Q_OBJECT

private slots:
    void aNewFileIsOfItsOwnerAlone()
    {
        const QString path = m_folder.filePath("new.pcapng");
        auto file = CaptureFile::create(path.toStdString());
        QVERIFY(file.has_value());
        BlockBuffer blocks;
        appendSectionHeader(blocks, "test");
        const CaptureFile::Written written = file->write(blocks);
        QCOMPARE(written.blocks, std::uint64_t(1));
        QVERIFY(!written.failure);
        QCOMPARE(file->size(), std::uint64_t(QFileInfo(path).size()));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY((QFileInfo(path).permissions() & others) == 0);
    }

    void aFileThatExistsStaysAsItIs()
    {
        const QString path = m_folder.filePath("kept.pcapng");
        writeInto(path, "what was here");
        refuses(path);
        QCOMPARE(contentsOf(path), QByteArray("what was here"));
    }

    void aLinkLeadsNowhere()
    {
        const QString target = m_folder.filePath("target");
        const QString link = m_folder.filePath("link.pcapng");
        QVERIFY(QFile::link(target, link));
        refuses(link); // where it points is free
        QVERIFY(!QFileInfo::exists(target));
        writeInto(target, "private");
        refuses(link);
        QCOMPARE(contentsOf(target), QByteArray("private"));
    }

    void aFolderThatIsNotThereIsToldWithTheSystemsReason()
    {
        const auto file = CaptureFile::create(m_folder.filePath("nowhere/new.pcapng").toStdString());
        QVERIFY(!file);
        QVERIFY(file.error().kind == FailureKind::CannotWrite);
        QVERIFY(file.error().text.ends_with("No such file or directory"));
    }

    void rotatedNamesKeepTheEnding()
    {
        QCOMPARE(rotatedName("/a.b/eth0.pcapng", 2), std::string("/a.b/eth0-2.pcapng"));
        QCOMPARE(rotatedName("/a.b/eth0", 3), std::string("/a.b/eth0-3"));
    }

private:
    static void refuses(const QString& path)
    {
        const auto file = CaptureFile::create(path.toStdString());
        QVERIFY(!file);
        QVERIFY(file.error().kind == FailureKind::FileExists);
        QCOMPARE(file.error().text, path.toStdString() + " exists already, and is left as it is");
    }

    static void writeInto(const QString& path, const QByteArray& contents)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(contents), contents.size());
    }

    static QByteArray contentsOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

QTEST_APPLESS_MAIN(TestCaptureFile)
#include "tst_capture_file.moc"
