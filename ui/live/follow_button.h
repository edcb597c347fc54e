// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace tcpladder {

class NewestFollower;
class Theme;

/// Floats over the lower end of a view while a live capture goes on and the user looks elsewhere; leads back.
class FollowButton : public QPushButton
{
    Q_OBJECT

public:
    FollowButton(NewestFollower& follower, const Theme& theme, QWidget& view);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showState();
    void place();

    NewestFollower& m_follower;
    QWidget& m_view;
};

} // namespace tcpladder
