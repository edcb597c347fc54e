// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QStyleOptionViewItem;

namespace tcpladder {

class Theme;

/// Behind a row of a list: selected, under the mouse, or neither, and the line that parts it from the next one.
void paintRowBackground(QPainter& painter, const Theme& theme, const QStyleOptionViewItem& option);

} // namespace tcpladder
