// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state/tcp_state.h"

#include <QColor>

class QPainter;
class QRectF;

namespace tcpladder {

class Theme;

enum class FillStrength : std::uint8_t { Full, Pale };

/// The colour as it looks at that strength, 0 to 1, on a ground. Opaque: large translucent areas are painted by several
/// threads, and to wait for them takes longer than to paint.
QColor tint(const QColor& color, float strength, const QColor& ground);

/// Fills a rectangle with a state's colour and its pattern, stripes or dots. Drawn as lines and not as a textured
/// brush, which SVG files leave out; and without clipping, for the same reason.
void fillWithState(QPainter& painter, const QRectF& rect, const Theme& theme, TcpState state,
    FillStrength strength = FillStrength::Full, qreal zoom = 1);

} // namespace tcpladder
