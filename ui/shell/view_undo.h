// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "ui/overview/host_arrangement.h"
#include "ui/session/view_history.h"
#include "ui/shell/window_parts.h"
#include "ui/support/row_spacing.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

namespace tcpladder {

/// What the window shows, apart from the capture.
struct ViewState
{
    SegmentId segment;
    qreal zoom = 1;
    RowSpacing spacing = RowSpacing::Even;
    double timeZoom = 1;
    bool showsOverview = false;
    HostArrangement hosts; ///< of the overview
    bool hasRelativeNumbers = true;
    bool foldsRuns = true;
    QStringList panels; ///< those that are shown

    bool operator==(const ViewState&) const = default;
};

/// Leads back and forward through what the window showed. A change counts once it has settled, so that holding an arrow
/// key or playing a connection is one step.
class ViewUndo : public QObject
{
    Q_OBJECT

public:
    ViewUndo(const WindowParts& parts, QObject* parent);

    ViewState state() const;
    void show(const ViewState& state);

private:
    void watch();
    void settle();
    void go(bool isForward);
    void showActions();

    WindowParts m_parts;
    ViewHistory<ViewState> m_history;
    QTimer m_settles;
};

} // namespace tcpladder
