// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/flags_word.h"

#include <QString>

#include <optional>
#include <vector>

namespace tcpladder {

class ShownSegment;

/// What is said when a text and its bytes disagree about the flags.
struct FlagsVerdict
{
    QString headline;
    QString reason;
    QString shownAs; ///< what the program goes by

    bool operator==(const FlagsVerdict&) const = default;
};

/// What another word than the captured one would mean.
struct TriedFlags
{
    struct Line
    {
        QString text;
        bool isWrong = false; ///< no correct TCP sends it so, or its receiver would not take it

        bool operator==(const Line&) const = default;
    };

    std::uint16_t captured = 0;
    QString banner; ///< says that nothing of this was captured
    std::vector<Line> lines;

    bool operator==(const TriedFlags&) const = default;
};

/// What the view shows, in words of the user's language where it is words.
struct FlagsContent
{
    std::uint16_t word = 0;          ///< as in the bytes, or as somebody tries
    std::uint16_t decided = 0;       ///< as the program goes by; differs only where a text was edited
    QString meaning;                 ///< a sentence of what the flags mean together
    std::array<QString, 3> captions; ///< by FlagsWordPart, each a name and a value on two lines
    std::optional<FlagsVerdict> verdict;
    std::optional<TriedFlags> tried; ///< while somebody tries another word

    bool operator==(const FlagsContent&) const = default;
};

/// \param tried another word than the captured one
FlagsContent readFlags(const ShownSegment& shown, std::optional<std::uint16_t> tried = {});

} // namespace tcpladder
