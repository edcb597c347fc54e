// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace tcpladder {

class CaptureSession;
class Selection;

/// Selects a capture's first segment as soon as there is one: an empty window helps nobody.
///
/// To show the list of connections, a ladder, and all that is said of a segment for the first time takes as long as a
/// dozen clicks. A window that is to answer meanwhile does so one after the other: each in a turn of its own, between
/// which it hears its user.
class FirstSelection : public QObject
{
    Q_OBJECT

public:
    FirstSelection(const CaptureSession& session, Selection& selection, QObject* parent = nullptr);

private:
    bool hasAll() const;
    void selectSoon();
    void selectNow();
    void takeTurn();

    const CaptureSession& m_session;
    Selection& m_selection;
    QTimer m_turn; ///< a single shot would come before clicks and timers that wait
};

} // namespace tcpladder
