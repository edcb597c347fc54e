// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "ui/ladder/time_scale.h"
#include "ui/support/theme.h"

#include <QLineF>
#include <QPolygonF>
#include <QRectF>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace tcpladder {

/// What the overview shows, as plain values: nothing here needs a document, a lock or a window.

/// Above a lifeline.
struct OverviewHead
{
    QString address;
    QString detail; ///< "12 connections"
};

/// One row of those that are seen.
struct OverviewItem
{
    std::size_t row = 0;
    std::size_t from = 0; ///< columns
    std::size_t to = 0;
    std::size_t connection = 0; ///< by which it has its colour and shape
    bool isFold = false;
    bool isReset = false; ///< stands out, as in a ladder
    QString number;
    QString time;
    QString flags;     ///< of a segment
    QStringList parts; ///< of which the last ones go where there is no room
};

struct OverviewContents
{
    std::size_t firstHead = 0; ///< column of the first of them
    std::vector<OverviewHead> heads;
    std::vector<OverviewItem> items;
    QString note; ///< in the header, beside the heads
    std::optional<std::size_t> selectedRow;
    std::optional<std::size_t> chosenColumn; ///< whose head the keys are about
    std::optional<std::size_t> dropColumn;   ///< before which a dragged head would stand
};

struct OverviewFrame
{
    qreal width = 0;
    qreal zoom = 1;
    std::size_t columns = 0;
    std::size_t rows = 0;
    std::size_t largestNumber = 0;
    std::shared_ptr<const TimeScale> scale{}; ///< none where rows are evenly spaced
};

/// Where things are. y of rows counts from below the header, whatever is scrolled.
struct OverviewGeometry
{
    qreal zoom = 1;
    qreal width = 0;
    qreal headerHeight = 0;
    qreal rowHeight = 0;
    qreal numberRight = 0;
    qreal timeRight = 0;
    qreal firstLane = 0; ///< x of the first lifeline
    qreal laneSpacing = 0;
    std::size_t columns = 0;
    std::size_t rows = 0;
    std::shared_ptr<const TimeScale> scale{};

    qreal laneX(std::size_t column) const { return firstLane + laneSpacing * static_cast<qreal>(column); }
    /// Of the row's arrow.
    qreal arrowY(std::size_t row) const;
    qreal height() const;
    /// The nearest row; there must be rows.
    std::size_t rowAt(qreal y) const;
    /// The nearest lifeline; there must be some.
    std::size_t columnAt(qreal x) const;
    QRectF headRect(std::size_t column) const;
};

OverviewGeometry makeOverviewGeometry(const OverviewFrame& frame);

/// What of it is seen.
struct OverviewWindow
{
    qreal left = 0;
    qreal top = 0; ///< y right below the header
    qreal width = 0;
    qreal height = 0; ///< with the header
};

/// From the first row that is seen to behind the last one. Where rows stand by time, those that would cover each other
/// are left out.
std::vector<std::size_t> seenRows(const OverviewGeometry& geometry, const OverviewWindow& window);

struct ColumnRange
{
    std::size_t first = 0;
    std::size_t end = 0;
};

/// Of which the heads or lifelines are seen: of a capture's 100,000 hosts a few.
ColumnRange seenColumns(const OverviewGeometry& geometry, const OverviewWindow& window);

struct OverviewArrow
{
    QPolygonF points; ///< from the tail to the head
    std::size_t connection = 0;
    bool isFold = false;  ///< goes both ways
    bool isReset = false; ///< ends at a bar
};

struct OverviewText
{
    QRectF rect;
    QString text;
    FontRole font = FontRole::Caption;
    ColorRole color = ColorRole::Text;
    Qt::Alignment alignment = Qt::AlignCenter;
};

struct OverviewHeadBox
{
    QRectF rect;
    OverviewText address;
    OverviewText detail;
    bool isChosen = false;
};

/// Everything there is to paint, in the coordinates of the view.
struct OverviewLayout
{
    QRectF header;
    QRectF body;
    qreal lanesLeft = 0; ///< what scrolls sideways begins there
    std::optional<QRectF> selectedRow;
    std::vector<QLineF> lanes;
    std::vector<OverviewArrow> arrows;
    std::vector<QRectF> plates;            ///< behind what folds say
    std::vector<OverviewText> texts;       ///< at the arrows
    std::vector<OverviewText> columnTexts; ///< numbers and times
    OverviewText note;                     ///< in the header
    std::vector<OverviewHeadBox> heads;
    std::optional<QLineF> dropMark;
};

OverviewLayout layOutOverview(const OverviewContents& contents, const OverviewGeometry& geometry,
    const OverviewWindow& window, const Theme& theme);

} // namespace tcpladder
