// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/update_pulse.h"

namespace tcpladder {

UpdatePulse::UpdatePulse(QObject* parent)
    : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer); // a coarse one may come 26 times a second
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &UpdatePulse::look);
}

void UpdatePulse::start(std::shared_ptr<const CaptureDocument> document)
{
    m_document = std::move(document);
    m_seenRevision = 0;
    m_timer.start();
}

void UpdatePulse::stop()
{
    if (!m_timer.isActive())
        return;
    m_timer.stop();
    look();
    m_document.reset();
}

void UpdatePulse::look()
{
    std::uint64_t revision = 0;
    {
        const CaptureDocument::Reading reading(*m_document);
        revision = m_document->summary().revision;
    }
    if (revision == m_seenRevision)
        return;
    m_seenRevision = revision;
    emit changed();
}

} // namespace tcpladder
