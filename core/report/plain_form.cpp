// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/ladder_form.h"

#include <algorithm>

namespace tcpladder {

namespace {

// In columns of a fixed-width font:  number  time  state |  arrow  | state
constexpr std::size_t numberWidth = 7;
constexpr std::size_t timeWidth = 15;
constexpr std::size_t stateWidth = 25;
constexpr std::size_t arrowWidth = 58; ///< holds all flags that go together with absolute numbers

std::string right(std::string_view text, std::size_t width)
{
    return std::string(width - std::min(width, text.size()), ' ') + std::string(text);
}

std::string left(std::string_view text, std::size_t width)
{
    return std::string(text) + std::string(width - std::min(width, text.size()), ' ');
}

std::string centred(std::string_view text, std::size_t width, char fill)
{
    const std::size_t room = width - std::min(width, text.size());
    return std::string(room / 2, fill) + std::string(text) + std::string(room - room / 2, fill);
}

/// A lost segment comes only so far; what is sent again or comes late is broken.
std::string arrowOf(const LadderTextSegment& segment)
{
    const bool isSolid = segment.fate == SegmentFate::Ordinary || segment.fate == SegmentFate::Reset;
    const bool isLost = segment.fate == SegmentFate::Lost;
    const std::string shaft = centred(' ' + segment.what + ' ', arrowWidth - 1, isSolid || isLost ? '-' : '.');
    const char head = isLost ? 'X' : (segment.sender == Side::A ? '>' : '<');
    return segment.sender == Side::A ? shaft + head : head + shaft;
}

std::string line(std::string_view number, std::string_view time, std::string_view stateA, std::string_view between,
    std::string_view stateB)
{
    std::string text = right(number, numberWidth) + right(time, timeWidth) + right(stateA, stateWidth) + " |"
        + left(between, arrowWidth) + '|' + (stateB.empty() ? "" : " ") + std::string(stateB);
    return text + '\n';
}

class PlainForm : public LadderForm
{
public:
    std::string begin(const LadderTextHeading& heading) override
    {
        const std::string indent(numberWidth + timeWidth, ' ');
        const auto& [a, b] = heading.endpoints;
        const std::size_t untilB = stateWidth + 2 + arrowWidth;
        return heading.title + "\n\n" + right("no.", numberWidth) + right("seconds", timeWidth)
            + left(right("A " + a, stateWidth + 2), untilB) + " B " + b + '\n';
    }

    std::string write(const LadderTextSegment& segment) override
    {
        std::string text = line(segment.number, segment.time, {}, arrowOf(segment), {});
        const std::string indent(numberWidth + timeWidth + stateWidth + 3, ' ');
        for (const std::string& remark : segment.remarks) {
            text += indent + "! ";
            for (const char letter : remark)
                text += letter == '\n' ? std::string("\n") + indent + "  " : std::string(1, letter);
            text += '\n';
        }
        return text;
    }

    std::string write(const LadderTextState& state) override
    {
        const std::string name = ladderStateName(state);
        const bool isA = state.side == Side::A;
        return line({}, state.time, isA ? name : std::string(), {}, isA ? std::string() : name);
    }
};

} // namespace

std::unique_ptr<LadderForm> makePlainForm()
{
    return std::make_unique<PlainForm>();
}

} // namespace tcpladder
