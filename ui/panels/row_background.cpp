// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/row_background.h"

#include "ui/support/theme.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace tcpladder {

void paintRowBackground(QPainter& painter, const Theme& theme, const QStyleOptionViewItem& option)
{
    const bool isSelected = option.state & QStyle::State_Selected;
    const bool isHovered = option.state & QStyle::State_MouseOver;
    const ColorRole role = isSelected ? ColorRole::Selection : isHovered ? ColorRole::Hover : ColorRole::Panel;
    painter.fillRect(option.rect, theme.color(role));
    if (isSelected)
        painter.fillRect(
            QRect(option.rect.topLeft(), QSize(3, option.rect.height())), theme.color(ColorRole::SelectionEdge));
    painter.fillRect(
        QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.color(ColorRole::RaisedPanel));
}

} // namespace tcpladder
