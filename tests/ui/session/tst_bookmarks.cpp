// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/bookmarks.h"
#include "ui/session/capture_session.h"
#include "ui/support/settings.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tcpladder;

class TestBookmarks : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_path = m_folder.filePath("capture.pcap");
        QFile::remove(m_path);
        QVERIFY(QFile::copy(TCPLADDER_SAMPLE, m_path));
        QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner));
        m_settings = std::make_unique<Settings>(m_folder.filePath("settings.ini"));
        m_session = std::make_unique<CaptureSession>();
        m_bookmarks = std::make_unique<Bookmarks>(*m_session, *m_settings);
    }

    void cleanup()
    {
        m_bookmarks.reset();
        m_session.reset();
        m_settings.reset();
        QFile::remove(m_folder.filePath("settings.ini"));
    }

    void theyComeBackWithTheirFile()
    {
        open();
        m_bookmarks->toggle({3});
        m_bookmarks->toggle({12});
        m_session->close();
        QVERIFY(m_bookmarks->packets().empty());
        open();
        QCOMPARE(m_bookmarks->packets(), (std::set<PacketNumber>{{3}, {12}}));
        m_bookmarks->toggle({3});
        open();
        QCOMPARE(m_bookmarks->packets(), (std::set<PacketNumber>{{12}}));
    }

    void anotherFileOfTheSameNameHasNone()
    {
        open();
        m_bookmarks->toggle({3});
        m_session->close();
        QFile file(m_path);
        QVERIFY(file.open(QFile::Append));
        file.write("x");
        file.close();
        open();
        QVERIFY(m_bookmarks->packets().empty());
    }

    void stepsGoRound()
    {
        open();
        m_bookmarks->toggle({3});
        m_bookmarks->toggle({12});
        QCOMPARE(m_bookmarks->next({3}), std::optional(PacketNumber{12}));
        QCOMPARE(m_bookmarks->next({12}), std::optional(PacketNumber{3}));
        QCOMPARE(m_bookmarks->previous({12}), std::optional(PacketNumber{3}));
        QCOMPARE(m_bookmarks->previous({2}), std::optional(PacketNumber{12}));
        m_bookmarks->removeAll();
        QVERIFY(!m_bookmarks->next({1}));
    }

    void viewsHearOfThem()
    {
        open();
        QSignalSpy changes(m_bookmarks.get(), &Bookmarks::changed);
        m_bookmarks->toggle({3});
        QCOMPARE(changes.count(), 1);
        QVERIFY(m_bookmarks->has({3}));
        // What looks again at the same document finds the same.
        emit m_session->documentReplaced();
        QVERIFY(m_bookmarks->has({3}));
    }

private:
    void open()
    {
        m_session->open(m_path);
        QTRY_COMPARE(m_session->state(), CaptureSession::State::Complete);
    }

    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<CaptureSession> m_session;
    std::unique_ptr<Bookmarks> m_bookmarks;
};

QTEST_GUILESS_MAIN(TestBookmarks)
#include "tst_bookmarks.moc"
