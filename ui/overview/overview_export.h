// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/picture_writer.h"
#include "ui/overview/overview_rows.h"
#include "ui/support/row_spacing.h"

namespace tcpladder {

class Theme;

/// What of the overview is written: as the window shows it, from its first row to its last.
struct OverviewSource
{
    const CaptureDocument& document;
    const OverviewRows& rows;
    const HostArrangement& hosts;
    RowSpacing spacing = RowSpacing::Even;
    double timeZoom = 1;
};

/// A picture of all rows; the error says where there are too many for one. Everything in the source, and the theme,
/// outlive it.
std::expected<Picture, QString> makeOverviewPicture(const OverviewSource& source, const Theme& theme);

/// A picture, or as a PDF as many pages as it takes.
std::expected<void, QString> writeOverview(
    QIODevice& device, PictureFormat format, const OverviewSource& source, const Theme& theme, qreal scale = 2);

} // namespace tcpladder
