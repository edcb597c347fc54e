// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/growth_watch.h"

#include "ui/session/capture_session.h"

namespace tcpladder {

namespace {

constexpr std::chrono::milliseconds longQuiet(1000);

} // namespace

GrowthWatch::GrowthWatch(const CaptureSession& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(longQuiet);
    connect(&m_quiet, &QTimer::timeout, this, [this] { setLive(true); });
    connect(&session, &CaptureSession::documentReplaced, this, [this] { setLive(false); });
    connect(&session, &CaptureSession::documentGrew, this, &GrowthWatch::waitForQuiet);
    connect(&session, &CaptureSession::stateChanged, this, &GrowthWatch::waitForQuiet);
}

void GrowthWatch::waitForQuiet()
{
    if (m_session.state() == CaptureSession::State::Loading) {
        m_quiet.start();
        return;
    }
    m_quiet.stop();
    setLive(false);
}

void GrowthWatch::setLive(bool isLive)
{
    if (m_isLive == isLive)
        return;
    m_isLive = isLive;
    emit changed();
}

} // namespace tcpladder
