// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QLabel>

#include <vector>

namespace tcpladder {

class KernelWatch;
struct KernelSocket;
class StatesPanel;
class Theme;

/// Below the state diagram of a live capture: for each endpoint that is of this host the state that its kernel tells,
/// with a mark for whether the ladder agrees, and the kernel's own TIME_WAIT timer beside ours. A line for each, cut
/// with an ellipsis where the panel is narrow: the tool tip has it whole.
class KernelLabel : public QLabel
{
    Q_OBJECT

public:
    KernelLabel(const KernelWatch& watch, const StatesPanel& panel, const Theme& theme, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Line
    {
        QString text;
        bool agrees = false;
    };

    void refresh();
    void showLines();
    Line lineFor(Side side, const KernelSocket& socket) const;

    const KernelWatch& m_watch;
    const StatesPanel& m_panel;
    const Theme& m_theme;
    std::vector<Line> m_lines;
};

} // namespace tcpladder
