// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/host/kernel_label.h"
#include "ui/host/kernel_watch.h"
#include "ui/session/capture_session.h"
#include "ui/session/navigator.h"
#include "ui/session/selection.h"
#include "ui/states/states_panel.h"
#include "ui/support/theme.h"

#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

using namespace tcpladder;

class TestKernelWatch : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_session = std::make_unique<CaptureSession>();
        m_selection = std::make_unique<Selection>();
        m_panel = std::make_unique<StatesPanel>(*m_session, *m_selection, m_theme);
        m_session->open(TCPLADDER_SAMPLE);
        QTRY_COMPARE(m_session->state(), CaptureSession::State::Complete);
        Navigator(*m_session, *m_selection).nextConnection();
        Navigator(*m_session, *m_selection).lastSegment();
        // The sample's first connection ends with its server, side B, in TIME_WAIT.
        m_local = m_session->document()->connection(m_selection->connection()).connection.endpoint(Side::B);
    }

    void onlyAnEndpointOfThisHostIsKnown()
    {
        KernelWatch watch(*m_session, *m_selection, kernelSaying(TcpState::TimeWait));
        watch.setLive(true);
        QVERIFY(!watch.answers()[indexOf(Side::A)].has_value());
        QCOMPARE(watch.answers()[indexOf(Side::B)]->state, TcpState::TimeWait);
    }

    void aSocketThatGoesIsClosed()
    {
        bool isThere = true;
        KernelWatch watch(*m_session, *m_selection, [&](const Endpoint& local, const Endpoint& remote) {
            return isThere ? kernelSaying(TcpState::TimeWait)(local, remote) : std::optional<KernelSocket>();
        });
        watch.setLive(true);
        isThere = false;
        QTRY_COMPARE(watch.answers()[indexOf(Side::B)]->state, TcpState::Closed);
        QVERIFY(!watch.answers()[indexOf(Side::A)].has_value());
    }

    void nothingIsAskedOfWhatIsNotNow()
    {
        int asked = 0;
        KernelWatch watch(*m_session, *m_selection, [&](const Endpoint&, const Endpoint&) {
            ++asked;
            return std::optional<KernelSocket>();
        });
        QTest::qWait(500);
        QCOMPARE(asked, 0);
        watch.setLive(true);
        QVERIFY(asked > 0);
        watch.setLive(false);
        asked = 0;
        QTest::qWait(500);
        QCOMPARE(asked, 0);
    }

    void agreementHasAMark()
    {
        QCOMPARE(m_panel->contents().walk.current[indexOf(Side::B)], TcpState::TimeWait);
        KernelWatch watch(*m_session, *m_selection, kernelSaying(TcpState::TimeWait));
        KernelLabel label(watch, *m_panel, m_theme);
        QVERIFY(label.isHidden());
        watch.setLive(true);
        label.resize(400, label.height());
        QVERIFY(!label.isHidden());
        QVERIFY2(label.text().contains("✓") && label.text().contains("41.0 s"), qPrintable(label.text()));
    }

    void soHasDifference()
    {
        KernelWatch watch(*m_session, *m_selection, kernelSaying(TcpState::CloseWait));
        KernelLabel label(watch, *m_panel, m_theme);
        watch.setLive(true);
        label.resize(400, label.height());
        QVERIFY2(label.text().contains("≠") && label.text().contains("CLOSE_WAIT"), qPrintable(label.text()));
    }

    void theLineMakesNoWindowTaller()
    {
        KernelWatch watch(*m_session, *m_selection, kernelSaying(TcpState::CloseWait));
        auto& label = *new KernelLabel(watch, *m_panel, m_theme);
        m_panel->setFooter(label);
        m_panel->resize(350, m_panel->minimumSizeHint().height());
        m_panel->show();
        const int least = m_panel->minimumSizeHint().height();
        watch.setLive(true);
        QTRY_VERIFY(label.isVisible());
        QCoreApplication::processEvents();
        QCOMPARE(m_panel->minimumSizeHint().height(), least);
        const auto& reasons = *m_panel->findChild<QScrollArea*>("reasons");
        QVERIFY(reasons.viewport()->geometry().bottom() < label.y()); // covers no sentence
        QCOMPARE(label.geometry().bottom(), reasons.rect().bottom());
    }

    void aNarrowLineIsCutAndToldWholeInItsTip()
    {
        KernelWatch watch(*m_session, *m_selection, kernelSaying(TcpState::TimeWait));
        KernelLabel label(watch, *m_panel, m_theme);
        watch.setLive(true);
        label.resize(120, label.sizeHint().height());
        QVERIFY2(label.text().contains("…"), qPrintable(label.text()));
        QVERIFY2(label.toolTip().contains("41.0 s"), qPrintable(label.toolTip()));
        QVERIFY2(label.accessibleName().contains("41.0 s"), qPrintable(label.accessibleName()));
    }

private:
    KernelWatch::Ask kernelSaying(TcpState state) const
    {
        return [this, state](const Endpoint& local, const Endpoint& remote) {
            if (local != m_local)
                return std::optional<KernelSocket>();
            return std::optional(KernelSocket{local, remote, state, std::chrono::seconds(41)});
        };
    }

    Theme m_theme;
    std::unique_ptr<CaptureSession> m_session;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<StatesPanel> m_panel;
    Endpoint m_local;
};

QTEST_MAIN(TestKernelWatch)
#include "tst_kernel_watch.moc"
