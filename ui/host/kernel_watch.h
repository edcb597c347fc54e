// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/host/kernel_sockets.h"

#include <QObject>
#include <QTimer>

#include <array>
#include <functional>
#include <optional>

namespace tcpladder {

class CaptureSession;
class Selection;

/// What this host's kernel says of the endpoints of the selected connection, asked again and again while a live capture
/// is followed. An endpoint is of this host when the kernel has, or has had, a socket for it.
class KernelWatch : public QObject
{
    Q_OBJECT

public:
    /// Nothing for an endpoint of another host. CLOSED where the socket is gone.
    using Answers = std::array<std::optional<KernelSocket>, 2>;
    using Ask = std::function<Result<std::optional<KernelSocket>>(const Endpoint& local, const Endpoint& remote)>;

    /// ask: findKernelSocket(), or a test's own answers.
    KernelWatch(const CaptureSession& session, const Selection& selection, Ask ask = findKernelSocket,
        QObject* parent = nullptr);

    /// Only of what happens now the kernel knows anything.
    void setLive(bool isLive);
    const Answers& answers() const { return m_answers; }

signals:
    void changed();

private:
    void forget();
    void look();
    std::optional<KernelSocket> askFor(const Endpoint& local, const Endpoint& remote, bool wasHere) const;

    const CaptureSession& m_session;
    const Selection& m_selection;
    Ask m_ask;
    QTimer m_timer;
    Answers m_answers;
};

} // namespace tcpladder
