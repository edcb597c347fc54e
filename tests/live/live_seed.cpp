// SPDX-License-Identifier: GPL-3.0-or-later
// The window of the seed's experiment, run by run_live_seed.py at the host of redis, as an unprivileged user. Says
// CAPTURING when telnet may begin.
#include "tests/support/live_window.h"
#include "ui/live/live_status.h"
#include "ui/session/capture_session.h"
#include "ui/states/states_panel.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <optional>

using namespace tcpladder;

namespace {

constexpr int patience = 20'000; ///< ms; telnet takes about two seconds
constexpr double twoMsl = 60;

/// What is left of the one socket in TIME_WAIT, in whole seconds as ss cuts them.
std::optional<double> kernelsTimeWait()
{
    QProcess ss;
    ss.start("ss", {"-tanoH", "state", "time-wait"});
    ss.waitForFinished();
    static const QRegularExpression timer(R"(timer:\(timewait,(?:(\d+)min)?(?:([\d.]+)sec)?)");
    const auto match = timer.match(QString::fromUtf8(ss.readAllStandardOutput()));
    if (!match.hasMatch())
        return {};
    return match.captured(1).toDouble() * 60 + match.captured(2).toDouble();
}

} // namespace

class LiveSeed : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(::geteuid() != 0, "this is about a user without privileges");
        m_window.emplace(QDir::home().filePath("settings.ini"));
        (*m_window)->startCapture({.device = "ladder0", .filter = "port 6378"});
        QTRY_VERIFY((*m_window)->session().isFollowing());
        std::puts("CAPTURING");
        std::fflush(stdout);
        QTRY_VERIFY_WITH_TIMEOUT(clock().has_value(), patience);
    }

    void theLadderShowsTheWholeConversation()
    {
        m_window->actions().copyLadder->trigger();
        const QString ladder = QGuiApplication::clipboard()->text();
        for (const char* part : {"SYN", "SYN,ACK", "FIN,ACK", "SYN_SENT", "SYN_RECEIVED", "ESTABLISHED", "FIN_WAIT_1",
                 "CLOSE_WAIT", "LAST_ACK", "TIME_WAIT", "10.99.0.1:6378"})
            QVERIFY2(ladder.contains(part), part);
        const CaptureDocument& document = *(*m_window)->session().document();
        QCOMPARE(document.connectionCount(), std::size_t(1));
        QByteArray said;
        for (std::size_t i = 0; i < document.segmentCount(); ++i)
            said += payloadOf(document, SegmentId(i));
        QCOMPARE(said, QByteArray("PING\r\n+PONG\r\nQUIT\r\n+OK\r\n"));
    }

    void theServerWaitsAsTheKernelSays()
    {
        for (int look = 0; look < 4; ++look) {
            const auto kernel = kernelsTimeWait();
            const auto ours = clock();
            QVERIFY(kernel.has_value());
            QVERIFY(ours.has_value());
            // ss cuts off what is left of a second: half of one, for all we know.
            QVERIFY2(std::abs(*kernel + 0.5 - *ours) <= 1, qPrintable(QString("%1 %2").arg(*kernel).arg(*ours)));
            std::printf("kernel %.0f s, ladder %.2f s\n", *kernel, *ours);
            QTest::qWait(1100);
        }
        const auto& clocks = (*m_window)->findChild<StatesPanel*>()->contents().clocks;
        QCOMPARE(clocks.size(), std::size_t(1));
        const CaptureDocument& document = *(*m_window)->session().document();
        QCOMPARE(document.connection(ConnectionId(std::size_t{0})).connection.endpoint(clocks.front().side).port, 6378);
    }

    void theClockRunsWithoutPackets()
    {
        const double before = clock().value_or(0);
        QTest::qWait(2000);
        const double passed = before - clock().value_or(0);
        QVERIFY2(passed > 1.5 && passed < 2.5, qPrintable(QString::number(passed)));
    }

    void nothingIsDropped() { QTRY_VERIFY((*m_window)->findChild<LiveStatus*>()->text().contains("0 dropped")); }

    void whenItStopsItIsAFileLikeAnyOther()
    {
        const std::size_t segments = (*m_window)->session().document()->segmentCount();
        m_window->actions().stopCapture->trigger();
        QTRY_COMPARE((*m_window)->session().state(), CaptureSession::State::Complete);
        (*m_window)->openFile((*m_window)->session().path());
        QTRY_COMPARE((*m_window)->session().state(), CaptureSession::State::Complete);
        QCOMPARE((*m_window)->session().document()->segmentCount(), segments);
    }

    void cleanupTestCase() { m_window.reset(); }

private:
    /// Seconds that the ring shows; nothing while nobody waits.
    std::optional<double> clock() const
    {
        const auto& clocks = (*m_window)->findChild<StatesPanel*>()->contents().clocks;
        if (clocks.empty())
            return {};
        return clocks.front().partLeft * twoMsl;
    }

    static QByteArray payloadOf(const CaptureDocument& document, SegmentId id)
    {
        const auto details = document.details(document.segment(id));
        if (!details)
            return {};
        const auto field = std::ranges::find(details->fields, HeaderField::Payload, &PacketField::field);
        if (field == details->fields.end())
            return {};
        const auto* first = reinterpret_cast<const char*>(details->bytes.data());
        return {first + field->offset, static_cast<qsizetype>(field->length)};
    }

    std::optional<LiveWindow> m_window;
};

QTEST_MAIN(LiveSeed)
#include "live_seed.moc"
