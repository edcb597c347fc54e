// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture_helper/options.h"

#include <getopt.h>

#include <array>
#include <charconv>
#include <cstring>

namespace tcpladder::capture_helper {

const char* const usage
    = "Usage: tcpladder-capture --device NAME --output FILE [OPTION...]\n"
      "       tcpladder-capture --list-devices\n"
      "       tcpladder-capture --check-filter EXPRESSION [--device NAME]\n"
      "\n"
      "Captures from a network device into a new pcapng file until standard input ends, or a signal "
      "or the device ends it.\n"
      "\n"
      "  --filter EXPRESSION   only packets that it lets through (man pcap-filter)\n"
      "  --snap-length BYTES   at most so many bytes of a packet (262144)\n"
      "  --not-promiscuous     only packets that are for this host\n"
      "  --immediate           write each packet at once\n"
      "  --rotate-bytes N      go on in FILE-2, FILE-3 ... whenever a file has N bytes\n"
      "                        (numbers that exist are left out)\n"
      "  --rotate-seconds N    ... or whenever N seconds have passed\n"
      "\n"
      "Standard output has a line for each thing that happens:\n"
      "  ready LINKTYPE                         capturing has begun\n"
      "  file NAME                              packets go into that file from now on\n"
      "  counts WRITTEN RECEIVED DROPPED BYTES  packets in the file, and what the kernel says\n"
      "  error WORD TEXT                        why it can't begin or go on\n"
      "  end                                    the last line: the file is whole\n"
      "\n"
      "--list-devices prints for each device a line `device NAME`, `state WORD...` (up or down, "
      "loopback, wireless,\n"
      "connected or disconnected), and one `address ADDRESS` for each that it has. --check-filter "
      "prints an error or nothing.\n"
      "Both end with `end`, and neither needs a privilege.\n";

namespace {

enum class Option : int {
    Help = 'h',
    ListDevices = 1000,
    CheckFilter,
    Device,
    Output,
    Filter,
    SnapLength,
    NotPromiscuous,
    Immediate,
    RotateBytes,
    RotateSeconds
};

constexpr int largestSnapLength = 262144; ///< libpcap's MAXIMUM_SNAPLEN
constexpr std::int64_t largestRotation = std::int64_t{1} << 50;

constexpr option named(const char* name, int hasArgument, Option value)
{
    return {name, hasArgument, nullptr, static_cast<int>(value)};
}

constexpr std::array names{
    named("help", no_argument, Option::Help),
    named("list-devices", no_argument, Option::ListDevices),
    named("check-filter", required_argument, Option::CheckFilter),
    named("device", required_argument, Option::Device),
    named("output", required_argument, Option::Output),
    named("filter", required_argument, Option::Filter),
    named("snap-length", required_argument, Option::SnapLength),
    named("not-promiscuous", no_argument, Option::NotPromiscuous),
    named("immediate", no_argument, Option::Immediate),
    named("rotate-bytes", required_argument, Option::RotateBytes),
    named("rotate-seconds", required_argument, Option::RotateSeconds),
    option{},
};

Result<std::int64_t> readNumber(const char* text, std::int64_t most)
{
    std::int64_t number = 0;
    const char* const end = text + std::strlen(text);
    const auto [stopped, error] = std::from_chars(text, end, number);
    if (error != std::errc() || stopped != end || number < 1 || number > most)
        return std::unexpected(
            Failure{FailureKind::Usage, std::string(text) + " is not a number from 1 to " + std::to_string(most)});
    return number;
}

Result<void> takeNumber(Options& options, Option option, const char* text)
{
    const auto number = readNumber(text, option == Option::SnapLength ? largestSnapLength : largestRotation);
    if (!number)
        return std::unexpected(number.error());
    if (option == Option::SnapLength)
        options.snapLength = static_cast<int>(*number);
    else if (option == Option::RotateBytes)
        options.rotateBytes = static_cast<std::uint64_t>(*number);
    else
        options.rotateSeconds = std::chrono::seconds(*number);
    return {};
}

Result<void> take(Options& options, Option option)
{
    switch (option) {
    case Option::Help: options.task = Task::Help; return {};
    case Option::ListDevices: options.task = Task::ListDevices; return {};
    case Option::CheckFilter:
        options.task = Task::CheckFilter;
        options.filter = optarg;
        return {};
    case Option::Device: options.device = optarg; return {};
    case Option::Output: options.output = optarg; return {};
    case Option::Filter: options.filter = optarg; return {};
    case Option::NotPromiscuous: options.isPromiscuous = false; return {};
    case Option::Immediate: options.isImmediate = true; return {};
    case Option::SnapLength:
    case Option::RotateBytes:
    case Option::RotateSeconds: return takeNumber(options, option, optarg);
    default: return std::unexpected(Failure{FailureKind::Usage, "tcpladder-capture --help lists what there is"});
    }
}

} // namespace

Result<Options> readOptions(int argc, char** argv)
{
    Options options;
    opterr = 0;
    for (int found = 0; (found = getopt_long(argc, argv, "h", names.data(), nullptr)) != -1;) {
        if (const auto taken = take(options, static_cast<Option>(found)); !taken)
            return std::unexpected(taken.error());
    }
    const bool isWhole = options.task != Task::Capture || (!options.device.empty() && !options.output.empty());
    if (optind != argc || !isWhole)
        return std::unexpected(Failure{FailureKind::Usage, "--device NAME and --output FILE are needed"});
    return options;
}

} // namespace tcpladder::capture_helper
