// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/three_hosts.h"
#include "ui/models/connection_model.h"
#include "ui/session/capture_session.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tcpladder;

using Column = ConnectionModel::Column;

namespace {

QString cell(const ConnectionModel& model, int row, Column column)
{
    return model.index(row, static_cast<int>(column)).data().toString();
}

} // namespace

class TestConnectionModel : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_session = std::make_unique<CaptureSession>();
        m_model = std::make_unique<ConnectionModel>(*m_session);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
        m_session->open(TCPLADDER_SAMPLE);
        QTRY_COMPARE(m_session->state(), CaptureSession::State::Complete);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_session.reset();
    }

    void growthInsertsRowsAndNeverResets()
    {
        QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        m_session->open(TCPLADDER_SAMPLE);
        const auto resetsOfReplacing = resets.count();
        QTRY_COMPARE(m_session->state(), CaptureSession::State::Complete);
        QCOMPARE(resetsOfReplacing, 1);
        QCOMPARE(resets.count(), 1);
        QVERIFY(inserted.count() >= 1);
        QCOMPARE(m_model->rowCount(), 3);
    }

    void cellsSayWhatPeopleRead()
    {
        QCOMPARE(cell(*m_model, 0, Column::Number), "1");
        QCOMPARE(cell(*m_model, 0, Column::EndpointB), "192.168.1.10:6378");
        QCOMPARE(cell(*m_model, 0, Column::Segments), "19");
        QCOMPARE(cell(*m_model, 2, Column::State), "CLOSED");
    }

    void theToolTipTellsWhatIsKnownOfTheConnection()
    {
        const QString text = m_model->index(0, 0).data(Qt::ToolTipRole).toString();
        QVERIFY2(text.contains("Connection 1"), qPrintable(text));
        QVERIFY2(text.contains("which sent the SYN."), qPrintable(text));
        QVERIFY2(text.contains("192.168.1.10:6378 announces MSS"), qPrintable(text));
        QVERIFY2(text.contains("Initial round-trip time"), qPrintable(text));
        QVERIFY2(!text.contains('%'), qPrintable(text));
    }

    void sortingKeepsTrackOfTheSelectedRow()
    {
        const QPersistentModelIndex first = m_model->index(0, 0);
        m_model->sort(static_cast<int>(Column::Segments), Qt::AscendingOrder);
        QCOMPARE(cell(*m_model, 0, Column::Segments), "2");
        QCOMPARE(cell(*m_model, 2, Column::Segments), "19");
        QCOMPARE(first.row(), 2);
        QCOMPARE(m_model->indexOf(ConnectionId(0)).row(), 2);
    }

    void theFilterWantsEveryWord()
    {
        m_model->setFilter("6379");
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->connectionAt(m_model->index(0, 0)), ConnectionId(2));
        QVERIFY(!m_model->indexOf(ConnectionId(0)).isValid());
        m_model->setFilter("192.168.1.10 38452 time");
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->connectionAt(m_model->index(0, 0)), ConnectionId(1));
        m_model->setFilter("nothing has this");
        QCOMPARE(m_model->rowCount(), 0);
        m_model->setFilter("");
        QCOMPARE(m_model->rowCount(), 3);
    }

    void typingOnNarrowsWhatIsShown()
    {
        m_model->sort(static_cast<int>(Column::Segments), Qt::DescendingOrder);
        for (const char* text : {"1", "19", "192.168.1.10", "192.168.1.10 TI", "192.168.1.10 Time_wait"})
            m_model->setFilter(text);
        QCOMPARE(m_model->rowCount(), 2);
        QCOMPARE(m_model->connectionAt(m_model->index(0, 0)), ConnectionId(0)); // in the order that it had
        m_model->setFilter("192.168.1.10 63");
        QCOMPARE(m_model->rowCount(), 3);
    }

    /// While the parts are asked, the window can go on, and its user with typing.
    void manyConnectionsAreAskedInParts()
    {
        m_tester.reset(); // takes long over so many
        const ThreeHosts scan = ThreeHosts().scan(60'000);
        const auto& bytes = scan.bytes();
        m_session->openText(QByteArray(reinterpret_cast<const char*>(bytes.data()), std::ssize(bytes)), "scan");
        QTRY_COMPARE(m_session->state(), CaptureSession::State::Complete);
        QCOMPARE(m_model->rowCount(), 60'000);
        QSignalSpy filtered(m_model.get(), &ConnectionModel::filtered);
        m_model->setFilter("2:4321");
        QVERIFY(m_model->isFiltering());
        QCOMPARE(m_model->rowCount(), 60'000); // as they were
        QTRY_COMPARE(m_model->rowCount(), 11); // 4321 and 43210 to 43219
        m_model->setFilter("2:5");
        m_model->setFilter("2:54");
        QTRY_COMPARE(m_model->rowCount(), 1 + 10 + 100 + 1000);
        QVERIFY(filtered.count() >= 2); // three where 4 ms are enough for all
        m_session->close();
        QVERIFY(!m_model->isFiltering());
    }

    void closingEmptiesIt()
    {
        m_session->close();
        QCOMPARE(m_model->rowCount(), 0);
    }

private:
    std::unique_ptr<CaptureSession> m_session;
    std::unique_ptr<ConnectionModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestConnectionModel)
#include "tst_connection_model.moc"
