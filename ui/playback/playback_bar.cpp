// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/playback_bar.h"

#include "ui/playback/playback.h"
#include "ui/playback/playback_text.h"
#include "ui/support/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>

namespace tcpladder {

namespace {

constexpr int steps = 10'000;

} // namespace

PlaybackBar::PlaybackBar(Playback& playback, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_playback(playback)
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_clock(new QLabel(this))
{
    m_slider->setRange(0, steps);
    m_slider->setSingleStep(steps / 100);
    m_slider->setPageStep(steps / 10);
    m_slider->setAccessibleName(tr("Position in the connection"));
    m_slider->setToolTip(tr("Drag to any moment of the connection"));
    m_clock->setFont(theme.font(FontRole::MonoCaption));
    m_clock->setAccessibleName(tr("The connection's own time"));
    m_clock->setMinimumWidth(m_clock->fontMetrics().horizontalAdvance(QStringLiteral("+0000.000000 s")));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing::large, 0, spacing::large, spacing::medium);
    layout->setSpacing(spacing::large);
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_clock);
    connect(&playback, &Playback::moved, this, &PlaybackBar::showPosition);
    connect(m_slider, &QSlider::valueChanged, this, &PlaybackBar::seek);
    showPosition();
}

void PlaybackBar::showPosition()
{
    const Player& player = m_playback.player();
    const QSignalBlocker blocker(m_slider);
    const bool hasFilm = player.length() > Duration::zero();
    m_slider->setEnabled(hasFilm);
    if (hasFilm && !m_slider->isSliderDown())
        m_slider->setValue(static_cast<int>(
            static_cast<double>(player.position().count()) * steps / static_cast<double>(player.length().count())));
    m_clock->setText(playbackClock(m_playback));
}

void PlaybackBar::seek(int step)
{
    m_playback.seek(
        Duration(static_cast<Duration::rep>(static_cast<double>(m_playback.player().length().count()) * step / steps)));
}

} // namespace tcpladder
