// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/speed_menu.h"

#include "ui/playback/playback.h"
#include "ui/playback/playback_text.h"

#include <QActionGroup>

namespace tcpladder {

SpeedMenu::SpeedMenu(Playback& playback, QWidget* parent)
    : QMenu(tr("Sp&eed"), parent)
    , m_playback(playback)
    , m_choices(new QActionGroup(this))
{
    addChoices();
    connect(&playback, &Playback::stateChanged, this, &SpeedMenu::showChoice);
    showChoice();
}

void SpeedMenu::addChoices()
{
    const auto add = [this](const PlaybackSpeed& speed, const QString& toolTip = {}) {
        QAction* action = addAction(speedText(speed), this, [this, speed] { m_playback.setSpeed(speed); });
        action->setCheckable(true);
        action->setToolTip(toolTip);
        action->setData(QVariant::fromValue(speedText(speed)));
        m_choices->addAction(action);
    };
    for (const double factor : playbackFactors())
        add({.factor = factor});
    addSeparator();
    add({.kind = PlaybackSpeed::Kind::Fit}, tr("The whole connection takes 30 seconds"));
    add({.kind = PlaybackSpeed::Kind::True}, tr("As fast as it was; only silences are shortened"));
    setToolTipsVisible(true);
}

void SpeedMenu::showChoice()
{
    const QString text = speedText(m_playback.player().speed());
    for (QAction* action : m_choices->actions())
        action->setChecked(action->data().toString() == text);
    menuAction()->setIconText(text);
}

} // namespace tcpladder
