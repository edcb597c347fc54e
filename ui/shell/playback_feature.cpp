// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/playback_feature.h"

#include "ui/playback/playback.h"
#include "ui/playback/playback_bar.h"
#include "ui/playback/speed_menu.h"
#include "ui/session/capture_session.h"
#include "ui/shell/actions.h"
#include "ui/shell/central_area.h"
#include "ui/support/icons.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QMainWindow>
#include <QShortcut>

namespace tcpladder {

namespace {

using namespace std::chrono_literals;

constexpr Duration jumpLength = 5s;

} // namespace

PlaybackFeature::PlaybackFeature(const WindowParts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_playback(new Playback(parts.session, parts.selection, this))
    , m_speedMenu(new SpeedMenu(*m_playback, &parts.window))
{
    parts.centre.setFooter(new PlaybackBar(*m_playback, parts.theme));
    connectActions();
    addTenthKeys();
    connect(m_playback, &Playback::stateChanged, this, &PlaybackFeature::showState);
    showState();
    qApp->installEventFilter(this);
}

bool PlaybackFeature::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool usesSpace
        = key->key() == Qt::Key_Space && (qobject_cast<QAbstractButton*>(watched) || qobject_cast<QComboBox*>(watched));
    if (usesSpace && key->modifiers() == Qt::NoModifier) {
        event->accept();
        return true;
    }
    return false;
}

void PlaybackFeature::connectActions()
{
    const Actions& actions = m_parts.actions;
    connect(actions.play, &QAction::triggered, m_playback, &Playback::toggle);
    connect(actions.jumpBack, &QAction::triggered, m_playback, [this] { m_playback->jump(-jumpLength); });
    connect(actions.jumpForward, &QAction::triggered, m_playback, [this] { m_playback->jump(jumpLength); });
    connect(actions.playFaster, &QAction::triggered, m_playback, &Playback::speedUp);
    connect(actions.playSlower, &QAction::triggered, m_playback, &Playback::slowDown);
    connect(actions.playLoop, &QAction::toggled, m_playback, &Playback::setLoops);
}

/// 0 is the ladder's normal size; Home leads to the start.
void PlaybackFeature::addTenthKeys()
{
    for (int tenth = 1; tenth <= 9; ++tenth) {
        auto* key = new QShortcut(QKeySequence(QString::number(tenth)), &m_parts.window);
        connect(key, &QShortcut::activated, this,
            [this, tenth] { m_playback->seek(m_playback->player().length() * tenth / 10); });
        connect(this, &QObject::destroyed, key, &QObject::deleteLater);
    }
}

void PlaybackFeature::showState()
{
    const bool isPlaying = m_playback->player().isPlaying();
    QAction& play = *m_parts.actions.play;
    play.setText(isPlaying ? tr("&Pause") : tr("&Play"));
    play.setIconText(isPlaying ? tr("Pause") : tr("Play"));
    play.setIcon(themedIcon(m_parts.theme, isPlaying ? IconName::Pause : IconName::Play));
}

} // namespace tcpladder
