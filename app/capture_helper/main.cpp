// SPDX-License-Identifier: GPL-3.0-or-later
//
// The only part of tcpladder that ever needs a privilege: it captures from a device into a pcapng file, which the
// program follows as it follows any other. It opens the device, gives up all privileges, opens the file as its caller,
// and only then reads what anybody on the network may have sent.
#include "app/capture_helper/capture.h"
#include "app/capture_helper/device_list.h"
#include "app/capture_helper/privileges.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>

using namespace tcpladder::capture_helper;

namespace {

constexpr int exitFailure = 2;

/// Its end is ours, even where somebody else holds our standard input open.
void endWithParent()
{
    const pid_t parent = getppid();
    prctl(PR_SET_PDEATHSIG, SIGTERM, 0, 0, 0);
    if (getppid() != parent)
        std::raise(SIGTERM);
}

/// Else a file that is opened would become the standard output that we report to.
bool hasStandardStreams()
{
    return fcntl(STDIN_FILENO, F_GETFD) >= 0 && fcntl(STDOUT_FILENO, F_GETFD) >= 0
        && fcntl(STDERR_FILENO, F_GETFD) >= 0;
}

Result<void> capture(const Options& options, Reporter& reporter)
{
    if (const auto caller = becomeCaller(); !caller)
        return caller;
    auto device = Device::open(options);
    if (!device)
        return std::unexpected(device.error());
    if (const auto dropped = dropCapabilities(); !dropped)
        return dropped;
    auto file = CaptureFile::create(options.output);
    if (!file)
        return std::unexpected(file.error());
    endWithParent(); // behind the change of credentials, which would undo it
    if (const auto confined = confine(options.rotateBytes || options.rotateSeconds); !confined)
        return confined;
    return Capture(options, std::move(*device), std::move(*file), reporter).run();
}

/// What needs no privilege gives them up first.
Result<void> withoutPrivileges(const Options& options)
{
    if (const auto caller = becomeCaller(); !caller)
        return caller;
    if (const auto dropped = dropCapabilities(); !dropped)
        return dropped;
    return options.task == Task::ListDevices ? listDevices() : checkFilter(options);
}

Result<void> fulfil(const Options& options, Reporter& reporter)
{
    return options.task == Task::Capture ? capture(options, reporter) : withoutPrivileges(options);
}

} // namespace

int main(int argc, char** argv)
{
    if (!hasStandardStreams())
        return exitFailure;
    stopAtSignals();
    Reporter reporter;
    const auto options = readOptions(argc, argv);
    if (options && options->task == Task::Help) {
        std::fputs(usage, stdout);
        return 0;
    }
    const Result<void> done = options ? fulfil(*options, reporter) : std::unexpected(options.error());
    if (!done)
        reporter.error(done.error());
    reporter.end();
    return done ? 0 : exitFailure;
}
