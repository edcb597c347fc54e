// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection/segment_record.h"
#include "core/finding/segment_fate.h"
#include "core/state/tcp_state.h"
#include "ui/ladder/time_scale.h"
#include "ui/session/field_choice.h"
#include "ui/support/format_text.h"
#include "ui/support/label_fields.h"

#include <QString>

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace tcpladder {

/// What the ladder shows, as plain values: the layout works on these alone, so that it needs no document, no lock and
/// no window. Of a connection's segments only those near the visible rows are in it.

struct LadderFinding
{
    FindingId id;
    Severity severity = Severity::Note;
    QString headline;
};

/// A short text, shown whole or not at all, and the header's field that it gives, if it does.
struct LabelPart
{
    QString text;
    std::optional<FieldChoice> field;
};

/// "seq 0 ack 1"
QString joined(std::span<const LabelPart> parts, QStringView separator);

/// What is written below an arrow.
struct LadderRemark
{
    std::vector<LabelPart> items;
    std::optional<Severity> severity; ///< of findings
};

/// One row: a segment.
struct LadderSegment
{
    SegmentId id;
    std::size_t row = 0;
    std::size_t number = 0; ///< in its connection, from 1
    SegmentRecord record;
    SegmentFate fate = SegmentFate::Ordinary;
    std::optional<Duration> sincePrevious;
    std::vector<LabelPart> numbers;    ///< "seq 0", "ack 1", "len 5"
    std::vector<LadderRemark> remarks; ///< what is unusual, then the options; may be empty
    std::vector<LadderFinding> findings;
    bool isBookmarked = false;
    bool hasComment = false;
};

/// One row: a run of segments that only bring data and acknowledge it.
struct LadderFold
{
    std::size_t row = 0;
    std::size_t firstNumber = 0; ///< of its segments, from 1
    Timestamp time = unknownTime;
    QString summary; ///< "38 segments, 52 kB"
    QString details;
    bool isBookmarked = false; ///< one of them is
    bool hasComment = false;
};

/// Where in its row something happens: the row's arrow leaves at the tail and arrives at the head.
enum class RowPlace : std::uint8_t {
    LadderTop, ///< before the first row
    Tail,
    Head,
    BelowTail, ///< between this row's tail and the next row
};

struct LadderPosition
{
    std::size_t row = 0;
    RowPlace place = RowPlace::LadderTop;

    constexpr auto operator<=>(const LadderPosition&) const = default;
};

struct LadderStateChange
{
    LadderPosition position;
    TcpState state = TcpState::Unknown;
    Certainty certainty = Certainty::Observed;
    std::vector<QString> lines; ///< below the state's name, e.g. how long TIME_WAIT lasts
    QString countdown;          ///< the last line, written in the state's colour: "41 s left"
};

/// One endpoint's side of the ladder.
struct LadderLane
{
    QString endpoint;
    QString role;
    std::vector<LadderStateChange> changes; ///< from top to bottom; the first is at LadderTop
};

/// A row behind the last segment.
struct LadderTrailingRow
{
    enum class Kind : std::uint8_t {
        Quiet, ///< a long time in which nothing happens, not drawn to scale
        Event, ///< something that is on no wire: a timer
        End,   ///< the capture ends
    };

    Kind kind = Kind::Event;
    QString text;
    QString note;                 ///< on a line of its own; may be empty
    Timestamp time = unknownTime; ///< of an event

    bool operator==(const LadderTrailingRow&) const = default;
};

/// A stretch of a lane whose y means a time, though it isn't to scale: the user picks a moment in it.
struct LadderTimedStretch
{
    Side side = Side::A;
    LadderPosition top;
    LadderPosition bottom;
    Timestamp start = unknownTime;
    Timestamp end = unknownTime;
};

struct LadderContents
{
    QString title;    ///< "Connection 2"
    QString subtitle; ///< what it is, in a few words
    std::array<LadderLane, 2> lanes;
    std::size_t segmentCount = 0;        ///< all of the connection
    std::size_t segmentRows = 0;         ///< that they take: a run that is folded takes one
    std::vector<LadderSegment> segments; ///< of the rows that are seen, as far as they are not folds
    std::vector<LadderFold> folds;
    std::vector<LadderTrailingRow> trailing;
    std::vector<LadderTimedStretch> stretches;
    std::shared_ptr<const TimeScale> scale; ///< none where rows are evenly spaced
    LabelFields fields = usualLabelFields;  ///< of them, those that are times stand in columns
    Timestamp origin = unknownTime;         ///< from which times are counted
    std::optional<std::size_t> selectedRow;
    std::optional<FieldChoice> field;   ///< to be marked in the label of that row
    std::optional<Timestamp> ownMoment; ///< picked by the user, to be marked in the stretches

    std::size_t rowCount() const { return segmentRows + trailing.size(); }
};

} // namespace tcpladder
