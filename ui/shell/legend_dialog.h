// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace tcpladder {

class Theme;

/// Shows what the lines, shapes and colours of the ladder mean, drawn as the ladder draws them. Stays open beside it.
void showLegend(QWidget& parent, const Theme& theme);

} // namespace tcpladder
