// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/tcp_option_parts.h"
#include "ui/session/selection.h"

#include <QString>

#include <vector>

namespace tcpladder {

class ShownSegment;

/// How the value of a box stands, as with a checksum.
enum class BoxVerdict : std::uint8_t { Plain, Good, Remarkable, Bad };

/// A field of the TCP header, or a part of an option, as the header picture shows it.
struct HeaderBox
{
    FieldChoice choice;
    std::size_t firstBit = 0; ///< from the start of the TCP header
    std::size_t bitCount = 0;
    QString caption;
    QString shortCaption; ///< where there is no room for caption
    QString value;
    QString remark; ///< beside the value, less loud
    BoxVerdict verdict = BoxVerdict::Plain;
    std::optional<TcpOptionPart> part; ///< of an option
};

/// The boxes of the shown segment's TCP header in the order of its bits, then one for the data, if there is any. As far
/// as the header was captured.
std::vector<HeaderBox> headerBoxes(const ShownSegment& shown);

} // namespace tcpladder
