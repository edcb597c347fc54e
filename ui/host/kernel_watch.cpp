// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/host/kernel_watch.h"

#include "ui/session/capture_session.h"
#include "ui/session/selection.h"

namespace tcpladder {

namespace {

/// A question takes some 20 µs.
constexpr std::chrono::milliseconds between(200);

} // namespace

KernelWatch::KernelWatch(const CaptureSession& session, const Selection& selection, Ask ask, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_selection(selection)
    , m_ask(std::move(ask))
{
    m_timer.setInterval(between);
    connect(&m_timer, &QTimer::timeout, this, &KernelWatch::look);
    connect(&selection, &Selection::connectionChanged, this, &KernelWatch::forget);
}

void KernelWatch::setLive(bool isLive)
{
    if (isLive == m_timer.isActive())
        return;
    isLive ? m_timer.start() : m_timer.stop();
    forget();
}

void KernelWatch::forget()
{
    m_answers = {};
    if (m_timer.isActive())
        look();
    else
        emit changed();
}

void KernelWatch::look()
{
    const CaptureDocument* document = m_session.document();
    if (!document || !m_selection.connection().isValid())
        return;
    std::array<Endpoint, 2> endpoints;
    {
        const CaptureDocument::Reading reading(*document);
        endpoints = document->connection(m_selection.connection()).connection.endpoints;
    }
    for (const Side side : {Side::A, Side::B}) {
        auto& answer = m_answers[indexOf(side)];
        answer = askFor(endpoints[indexOf(side)], endpoints[indexOf(peerOf(side))], answer.has_value());
    }
    emit changed();
}

std::optional<KernelSocket> KernelWatch::askFor(const Endpoint& local, const Endpoint& remote, bool wasHere) const
{
    const auto answer = m_ask(local, remote);
    if (!answer)
        return {};
    if (!*answer && wasHere)
        return KernelSocket{.local = local, .remote = remote, .state = TcpState::Closed, .timeWaitLeft = {}};
    return *answer;
}

} // namespace tcpladder
