// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ladder/ladder_contents.h"
#include "ui/ladder/ladder_geometry.h"
#include "ui/ladder/row_signs.h"
#include "ui/support/theme.h"

#include <QLineF>
#include <QPolygonF>
#include <QRectF>

#include <variant>
#include <vector>

namespace tcpladder {

/// What the painter is to look up in the theme.
using LadderColor = std::variant<ColorRole, TcpState, SegmentKind, TcpFlag, Severity, Side>;

/// A stretch of a lane in one state.
struct LadderBand
{
    QRectF rect;
    TcpState state = TcpState::Unknown;
    bool isCertain = true; ///< expected and assumed states are drawn paler, with a dashed edge
};

struct LadderArrow
{
    QLineF line; ///< from the sender's lane to the receiver's
    SegmentKind kind = SegmentKind::Other;
    SegmentFate fate = SegmentFate::Ordinary;
};

struct LadderChip
{
    QRectF rect;
    QString text;
    LadderColor color;
};

struct LadderText
{
    QRectF rect; ///< as large as the text
    QString text;
    FontRole font = FontRole::Body;
    LadderColor color = ColorRole::Text;
};

struct LadderMark
{
    QRectF rect;
    Severity severity = Severity::Note;
};

/// A badge with the letter of a side.
struct LadderToken
{
    QRectF rect;
    Side side = Side::A;
};

struct LadderSign
{
    QRectF rect;
    RowSign sign = RowSign::Bookmark;
};

struct LadderStroke
{
    enum class Kind : std::uint8_t { Dotted, Quiet, Moment };

    QPolygonF points;
    Kind kind = Kind::Dotted;
};

/// Where a field of a segment's header stands in its label.
struct LadderFieldPlace
{
    QRectF rect;
    std::size_t row = 0;
    FieldChoice field;
};

/// Everything there is to paint, in the coordinates of the view. Nothing in it refers to the document.
struct LadderLayout
{
    QRectF header;
    QRectF body;
    std::optional<QRectF> selectedRow;
    std::vector<LadderBand> bands;
    std::vector<LadderStroke> strokes;
    std::vector<QRectF> plates;     ///< behind labels that arrows cross
    std::vector<QRectF> foldPlates; ///< around what stands for many segments
    std::vector<LadderArrow> arrows;
    std::vector<QRectF> fieldMarks; ///< behind the chips and texts that show the marked field
    std::vector<LadderChip> chips;
    std::vector<LadderText> texts;
    std::vector<LadderMark> marks;
    std::vector<LadderSign> signs;
    std::vector<LadderText> headerTexts;
    std::vector<LadderToken> tokens; ///< in the header
    std::vector<LadderFieldPlace> fields;
};

/// What of the ladder is seen.
struct LadderWindow
{
    qreal scrolled = 0; ///< y of the content that is right below the header
    qreal height = 0;   ///< with the header
};

/// Lays out the rows that the window shows. Its time depends on the rows that are seen, and on the number of state
/// changes of the connection, not on its segments.
LadderLayout layOutLadder(
    const LadderContents& contents, const LadderGeometry& geometry, const LadderWindow& window, const Theme& theme);

/// The rows that the window shows, a row more on both sides since arrows and names reach over their row's edge.
struct RowRange
{
    std::size_t first = 0;
    std::size_t end = 0;
};
RowRange visibleRows(const LadderGeometry& geometry, const LadderWindow& window, std::size_t rowCount);

/// The segments that are drawn in it: where rows stand by time, some would cover each other.
std::vector<std::size_t> drawnSegments(
    const LadderGeometry& geometry, const LadderWindow& window, const LadderContents& contents);

} // namespace tcpladder
