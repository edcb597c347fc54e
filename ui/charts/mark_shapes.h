// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_series.h"

class QPainter;

namespace tcpladder {

/// Draws the mark in the middle of a square of that size.
void drawMark(QPainter& painter, QPointF middle, qreal size, const SeriesStyle& style, const Theme& theme);

/// S, F or R in a chip of its own colour.
void drawLetter(QPainter& painter, QPointF middle, char letter, const Theme& theme);

/// The series as the legend shows it: a piece of its line, and its mark.
void drawSample(QPainter& painter, const QRectF& rect, SeriesRole role, const Theme& theme);

} // namespace tcpladder
