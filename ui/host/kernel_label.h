// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QLabel>

namespace tcpladder {

class KernelWatch;
class StatesPanel;
class Theme;

/// Below the state diagram of a live capture: for each endpoint that is of this host the state that its kernel tells,
/// with a mark for whether the ladder agrees, and the kernel's own TIME_WAIT timer beside ours.
class KernelLabel : public QLabel
{
    Q_OBJECT

public:
    KernelLabel(const KernelWatch& watch, const StatesPanel& panel, const Theme& theme, QWidget* parent = nullptr);

private:
    void refresh();
    QString lineFor(Side side) const;

    const KernelWatch& m_watch;
    const StatesPanel& m_panel;
    const Theme& m_theme;
};

} // namespace tcpladder
