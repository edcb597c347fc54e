// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/picture_writer.h"
#include "ui/ladder/ladder_look.h"
#include "ui/ladder/ladder_sheet.h"

namespace tcpladder {

enum class LadderFormat : std::uint8_t { Svg, Pdf, Png, Mermaid, PlantUml, Text };

/// By the ending of a file's name: svg, pdf, png, mmd, puml, txt.
std::optional<LadderFormat> ladderFormatNamed(QStringView ending);

/// Pictures and PNGs of more rows than this are refused, since hardly a program shows them; PDFs have pages, and texts
/// no end.
inline constexpr std::size_t mostRowsInPicture = 20'000;

struct LadderExportOptions
{
    LadderLook look{};
    Duration twoMsl = linuxTwoMsl;
    LadderRange range{};
    qreal width = 1000; ///< of a picture, in pixels of a screen; the height follows from the rows
    qreal scale = 1;    ///< of a PNG
    QPageLayout page = defaultPage();
    /// Called before each of so many pages; false gives it up.
    std::function<bool(std::size_t done, std::size_t pages)> progress{};

    /// A4 with narrow margins.
    static QPageLayout defaultPage();
};

/// The ladder of one connection, laid out and painted as in the window but with no window, or told in a text language.
/// Needs a QGuiApplication, for its fonts. The error is a sentence for the user; it is empty where the user gave it up.
std::expected<void, QString> writeLadder(QIODevice& device, LadderFormat format, const CaptureDocument& document,
    ConnectionId connection, const Theme& theme, const LadderExportOptions& options = {});

/// The same as a picture that paints itself. The theme outlives it.
std::expected<Picture, QString> makeLadderPicture(const CaptureDocument& document, ConnectionId connection,
    const Theme& theme, const LadderExportOptions& options = {});

/// For the clipboard: as a picture where it isn't too long for one, and as plain text.
std::unique_ptr<QMimeData> copyLadder(const CaptureDocument& document, ConnectionId connection, const Theme& theme,
    const LadderExportOptions& options = {});

} // namespace tcpladder
