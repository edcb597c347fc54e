// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/header/flags_content.h"

#include <QFont>
#include <QRectF>
#include <QString>

namespace tcpladder {

class Theme;

struct FlagCell
{
    FlagsWordBit bit;
    bool isSet = false;
    bool isDisputed = false; ///< the bytes say otherwise than what was on the wire
    bool isFlipped = false;  ///< by somebody who tries another word
    QRectF rect;
    QRectF nameRect;
    QString name;
};

struct FlagNibble
{
    QString digit;
    QRectF digitRect;
    QRectF bracket; ///< its upper, left and right borders are drawn
};

struct FlagGroup
{
    FlagsWordPart part = FlagsWordPart::DataOffset;
    QRectF bracket; ///< its lower, left and right borders are drawn
    QRectF captionRect;
    QString caption;
};

/// The flags word from hex to binary to meaning, for a given size. All of it grows by one zoom.
struct FlagsLayout
{
    qreal zoom = 1;
    qreal textScale = 1; ///< of the sentences, beyond the zoom
    QRectF word;
    QString wordText;
    QRectF capturedWord; ///< beside it while another word is tried; else empty
    QString capturedText;
    QRectF banner;
    QRectF meaning;
    std::array<FlagNibble, 4> nibbles;
    std::array<FlagCell, 16> cells;
    std::array<FlagGroup, 3> groups;
    QRectF verdict; ///< the box; empty without a verdict
    QRectF verdictHeadline;
    QRectF verdictReason;
    QRectF verdictShownAs;
    QRectF triedBox; ///< what another word would mean; empty without one
    std::vector<QRectF> triedLines;
    qreal height = 0; ///< of everything; more than the area's when that is too low even for the smallest zoom

    /// Position of the cell, or of its name, in cells.
    std::optional<std::size_t> cellAt(QPointF point) const;
};

/// Fonts at a zoom; the painter draws with the same.
struct FlagsFonts
{
    QFont word;
    QFont digit;
    QFont bit;
    QFont name;
    QFont boldName;
    QFont caption;
    QFont text;
    QFont boldText;

    FlagsFonts(const Theme& theme, qreal zoom, qreal textScale = 1);
};

FlagsLayout layoutFlags(const FlagsContent& content, const QSizeF& area, const Theme& theme);

} // namespace tcpladder
