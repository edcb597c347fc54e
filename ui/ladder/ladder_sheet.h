// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ladder/ladder_reader.h"

#include <limits>

namespace tcpladder {

class Theme;

/// Segments of a connection by their position in it; by itself all of them.
struct LadderRange
{
    std::size_t first = 0;
    std::size_t end = std::numeric_limits<std::size_t>::max();

    bool operator==(const LadderRange&) const = default;
};

/// A ladder laid out for paper: as long as it takes, looked at through any number of windows one below the other.
/// The document outlives it.
class LadderSheet
{
public:
    /// \param width in pixels; made as wide as the narrowest ladder
    LadderSheet(const CaptureDocument& document, const LadderRequest& request, LadderRange range, qreal width);

    /// Nothing to draw: no such connection, or no segment of the range.
    bool isEmpty() const { return m_firstRow == m_endRow; }
    std::size_t rowCount() const { return m_endRow - m_firstRow; }
    const QString& title() const { return m_frame.title; }
    qreal width() const { return m_geometry.width; }
    qreal headerHeight() const { return m_geometry.headerHeight; }

    /// From y to y, in the content's coordinates with its margins.
    struct Strip
    {
        qreal top = 0;
        qreal bottom = 0;
        std::size_t firstRow = 0;
        std::size_t endRow = 0;

        qreal height() const { return bottom - top; }
    };

    Strip whole() const;

    /// The whole cut into strips that are no higher than that, between two rows wherever there is a place.
    std::vector<Strip> cut(qreal highest) const;

    /// The strip below the header.
    LadderLayout layOut(const Strip& strip, const Theme& theme);

private:
    qreal topOf(std::size_t row) const;
    qreal quietPlace(qreal top, qreal limit) const;
    bool isCrossed(qreal y) const;

    const CaptureDocument& m_document;
    LadderRequest m_request;
    LadderReader m_reader;
    LadderContents m_frame;
    LadderGeometry m_geometry;
    std::size_t m_firstRow = 0;
    std::size_t m_endRow = 0;
};

} // namespace tcpladder
