// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/live_status.h"

#include "ui/live/live_capture.h"
#include "ui/session/capture_session.h"
#include "ui/session/update_pulse.h"
#include "ui/support/format_text.h"
#include "ui/support/theme.h"

namespace tcpladder {

namespace {

std::uint64_t packetsIn(const CaptureDocument& document)
{
    const CaptureDocument::Reading reading(document);
    return document.summary().packets;
}

} // namespace

LiveStatus::LiveStatus(const LiveCapture& live, const CaptureSession& session, const Theme& theme, QWidget* parent)
    : SteadyLabel(parent)
    , m_live(live)
    , m_session(session)
    , m_theme(theme)
{
    setTextFormat(Qt::PlainText);
    setContentsMargins(spacing::medium, 0, spacing::medium, 0);
    setToolTip(tr("Captured: in the file. Shown: read from it so far. Dropped: the kernel had no room for them."));
    m_pause.setSingleShot(true);
    m_pause.setInterval(2 * UpdatePulse::interval);
    connect(&m_pause, &QTimer::timeout, this, &LiveStatus::refresh);
    connect(&live, &LiveCapture::countsChanged, this, &LiveStatus::refreshUnlessGrowing);
    connect(&live, &LiveCapture::stateChanged, this, &LiveStatus::refresh);
    connect(&session, &CaptureSession::documentReplaced, this, &LiveStatus::forgetWidth);
    connect(&session, &CaptureSession::documentReplaced, this, &LiveStatus::refresh);
    connect(&session, &CaptureSession::documentGrew, this, &LiveStatus::refresh);
    refresh();
}

/// The helper counts at times of its own: while segments come as well, once for both is enough.
void LiveStatus::refreshUnlessGrowing()
{
    if (!m_pause.isActive())
        m_pause.start();
}

void LiveStatus::refresh()
{
    m_pause.stop();
    const CaptureDocument* document = m_session.document();
    const bool isShown = document && m_live.isFile(m_session.path());
    setVisible(isShown || m_live.isActive());
    if (isHidden())
        return;
    const HelperCounts& counts = m_live.counts();
    const QString device = m_live.options().device;
    const QString what = m_live.isActive() ? tr("● capturing from %1").arg(device) : tr("captured from %1").arg(device);
    showText(QStringList{what, tr("%1 captured").arg(formatCount(counts.written)),
        tr("%1 shown").arg(formatCount(isShown ? packetsIn(*document) : 0)),
        tr("%1 dropped").arg(formatCount(counts.dropped))}
            .join(QStringLiteral(" · ")));
    QPalette colours = palette();
    const ColorRole role = counts.dropped > 0 ? ColorRole::ErrorMark : ColorRole::SecondaryText;
    colours.setColor(QPalette::WindowText, m_theme.color(role));
    setPalette(colours);
}

} // namespace tcpladder
