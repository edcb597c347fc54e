// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timestamp.h"

#include <QObject>
#include <QTimer>

namespace tcpladder {

class CaptureSession;
class Selection;

/// Keeps the newest segment selected while a live capture grows, and the moment at the clock's present time, so that
/// TIME_WAIT runs down also when no packet comes. Whatever else the user selects ends it, until it is asked for again.
class NewestFollower : public QObject
{
    Q_OBJECT

public:
    NewestFollower(const CaptureSession& session, Selection& selection, QObject* parent = nullptr);

    /// Whether the capture that is shown is being made now, and by whose clock.
    enum class Source : std::uint8_t {
        Ended,
        ThisHost,  ///< its times are our clock's
        OtherHost, ///< its clock may be another one: what came last came just now
    };

    /// A new capture is followed, unless the user has chosen something in it already. When it ends, time stands still.
    void setSource(Source source);
    bool isLive() const { return m_source != Source::Ended; }
    bool isFollowing() const { return isLive() && m_isFollowing; }

    void follow();
    /// The user looks at something else.
    void letGo();

signals:
    void followingChanged();
    /// Something newer is selected, or time went on.
    void moved();

private:
    void takeGrowth();
    void takeSelection();
    void noteArrival();
    void showNow();
    void setFollowing(bool isFollowing);

    const CaptureSession& m_session;
    Selection& m_selection;
    QTimer m_clock;
    Source m_source = Source::Ended;
    Duration m_behind = Duration::max(); ///< the least time that any packet took from the other clock to ours
    bool m_isFollowing = true;
    bool m_isSelecting = false; ///< what changes now is our own doing
};

} // namespace tcpladder
