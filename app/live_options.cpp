// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/live_options.h"

#include "app/argument_checks.h"
#include "app/say.h"

namespace tcpladder {

namespace {

constexpr int largestSnapshot = 262144; ///< libpcap's MAXIMUM_SNAPLEN

} // namespace

bool LiveArguments::isWanted() const
{
    return option != nullptr && option->count() > 0;
}

void addLiveOptions(CLI::App& app, LiveArguments& arguments)
{
    arguments.option = app.add_option("--live", arguments.device,
                              say(TCPLADDER_TR("commandLine",
                                  "Capture from a network device; where none is named, the window asks")))
                           ->expected(0, 1)
                           ->type_name("DEVICE");
    app.add_option("--filter", arguments.filter,
           say(TCPLADDER_TR("commandLine", "Capture only what it lets through, in libpcap's language")))
        ->needs(arguments.option);
    app.add_option("--snapshot-length", arguments.snapshotLength,
           say(TCPLADDER_TR("commandLine", "Keep so many bytes of each captured packet; all, unless given")))
        ->check(between(1, largestSnapshot))
        ->needs(arguments.option);
    app.add_flag("--no-promiscuous", arguments.noPromiscuous,
           say(TCPLADDER_TR("commandLine", "Capture only packets that are for this host")))
        ->needs(arguments.option);
}

std::optional<LiveRequest> makeLive(const LiveArguments& arguments)
{
    if (!arguments.isWanted())
        return {};
    LiveRequest live;
    live.device = arguments.device.empty() ? std::string() : arguments.device.front();
    live.filter = arguments.filter;
    if (arguments.snapshotLength > 0)
        live.snapshotLength = arguments.snapshotLength;
    live.isPromiscuous = !arguments.noPromiscuous;
    return live;
}

} // namespace tcpladder
