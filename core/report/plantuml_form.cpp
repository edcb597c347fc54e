// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/ladder_form.h"

namespace tcpladder {

namespace {

std::string oneLine(std::string_view text)
{
    std::string result;
    for (const char letter : text)
        result += letter == '\n' || letter == '\r' ? ' ' : letter;
    return result;
}

/// Between quotes, which cannot be written inside.
std::string quoted(std::string_view text)
{
    std::string result = "\"";
    for (const char letter : oneLine(text))
        result += letter == '"' ? '\'' : letter;
    return result + '"';
}

std::string_view arrow(SegmentFate fate)
{
    switch (fate) {
    case SegmentFate::Lost: return "->x";
    case SegmentFate::Repeated:
    case SegmentFate::OutOfOrder:
    case SegmentFate::Duplicated: return "-->";
    default: return "->";
    }
}

class PlantUmlForm : public LadderForm
{
public:
    std::string begin(const LadderTextHeading& heading) override
    {
        std::string text = "@startuml\ntitle " + oneLine(heading.title) + '\n';
        for (const Side side : {Side::A, Side::B})
            text += "participant " + quoted(heading.endpoints[indexOf(side)]) + " as " + ladderSideName(side) + '\n';
        return text;
    }

    std::string write(const LadderTextSegment& segment) override
    {
        std::string text = ladderSideName(segment.sender) + ' ' + std::string(arrow(segment.fate)) + ' '
            + ladderSideName(peerOf(segment.sender)) + " : " + segment.number + " · " + segment.time + " s · "
            + segment.what + '\n';
        for (const std::string& remark : segment.remarks)
            text += "note over A, B : " + oneLine(remark) + '\n';
        return text;
    }

    std::string write(const LadderTextState& state) override
    {
        const std::string time = state.time.empty() ? std::string() : " · " + state.time + " s";
        return "hnote over " + ladderSideName(state.side) + " : " + ladderStateName(state) + time + '\n';
    }

    std::string end() override { return "@enduml\n"; }
};

} // namespace

std::unique_ptr<LadderForm> makePlantUmlForm()
{
    return std::make_unique<PlantUmlForm>();
}

} // namespace tcpladder
