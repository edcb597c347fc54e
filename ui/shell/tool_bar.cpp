// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actions.h"
#include "ui/shell/docks.h"
#include "ui/shell/menus.h"

#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QToolBar>
#include <QToolButton>

namespace tcpladder {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(toolBar)
};

/// Shows the menu's title, which is its choice.
void addMenuButton(QToolBar& bar, QMenu& menu, const QString& toolTip)
{
    auto* button = new QToolButton(&bar);
    button->setMenu(&menu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolTip(toolTip);
    const auto showTitle = [&menu, button] { button->setText(menu.title()); };
    QObject::connect(menu.menuAction(), &QAction::changed, button, showTitle);
    showTitle();
    bar.addWidget(button);
}

void addSteps(QToolBar& bar, const Actions& actions)
{
    const QList<QAction*> steps{
        actions.firstSegment, actions.previousSegment, actions.nextSegment, actions.lastSegment};
    bar.addActions(steps);
    bar.insertAction(actions.nextSegment, actions.play);
    for (QAction* step : steps)
        qobject_cast<QToolButton*>(bar.widgetForAction(step))->setToolButtonStyle(Qt::ToolButtonIconOnly);
}

} // namespace

void addToolBar(const WindowParts& parts, const SharedMenus& menus)
{
    QToolBar& bar = *parts.window.addToolBar(Words::tr("Tools"));
    bar.setObjectName(QStringLiteral("tools"));
    bar.setMovable(false);
    bar.setIconSize(QSize(18, 18));
    bar.setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar.addActions({parts.actions.open, parts.actions.exportLadder});
    bar.addSeparator();
    addSteps(bar, parts.actions);
    addMenuButton(bar, menus.speed, Words::tr("How fast it is played"));
    bar.addSeparator();
    bar.addAction(parts.actions.showOverview);
    bar.addAction(parts.docks.chartsAction());
    bar.addAction(parts.actions.relativeSequence);
    addMenuButton(bar, menus.rowSpacing, Words::tr("What the distance between two rows means"));
    addMenuButton(bar, menus.twoMsl, Words::tr("How long TIME_WAIT lasts"));
    bar.addSeparator();
    bar.addAction(parts.actions.present);
}

} // namespace tcpladder
