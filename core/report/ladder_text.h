// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"
#include "core/state/time_wait.h"

#include <functional>
#include <limits>
#include <string_view>

namespace tcpladder {

enum class LadderTextFormat : std::uint8_t {
    Mermaid,  ///< sequenceDiagram, https://mermaid.js.org/syntax/sequenceDiagram.html
    PlantUml, ///< https://plantuml.com/sequence-diagram
    Plain,    ///< columns for a fixed-width font, a mail, a terminal
};

struct LadderTextOptions
{
    LadderTextFormat format = LadderTextFormat::Plain;
    TwoMsl twoMsl = linuxTwoMsl;
    bool hasRelativeNumbers = true;
    std::size_t first = 0; ///< positions of segments in the connection
    std::size_t end = std::numeric_limits<std::size_t>::max();
};

/// Gets the text in pieces, from top to bottom.
using TextSink = std::function<void(std::string_view)>;

/// The ladder of one connection, with every state that the endpoints go through and every finding. However long it is:
/// it is read and written piece by piece. English, since other programs read it.
void writeLadderText(
    const CaptureDocument& document, ConnectionId connection, const LadderTextOptions& options, const TextSink& sink);

} // namespace tcpladder
