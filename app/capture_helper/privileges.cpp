// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture_helper/privileges.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <initializer_list>
#include <memory>

namespace tcpladder::capture_helper {

namespace {

constexpr std::uint32_t toCapture = 1U << CAP_NET_RAW | 1U << CAP_NET_ADMIN;

bool setCapabilities(std::uint32_t permitted)
{
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> data{};
    data[0].effective = permitted;
    data[0].permitted = permitted;
    return syscall(SYS_capset, &header, data.data()) == 0;
}

struct Release
{
    void operator()(void* filter) const { seccomp_release(filter); }
};
using SystemCallFilter = std::unique_ptr<void, Release>;

/// What capturing takes: libpcap's reading and counting, writing, waiting, memory, and the end.
constexpr std::array allowedCalls = std::to_array<int>({
    SCMP_SYS(read),
    SCMP_SYS(write),
    SCMP_SYS(ftruncate),
    SCMP_SYS(lseek),
    SCMP_SYS(close),
    SCMP_SYS(fstat),
    SCMP_SYS(newfstatat),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(recvfrom),
    SCMP_SYS(getsockopt),
    SCMP_SYS(setsockopt),
    SCMP_SYS(getsockname),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(brk),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(futex),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
});

bool allow(const SystemCallFilter& filter, int call)
{
    return seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0) == 0;
}

/// Memory that nothing can be run in.
bool allowPlainMemory(const SystemCallFilter& filter)
{
    const auto allowUnlessExecutable = [&](int call) {
        return seccomp_rule_add(
                   filter.get(), SCMP_ACT_ALLOW, call, 1, SCMP_A2(SCMP_CMP_MASKED_EQ, scmp_datum_t{PROT_EXEC}, 0))
            == 0;
    };
    return allowUnlessExecutable(SCMP_SYS(mmap)) && allowUnlessExecutable(SCMP_SYS(mprotect));
}

/// libpcap asks whether a device that fails is down.
bool allowDeviceFlags(const SystemCallFilter& filter)
{
    return seccomp_rule_add(
               filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1, SCMP_A1(SCMP_CMP_EQ, scmp_datum_t{SIOCGIFFLAGS}, 0))
        == 0;
}

/// O_EXCL: what exists stays as it is, links included.
bool allowNewFiles(const SystemCallFilter& filter)
{
    constexpr scmp_datum_t creating = O_CREAT | O_EXCL;
    return seccomp_rule_add(
               filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(openat), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, creating, creating))
        == 0;
}

} // namespace

Result<void> becomeCaller()
{
    if (geteuid() != getuid() || getegid() != getgid()) {
        const bool isCaller = prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0) == 0 && setresgid(getgid(), getgid(), getgid()) == 0
            && setresuid(getuid(), getuid(), getuid()) == 0 && setCapabilities(toCapture);
        if (!isCaller)
            return std::unexpected(systemFailure(FailureKind::CannotConfine, "cannot give up the owner's rights"));
    }
    return {};
}

Result<void> dropCapabilities()
{
    const bool isDropped = prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0) == 0 && setCapabilities(0)
        && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
    if (!isDropped)
        return std::unexpected(systemFailure(FailureKind::CannotConfine, "cannot drop capabilities"));
    return {};
}

Result<void> confine(bool mayCreateFiles)
{
    const SystemCallFilter filter(seccomp_init(SCMP_ACT_KILL_PROCESS));
    bool isWhole = filter != nullptr && allowPlainMemory(filter) && allowDeviceFlags(filter)
        && (!mayCreateFiles || allowNewFiles(filter));
    for (const int call : allowedCalls)
        isWhole = isWhole && allow(filter, call);
    if (!isWhole)
        return std::unexpected(Failure{FailureKind::CannotConfine, "the filter of system calls cannot be made"});
    const int error = seccomp_load(filter.get());
    // A kernel without seccomp has nothing to load it into; the capabilities are gone all the same.
    if (error != 0 && error != -EINVAL && error != -ENOSYS)
        return std::unexpected(Failure{FailureKind::CannotConfine, "the filter of system calls cannot be loaded"});
    return {};
}

} // namespace tcpladder::capture_helper
