// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

class QActionGroup;

namespace tcpladder {

class ThemeSwitch;

/// Light, dark, or as the system is.
class ThemeMenu : public QMenu
{
    Q_OBJECT

public:
    ThemeMenu(ThemeSwitch& themes, QWidget* parent);

private:
    void showChoice();

    ThemeSwitch& m_themes;
    QActionGroup* m_choices;
};

} // namespace tcpladder
