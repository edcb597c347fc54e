// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/ladder_form.h"

namespace tcpladder {

namespace {

/// A semicolon would end the statement and a number sign begin an entity; line ends have their own tag.
std::string escaped(std::string_view text)
{
    std::string result;
    for (const char letter : text) {
        if (letter == '#')
            result += "#35;";
        else if (letter == ';')
            result += "#59;";
        else if (letter == '\n' || letter == '\r')
            result += ' ';
        else
            result += letter;
    }
    return result;
}

std::string_view arrow(SegmentFate fate)
{
    switch (fate) {
    case SegmentFate::Lost: return "-x";
    case SegmentFate::Repeated:
    case SegmentFate::OutOfOrder:
    case SegmentFate::Duplicated: return "-->>";
    default: return "->>";
    }
}

class MermaidForm : public LadderForm
{
public:
    std::string begin(const LadderTextHeading& heading) override
    {
        std::string text = "sequenceDiagram\n";
        for (const Side side : {Side::A, Side::B})
            text += "    participant " + ladderSideName(side) + " as " + escaped(heading.endpoints[indexOf(side)])
                + '\n';
        return text + "    Note over A,B: " + escaped(heading.title) + '\n';
    }

    std::string write(const LadderTextSegment& segment) override
    {
        std::string text = "    " + ladderSideName(segment.sender) + std::string(arrow(segment.fate))
            + ladderSideName(peerOf(segment.sender)) + ": " + segment.number + " · " + segment.time + " s · "
            + segment.what + '\n';
        for (const std::string& remark : segment.remarks)
            text += "    Note over A,B: " + escaped(remark) + '\n';
        return text;
    }

    std::string write(const LadderTextState& state) override
    {
        const std::string time = state.time.empty() ? std::string() : " · " + state.time + " s";
        return "    Note over " + ladderSideName(state.side) + ": " + ladderStateName(state) + time + '\n';
    }
};

} // namespace

std::unique_ptr<LadderForm> makeMermaidForm()
{
    return std::make_unique<MermaidForm>();
}

} // namespace tcpladder
