// SPDX-License-Identifier: GPL-3.0-or-later
// However fast segments come, the window paints each of its parts 25 times a second at most.
#include "tests/support/live_window.h"
#include "tests/support/paint_counter.h"
#include "tests/ui/live/fake_helper.h"
#include "tests/ui/live/growing_file.h"
#include "ui/live/capture_folder.h"
#include "ui/shell/dock_panel.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace tcpladder;

class TestRepaintRate : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(useFakeHelper(m_folder.path())); }

    void cleanup() { QDir(captureFolder()).removeRecursively(); }

    void nothingIsPaintedOftenerThan25TimesASecond_data()
    {
        QTest::addColumn<QString>("inFront"); // of the panels that share a place
        QTest::addColumn<bool>("overview");
        QTest::newRow("ladder, diagram, flags and bytes") << "flags" << false;
        QTest::newRow("segments") << "segments" << false;
        QTest::newRow("charts") << "charts" << false;
        QTest::newRow("overview") << "flags" << true;
    }

    void nothingIsPaintedOftenerThan25TimesASecond()
    {
        QFETCH(QString, inFront);
        QFETCH(bool, overview);
        LiveWindow window(m_folder.filePath("settings.ini"));
        window->resize(1600, 1000);
        window->startCapture(captureFrom("calm"));
        const CaptureSession& session = window->session();
        QTRY_VERIFY(session.document() && session.document()->segmentCount() > 20);
        auto& panel = *window->findChild<DockPanel*>(inFront);
        panel.show();
        panel.raise();
        if (overview)
            window.actions().showOverview->trigger();
        GrowingFile traffic(window->live().file());
        QTRY_VERIFY(session.document()->segmentCount() > 1000);
        const std::size_t before = session.document()->segmentCount();
        window->selection().selectConnection(watchedIn(*session.document()));
        window.actions().lastSegment->trigger();
        const PaintCounter counter(*window);
        QElapsedTimer clock;
        clock.start();
        QTest::qWait(3000);
        const double seconds = double(clock.elapsed()) / 1000;
        const std::size_t arrived = session.document()->segmentCount() - before;
        QVERIFY2(arrived > 3000, qPrintable(QString::number(arrived)));
        // One pulse more than the time has may have been waiting when it began, and one may come at its end.
        // A state that changes has another sentence, and lays its panel out in up to three passes.
        constexpr int forLayouts = 2 * 6;
        const QStringList busy = counter.oftenerThan(25 * seconds + forLayouts);
        QVERIFY2(busy.isEmpty(), qPrintable(busy.join("; ")));
    }

private:
    /// Whose states change.
    static ConnectionId watchedIn(const CaptureDocument& document)
    {
        const CaptureDocument::Reading reading(document);
        for (std::size_t i = 0; i < document.connectionCount(); ++i) {
            if (document.connection(ConnectionId(i)).connection.endpoint(Side::A).port == GrowingFile::watchedPort)
                return ConnectionId(i);
        }
        return {};
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(TestRepaintRate)
#include "tst_repaint_rate.moc"
