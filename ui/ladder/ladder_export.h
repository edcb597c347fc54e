// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/document/capture_document.h"
#include "ui/ladder/ladder_reader.h"

#include <QImage>
#include <QSizeF>

#include <expected>

class QIODevice;

namespace tcpladder {

class Theme;

struct LadderPictureOptions
{
    qreal width = 1000; ///< in pixels of a screen; the height follows from the rows
    qreal zoom = 1;
    SequenceStyle sequenceStyle = SequenceStyle::Relative;
    Duration twoMsl = linuxTwoMsl;
    RowSpacing spacing = RowSpacing::Even;
    double timeZoom = 1;
    bool foldsRuns = false;
};

/// Pictures of more rows than this are not made: no program would show them.
inline constexpr std::size_t mostRowsInPicture = 20'000;

/// The whole ladder of one connection, laid out and painted as in the window but with no window. Needs a
/// QGuiApplication, for its fonts. The connection must be there: false when it is not, or when the device can't be
/// written.
bool writeLadderSvg(QIODevice& device, const CaptureDocument& document, ConnectionId connection, const Theme& theme,
    const LadderPictureOptions& options = {});

/// The same as pixels; null when the connection is not there.
QImage renderLadder(const CaptureDocument& document, ConnectionId connection, const Theme& theme,
    const LadderPictureOptions& options = {});

} // namespace tcpladder
