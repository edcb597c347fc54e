// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/first_selection.h"

#include "ui/session/capture_session.h"
#include "ui/session/navigator.h"

namespace tcpladder {

FirstSelection::FirstSelection(const CaptureSession& session, Selection& selection, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_selection(selection)
{
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &FirstSelection::takeTurn);
    connect(&session, &CaptureSession::documentGrew, this, &FirstSelection::selectSoon);
    connect(&session, &CaptureSession::stateChanged, this, &FirstSelection::selectNow);
}

bool FirstSelection::hasAll() const
{
    return m_selection.connection().isValid() && m_selection.segment().isValid();
}

void FirstSelection::selectSoon()
{
    if (m_session.document() && !hasAll())
        m_turn.start(0);
}

/// What is whole needs nothing of the window but to be shown.
void FirstSelection::selectNow()
{
    if (m_session.state() == CaptureSession::State::Loading)
        return;
    takeTurn();
    takeTurn();
}

void FirstSelection::takeTurn()
{
    m_turn.stop();
    const CaptureDocument* document = m_session.document();
    if (!document || hasAll() || document->connectionCount() == 0)
        return;
    if (m_selection.connection().isValid())
        return selectSegmentAt(m_selection, *document, m_selection.connection(), 0);
    m_selection.selectConnection(ConnectionId(0));
    m_turn.start(0);
}

} // namespace tcpladder
