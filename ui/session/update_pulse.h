// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"

#include <QObject>
#include <QTimer>

namespace tcpladder {

/// The one place where a growing document reaches the views: looks at it 25 times a second and says when it has
/// changed. However fast the loader is, the views have the rest of the time for the user.
class UpdatePulse : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds interval{40};

    explicit UpdatePulse(QObject* parent = nullptr);

    void start(std::shared_ptr<const CaptureDocument> document);
    /// Says a last time what is new.
    void stop();

signals:
    void changed();

private:
    void look();

    std::shared_ptr<const CaptureDocument> m_document;
    std::uint64_t m_seenRevision = 0;
    QTimer m_timer;
};

} // namespace tcpladder
