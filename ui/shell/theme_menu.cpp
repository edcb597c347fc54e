// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/theme_menu.h"

#include "ui/support/theme_switch.h"

#include <QActionGroup>

namespace tcpladder {

ThemeMenu::ThemeMenu(ThemeSwitch& themes, QWidget* parent)
    : QMenu(tr("&Theme"), parent)
    , m_themes(themes)
    , m_choices(new QActionGroup(this))
{
    const auto add = [this](const QString& text, ThemeChoice choice) {
        QAction* action = addAction(text, this, [this, choice] { m_themes.choose(choice); });
        action->setCheckable(true);
        action->setData(static_cast<int>(choice));
        m_choices->addAction(action);
    };
    add(tr("As the &System"), ThemeChoice::System);
    add(tr("&Light"), ThemeChoice::Light);
    add(tr("&Dark"), ThemeChoice::Dark);
    connect(&themes, &ThemeSwitch::chosen, this, &ThemeMenu::showChoice);
    showChoice();
}

void ThemeMenu::showChoice()
{
    for (QAction* action : m_choices->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(m_themes.choice()));
}

} // namespace tcpladder
