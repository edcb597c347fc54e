// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace tcpladder {

/// Opens a menu of choices and shows the one that was made: the icon text of the menu's action. In a menu bar the same
/// menu goes by its title.
class ChoiceButton : public QToolButton
{
    Q_OBJECT

public:
    ChoiceButton(QMenu& menu, const QString& toolTip, QWidget* parent);
};

} // namespace tcpladder
