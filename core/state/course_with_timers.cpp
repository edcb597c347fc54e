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
    const auto rule = findTransition(TcpState::TimeWait, TcpEvent::TwoMslPassed);
    std::vector<TimedTransition> ends;
    for (const auto& stay : {a, b}) {
        if (!rule || !stay || stay->isEndedEarly())
            continue;
        Transition end;
        end.rule = *rule;
        end.from = TcpState::TimeWait;
        end.to = TcpState::Closed;
        end.certainty = Certainty::Computed;
        end.side = stay->side;
        const Timestamp time = stay->endsAt(twoMsl);
        ends.push_back({end, time, endOfCapture != unknownTime && (time == unknownTime || time > endOfCapture)});
    }
    std::ranges::stable_sort(ends, {}, &TimedTransition::time);
    timed.insert(timed.end(), ends.begin(), ends.end());
    return timed;
}

} // namespace tcpladder
