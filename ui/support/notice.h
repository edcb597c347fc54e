// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QRect;
class QString;

namespace tcpladder {

class Theme;

/// A view that has nothing to show: its ground, and in the middle a sentence that says why.
void paintNotice(QPainter& painter, const QRect& view, const Theme& theme, const QString& text);

} // namespace tcpladder
