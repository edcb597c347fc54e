// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/capture_builder.h"
#include "tests/support/packet_builder.h"
#include "ui/ladder/ladder_view.h"
#include "ui/playback/playback.h"
#include "ui/playback/playback_bar.h"
#include "ui/session/navigator.h"
#include "ui/shell/main_window.h"
#include "ui/support/settings.h"
#include "ui/support/theme.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>

using namespace tcpladder;
using namespace std::chrono_literals;

/// The bundled sample's first connection, played in a whole window.
class TestPlayback : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_settings = std::make_unique<Settings>(m_folder.filePath("settings.ini"));
        m_window = std::make_unique<MainWindow>(m_theme, *m_settings);
        m_window->show();
        m_window->openFile(TCPLADDER_SAMPLE);
        QTRY_COMPARE(m_window->session().state(), CaptureSession::State::Complete);
        m_playback = m_window->findChild<Playback*>();
        m_window->findChild<LadderView*>()->setFocus();
        QVERIFY(m_playback->timeline());
    }

    void cleanup()
    {
        m_window.reset();
        m_settings.reset();
        QFile::remove(m_folder.filePath("settings.ini"));
    }

    void playingMovesTheSelectionForEveryView()
    {
        m_playback->setSpeed({.factor = 10});
        m_playback->play();
        QTRY_VERIFY(row() > 2);
        m_playback->pause();
        const std::size_t stopped = row();
        QTest::qWait(120);
        QCOMPARE(row(), stopped);
    }

    void seekingShowsTheSegmentAndTheMomentBehindIt()
    {
        const PlaybackTimeline& timeline = *m_playback->timeline();
        const Duration middle = (timeline.startOf(1) + timeline.startOf(2)) / 2;
        m_playback->seek(middle);
        QCOMPARE(row(), std::size_t(1));
        QCOMPARE(selection().moment(), timeline.momentAt(middle));
        QVERIFY(selection().hasOwnMoment());
        m_playback->seek(timeline.startOf(2));
        QCOMPARE(row(), std::size_t(2));
        QVERIFY(!selection().hasOwnMoment());
    }

    /// The timeline of a long connection is made in parts.
    void aLongConnectionIsPlayedFromWhereItsUserSelects()
    {
        constexpr std::uint32_t count = 50'000;
        CaptureBuilder capture;
        PacketSpec spec;
        spec.sequence = 0;
        spec.flags = TcpFlags(0x010);
        for (; spec.sequence < count; ++spec.sequence)
            capture.add(spec.sequence / 1000, spec.sequence % 1000 * 1000, buildEthernetPacket(spec));
        QFile file(m_folder.filePath("long.pcap"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(reinterpret_cast<const char*>(capture.bytes().data()), qsizetype(capture.bytes().size()));
        file.close();
        m_window->openFile(file.fileName());
        QTRY_COMPARE(m_window->session().state(), CaptureSession::State::Complete);
        selectSegmentAt(selection(), *m_window->session().document(), ConnectionId(0), count - 1);
        QTRY_VERIFY(m_playback->timeline() && m_playback->timeline()->segmentCount() == count);
        QCOMPARE(m_playback->player().position(), m_playback->timeline()->startOf(count - 1));
    }

    void whereTheUserSelectsItGoesOn()
    {
        selectSegmentAt(selection(), *m_window->session().document(), selection().connection(), 3);
        QCOMPARE(m_playback->player().position(), m_playback->timeline()->startOf(3));
        selection().selectMoment(m_playback->timeline()->momentAt(m_playback->timeline()->startOf(4) - 1ms));
        QVERIFY(m_playback->player().position() < m_playback->timeline()->startOf(4));
        QVERIFY(m_playback->player().position() > m_playback->timeline()->startOf(3));
    }

    void anotherConnectionIsAnotherFilm()
    {
        m_playback->play();
        const Duration length = m_playback->player().length();
        selectSegmentAt(selection(), *m_window->session().document(), ConnectionId(1), 0);
        QVERIFY(!m_playback->player().isPlaying());
        QVERIFY(m_playback->player().length() != length);
        QCOMPARE(m_playback->player().position(), Duration(0));
    }

    void aLongerTimeWaitPlaysToItsOwnEnd()
    {
        m_playback->seek(m_playback->player().length());
        const Timestamp before = selection().moment();
        selection().setTwoMsl(rfcTwoMsl);
        m_playback->seek(m_playback->player().length());
        QCOMPARE(selection().moment() - before, Duration(180s));
    }

    void theBarSeeks()
    {
        auto* slider = m_window->findChild<PlaybackBar*>()->findChild<QSlider*>();
        slider->setValue(slider->maximum());
        QCOMPARE(m_playback->player().position(), m_playback->player().length());
        selectSegmentAt(selection(), *m_window->session().document(), selection().connection(), 0);
        QCOMPARE(slider->value(), 0);
    }

    void itsKeysAreThoseOfVideoPlayers()
    {
        press(Qt::Key_Space);
        QVERIFY(m_playback->player().isPlaying());
        press(Qt::Key_K);
        QVERIFY(!m_playback->player().isPlaying());
        press(Qt::Key_5);
        QCOMPARE(m_playback->player().position(), m_playback->player().length() / 2);
        press(Qt::Key_J);
        QCOMPARE(m_playback->player().position(), std::max(m_playback->player().length() / 2 - 5s, Duration(0)));
        press(Qt::Key_Greater);
        QCOMPARE(m_playback->player().speed().factor, 2.0);
        press(Qt::Key_L, Qt::ShiftModifier);
        QVERIFY(m_playback->player().loops());
        press(Qt::Key_Home);
        QCOMPARE(row(), std::size_t(0));
        press(Qt::Key_Period);
        QCOMPARE(row(), std::size_t(1));
        press(Qt::Key_Comma);
        QCOMPARE(row(), std::size_t(0));
    }

    void whoTypesOrChecksDoesNotPlay()
    {
        auto* filter = m_window->findChild<QLineEdit*>();
        filter->setFocus();
        QTest::keyClicks(filter, "k 5");
        QCOMPARE(filter->text(), "k 5");
        auto* box = m_window->findChild<QCheckBox*>();
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space);
        QVERIFY(box->isChecked());
        QVERIFY(!m_playback->player().isPlaying());
    }

private:
    Selection& selection() const { return m_window->selection(); }

    std::size_t row() const { return selectedRow(selection(), *m_window->session().document()).value_or(99999); }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_window->findChild<LadderView*>(), key, modifiers);
    }

    QTemporaryDir m_folder;
    Theme m_theme;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
    Playback* m_playback = nullptr;
};

QTEST_MAIN(TestPlayback)
#include "tst_playback.moc"
