// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/support/theme.h"

#include <QIcon>

class QPainter;
class QRectF;

namespace tcpladder {

/// The icons of resources/icons, drawn in the theme's colours.
enum class IconName : std::uint8_t {
    Open,
    Export,
    First,
    Previous,
    Next,
    Last,
    ZoomIn,
    ZoomOut,
    Fit,
    Find,
    Note,
    Warning,
    Error,
    Close,
    Paste,
    Settings,
    Play,
    Pause,
    Loop,
    Presenter,
    Undo,
    Redo,
    Table,
    Save,
    Record,
    Stop,
    Count,
};

IconName severityIcon(Severity severity);

/// For buttons and menus: in the text's colour, paler when disabled. It is drawn anew at each size and in the theme's
/// present colours, so that it is sharp on every screen and needs no change when the theme does. The theme outlives it.
QIcon themedIcon(const Theme& theme, IconName name);

/// Draws the icon as vectors, so that an exported SVG keeps it sharp.
void drawIcon(QPainter& painter, const QRectF& rect, IconName name, QColor color);

} // namespace tcpladder
