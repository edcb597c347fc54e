// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/playback_text.h"

#include "ui/playback/playback.h"
#include "ui/support/format_text.h"

#include <QCoreApplication>

namespace tcpladder {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(playback)
};

QString shortenedText(const PlaybackTimeline::Shortened& shortened)
{
    const QString lasts = formatDuration(shortened.lasts);
    return shortened.isRunOut ? Words::tr("%1 of TIME_WAIT, shortened").arg(lasts)
                              : Words::tr("%1 of silence, shortened").arg(lasts);
}

} // namespace

QString speedText(const PlaybackSpeed& speed)
{
    switch (speed.kind) {
    case PlaybackSpeed::Kind::Fit: return Words::tr("In 30 s");
    case PlaybackSpeed::Kind::True: return Words::tr("True speed");
    case PlaybackSpeed::Kind::Factor: break;
    }
    return QStringLiteral("%1×").arg(QString::number(speed.factor));
}

QString playbackClock(const Playback& playback)
{
    const auto elapsed = playback.elapsed();
    if (!elapsed)
        return {};
    const auto shortened = playback.timeline()->shortenedAt(playback.player().position());
    const QString clock = formatDelta(*elapsed);
    return shortened ? clock + QStringLiteral(" · ") + shortenedText(*shortened) : clock;
}

} // namespace tcpladder
