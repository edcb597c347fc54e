// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"
#include "core/document/finding_index.h"
#include "ui/ladder/label_reader.h"
#include "ui/ladder/ladder_contents.h"
#include "ui/ladder/ladder_layout.h"
#include "ui/ladder/ladder_rows.h"

#include <memory>
#include <optional>
#include <set>
#include <span>

namespace tcpladder {

/// What to show of which connection.
struct LadderRequest
{
    ConnectionId connection;
    SegmentId selected{};
    Timestamp moment = unknownTime; ///< for the time that TIME_WAIT has left
    bool hasOwnMoment = false;      ///< picked apart from the selected segment
    Duration twoMsl = linuxTwoMsl;
    LadderLook look{};
    const std::set<PacketNumber>* bookmarks = nullptr; ///< shown where there are any; outlives the request
};

/// Takes from the document what the ladder shows. First the frame, which says how many rows there are, then the rows
/// that are seen. Keeps what costs: options read from the file, and which findings are about which segment.
class LadderReader
{
public:
    /// All but the segments. Nothing for a connection that is not there.
    LadderContents readFrame(const CaptureDocument& document, const LadderRequest& request);

    /// Replaces the segments in contents by those of these rows.
    void readRows(const CaptureDocument& document, const LadderRequest& request, std::span<const std::size_t> rows,
        LadderContents& contents);

    /// Of the last frame.
    const LadderRows& rows() const { return m_rows; }
    /// Show the run that begins at this position segment by segment from now on.
    void unfold(std::size_t firstSegment);
    /// Every run is one row again.
    void foldAll();

    /// Forget what was kept: another document.
    void clear();

private:
    void updateKept(const CaptureDocument& document, const ConnectionEntry& entry);
    void updateRows(const CaptureDocument& document, const LadderRequest& request, const ConnectionEntry& entry);
    LadderFold readFold(const CaptureDocument& document, const LadderRequest& request, const Connection& connection,
        std::size_t row, const DataRun& run) const;
    void updateScale(const CaptureDocument& document, const LadderRequest& request, const Connection& connection);
    LadderSegment readRow(
        const CaptureDocument& document, const LadderRequest& request, const ConnectionEntry& entry, std::size_t row);
    void addFindings(const CaptureDocument& document, LadderSegment& segment) const;

    ConnectionId m_connection;
    std::optional<std::uint64_t> m_revision; ///< of the document, that what is kept is of
    std::optional<std::array<std::string, 2>> m_written;
    SequenceOrigins m_origins;
    FindingIndex m_findings;
    OptionTexts m_options;
    DataRuns m_runs;
    std::set<std::size_t> m_unfolded; ///< first segments of runs
    LadderRows m_rows;
    bool m_rowsAreFolded = false;
    std::shared_ptr<TimeScale> m_scale;
    double m_timeZoom = 1; ///< that m_scale was made for
};

} // namespace tcpladder
