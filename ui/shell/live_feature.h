// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/live/live_trouble.h"
#include "ui/live/newest_follower.h"
#include "ui/shell/window_parts.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace tcpladder {

class GrowthWatch;
class KernelWatch;

/// Live captures in the window: the menu Capture, the way from the helper's file into the session, and what is said
/// when something fails.
class LiveFeature : public QObject
{
    Q_OBJECT

public:
    LiveFeature(const WindowParts& parts, QObject* parent);

    /// Where no device is named, asks for one.
    void start(const CaptureOptions& options);

private:
    void connectActions();
    void connectCapture();
    void ask(const CaptureOptions& options);
    void showFile();
    void endWithDocument();
    void takeEnd();
    void showTrouble(const LiveTrouble& trouble);
    void showState();
    void connectFollower();
    void connectKernel();
    void showEndOfLadder();
    void letGoWhenScrolledAway();
    bool showsCapture() const;
    NewestFollower::Source source() const;

    void offerAbandoned();
    void openAbandoned();
    void forgetOffered();

    WindowParts m_parts;
    GrowthWatch* m_growth;
    NewestFollower* m_follower;
    KernelWatch* m_kernel;
    std::optional<LiveTrouble> m_early; ///< of a capture that is not shown yet
    QStringList m_offered;              ///< captures of windows that have died
};

} // namespace tcpladder
