// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/follow_button.h"

#include "ui/live/newest_follower.h"
#include "ui/support/icons.h"
#include "ui/support/theme.h"

#include <QEvent>

namespace tcpladder {

FollowButton::FollowButton(NewestFollower& follower, const Theme& theme, QWidget& view)
    : QPushButton(themedIcon(theme, IconName::Last), tr("Follow the newest"), &view)
    , m_follower(follower)
    , m_view(view)
{
    setObjectName(QStringLiteral("followNewest"));
    setToolTip(tr("Show each segment as it comes (End)"));
    setCursor(Qt::ArrowCursor);
    view.installEventFilter(this);
    connect(this, &QPushButton::clicked, &follower, &NewestFollower::follow);
    connect(&follower, &NewestFollower::followingChanged, this, &FollowButton::showState);
    showState();
}

bool FollowButton::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_view && event->type() == QEvent::Resize)
        place();
    return QPushButton::eventFilter(watched, event);
}

void FollowButton::showState()
{
    setVisible(m_follower.isLive() && !m_follower.isFollowing());
    place();
}

void FollowButton::place()
{
    resize(sizeHint());
    move((m_view.width() - width()) / 2, m_view.height() - height() - spacing::large);
    raise();
}

} // namespace tcpladder
