// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actions.h"
#include "ui/shell/docks.h"
#include "ui/shell/menus.h"
#include "ui/support/choice_button.h"

#include <QCoreApplication>
#include <QMainWindow>
#include <QToolBar>
#include <QToolButton>

namespace tcpladder {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(toolBar)
};

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
    bar.addWidget(new ChoiceButton(menus.speed, Words::tr("How fast it is played"), &bar));
    bar.addSeparator();
    bar.addAction(parts.actions.showOverview);
    bar.addAction(parts.docks.chartsAction());
    bar.addAction(parts.actions.relativeSequence);
    bar.addWidget(new ChoiceButton(menus.rowSpacing, Words::tr("What the distance between two rows means"), &bar));
    bar.addWidget(new ChoiceButton(menus.twoMsl, Words::tr("How long TIME_WAIT lasts"), &bar));
    bar.addSeparator();
    bar.addAction(parts.actions.present);
}

} // namespace tcpladder
