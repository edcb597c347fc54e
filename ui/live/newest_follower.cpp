// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/newest_follower.h"

#include "core/document/newest_segment.h"
#include "ui/session/capture_session.h"
#include "ui/session/navigator.h"
#include "ui/session/selection.h"

#include <QScopedValueRollback>

#include <algorithm>

namespace tcpladder {

namespace {

/// A countdown in seconds needs no more, and a ring moves smoothly enough.
constexpr std::chrono::milliseconds tick(200);

Timestamp now()
{
    return std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
}

SegmentId newestIn(const CaptureDocument& document, ConnectionId followed)
{
    const CaptureDocument::Reading reading(document);
    return newestSegment(document, followed);
}

} // namespace

NewestFollower::NewestFollower(const CaptureSession& session, Selection& selection, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_selection(selection)
{
    m_clock.setInterval(tick);
    connect(&m_clock, &QTimer::timeout, this, &NewestFollower::showNow);
    connect(&session, &CaptureSession::documentReplaced, this, [this] { m_behind = Duration::max(); });
    connect(&session, &CaptureSession::documentGrew, this, &NewestFollower::noteArrival);
    connect(&session, &CaptureSession::documentGrew, this, &NewestFollower::takeGrowth);
    connect(&selection, &Selection::connectionChanged, this, &NewestFollower::takeSelection);
    connect(&selection, &Selection::segmentChanged, this, &NewestFollower::takeSelection);
    connect(&selection, &Selection::momentChanged, this, &NewestFollower::takeSelection);
}

void NewestFollower::setSource(Source source)
{
    if (m_source == source)
        return;
    m_source = source;
    const SegmentId chosen = m_selection.segment();
    m_isFollowing = source == Source::ThisHost || !chosen.isValid() || chosen == SegmentId(std::size_t{0});
    isLive() ? m_clock.start() : m_clock.stop();
    takeGrowth();
    emit followingChanged();
}

void NewestFollower::follow()
{
    setFollowing(true);
    takeGrowth();
}

void NewestFollower::letGo()
{
    setFollowing(false);
}

void NewestFollower::setFollowing(bool isFollowing)
{
    if (!isLive() || m_isFollowing == isFollowing)
        return;
    m_isFollowing = isFollowing;
    emit followingChanged();
}

void NewestFollower::takeGrowth()
{
    const CaptureDocument* document = m_session.document();
    if (!isFollowing() || !document)
        return;
    m_clock.start(); // its next tick is a pause away from this picture
    const SegmentId newest = newestIn(*document, m_selection.connection());
    if (newest.isValid() && newest != m_selection.segment()) {
        const QScopedValueRollback ours(m_isSelecting, true);
        selectSegment(m_selection, *document, newest);
    }
    showNow();
}

void NewestFollower::noteArrival()
{
    const CaptureDocument* document = m_session.document();
    if (!document)
        return;
    const CaptureDocument::Reading reading(*document);
    if (const auto taken = timeBetween(document->summary().lastTime, now()))
        m_behind = std::min(m_behind, *taken);
}

/// Going to the last segment means to see what comes.
void NewestFollower::takeSelection()
{
    const CaptureDocument* document = m_session.document();
    if (!isLive() || m_isSelecting || !document || !m_selection.segment().isValid())
        return;
    const bool isNewest = newestIn(*document, m_selection.connection()) == m_selection.segment();
    setFollowing(isNewest && !m_selection.hasOwnMoment());
}

void NewestFollower::showNow()
{
    if (!isFollowing() || !m_selection.segment().isValid())
        return;
    const QScopedValueRollback ours(m_isSelecting, true);
    const Duration behind = m_source == Source::ThisHost || m_behind == Duration::max() ? Duration::zero() : m_behind;
    m_selection.selectMoment(now() - behind);
    emit moved();
}

} // namespace tcpladder
