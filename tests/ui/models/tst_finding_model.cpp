// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/three_hosts.h"
#include "ui/models/finding_model.h"
#include "ui/session/capture_session.h"
#include "ui/session/selection.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>
#include <QTest>

using namespace tcpladder;

class TestFindingModel : public QObject
{
    Q_OBJECT

private slots:
    void whatConcernsTheWholeCaptureIsAlwaysListed()
    {
        QTemporaryDir folder;
        CaptureSession session;
        Selection selection;
        FindingModel model(session, selection);
        const QAbstractItemModelTester tester(&model);
        session.open(writeCutSample(folder));
        QTRY_VERIFY(session.state() != CaptureSession::State::Loading);
        QVERIFY(hasFindingOfCapture(model));
        selection.selectConnection(ConnectionId(0));
        QVERIFY(hasFindingOfCapture(model));
    }

    void eachConnectionHasItsOwn()
    {
        CaptureSession session;
        Selection selection;
        FindingModel model(session, selection);
        const QAbstractItemModelTester tester(&model);
        session.open(TCPLADDER_SAMPLE);
        QTRY_VERIFY(session.state() != CaptureSession::State::Loading);
        for (std::size_t i = 0; i < session.document()->connectionCount(); ++i) {
            selection.selectConnection(ConnectionId(i));
            QCOMPARE(
                model.rowCount(), static_cast<int>(session.document()->connection(ConnectionId(i)).findings.size()));
        }
        model.setScope(FindingModel::Scope::All);
        QCOMPARE(model.rowCount(), static_cast<int>(countStanding(*session.document())));
        selection.selectConnection(ConnectionId(0));
        model.setScope(FindingModel::Scope::SelectedConnection);
        QCOMPARE(model.rowCount(), static_cast<int>(session.document()->connection(ConnectionId(0)).findings.size()));
        session.close();
        QCOMPARE(model.rowCount(), 0);
    }

    /// Rows are read a page at once: none may show what another one says, or what was said in another scope.
    void everyRowSaysWhatItsFindingSays()
    {
        CaptureSession session;
        Selection selection;
        FindingModel model(session, selection);
        const auto bytes = ThreeHosts().sayTwoTransfers().bytes();
        session.openText(QByteArray(reinterpret_cast<const char*>(bytes.data()), std::ssize(bytes)), "capture");
        QTRY_VERIFY(session.state() != CaptureSession::State::Loading);
        selection.selectConnection(ConnectionId(0));
        for (const auto scope : {FindingModel::Scope::SelectedConnection, FindingModel::Scope::All}) {
            model.setScope(scope);
            QVERIFY(model.rowCount() > (scope == FindingModel::Scope::All ? 30 : 15)); // more than a page
            QStringList forwards;
            for (int row = 0; row < model.rowCount(); ++row)
                forwards << model.index(row).data(Qt::AccessibleTextRole).toString();
            for (int row = model.rowCount() - 1; row >= 0; --row)
                QCOMPARE(model.index(row).data(Qt::AccessibleTextRole).toString(), forwards[row]);
            QCOMPARE(forwards.front().contains("connection 1"), scope == FindingModel::Scope::All);
            QVERIFY(forwards.removeDuplicates() == 0);
        }
    }

    void theFirstFindingOfASegmentIsFound()
    {
        CaptureSession session;
        Selection selection;
        FindingModel model(session, selection);
        auto bytes = ThreeHosts().sayTwoTransfers().bytes(); // nearly all are sent again
        bytes.resize(bytes.size() - 5);                      // so that the first row is about no segment
        session.openText(QByteArray(reinterpret_cast<const char*>(bytes.data()), std::ssize(bytes)), "capture");
        QTRY_VERIFY(session.state() != CaptureSession::State::Loading);
        selection.selectConnection(ConnectionId(0));
        int found = 0;
        for (const auto scope : {FindingModel::Scope::SelectedConnection, FindingModel::Scope::All}) {
            model.setScope(scope);
            for (std::size_t i = 0; i < session.document()->segmentCount(); ++i) {
                int expected = 0;
                while (expected < model.rowCount() && model.segmentAt(model.index(expected)) != SegmentId(i))
                    ++expected;
                const bool isThere = expected < model.rowCount();
                QCOMPARE(model.indexOf(SegmentId(i)).row(), isThere ? expected : -1);
                found += isThere;
            }
        }
        QVERIFY2(found > 40, qPrintable(QString::number(found)));
    }

private:
    static QString writeCutSample(const QTemporaryDir& folder)
    {
        QFile sample(TCPLADDER_SAMPLE);
        QFile cut(folder.filePath("cut.pcap"));
        if (sample.open(QIODevice::ReadOnly) && cut.open(QIODevice::WriteOnly))
            cut.write(sample.readAll().chopped(5));
        return cut.fileName();
    }

    static bool hasFindingOfCapture(const FindingModel& model)
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row).data().toString() == "Capture is cut short")
                return true;
        }
        return false;
    }

    static std::size_t countStanding(const CaptureDocument& document)
    {
        std::size_t count = 0;
        for (std::size_t i = 0; i < document.findingCount(); ++i)
            count += document.isWithdrawn(FindingId(i)) ? 0 : 1;
        return count;
    }
};

QTEST_GUILESS_MAIN(TestFindingModel)
#include "tst_finding_model.moc"
