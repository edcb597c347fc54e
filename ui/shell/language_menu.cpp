// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/language_menu.h"

#include "ui/support/settings.h"
#include "ui/support/translation.h"

#include <QActionGroup>

namespace tcpladder {

LanguageMenu::LanguageMenu(const Settings& settings, QWidget* parent)
    : QMenu(tr("Lan&guage"), parent)
    , m_settings(settings)
    , m_choices(new QActionGroup(this))
{
    addChoice(tr("As the &System"), {});
    for (const Language& language : languages())
        addChoice(language.name, language.code);
}

void LanguageMenu::addChoice(const QString& name, const QString& code)
{
    QAction* action = addAction(name);
    action->setCheckable(true);
    action->setChecked(code == m_settings.language());
    m_choices->addAction(action);
    connect(action, &QAction::triggered, this, [this, code] { emit chosen(code); });
}

} // namespace tcpladder
