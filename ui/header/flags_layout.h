// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/flags_word.h"

#include <QFont>
#include <QRectF>
#include <QString>

namespace tcpladder {

class Theme;

/// What is said when a text and its bytes disagree about the flags.
struct FlagsVerdict
{
    QString headline;
    QString reason;
    QString shownAs; ///< what the program goes by

    bool operator==(const FlagsVerdict&) const = default;
};

/// What the view shows, in words of the user's language where it is words.
struct FlagsContent
{
    std::uint16_t word = 0;          ///< as in the bytes
    std::uint16_t decided = 0;       ///< as the program goes by; differs only where a text was edited
    QString meaning;                 ///< a sentence of what the flags mean together
    std::array<QString, 3> captions; ///< by FlagsWordPart, each a name and a value on two lines
    std::optional<FlagsVerdict> verdict;

    bool operator==(const FlagsContent&) const = default;
};

struct FlagCell
{
    FlagsWordBit bit;
    bool isSet = false;
    bool isDisputed = false; ///< the bytes say otherwise than what was on the wire
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
    QRectF word;
    QString wordText;
    QRectF meaning;
    std::array<FlagNibble, 4> nibbles;
    std::array<FlagCell, 16> cells;
    std::array<FlagGroup, 3> groups;
    QRectF verdict; ///< the box; empty without a verdict
    QRectF verdictHeadline;
    QRectF verdictReason;
    QRectF verdictShownAs;
    qreal height = 0; ///< of everything; more than the area's when that is too low even for the smallest zoom

    const FlagCell* cellAt(QPointF point) const; ///< the cell or its name
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

    FlagsFonts(const Theme& theme, qreal zoom);
};

FlagsLayout layoutFlags(const FlagsContent& content, const QSizeF& area, const Theme& theme);

} // namespace tcpladder
