// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"
#include "ui/session/selection.h"

#include <cstddef>
#include <optional>

namespace tcpladder {

class CaptureSession;

/// Selects the segment, and with it its connection.
void selectSegment(Selection& selection, const CaptureDocument& document, SegmentId segment);

/// Selects the segment in that row of the connection; nothing when there is no such row.
void selectSegmentAt(Selection& selection, const CaptureDocument& document, ConnectionId connection, std::size_t row);

/// The segment that the packet brought; none where it brought none. The last one, where it brought several.
SegmentId segmentOf(const CaptureDocument& document, PacketNumber packet);

/// Row of the selected segment in its connection.
std::optional<std::size_t> selectedRow(const Selection& selection, const CaptureDocument& document);

/// The window's ways through the capture: what the Go menu does. Each does nothing where there is no such place.
class Navigator
{
public:
    Navigator(const CaptureSession& session, Selection& selection);

    void firstSegment();
    void lastSegment();
    void nextSegment();
    void previousSegment();
    void nextConnection();
    void previousConnection();
    /// From the selected segment on, over all connections in the order of the capture.
    void nextFinding();
    void previousFinding();

private:
    void stepSegment(std::ptrdiff_t by);
    void stepConnection(std::ptrdiff_t by);
    void stepFinding(bool forward);

    const CaptureSession& m_session;
    Selection& m_selection;
};

} // namespace tcpladder
