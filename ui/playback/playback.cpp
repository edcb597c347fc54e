// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/playback.h"

#include "ui/playback/timeline_reader.h"
#include "ui/session/capture_session.h"
#include "ui/session/navigator.h"
#include "ui/session/selection.h"
#include "ui/support/destroy_elsewhere.h"

#include <QElapsedTimer>

#include <utility>

namespace tcpladder {

namespace {

constexpr std::chrono::milliseconds frame{40}; ///< 25 in a second

} // namespace

Playback::Playback(const CaptureSession& session, Selection& selection, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_selection(selection)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(frame);
    connect(&m_timer, &QTimer::timeout, this, &Playback::tick);
    connect(&m_catchUp, &QTimer::timeout, this, &Playback::catchUp);
    connect(&session, &CaptureSession::documentReplaced, this, &Playback::takeConnection);
    connect(&session, &CaptureSession::documentGrew, this, &Playback::takeGrowth);
    connect(&selection, &Selection::connectionChanged, this, &Playback::takeConnection);
    connect(&selection, &Selection::momentChanged, this, &Playback::takeSelection);
    connect(&selection, &Selection::twoMslChanged, this, &Playback::takeGrowth);
    takeConnection();
}

std::optional<Duration> Playback::elapsed() const
{
    if (!m_timeline || m_timeline->segmentCount() == 0)
        return std::nullopt;
    return timeBetween(m_timeline->momentAt(Duration::zero()), m_timeline->momentAt(m_player.position()));
}

void Playback::play()
{
    takeGrowth();
    m_player.play();
    update();
}

void Playback::pause()
{
    m_player.pause();
    update();
}

void Playback::toggle()
{
    m_player.isPlaying() ? pause() : play();
}

void Playback::seek(Duration position)
{
    m_player.seek(position);
    show();
}

void Playback::jump(Duration by)
{
    seek(m_player.position() + by);
}

void Playback::speedUp()
{
    m_player.speedUp();
    emit stateChanged();
}

void Playback::slowDown()
{
    m_player.slowDown();
    emit stateChanged();
}

void Playback::setSpeed(PlaybackSpeed speed)
{
    m_player.setSpeed(speed);
    emit stateChanged();
}

void Playback::setLoops(bool loops)
{
    m_player.setLoops(loops);
    emit stateChanged();
}

/// Also when the document went: then nothing is selected.
void Playback::takeConnection()
{
    destroyElsewhere(std::exchange(m_timeline, std::nullopt));
    m_connection = m_session.document() ? m_selection.connection() : ConnectionId();
    m_player.pause();
    takeGrowth();
    update();
}

void Playback::takeGrowth()
{
    extend();
    m_player.setFilm(m_timeline ? m_timeline->length() : Duration::zero(), m_timeline ? m_timeline->trueSpeed() : 1);
    emit moved();
}

/// Millions of segments take a second: in parts, between which the window can do what its user wants.
void Playback::extend()
{
    constexpr std::size_t atOnce = 5'000; // half a millisecond
    // The loader makes segments faster than a film is made of them: while it does, the other views come first.
    const bool isLoading = m_session.state() == CaptureSession::State::Loading;
    const qint64 milliseconds = isLoading ? 1 : 3;
    QElapsedTimer clock;
    clock.start();
    m_catchUp.stop();
    const CaptureDocument* document = m_session.document();
    if (!document || !m_connection.isValid())
        return;
    const CaptureDocument::Reading reading(*document);
    if (!m_timeline)
        m_timeline = beginTimeline(*document, m_connection);
    bool isWhole = false;
    while (!isWhole && clock.elapsed() < milliseconds)
        isWhole = extendTimeline(*m_timeline, *document, m_connection, m_selection.twoMsl(), atOnce);
    if (!isWhole)
        m_catchUp.start(isLoading ? frame : std::chrono::milliseconds(0));
}

void Playback::catchUp()
{
    extend();
    if (m_catchUp.isActive())
        return; // who shows the film need not do so for every part
    takeGrowth();
    takeSelection();
}

void Playback::takeSelection()
{
    const CaptureDocument* document = m_session.document();
    if (m_isShowing || !m_timeline || !document || m_selection.connection() != m_connection)
        return;
    const auto row = selectedRow(m_selection, *document);
    if (m_selection.hasOwnMoment())
        m_player.seek(m_timeline->positionOf(m_selection.moment()));
    else if (row && *row < m_timeline->segmentCount())
        m_player.seek(m_timeline->startOf(*row));
    emit moved();
}

void Playback::tick()
{
    m_player.advance(std::chrono::nanoseconds(m_sinceTick.nsecsElapsed()));
    m_sinceTick.restart();
    show();
    if (!m_player.isPlaying())
        update();
}

/// The segment that is being played, and the moment when that is a later one.
void Playback::show()
{
    const CaptureDocument* document = m_session.document();
    if (!m_timeline || !document || m_timeline->segmentCount() == 0)
        return;
    m_isShowing = true;
    const std::size_t row = m_timeline->segmentAt(m_player.position());
    const Timestamp moment = m_timeline->momentAt(m_player.position());
    const bool isAtSegment = moment == m_timeline->momentAt(m_timeline->startOf(row));
    if (selectedRow(m_selection, *document) != row || (isAtSegment && m_selection.hasOwnMoment()))
        selectSegmentAt(m_selection, *document, m_connection, row);
    if (!isAtSegment)
        m_selection.selectMoment(moment);
    m_isShowing = false;
    emit moved();
}

void Playback::update()
{
    if (m_player.isPlaying() == m_timer.isActive()) {
        emit stateChanged();
        return;
    }
    if (m_player.isPlaying()) {
        m_sinceTick.start();
        m_timer.start();
    } else {
        m_timer.stop();
    }
    emit stateChanged();
}

} // namespace tcpladder
