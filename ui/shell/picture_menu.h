// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/picture_writer.h"
#include "ui/shell/window_parts.h"

class QWidget;

namespace tcpladder {

/// What a panel offers as a picture.
struct PictureSource
{
    QString fileName;                                ///< that is suggested, without its ending
    std::function<std::optional<Picture>()> picture; ///< none while there is nothing to show
    std::function<QString()> text;                   ///< for programs that take no picture
};

/// A context menu that copies the panel's picture or saves it.
void addPictureMenu(QWidget& panel, const WindowParts& parts, const PictureSource& source);

} // namespace tcpladder
