// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/window_parts.h"

#include <QObject>

class QWidget;

namespace tcpladder {

/// Keyboard focus among the panels: F6 leads to the next one, Shift+F6 to the one before, and the one that has it shows
/// an edge.
class PanelFocus : public QObject
{
    Q_OBJECT

public:
    PanelFocus(const WindowParts& parts, QObject* parent);

private:
    /// The ladder, then the panels from left to right and from top to bottom.
    QList<QWidget*> panels() const;
    void step(int by);
    void mark(QWidget* focused);

    WindowParts m_parts;
};

} // namespace tcpladder
