// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/find/segment_search.h"

#include "ui/session/capture_session.h"
#include "ui/session/navigator.h"
#include "ui/session/selection.h"

#include <QElapsedTimer>

#include <algorithm>

namespace tcpladder {

namespace {

constexpr qint64 stepMilliseconds = 6;   ///< a third of a frame: the rest is for what is shown
constexpr qint64 tellMilliseconds = 100; ///< how often it says that it goes on
constexpr std::size_t segmentsBetweenLooks = 250;

} // namespace

SegmentSearch::SegmentSearch(const CaptureSession& session, Selection& selection, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_selection(selection)
{
    connect(&m_timer, &QTimer::timeout, this, &SegmentSearch::step);
    connect(&selection, &Selection::connectionChanged, this, &SegmentSearch::startAnew);
    connect(&selection, &Selection::segmentChanged, this, &SegmentSearch::changed);
    connect(&session, &CaptureSession::documentReplaced, this, &SegmentSearch::startAnew);
    connect(&session, &CaptureSession::commentsChanged, this, &SegmentSearch::startAnew);
    connect(&session, &CaptureSession::documentGrew, this, &SegmentSearch::growOn);
}

void SegmentSearch::look(const SegmentQuery& query)
{
    if (query == m_query)
        return;
    m_query = query;
    startAnew();
    if (!m_query.isEmpty())
        want(Want::FirstFromHere);
}

void SegmentSearch::goToNext()
{
    want(Want::Next);
}

void SegmentSearch::goToPrevious()
{
    want(Want::Previous);
}

std::optional<std::size_t> SegmentSearch::selectedMatch() const
{
    const CaptureDocument* document = m_session.document();
    const auto position = document && !m_query.isEmpty() ? selectedRow(m_selection, *document) : std::nullopt;
    return position ? m_finder.rankOf(*position) : std::nullopt;
}

void SegmentSearch::startAnew()
{
    m_want = Want::Nothing;
    m_finder.start(m_session.document() ? m_selection.connection() : ConnectionId(), m_query);
    if (m_finder.isAtEnd())
        m_timer.stop();
    else
        m_timer.start();
    emit changed();
}

void SegmentSearch::growOn()
{
    if (!m_session.document() || m_query.isEmpty())
        return;
    m_finder.lookAgainAtTheLast();
    if (!m_finder.isAtEnd())
        m_timer.start();
}

/// What was found in one step is shown in the next: to show it takes as long as a step.
void SegmentSearch::step()
{
    const CaptureDocument* document = m_session.document();
    const bool isReached = document && m_want != Want::Nothing && reach();
    if (isReached)
        m_want = Want::Nothing;
    QElapsedTimer elapsed;
    elapsed.start();
    while (document && !isReached && elapsed.elapsed() < stepMilliseconds
        && m_finder.advance(*document, segmentsBetweenLooks)) { }
    const bool isOver = !document || (m_finder.isAtEnd() && m_want == Want::Nothing);
    if (isOver)
        m_timer.stop();
    if (isOver || isReached || !m_told.isValid() || m_told.elapsed() >= tellMilliseconds) {
        m_told.start();
        emit changed();
    }
}

void SegmentSearch::want(Want what)
{
    const CaptureDocument* document = m_session.document();
    if (!document || m_query.isEmpty())
        return;
    m_from = selectedRow(m_selection, *document).value_or(0);
    m_want = what;
    if (reach())
        m_want = Want::Nothing;
    emit changed();
}

/// Whether what is wanted is shown, or is nowhere.
bool SegmentSearch::reach()
{
    const auto matches = m_finder.matches();
    if (m_want == Want::Nothing || (m_finder.isAtEnd() && matches.empty()))
        return true;
    if (m_want == Want::Previous) {
        if (!m_finder.isAtEnd() && m_finder.seen() < m_from)
            return false;
        const auto behind = std::ranges::lower_bound(matches, m_from);
        return behind == matches.begin() ? goRound(false) : goTo(*(behind - 1));
    }
    const auto found
        = m_want == Want::Next ? std::ranges::upper_bound(matches, m_from) : std::ranges::lower_bound(matches, m_from);
    return found == matches.end() ? goRound(true) : goTo(*found);
}

bool SegmentSearch::goTo(std::size_t position)
{
    m_want = Want::Nothing;
    selectSegmentAt(m_selection, *m_session.document(), m_selection.connection(), position);
    emit shown();
    return true;
}

/// Only a search that is through knows that there is nothing else.
bool SegmentSearch::goRound(bool isForward)
{
    if (!m_finder.isAtEnd())
        return false;
    emit wrapped(isForward);
    return goTo(isForward ? m_finder.matches().front() : m_finder.matches().back());
}

} // namespace tcpladder
