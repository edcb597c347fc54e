// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/timestamp.h"
#include "core/state/time_wait.h"
#include "ui/session/field_choice.h"

#include <QObject>

#include <optional>

namespace tcpladder {

/// A segment with what a view must know to select it.
struct SegmentChoice
{
    ConnectionId connection;
    SegmentId segment;
    Timestamp time = unknownTime;

    constexpr bool operator==(const SegmentChoice&) const = default;
};

/// What is selected, for all views. A view writes its user's choice here and shows what it reads here, also its own
/// choice; so selecting anywhere selects everywhere, and no view knows another.
///
/// Every change is complete before its first signal, and a signal comes only when its part did change.
class Selection : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    ConnectionId connection() const { return m_segment.connection; }
    SegmentId segment() const { return m_segment.segment; }

    /// The moment whose states are shown: the selected segment's time, behind that segment, unless the user picked
    /// another.
    Timestamp moment() const { return m_moment.value_or(m_segment.time); }
    /// Whether the user picked a moment apart from the segment, e.g. in a TIME_WAIT bar.
    bool hasOwnMoment() const { return m_moment.has_value(); }

    /// The field under the cursor, else the one that was clicked.
    std::optional<FieldChoice> field() const { return m_hoveredField ? m_hoveredField : m_chosenField; }
    std::optional<FieldChoice> chosenField() const { return m_chosenField; }

    Duration twoMsl() const { return m_twoMsl; }

    /// Selects a connection and none of its segments.
    void selectConnection(ConnectionId connection);
    void selectSegment(const SegmentChoice& choice);
    void selectMoment(Timestamp moment);
    void hoverField(std::optional<FieldChoice> choice);
    void chooseField(std::optional<FieldChoice> choice);
    void setTwoMsl(Duration duration);

    /// Nothing is selected: the document is about to go. The chosen 2MSL stays.
    void clear();

signals:
    void connectionChanged();
    void segmentChanged();
    void momentChanged();
    void fieldChanged();
    void twoMslChanged();

private:
    void setSegment(const SegmentChoice& choice);

    SegmentChoice m_segment;
    std::optional<Timestamp> m_moment;
    std::optional<FieldChoice> m_hoveredField;
    std::optional<FieldChoice> m_chosenField;
    Duration m_twoMsl = linuxTwoMsl;
};

} // namespace tcpladder
