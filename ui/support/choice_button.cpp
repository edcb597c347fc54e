// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/choice_button.h"

#include <QMenu>

namespace tcpladder {

ChoiceButton::ChoiceButton(QMenu& menu, const QString& toolTip, QWidget* parent)
    : QToolButton(parent)
{
    setMenu(&menu);
    setPopupMode(QToolButton::InstantPopup);
    setToolTip(toolTip);
    const auto showChoice = [this, &menu] { setText(menu.menuAction()->iconText()); };
    connect(menu.menuAction(), &QAction::changed, this, showChoice);
    showChoice();
}

} // namespace tcpladder
