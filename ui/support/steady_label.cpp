// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/steady_label.h"

namespace tcpladder {

// A label of a fixed size asks for no layout when its text changes.
void SteadyLabel::showText(const QString& text)
{
    setText(text);
    const QSize wanted = sizeHint();
    if (wanted.width() > minimumWidth() || wanted.height() != minimumHeight())
        setFixedSize(wanted.expandedTo({minimumWidth(), 0}));
}

void SteadyLabel::forgetWidth()
{
    setMinimumSize(0, 0);
    setMaximumSize(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX);
}

} // namespace tcpladder
