// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/course_with_timers.h"

#include "core/state/transition_table.h"

#include <algorithm>

namespace tcpladder {

std::vector<TimedTransition> courseWithTimers(std::span<const Transition> course, const std::optional<TimeWait>& a,
    const std::optional<TimeWait>& b, TwoMsl twoMsl, Timestamp endOfCapture)
{
    std::vector<TimedTransition> timed;
    for (const Transition& step : course)
        timed.push_back({step});
    std::vector<TimedTransition> ends;
    for (const auto& stay : {a, b}) {
        if (!stay || stay->isEndedEarly())
            continue;
        Transition end;
        end.rule = *findTransition(TcpState::TimeWait, TcpEvent::TwoMslPassed);
        end.from = TcpState::TimeWait;
        end.to = TcpState::Closed;
        end.certainty = Certainty::Computed;
        end.side = stay->side;
        ends.push_back({end, stay->endsAt(twoMsl), endOfCapture != unknownTime && stay->endsAt(twoMsl) > endOfCapture});
    }
    std::ranges::stable_sort(ends, {}, &TimedTransition::time);
    timed.insert(timed.end(), ends.begin(), ends.end());
    return timed;
}

} // namespace tcpladder
