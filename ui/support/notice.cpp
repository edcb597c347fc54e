// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/notice.h"

#include "ui/support/theme.h"

#include <QPainter>

namespace tcpladder {

void paintNotice(QPainter& painter, const QRect& view, const Theme& theme, const QString& text)
{
    painter.fillRect(view, theme.color(ColorRole::Panel));
    painter.setFont(theme.font(FontRole::Body));
    painter.setPen(theme.color(ColorRole::SecondaryText));
    const int margin = spacing::large;
    painter.drawText(view.adjusted(margin, margin, -margin, -margin), Qt::AlignCenter | Qt::TextWordWrap, text);
}

} // namespace tcpladder
